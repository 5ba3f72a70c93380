/* comm - compare two sorted files line by line.

   Lines are looked at where they stand in the inputs' buffers; only those that a refill would overwrite are
   copied. */

#include "cli/cli.h"
#include "sys/collate.h"
#include "text/collation.h"

enum { KEY_CHECK = CLI_KEY, KEY_NOCHECK, KEY_DELIMITER, KEY_TOTAL };
enum { ROOM = 16 * 1024 };

static const struct cli_option option_rows[] = {
    {'1', Z_NONE, Z_NONE, Z("leave out lines that only FILE1 has")},
    {'2', Z_NONE, Z_NONE, Z("leave out lines that only FILE2 has")},
    {'3', Z_NONE, Z_NONE, Z("leave out lines that both files have")},
    {KEY_CHECK, Z("check-order"), Z_NONE,
     Z("see that both files are sorted, even where all lines have partners,\n"
       "and stop where one is not")},
    {KEY_NOCHECK, Z("nocheck-order"), Z_NONE, Z("do not look whether the files are sorted")},
    {KEY_DELIMITER, Z("output-delimiter"), Z("STRING"), Z("put STRING between columns, not a tab")},
    {KEY_TOTAL, Z("total"), Z_NONE, Z("end with a line that counts the lines of each column")},
    {'z', Z("zero-terminated"), Z_NONE, Z("lines end with NUL, not newline")},
};

const struct cli_program prog_program = {
    .name = Z("comm"),
    .operands = Z("FILE1 FILE2"),
    .summary = Z("Print the lines of two sorted files in three columns: those that only FILE1 has, those\n"
                 "that only FILE2 has, and those that both have.\n"
                 "Standard input is read where FILE1 or FILE2 is -."),
    .options = CLI_ROWS(option_rows),
    .notes = Z("Lines are compared in the order of the locale (LC_COLLATE)."),
};

enum check { CHECK_UNPAIRED, CHECK_ALWAYS, CHECK_NEVER };

/* A file, or standard input for both sides. */
struct source {
    struct cli_input in;
    span rest;                  /* whole lines that were read, not yet taken */
    buf last;                   /* a last line that lacked its end */
};

struct side {
    span line;                  /* the one to compare, with its end */
    span before;                /* the one before it; at first the same */
    bool has_line;
    buf kept;                   /* those two, where the source's buffer was filled again */
    buf spare;
    struct collator_key key, other_key;         /* of the line, and of one beside it */
    oserr err;                  /* of reading; to be told */
    bool out_of_order, told;
};

/* How lines are told apart and what became known of them. */
struct order {
    enum check check;
    unsigned char line_end;
    bool collate;
    struct collator collator;
    bool unpaired;              /* there was a line without a partner */
    bool pause;                 /* input was read, or something is to be told */
    bool over;                  /* an input cannot be read, or is out of order where that ends the run */
};

struct comm_run {
    struct source first, second;
    struct side one, two;
    bool shared;                /* both sides take their lines from the first source */
    struct order order;
    bool hide1, hide2, hide3, total;
    bool has_delimiter;
    span delimiter;
    uint64_t only1, only2, both;
};

/* ---- options ---- */

static bool parse_delimiter(struct cli *cli, zstr value, struct comm_run *r)
{
    /* An empty one is the NUL that ends it. */
    span delimiter = span_empty(zstr_span(value)) ? S("\0") : zstr_span(value);
    if (r->has_delimiter && !span_eq(delimiter, r->delimiter))
        return cli_bad(cli, 0, "multiple output delimiters specified");
    r->has_delimiter = true;
    r->delimiter = delimiter;
    return true;
}

static bool parse_options(struct cli *cli, struct comm_run *r)
{
    bool ok = true;
    for (struct cli_match m = {}; ok && cli_next_option(cli, &m);) {
        switch (m.key) {
        case '1': r->hide1 = true; break;
        case '2': r->hide2 = true; break;
        case '3': r->hide3 = true; break;
        case 'z': r->order.line_end = 0; break;
        case KEY_CHECK: r->order.check = CHECK_ALWAYS; break;
        case KEY_NOCHECK: r->order.check = CHECK_NEVER; break;
        case KEY_TOTAL: r->total = true; break;
        default: ok = parse_delimiter(cli, m.value, r); break;
        }
    }
    if (!ok || !cli_options_ok(cli))
        return false;
    size_t n = cli_operand_count(cli);
    if (n < 2)
        return cli_missing_operand(cli, n == 0 ? Z_NONE : cli_operand(cli, 0));
    return n == 2 || cli_extra_operand(cli, cli_operand(cli, 2));
}

