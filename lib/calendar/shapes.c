/* shapes.c - the shapes of items, as a tree: a node for each beginning of a shape, a branch for each kind of
   token that may come next.  A node is a row of bytes, one for each kind, with the number of the next node;
   kinds are letters and signs, so the first columns are free for what else is to be known. */

#include "calendar/private.h"

struct shape {
    zstr tokens;                /* letters of enum date_kind; 'Y' stands for 's', too */
    size_t rule;                /* an enum date_rule */
};
RSPAN_DEFINE(shapes, struct shape);

static const struct shape shape_rows[] = {
    {Z("@D"), IS_SECONDS}, {Z("@S"), IS_SECONDS}, {Z("@U"), IS_SECONDS}, {Z("@d"), IS_SECONDS},
    {Z("Ds"), IS_SHIFT}, {Z("DsG"), IS_SHIFT},
    {Z("E"), IS_DATE_DOTTED},
    {Z("H"), IS_SHIFT},
    {Z("J"), IS_HERE},
    {Z("L"), IS_LOCAL_ZONE}, {Z("LX"), IS_LOCAL_ZONE},
    {Z("MSS"), IS_DATE_MONTH_DAY}, {Z("MU"), IS_DATE_MONTH_DAY}, {Z("MU,U"), IS_DATE_MONTH_DAY},
    {Z("OW"), IS_DAY}, {Z("OY"), IS_SHIFT}, {Z("OYG"), IS_SHIFT},
    {Z("SY"), IS_SHIFT}, {Z("SYG"), IS_SHIFT},
    {Z("T"), IS_ZONE}, {Z("TSY"), IS_ZONE},
    {Z("U"), IS_NUMBER},
    {Z("U/U"), IS_DATE_SLASHED}, {Z("U/U/U"), IS_DATE_SLASHED},
    {Z("U:U"), IS_TIME}, {Z("U:U:U"), IS_TIME}, {Z("U:U:UA"), IS_TIME}, {Z("U:U:US"), IS_TIME},
    {Z("U:U:US:U"), IS_TIME}, {Z("U:U:d"), IS_TIME}, {Z("U:U:dA"), IS_TIME}, {Z("U:U:dS"), IS_TIME},
    {Z("U:U:dS:U"), IS_TIME}, {Z("U:UA"), IS_TIME}, {Z("U:US"), IS_TIME}, {Z("U:US:U"), IS_TIME},
    {Z("UA"), IS_TIME},
    {Z("UM"), IS_DATE_DAY_MONTH}, {Z("UMS"), IS_DATE_DAY_MONTH}, {Z("UMU"), IS_DATE_DAY_MONTH},
    {Z("US"), IS_TIME}, {Z("US:U"), IS_TIME},
    {Z("USS"), IS_DATE_ISO},
    {Z("USSTU:U"), IS_DATE_TIME}, {Z("USSTU:U:U"), IS_DATE_TIME}, {Z("USSTU:U:US"), IS_DATE_TIME},
    {Z("USSTU:U:US:U"), IS_DATE_TIME}, {Z("USSTU:U:d"), IS_DATE_TIME}, {Z("USSTU:U:dS"), IS_DATE_TIME},
    {Z("USSTU:U:dS:U"), IS_DATE_TIME}, {Z("USSTU:US"), IS_DATE_TIME}, {Z("USSTU:US:U"), IS_DATE_TIME},
    {Z("USSTUS"), IS_DATE_TIME}, {Z("USSTUS:U"), IS_DATE_TIME},
    {Z("USY"), IS_HYBRID},
    {Z("UW"), IS_DAY}, {Z("UY"), IS_SHIFT}, {Z("UYG"), IS_SHIFT},
    {Z("W"), IS_DAY}, {Z("W,"), IS_DAY},
    {Z("Y"), IS_SHIFT}, {Z("YG"), IS_SHIFT},
    {Z("Z"), IS_ZONE}, {Z("ZS"), IS_ZONE}, {Z("ZS:U"), IS_ZONE}, {Z("ZSY"), IS_ZONE},
    {Z("ZX"), IS_ZONE},
    {Z("ds"), IS_SHIFT}, {Z("dsG"), IS_SHIFT},
    {Z("z"), IS_ZONE},
};
static const shapes all_shapes = SPAN_OF(shapes, shape_rows);

enum { COLUMNS = 128, HAS_NEXT = 0, RULE = 1 };

static bool column_fits(int kind)
{
    return kind > RULE && kind < COLUMNS;
}

bool date_shape_has_next(span tree, size_t node)
{
    return span_at(tree, node * COLUMNS + HAS_NEXT);
}

size_t date_shape_next(span tree, size_t node, int kind)
{
    return column_fits(kind) ? span_at(tree, node * COLUMNS + as_size(kind)) : 0;
}

bool date_shape_rule(span tree, size_t node, enum date_rule *rule)
{
    unsigned char more = span_at(tree, node * COLUMNS + RULE);
    if (more > 0)
        *rule = more - 1;
    return more > 0;
}

/* The branch of NODE for tokens of KIND, which grows where there is none. */
static size_t branch(buf *tree, size_t node, unsigned char kind)
{
    size_t next = date_shape_next(buf_span(tree), node, kind);
    if (next > 0)
        return next;
    next = buf_len(tree) / COLUMNS;
    buf_append_fill(tree, COLUMNS, 0);
    mspan_set(buf_mspan(tree), node * COLUMNS + HAS_NEXT, 1);
    mspan_set(buf_mspan(tree), node * COLUMNS + kind, low_byte(next));
    return next;
}

/* Seconds are units, too, wherever units stand. */
static void share_units(buf *tree)
{
    for (size_t node = 0; node * COLUMNS < buf_len(tree); node++) {
        size_t next = date_shape_next(buf_span(tree), node, DATE_UNIT);
        if (next > 0)
            mspan_set(buf_mspan(tree), node * COLUMNS + DATE_SECONDS, low_byte(next));
    }
}

void date_shapes_make(buf *tree)
{
    enum { NODES = 128 };       /* about so many: to grow step by step would touch memory at each */
    buf_clear(tree);
    buf_tail(tree, NODES * COLUMNS);
    buf_append_fill(tree, COLUMNS, 0);
    for (size_t i = 0; i < shapes_len(all_shapes); i++) {
        struct shape shape = shapes_at(all_shapes, i);
        size_t node = 0;
        SPAN_FOREACH(kind, zstr_span(shape.tokens))
            node = branch(tree, node, kind);
        mspan_set(buf_mspan(tree), node * COLUMNS + RULE, low_byte(shape.rule + 1));
    }
    share_units(tree);
}
