/* tabs.h - tab stops, as expand, unexpand and fmt's relatives take them on the command line.

   A list is numbers with commas or blanks between them.  One number N means a stop at every N columns;
   several are the stops themselves, counted from 0.  The last one may begin with '/', stops at its multiples
   behind the list, or with '+', stops at so many columns each behind the last one of the list. */

#ifndef TABS_TABS_H
#define TABS_TABS_H

#include "cli/cli.h"

VEC_DEFINE(tabs_vec, tabs_view, uint64_t);

struct tabs {
    tabs_vec stops;             /* ascending */
    uint64_t size;              /* one stop every SIZE columns, without a list */
    uint64_t multiples;         /* '/': behind the list at its multiples, or 0 */
    uint64_t steps;             /* '+': behind the list at steps from its end, or 0 */
};

/* Add the stops of LIST; reports and returns false when it is none. */
bool tabs_parse(struct cli *cli, struct tabs *t, span list);
/* Add one stop, or set what comes behind the list when it is made. */
void tabs_add(struct tabs *t, uint64_t stop);
/* All was added: look at it as a whole.  Reports and returns false when it makes no sense. */
bool tabs_finish(struct cli *cli, struct tabs *t);

/* The first stop behind COLUMN, or 0 when there is none.  *HINT makes a run of calls with rising columns
   fast: begin with 0, and again with 0 when columns went back. */
uint64_t tabs_next(struct tabs const *t, uint64_t column, size_t *hint);

#endif
