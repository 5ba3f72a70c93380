/* part.h - input in parts that do not end within a character. */

#ifndef TEXT_PART_H
#define TEXT_PART_H

#include "io/reader.h"

/* Like reader_peek, but where CHARACTERS have several bytes, an unfinished one at the end waits for its rest,
   unless no more will come: it is not in PART then, which is empty at the end of input only. */
oserr text_peek_part(reader *in, bool characters, span *part);

#endif
