/* style.c - the names of the quoting styles. */

#include "quote/quote.h"

struct style_name {
    zstr name;
    enum quote_style style;
};
RSPAN_DEFINE(style_names, struct style_name);

static const struct style_name table[] = {
    {Z("literal"), QUOTE_LITERAL},
    {Z("shell"), QUOTE_SHELL},
    {Z("shell-always"), QUOTE_SHELL_ALWAYS},
    {Z("shell-escape"), QUOTE_SHELL_ESCAPE},
    {Z("shell-escape-always"), QUOTE_SHELL_ESCAPE_ALWAYS},
    {Z("c"), QUOTE_C},
    {Z("c-maybe"), QUOTE_C_MAYBE},
    {Z("escape"), QUOTE_ESCAPE},
    {Z("locale"), QUOTE_LOCALE},
    {Z("clocale"), QUOTE_CLOCALE},
};

bool quote_style_from_name(span name, enum quote_style *style)
{
    style_names names = SPAN_OF(style_names, table);
    enum quote_style only = *style;
    size_t found = 0;
    for (struct style_name s = {}; style_names_next(&names, &s);) {
        if (!span_starts(zstr_span(s.name), name))
            continue;
        if (zstr_len(s.name) == span_len(name)) {
            *style = s.style;
            return true;
        }
        only = s.style;
        found++;
    }
    if (found == 1)
        *style = only;
    return found == 1;
}
