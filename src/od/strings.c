/* strings.c - only what looks like text: runs of printable characters with a NUL behind them.

   The limit of -N ends a string as a NUL does, the end of input does not. */

#include "od/od.h"
#include "text/onebyte.h"

static void put_string(struct od_dump *d, writer *out, span string)
{
    if (span_len(string) < d->opt.shortest)
        return;
    if (d->opt.radix != 0 || d->opt.labelled) {
        mspan w = writer_window(out, OD_ADDRESS_ROOM);
        if (od_put_address(d, &w, d->address - span_len(string)))
            mspan_push(&w, ' ');
        writer_commit_before(out, w);
    }
    if (d->stopped)
        return;
    writer_put(out, string);
    writer_byte(out, '\n');
}

/* Look through PART; RUN is the string that came before it, and becomes the one at its end. */
static void scan(struct od_dump *d, writer *out, span part, buf *run)
{
    while (!span_empty(part) && !d->stopped) {
        span string = span_take(&part, span_find_class(part, &d->unprintable));
        d->address += span_len(string);
        unsigned char end = 0;
        if (buf_len(run) > 0 || span_empty(part)) {
            buf_append(run, string);
            string = buf_span(run);
        }
        if (!span_next(&part, &end))
            return;
        if (end == 0)
            put_string(d, out, string);
        buf_clear(run);
        d->address++;
    }
}

void od_print_strings(struct cli *cli, struct od_dump *d)
{
    buf data = {}, run = {};
    byteset set = {};
    text_add_class(&set, TEXT_PRINT);
    byteset_invert(&set);
    byteclass_make(&d->unprintable, &set);
    while (writer_ok(cli_out(cli)) && !d->stopped && od_read(cli, &d->input, &data)) {
        scan(d, cli_out(cli), buf_span(&data), &run);
        buf_clear(&data);
    }
    if (!d->stopped && d->input.left == 0 && buf_len(&run) > 0)
        put_string(d, cli_out(cli), buf_span(&run));
    buf_recycle(&run);
    buf_recycle(&data);
}
