/* quote.h - names made safe to print, in GNU's quoting styles (--quoting-style of ls).

   The styles and their use of the locale's quotation marks follow the manual of GNU coreutils, "Formatting
   the file names"; multi-byte characters that the locale can print stay as they are, others are escaped
   byte by byte. */

#ifndef QUOTE_QUOTE_H
#define QUOTE_QUOTE_H

#include "io/writer.h"
#include "safe/buf.h"
#include "safe/bytes.h"
#include "safe/zstr.h"

enum quote_style {
    QUOTE_LITERAL,              /* as it is */
    QUOTE_SHELL,                /* for the shell, when it needs quotes */
    QUOTE_SHELL_ALWAYS,
    QUOTE_SHELL_ESCAPE,         /* the same with $'...' for what cannot be printed */
    QUOTE_SHELL_ESCAPE_ALWAYS,
    QUOTE_C,                    /* a C string with its "quotes" */
    QUOTE_C_MAYBE,              /* a C string, quotes only when something is escaped */
    QUOTE_ESCAPE,               /* a C string without quotes */
    QUOTE_LOCALE,               /* escaped, between the locale's quotation marks: 'x' */
    QUOTE_CLOCALE,              /* the same, with "x" where the locale has none of its own */
};

struct quote_options {
    enum quote_style style;
    byteset also;               /* further characters to be quoted (a colon in diagnostics) */
    bool hide_unprintable;      /* literal style: '?' for what cannot be printed */
};

/* Append NAME to OUT in the style. */
void quote_append(buf *out, span name, struct quote_options const *opt);
/* The same to a writer. */
void quote_put(writer *out, span name, struct quote_options const *opt);
/* Whether quote_append would change NAME. */
bool quote_changes(span name, struct quote_options const *opt);
/* The style called NAME ("shell-escape", ...), abbreviations allowed when unambiguous; false when there is
   none, and *STYLE stays as it was. */
bool quote_style_from_name(span name, enum quote_style *style);

#endif
