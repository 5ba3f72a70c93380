/* operand.c - operands of seq against strtold: the same numbers, the same refusals. */
/* limits: -runs=300000 */

#include "fuzz/fuzz.h"
#include "seq/operand.c"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <unistd.h>

static struct { zstr text; struct seq_number number; bool good; } tried;

static int parse(struct cli *cli)
{
    tried.number = (struct seq_number){0};
    tried.good = seq_parse_number(cli, tried.text, &tried.number);
    return cli_finish(cli);
}

/* Run seq's parser with its complaints thrown away. */
static void try(char const *text)
{
    static int nowhere = -1;
    if (nowhere < 0)
        nowhere = open("/dev/null", O_RDWR);
    int out = dup(1), err = dup(2);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    tried.text = zstr_of_c_(text);
    cli_start((args){0}, Z("seq"), (struct cli_program){.name = Z("seq")}, parse);
    dup2(out, 1);
    dup2(err, 2);
    close(out);
    close(err);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    if (size > 100)
        return 0;
    char *text = fuzz_c_string((span){data, size}), *end = NULL;
    try(text);
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
