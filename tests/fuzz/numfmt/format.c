/* format.c - formats of numfmt: what is accepted has one directive, and text around it that stands in it. */
/* limits: -runs=200000 */

#include "fuzz/fuzz.h"
#include "numfmt/format.c"

#include <fcntl.h>
#include <unistd.h>

static zstr tried;

static int parse(struct cli *cli)
{
    struct numfmt_options opt = {.precision = NUMFMT_ANY};
    if (numfmt_parse_format(cli, tried, &opt)) {
        span whole = zstr_span(tried);
        REQUIRE(span_starts(whole, opt.before) && span_ends(whole, opt.after));
        REQUIRE(span_at(whole, span_len(whole) - span_len(opt.after) - 1) == 'f');
        REQUIRE(opt.padding <= INT64_MAX && opt.zeros <= INT64_MAX);
        REQUIRE(opt.precision == NUMFMT_ANY || opt.precision <= INT64_MAX);
    }
    return cli_finish(cli);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static int nowhere = -1;
    if (size > 60)
        return 0;
    if (nowhere < 0)
        nowhere = open("/dev/null", O_RDWR);
    int out = dup(1), err = dup(2);
    dup2(nowhere, 1);
    dup2(nowhere, 2);
    char *text = fuzz_c_string((span){data, size});
    tried = zstr_of_c_(text);
    cli_start((args){0}, Z("numfmt"), (struct cli_program){.name = Z("numfmt")}, parse);
    dup2(out, 1);
    dup2(err, 2);
    close(out);
    close(err);
    free(text);
    return 0;
}
