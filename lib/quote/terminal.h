/* terminal.h - names as they are, but quoted for the shell when standard output is a terminal, so that no
   name can play tricks on it.  The environment's QUOTING_STYLE chooses another style. */

#ifndef QUOTE_TERMINAL_H
#define QUOTE_TERMINAL_H

#include "diag/diag.h"
#include "quote/quote.h"

struct quote_terminal {
    bool quotes;
    struct quote_options options;
};

/* How names are to be printed on D's standard output.  RAW: not quoted in any case. */
struct quote_terminal quote_for_terminal(struct diag *d, bool raw);
void quote_put_terminal(writer *out, span name, struct quote_terminal const *how);

#endif
