/* check.c - whether an input is sorted already (-c, -C). */

#include "sort/sort.h"

/* The message of -c about a line out of order. */
static void report(struct cli *cli, zstr name, uint64_t number, span line, unsigned char line_end)
{
    writer err = {};
    buf text = {};
    writer_flush(cli_out(cli));
    writer_open(&err, FDH_STDERR);
    fmt_append(&text, Z("%s: %s:%ju: disorder: "),
               FMT_ARGS(fmt_z(cli->diag.program), fmt_namec(name), fmt_u(number)));
    writer_put(&err, buf_span(&text));
    writer_put(&err, line);
    writer_byte(&err, line_end);
    writer_flush(&err);
}

/* Whether CURRENT may not follow LAST. */
static bool disorder(struct sort_state *st, struct sort_line *last, struct sort_line *current,
                     struct sort_work *work)
{
    int d = sort_line_cmp(last, current, &st->order, work);
    if (d == 0 && st->order.last_resort) {
        sort_line_prepare_last(last, &st->order);
        sort_line_prepare_last(current, &st->order);
        d = sort_line_cmp_last(last, current, &st->order, work);
    }
    return st->opt.unique ? d >= 0 : d > 0;
}

/* The line before and the line at hand; they change places. */
struct SAFE_OWNER pair {
    struct sort_line a, b;
    struct sort_work work;
    bool a_is_last, any;
    uint64_t number;
};

/* Whether LINE may follow the one before. */
static bool follows(struct sort_state *st, struct pair *p, span line)
{
    bool ok = true;
    p->number++;
    sort_expect_lines(&st->order, p->number);
    if (p->a_is_last) {
        sort_line_set(&p->b, &st->order, line);
        ok = !p->any || !disorder(st, &p->a, &p->b, &p->work);
    } else {
        sort_line_set(&p->a, &st->order, line);
        ok = !p->any || !disorder(st, &p->b, &p->a, &p->work);
    }
    p->a_is_last = !p->a_is_last;
    p->any = true;
    return ok;
}

/* Keep the last line's text beyond the next read. */
static void keep_last(struct pair *p, buf *saved)
{
    buf_clear(saved);
    buf_append(saved, p->a_is_last ? p->a.text : p->b.text);
    if (p->a_is_last)
        p->a.text = buf_span(saved);
    else
        p->b.text = buf_span(saved);
}

static bool in_order(struct cli *cli, struct sort_state *st, struct cli_input *in)
{
    struct pair p = {};
    buf saved = {};
    span part = {};
    while (reader_records(&in->reader, st->opt.line_end, &part) == 0 && !span_empty(part)) {
        while (!span_empty(part)) {
            span line = part;
            if (!span_cut(&part, st->opt.line_end, &line))
                part = (span){};
            if (follows(st, &p, line))
                continue;
            if (st->opt.check == 'c')
                report(cli, in->name, p.number, line, st->opt.line_end);
            return false;
        }
        keep_last(&p, &saved);
    }
    return true;
}

int sort_check(struct cli *cli, struct sort_state *st)
{
    zstr name = zstr_vec_len(&st->opt.inputs) ? zstr_vec_at(&st->opt.inputs, 0) : Z("-");
    struct cli_input in = {};
    oserr err = cli_open_input(cli, name, &in);
    if (err) {
        cli_error(cli, err, "%s: %s", fmt_s(S("open failed")), fmt_namec(name));
        return cli_finish(cli);
    }
    bool ok = in_order(cli, st, &in);
    if (in.reader.err)
        cli_error(cli, in.reader.err, "%s: %s", fmt_s(S("read failed")), fmt_namec(name));
    cli_close_input(cli, &in, 0);
    int status = cli_finish(cli);
    return status == 0 && !ok ? 1 : status;
}