/* ---- lines ---- */

/* Before the buffer that lines of S may lie in is filled again. */
static void keep_lines(struct side *s)
{
    buf_clear(&s->spare);
    buf_append(&s->spare, s->before);
    if (s->has_line)
        buf_append(&s->spare, s->line);
    buf_swap(&s->spare, &s->kept);
    s->line = buf_span(&s->kept);
    s->before = span_take(&s->line, span_len(s->before));
}

/* Read more lines from S, none of whose lines are left; the caller has kept those that lie in its buffer. */
static oserr refill(struct order *o, struct source *s)
{
    o->pause = true;
    oserr err = reader_records(&s->in.reader, o->line_end, &s->rest);
    o->over |= err != 0;
    if (err || span_empty(s->rest) || span_last(s->rest) == o->line_end)
        return err;
    buf_append(&s->last, s->rest);
    buf_push(&s->last, o->line_end);
    s->rest = buf_span(&s->last);
    return 0;
}

/* The order of the two lines. */
static int compare_sides(struct comm_run *r)
{
    span one = span_chop(r->one.line, 1), two = span_chop(r->two.line, 1);
    if (!r->order.collate)
        return span_cmp(one, two);
    return collator_compare(&r->order.collator, one, &r->one.key, two, &r->two.key);
}

/* How the line of S and OTHER, the one before or after it, are ordered. */
static int compare_to(struct order *o, struct side *s, span other)
{
    span line = span_chop(s->line, 1);
    other = span_chop(other, 1);
    if (!o->collate)
        return span_cmp(line, other);
    s->other_key.made = false;
    return collator_compare(&o->collator, line, &s->key, other, &s->other_key);
}

/* The end of S.  Its last two lines may have passed unchecked, where unpaired ones came up only since. */
static void end_side(struct order *o, struct side *s)
{
    bool check = o->check == CHECK_UNPAIRED && o->unpaired && s->has_line;
    if (check && !s->out_of_order && compare_to(o, s, s->before) < 0)
        s->out_of_order = o->pause = true;
    s->has_line = false;
}

/* Go on to the next of the lines that were read into SOURCE.  What is to be told about it waits in S; the
   caller pauses. */
static void take_line(struct order *o, struct side *s, struct source *source)
{
    if (span_empty(source->rest)) {
        end_side(o, s);
        return;
    }
    span line = span_take(&source->rest, span_find(source->rest, o->line_end) + 1);
    bool check = o->check == CHECK_ALWAYS || (o->check == CHECK_UNPAIRED && o->unpaired);
    if (check && s->has_line && !s->out_of_order && compare_to(o, s, line) > 0) {
        s->out_of_order = o->pause = true;
        o->over |= o->check == CHECK_ALWAYS;
    }
    s->before = s->has_line ? s->line : line;
    s->line = line;
    s->has_line = true;
    s->key.made = false;
}

static oserr refill_first(struct comm_run *r)
{
    keep_lines(&r->one);
    if (r->shared)
        keep_lines(&r->two);
    return refill(&r->order, &r->first);
}

static void next_one(struct comm_run *r)
{
    if (span_empty(r->first.rest))
        r->one.err = refill_first(r);
    take_line(&r->order, &r->one, &r->first);
}

static void next_two(struct comm_run *r)
{
    if (r->shared) {
        if (span_empty(r->first.rest))
            r->two.err = refill_first(r);
        take_line(&r->order, &r->two, &r->first);
        return;
    }
    if (span_empty(r->second.rest)) {
        keep_lines(&r->two);
        r->two.err = refill(&r->order, &r->second);
    }
    take_line(&r->order, &r->two, &r->second);
}

/* ---- output ---- */

