/* format.c - formats of numfmt: what is accepted has one directive, and text around it that stands in it. */
/* limits: -runs=200000 */

#include "fuzz/program.h"
#include "numfmt/format.c"

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
    if (size > 60)
        return 0;
    char *text = fuzz_c_string((span){data, size});
    tried = zstr_of_c_(text);
    fuzz_program((struct cli_program){.name = Z("numfmt")}, parse, NULL, (span){0}, NULL);
    free(text);
    return 0;
}
