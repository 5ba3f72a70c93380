/* part.c - see part.h. */

#include "text/part.h"

#include "text/chars.h"

oserr text_peek_part(reader *in, bool characters, span *part)
{
    size_t unfinished = 0;
    do {
        oserr err = reader_peek_least(in, unfinished + 1, part);
        if (err)
            return err;
        unfinished = characters && !reader_ended(in) ? text_unfinished(*part) : 0;
    } while (unfinished > 0 && unfinished == span_len(*part));
    *part = span_chop(*part, unfinished);
    return 0;
}
