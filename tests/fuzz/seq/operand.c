/* operand.c - operands of seq against strtold: the same numbers, the same refusals. */
/* limits: -runs=300000 */

#include "fuzz/program.h"
#include "seq/operand.c"

#include <errno.h>
#include <math.h>

static struct { zstr text; struct seq_number number; bool good; } tried;

static int parse(struct cli *cli)
{
    tried.number = (struct seq_number){0};
    tried.good = seq_parse_number(cli, tried.text, &tried.number);
    return cli_finish(cli);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    if (size > 100)
        return 0;
    char *text = fuzz_c_string((span){data, size}), *end = NULL;
    tried.text = zstr_of_c_(text);
    fuzz_program((struct cli_program){.name = Z("seq")}, parse, NULL, (span){0}, NULL);
    errno = 0;
    long double want = strtold(text, &end);
    bool too_large = errno == ERANGE && fabsl(want) > 1;
    REQUIRE(tried.good == (end != text && *end == 0 && !isnan(want) && !too_large));
    if (tried.good) {
        REQUIRE(tried.number.value == want && signbit(tried.number.value) == signbit(want));
        REQUIRE(tried.number.precision >= 0);
    }
    free(text);
    return 0;
}