/* Write LINE with DELIMITERS before it to *W, the window of OUT. */
static void put_line(struct comm_run const *r, writer *out, mspan *w, unsigned delimiters, span line)
{
    size_t before = delimiters * span_len(r->delimiter);
    if (mspan_len(*w) < before || mspan_len(*w) - before < span_len(line)) {
        writer_commit_before(out, *w);
        for (; delimiters > 0; delimiters--)
            writer_put(out, r->delimiter);
        writer_put(out, line);
        *w = writer_window(out, ROOM);
        return;
    }
    for (; delimiters > 0; delimiters--)
        mspan_put(w, r->delimiter);
    mspan_put(w, line);
}

/* Print the line that comes first, and take the next one. */
static void step(struct comm_run *r, writer *out, mspan *w)
{
    int order = !r->two.has_line ? -1 : !r->one.has_line ? 1 : compare_sides(r);
    if (order == 0) {
        r->both++;
        if (!r->hide3)
            put_line(r, out, w, (r->hide1 ? 0U : 1U) + (r->hide2 ? 0U : 1U), r->two.line);
    } else if (order < 0) {
        r->only1++;
        r->order.unpaired = true;
        if (!r->hide1)
            put_line(r, out, w, 0, r->one.line);
    } else {
        r->only2++;
        r->order.unpaired = true;
        if (!r->hide2)
            put_line(r, out, w, r->hide1 ? 0 : 1, r->two.line);
    }
    if (order <= 0)
        next_one(r);
    if (order >= 0 && !r->order.over)
        next_two(r);
}

/* Tell what is wrong with S, side NUMBER, that reads the file NAME; once. */
static void tell(struct cli *cli, struct side *s, int number, zstr name)
{
    if (s->err)
        cli_error(cli, s->err, "%s", fmt_namec(name));
    else if (s->out_of_order && !s->told)
        cli_error(cli, 0, "file %d is not in sorted order", fmt_i(number));
    s->err = 0;
    s->told = s->out_of_order;
}

static void tell_both(struct cli *cli, struct comm_run *r)
{
    tell(cli, &r->one, 1, cli_operand(cli, 0));
    tell(cli, &r->two, 2, cli_operand(cli, 1));
}

static void compare(struct cli *cli, struct comm_run *r, writer *out)
{
    next_one(r);
    if (!r->order.over)
        next_two(r);
    tell_both(cli, r);
    while (!r->order.over && writer_ok(out) && (r->one.has_line || r->two.has_line)) {
        mspan w = writer_window(out, ROOM);
        for (r->order.pause = false; !r->order.pause && (r->one.has_line || r->two.has_line);)
            step(r, out, &w);
        writer_commit_before(out, w);
        tell_both(cli, r);
        writer_sync(out);
    }
}

static void put_total(struct comm_run const *r, writer *out)
{
    writer_umax(out, r->only1);
    writer_put(out, r->delimiter);
    writer_umax(out, r->only2);
    writer_put(out, r->delimiter);
    writer_umax(out, r->both);
    writer_put(out, r->delimiter);
    writer_put(out, S("total"));
    writer_byte(out, r->order.line_end);
}

/* Open input INDEX, one of the operands; false, reported, when it cannot be. */
static bool open_source(struct cli *cli, struct source *s, size_t index)
{
    zstr name = cli_operand(cli, index);
    oserr err = cli_open_input(cli, name, &s->in);
    if (err)
        cli_error(cli, err, "%s", fmt_namec(name));
    return err == 0;
}

int prog_main(struct cli *cli)
{
    struct comm_run r = {.order = {.line_end = '\n', .collate = !collate_by_bytes()}, .delimiter = S("\t")};
    if (!parse_options(cli, &r))
        return cli_usage_exit(cli);
    if (!open_source(cli, &r.first, 0))
        return cli_finish(cli);
    r.shared = r.first.in.is_stdin && span_eq(zstr_span(cli_operand(cli, 1)), S("-"));
    if (!r.shared && !open_source(cli, &r.second, 1))
        return cli_finish(cli);
    compare(cli, &r, cli_out(cli));
    if (r.total && !r.order.over)
        put_total(&r, cli_out(cli));
    if (!r.order.over && (r.one.out_of_order || r.two.out_of_order))
        cli_error(cli, 0, "input is not in sorted order");
    cli_close_input(cli, &r.first.in, 0);
    if (!r.shared)
        cli_close_input(cli, &r.second.in, 0);
    return cli_finish(cli);
}
