/* dump.c - input as lines of elements.

   Lines are made in the output's window from blocks where they stand in the buffer of the input.  The block
   before the one looked at stays there, too: one that repeats it is not printed. */

#include "od/od.h"

/* A block that is equal to the line before. */
struct repetition {
    bool possible;              /* there was a line */
    bool told;                  /* by a star */
};

/* Blanks for what BYTES lack of a full line of fields of the type T, and the characters. */
static void put_trailer(struct od_dump *d, writer *out, mspan *w, struct od_type const *t, span bytes)
{
    uint64_t used = (span_len(bytes) + t->size - 1) / t->size;
    uint64_t ends = used / t->fields * d->unit_columns + used % t->fields * t->columns
                    + (t->extra * (used % t->fields) + t->fields - 1) / t->fields;
    writer_commit_before(out, *w);
    writer_fill(out, d->line / d->unit * d->unit_columns - ends, ' ');
    writer_put(out, S("  >"));
    while (!span_empty(bytes)) {
        span part = span_take(&bytes, size_min(span_len(bytes), 4096));
        mspan to = mspan_first(writer_window(out, span_len(part)), span_len(part));
        mspan_copy(to, part);
        mspan_map(to, &d->shown);
        writer_commit(out, span_len(part));
    }
    writer_byte(out, '<');
    *w = writer_window(out, OD_ADDRESS_ROOM);
}

/* Where lines of further types begin. */
static size_t indent(struct od_dump const *d)
{
    return d->opt.radix == 16 ? 6 : d->opt.radix != 0 || d->opt.labelled ? 7 : 0;
}

static void put_blanks(mspan *w, size_t n)
{
    mspan_fill(mspan_first(*w, n), ' ');
    *w = mspan_drop(*w, n);
}

/* The lines of a block, the N bytes at the front of BYTES; zeros behind them fill up elements. */
static void put_block(struct od_dump *d, writer *out, mspan *w, span bytes, size_t n)
{
    od_make_room(out, w, OD_ADDRESS_ROOM);
    if (!od_put_address(d, w, d->address))
        return;
    for (size_t i = 0; i < od_types_len(&d->opt.types); i++) {
        size_t size = AT(od_types, &d->opt.types, i).size;
        od_make_room(out, w, OD_ADDRESS_ROOM);
        if (i > 0)
            put_blanks(w, indent(d));
        span elements = span_first(bytes, (n + size - 1) / size * size);
        od_put_fields(d, out, w, &AT(od_types, &d->opt.types, i), elements);
        if (AT(od_types, &d->opt.types, i).trailer)
            put_trailer(d, out, w, &AT(od_types, &d->opt.types, i), span_first(bytes, n));
        od_make_room(out, w, 1);
        mspan_push(w, '\n');
    }
    d->address += n;
}

/* Step over blocks of BYTES that repeat the one before, which stands at the front of BEFORE; how many
   bytes. */
static size_t skip_repeated(struct od_dump *d, mspan *w, struct repetition *rep, span before, span bytes)
{
    size_t n = span_common(before, bytes);
    n -= n % d->line;
    if (n > 0 && !rep->told)
        mspan_put(w, S("*\n"));
    rep->told |= n > 0;
    d->address += n;
    return n;
}

/* Print the blocks in DATA that are complete, from AT on; where what is left begins. */
static size_t put_blocks(struct od_dump *d, writer *out, struct repetition *rep, span data, size_t at)
{
    mspan w = writer_window(out, OD_ADDRESS_ROOM);
    while (span_len(data) - at >= d->line && !d->stopped) {
        span rest = span_drop(data, at);
        od_make_room(out, &w, OD_ADDRESS_ROOM);
        size_t n = rep->possible ? skip_repeated(d, &w, rep, span_drop(data, at - d->line), rest) : 0;
        if (n == 0) {
            put_block(d, out, &w, rest, d->line);
            n = d->line;
            rep->possible = !d->opt.duplicates;
            rep->told = false;
        }
        at += n;
    }
    writer_commit_before(out, w);
    return at;
}

/* What is left at the end, N bytes at the front of DATA, and the number behind the last byte. */
static void put_end(struct od_dump *d, writer *out, span data, size_t n)
{
    mspan w = writer_window(out, OD_ADDRESS_ROOM);
    if (n > 0 && !d->stopped)
        put_block(d, out, &w, data, n);
    od_make_room(out, &w, OD_ADDRESS_ROOM);
    if (!d->stopped && (d->opt.radix != 0 || d->opt.labelled) && od_put_address(d, &w, d->address))
        mspan_push(&w, '\n');
    writer_commit_before(out, w);
}

void od_print_lines(struct cli *cli, struct od_dump *d)
{
    buf data = {};
    struct repetition rep = {};
    size_t at = 0;
    while (writer_ok(cli_out(cli)) && !d->stopped && od_read(cli, &d->input, &data)) {
        at = put_blocks(d, cli_out(cli), &rep, buf_span(&data), at);
        size_t kept = rep.possible ? d->line : 0;
        buf_drop_front(&data, at - kept);
        at = kept;
    }
    size_t n = buf_len(&data) - at;
    buf_append_fill(&data, d->unit, 0);
    put_end(d, cli_out(cli), span_drop(buf_span(&data), at), n);
    buf_recycle(&data);
}
