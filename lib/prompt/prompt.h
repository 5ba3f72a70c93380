/* prompt.h - questions that are answered on standard input. */

#ifndef PROMPT_PROMPT_H
#define PROMPT_PROMPT_H

#include "diag/diag.h"

/* prompt_yes (d, "template? ", args...): write "PROG: " and the filled template, a question that ends in a
   blank, to standard error, after what is pending on standard output, and read one line of standard input:
   whether it says yes in the user's language (the YESEXPR of LC_MESSAGES).  The end of input means no. */
#define prompt_yes(d, template, ...) prompt_yes_((d), Z(template), FMT_ARGS_(__VA_ARGS__))
bool prompt_yes_(struct diag *d, zstr template, fmtargs args);

#endif
