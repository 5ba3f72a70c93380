/* table.h - names, and what GNU ls makes of them in each style; made by running it. */

#ifndef QUOTE_TABLE_H
#define QUOTE_TABLE_H

#include "quote/quote.h"
#include "unit.h"

/* A name and its forms in the styles from QUOTE_SHELL to QUOTE_CLOCALE, in the order of the enum. */
struct quoted {
    span name;
    char const *forms[9];
};

/* As ls has it: the escape style escapes blanks, too. */
static inline struct quote_options options_of(enum quote_style style)
{
    struct quote_options opt = {.style = style};
    if (style == QUOTE_ESCAPE)
        byteset_add(&opt.also, ' ');
    return opt;
}

static inline void check_quoted(span name, enum quote_style style, span want)
{
    struct quote_options opt = options_of(style);
    buf out = {0};
    quote_append(&out, name, &opt);
    ck_assert_msg(span_eq(buf_span(&out), want), "style %d: [%s], should be [%s]", (int)style,
                  shown(buf_span(&out)), shown(want));
    ck_assert_int_eq(quote_changes(name, &opt), !span_eq(name, want));
    buf_recycle(&out);
}

static inline void check_table(struct quoted const *table, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        check_quoted(table[i].name, QUOTE_LITERAL, table[i].name);
        for (int k = 0; k < 9; k++)
            check_quoted(table[i].name, (enum quote_style)(QUOTE_SHELL + k), text(table[i].forms[k]));
    }
}

#endif
