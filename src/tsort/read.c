/* read.c - pairs from the input, which goes through one buffer: what is kept of it are the items' names. */

#include "tsort/tsort.h"

#include "safe/byteindex.h"
#include "safe/bytes.h"

struct SAFE_OWNER pairing {
    size_t first;               /* the item that waits for its second one, or TSORT_NONE */
    buf begun;                  /* the start of a name, from the blocks before */
    bool full;                  /* there are too many items */
    byteindex blanks;           /* of the block */
};

static void add_item(struct tsort_graph *g, struct pairing *p, span text, size_t len)
{
    uint32_t item = tsort_number(&g->names, text, len);
    p->full |= item == TSORT_NONE;
    if (p->first == TSORT_NONE) {
        p->first = item;
        return;
    }
    if (p->first != item)
        tsort_pairs_push(&g->pairs, (struct tsort_pair){.first = low_u32(p->first), .second = item});
    p->first = TSORT_NONE;
}

/* The name that P has the start of is over. */
static void end_begun(struct tsort_graph *g, struct pairing *p)
{
    if (buf_len(&p->begun) > 0)
        add_item(g, p, buf_span(&p->begun), buf_len(&p->begun));
    buf_clear(&p->begun);
}

/* Take in the items of BLOCK, where each tab has become a blank. */
static void add_block(struct tsort_graph *g, struct pairing *p, span block)
{
    byteindex_make(&p->blanks, block, ' ', '\n');
    size_t n = byteindex_len(&p->blanks), start = 0;
    for (size_t i = 0; i < n; i++) {
        size_t end = byteindex_at(&p->blanks, i);
        if (i == 0 && buf_len(&p->begun) > 0) {
            buf_append(&p->begun, span_first(block, end));
            end_begun(g, p);
        } else if (end > start) {
            add_item(g, p, span_drop(block, start), end - start);
        }
        start = end + 1;
    }
    buf_append(&p->begun, span_drop(block, start));
}

bool tsort_read(struct cli *cli, struct cli_input *in, struct tsort_graph *g)
{
    struct pairing p = {.first = TSORT_NONE};
    mspan part = {};
    oserr err = 0;
    while (!p.full && (err = reader_chunk_mut(&in->reader, &part)) == 0 && mspan_len(part) > 0) {
        mspan_replace(part, '\t', ' ');
        for (span rest = mspan_span(part); !span_empty(rest);)
            add_block(g, &p, span_take(&rest, size_min(span_len(rest), BYTEINDEX_BLOCK)));
    }
    if (err == 0)
        end_begun(g, &p);
    if (err)
        cli_error(cli, err, "%s: read error", fmt_namec(in->name));
    else if (p.full)
        cli_error(cli, 0, "%s: too many items", fmt_namec(in->name));
    else if (p.first != TSORT_NONE)
        cli_error(cli, 0, "%s: input contains an odd number of tokens", fmt_namec(in->name));
    else
        return true;
    return false;
}
