/* ranges.h - lists of positions or fields, as "1,3-5,-2,8-" of cut and numfmt.

   Numbers count from 1.  A parsed list is sorted by where its ranges begin, and ranges that overlap have
   become one; ranges that only touch stay apart, since an output delimiter may go between them. */

#ifndef RANGES_RANGES_H
#define RANGES_RANGES_H

#include "cli/cli.h"

struct range {
    uint64_t low, high;         /* inclusive; an open range ends at UINT64_MAX */
};
VEC_DEFINE(range_vec, range_view, struct range);

struct ranges_rules {
    bool fields;                /* how complaints call the numbers: fields, or positions */
    bool dash_is_all;           /* "-" alone selects everything */
    bool complement;            /* take what the list leaves out */
};

/* Parse LIST, whose ranges are parted by commas or blanks, into OUT, which must be empty.  A mistake is
   reported as a usage error, and false returned. */
bool ranges_parse(struct cli *cli, span list, struct ranges_rules rules, range_vec *out);

/* Make one range of ranges that touch. */
void ranges_join(range_vec *ranges);

#endif
