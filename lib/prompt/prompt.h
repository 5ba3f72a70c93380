/* prompt.h - questions that are answered on standard input. */

#ifndef PROMPT_PROMPT_H
#define PROMPT_PROMPT_H

#include "diag/diag.h"

/* Write "PROG: " and the filled TEMPLATE, a question that ends in a blank, to standard error, after what is
   pending on standard output, and read one line of standard input: whether it says yes in the user's
   language (the YESEXPR of LC_MESSAGES).  The end of input means no,
   and no to all later questions.

       if (prompt_yes(d, Z("remove %s? "), FMT_ARGS(fmt_name(name))))  */
bool prompt_yes(struct diag *d, zstr template, fmtargs args);

#endif
