/* terminal.c - see terminal.h. */

#include "quote/terminal.h"

#include "sys/env.h"

struct quote_terminal quote_for_terminal(struct diag *d, bool raw)
{
    struct quote_terminal how = {.options.style = QUOTE_SHELL_ESCAPE};
    if (raw || !fd_is_terminal(FDH_STDOUT))
        return how;
    how.quotes = true;
    zstr style = env_get(Z("QUOTING_STYLE"));
    if (!zstr_is_none(style) && !quote_style_from_name(zstr_span(style), &how.options.style))
        diag_warn(d, 0, "ignoring invalid value of environment variable QUOTING_STYLE: %s",
                  fmt_q(zstr_span(style)));
    return how;
}

void quote_put_terminal(writer *out, span name, struct quote_terminal const *how)
{
    if (how->quotes)
        quote_put(out, name, &how->options);
    else
        writer_put(out, name);
}
