/* diag.h - diagnostics: "PROG: MESSAGE[: REASON]" on standard error.

   Message templates are literals in printf's form whose directives are filled, in order (or by "%2$s"), by
   typed arguments; the directive's own letter and length are only a place holder, the argument's type
   decides.  They go through gettext, and their texts equal GNU's where scripts may match them.

   Engines take a `struct diag *` and report through it; programs use the cli_ macros of cli.h, which do
   the same. */

#ifndef DIAG_DIAG_H
#define DIAG_DIAG_H

#include "io/writer.h"
#include "quote/quote.h"
#include "safe/buf.h"
#include "safe/zstr.h"
#include "sys/error.h"

enum fmt_kind { FMT_NONE, FMT_TEXT, FMT_UNSIGNED, FMT_SIGNED, FMT_QUOTED };

struct fmtarg {
    enum fmt_kind kind;
    enum quote_style style;
    bool colon;                 /* a name before ": " in a message: quoted when it holds a colon itself */
    span text;
    uintmax_t u;
    intmax_t i;
};
RSPAN_DEFINE(fmtargs, struct fmtarg);

/* Arguments.  A view in one has to last until the call returns. */
SAFE_INLINE struct fmtarg fmt_s(span s)                 /* as it is */
{
    return (struct fmtarg){.kind = FMT_TEXT, .text = s};
}
SAFE_INLINE struct fmtarg fmt_z(zstr z)                 /* as it is */
{
    return fmt_s(zstr_span(z));
}
SAFE_INLINE struct fmtarg fmt_u(uintmax_t u)
{
    return (struct fmtarg){.kind = FMT_UNSIGNED, .u = u};
}
SAFE_INLINE struct fmtarg fmt_i(intmax_t i)
{
    return (struct fmtarg){.kind = FMT_SIGNED, .i = i};
}
SAFE_INLINE struct fmtarg fmt_quoted_(span s, enum quote_style style, bool colon)
{
    return (struct fmtarg){.kind = FMT_QUOTED, .style = style, .colon = colon, .text = s};
}
/* 'x' with the locale's quotation marks: values and words. */
SAFE_INLINE struct fmtarg fmt_q(span s)
{
    return fmt_quoted_(s, QUOTE_LOCALE, false);
}
/* A file name inside a sentence: always quoted, for the shell. */
SAFE_INLINE struct fmtarg fmt_name(zstr z)
{
    return fmt_quoted_(zstr_span(z), QUOTE_SHELL_ESCAPE_ALWAYS, false);
}
/* The same for a name that is no string of its own. */
SAFE_INLINE struct fmtarg fmt_path(span s)
{
    return fmt_quoted_(s, QUOTE_SHELL_ESCAPE_ALWAYS, false);
}
/* A word for the shell: quoted only when it needs to be. */
SAFE_INLINE struct fmtarg fmt_word(zstr z)
{
    return fmt_quoted_(zstr_span(z), QUOTE_SHELL_ESCAPE, false);
}
/* A file name before a colon: quoted only when it needs to be. */
SAFE_INLINE struct fmtarg fmt_namec(zstr z)
{
    return fmt_quoted_(zstr_span(z), QUOTE_SHELL_ESCAPE, true);
}
/* The same for a name that is no string of its own. */
SAFE_INLINE struct fmtarg fmt_pathc(span s)
{
    return fmt_quoted_(s, QUOTE_SHELL_ESCAPE, true);
}

#define FMT_LIST_(...) (struct fmtarg const[]){{0}, ##__VA_ARGS__}
#define FMT_ARGS_(...) \
    fmtargs_drop((fmtargs){FMT_LIST_(__VA_ARGS__), sizeof(FMT_LIST_(__VA_ARGS__)) / sizeof(struct fmtarg)}, 1)

/* A list of arguments for a function that takes `fmtargs`. */
#define FMT_ARGS(...) FMT_ARGS_(__VA_ARGS__)

struct SAFE_OWNER diag {
    writer out;                 /* standard output; flushed before each message, to keep the order */
    zstr program;               /* the name it was called by, as questions and hints show it */
    zstr name;                  /* the last component of that, which begins messages */
    int status;                 /* exit status so far */
    int failure;                /* what an error makes of it */
    buf text;
    bool line;                  /* a line of diag_show_line stands on standard error */
    bool broken;                /* standard error took no more */
    oserr answers_err;          /* why an answer could not be read */
    bool answers_ended;         /* standard input came to its end, so questions get no answer any longer */
};

/* Append TEMPLATE, translated and filled, to OUT. */
void fmt_append(buf *out, zstr template, fmtargs args);
/* Fill TEMPLATE into the writer W, translated. */
void fmt_write(writer *w, zstr template, fmtargs args);

void diag_put_(struct diag *d, oserr err, zstr template, fmtargs args);
void diag_fail_(struct diag *d, oserr err, zstr template, fmtargs args);

/* diag_warn (d, err, "template", args...): one line on standard error; ERR adds ": " and its text unless 0.
   diag_error: the same, and the status becomes the failure status.  */
#define diag_warn(d, err, template, ...) diag_put_((d), (err), Z(template), FMT_ARGS_(__VA_ARGS__))
#define diag_error(d, err, template, ...) diag_fail_((d), (err), Z(template), FMT_ARGS_(__VA_ARGS__))

/* Let "PROG: TEXT" stand on standard error as a line that has no end yet, in the place of the one that stands
   there; what a terminal has no room for is left out.  Messages, questions and diag_sync take it away. */
void diag_show_line(struct diag *d, span text);
void diag_clear_line(struct diag *d);
/* Standard output was given a line about what is done: a terminal gets it at once. */
void diag_sync(struct diag *d);

#endif
