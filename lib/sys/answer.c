/* answer.c - see answer.h. */

#include "sys/answer.h"

#include <config.h>
#include <stdlib.h>

#include "sys/locale.h"

bool answer_is_yes(span line)
{
    if (locale_is_c(LOCALE_MESSAGES))
        return span_peek(line, 0) == 'y' || span_peek(line, 0) == 'Y';
    char *text = line.n_ ? strndup((char const *)line.p_, line.n_) : NULL;
    bool yes = text && rpmatch(text) > 0;
    free(text);
    return yes;
}
