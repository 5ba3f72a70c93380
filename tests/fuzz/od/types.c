/* types.c - types of od: all that is accepted can be laid out, with lines of any length and columns that add up. */
/* limits: -runs=100000 */

#include "fuzz/program.h"
#include "od/layout.c"
#include "od/types.c"

static span tried;

static void check_layout(struct od_dump const *d)
{
    REQUIRE(d->unit >= 1 && d->unit <= 16 && d->line >= d->unit && d->line % d->unit == 0);
    for (size_t i = 0; i < od_types_len(&d->opt.types); i++) {
        struct od_type const *t = od_types_ref_(&d->opt.types, i);
        REQUIRE(t->fields * t->size == d->unit);
        REQUIRE(t->fields * t->columns + t->extra == d->unit_columns && t->extra >= t->fields);
        for (unsigned c = 0; t->size == 1 && c < 256; c++)
            REQUIRE(t->texts.len_[c] == t->columns + (t->by_table ? t->extra / t->fields : 0));
    }
}

static int parse(struct cli *cli)
{
    struct od_dump d = {0};
    bool good = od_parse_types(cli, tried, &d.opt.types);
    REQUIRE(good || od_types_len(&d.opt.types) == 0);
    if (od_types_len(&d.opt.types) > 0) {
        od_lay_out(cli, &d);
        check_layout(&d);
    }
    return cli_finish(cli);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    if (size > 60)
        return 0;
    tried = (span){data, size};
    fuzz_program((struct cli_program){.name = Z("od")}, parse, NULL, (span){0}, NULL);
    return 0;
}
