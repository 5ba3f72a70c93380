/* shapes.c - the shapes of items, as a tree: a node for each beginning of a shape, a branch for each kind of
   token that may come next.  A node is a row of bytes: two that tell what else is to be known, and one for
   each kind, with the number of the next node.  Before the nodes stands the column of each kind.  So all is
   on one page of memory; to get a page takes longer than to make the tree. */

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

/* Every kind that is in a shape. */
static const zstr all_kinds = Z("@,/:ADEGHJLMOSTUWXYZdsz");

enum { HAS_NEXT = 0, RULE = 1, FIRST_KIND = 2, COLUMNS = 32, KINDS = 128 };

static inline size_t place(size_t node, size_t column)
{
    return KINDS + node * COLUMNS + column;
}

bool date_shape_has_next(span tree, size_t node)
{
    return span_at(tree, place(node, HAS_NEXT));
}

static inline size_t column_of(span tree, int kind)
{
    return kind >= 0 && kind < KINDS ? span_at(tree, as_size(kind)) : 0;
}

size_t date_shape_next(span tree, size_t node, int kind)
{
    size_t column = column_of(tree, kind);
    return column > 0 ? span_at(tree, place(node, column)) : 0;
}

bool date_shape_rule(span tree, size_t node, enum date_rule *rule)
{
    unsigned char more = span_at(tree, place(node, RULE));
    if (more > 0)
        *rule = more - 1;
    return more > 0;
}

static size_t new_node(buf *tree)
{
    size_t node = (buf_len(tree) - KINDS) / COLUMNS;
    buf_append_fill(tree, COLUMNS, 0);
    return node;
}

/* The branch of NODE for tokens of KIND, which grows where there is none. */
static inline size_t branch(buf *tree, size_t node, unsigned char kind)
{
    size_t column = column_of(buf_span(tree), kind);
    size_t next = span_at(buf_span(tree), place(node, column));
    if (next > 0)
        return next;
    next = new_node(tree);
    mspan_set(buf_mspan(tree), place(node, HAS_NEXT), 1);
    mspan_set(buf_mspan(tree), place(node, column), low_byte(next));
    return next;
}

/* Seconds are units, too, wherever units stand. */
static void share_units(buf *tree)
{
    size_t units = column_of(buf_span(tree), DATE_UNIT), seconds = column_of(buf_span(tree), DATE_SECONDS);
    for (size_t node = 0; place(node, 0) < buf_len(tree); node++) {
        unsigned char next = span_at(buf_span(tree), place(node, units));
        if (next > 0)
            mspan_set(buf_mspan(tree), place(node, seconds), next);
    }
}

void date_shapes_make(buf *tree)
{
    enum { NODES = 120 };       /* about so many: to grow step by step would touch memory at each */
    buf_clear(tree);
    buf_tail(tree, place(NODES, 0));
    buf_append_fill(tree, KINDS, 0);
    size_t column = FIRST_KIND;
    SPAN_FOREACH(kind, zstr_span(all_kinds))
        mspan_set(buf_mspan(tree), kind, low_byte(column++));
    new_node(tree);
    for (size_t i = 0; i < shapes_len(all_shapes); i++) {
        struct shape shape = shapes_at(all_shapes, i);
        size_t node = 0;
        SPAN_FOREACH(kind, zstr_span(shape.tokens))
            node = branch(tree, node, kind);
        mspan_set(buf_mspan(tree), place(node, RULE), low_byte(shape.rule + 1));
    }
    share_units(tree);
}
