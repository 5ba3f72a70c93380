/* unexpand - turn blanks into tabs.

   A run of blanks is held back until it is known what becomes of it: a tab for each stop that it reaches,
   except that a single space right before a stop stays when no other blank follows. */

#include "text/onebyte.h"
#include "text/part.h"
#include "unexpand/unexpand.h"

enum { KEY_FIRST_ONLY = CLI_KEY };

static const struct cli_option option_rows[] = {
    {'a', Z("all"), Z_NONE, Z("turn all runs of blanks into tabs, not just those that begin a line")},
    {KEY_FIRST_ONLY, Z("first-only"), Z_NONE, Z("only those that begin a line, in spite of -a and -t")},
    {'t', Z("tabs"), Z("LIST"),
     Z("stops every N columns where LIST is a number N, not 8; else at the columns\n"
       "of LIST, with commas between them; a last /N means multiples of N from\n"
       "there on, a last +N steps of N; this implies -a")},
    {',', Z_NONE, Z_NONE, Z_NONE},
};

const struct cli_program prog_program = {
    .name = Z("unexpand"),
    .operands = Z("[FILE]..."),
    .summary = Z("Print each FILE with the blanks that begin its lines turned into tabs.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("-"),
    .order = Z("tabs"),
    .digits = true,
};

/* The form of old: -N,N... */
static bool parse_digit(struct cli *cli, struct unexpand_options *opt, int key)
{
    if (key == ',') {
        if (opt->has_number)
            tabs_add(&opt->tabs, opt->number);
        opt->has_number = false;
        return true;
    }
    opt->number = opt->has_number ? opt->number : 0;
    opt->has_number = true;
    if (ck_mul(&opt->number, opt->number, 10) || ck_add(&opt->number, opt->number, magnitude(key - '0'))
        || opt->number > INT64_MAX)
        return cli_bad(cli, 0, "tab stop value is too large");
    return true;
}

static bool parse_options(struct cli *cli, struct unexpand_options *opt)
{
    bool ok = true;
    for (struct cli_match m = {}; ok && cli_next_option(cli, &m);) {
        opt->all |= m.key == 'a' || m.key == 't';
        switch (m.key) {
        case 'a': break;
        case 't': ok = tabs_parse(cli, &opt->tabs, zstr_span(m.value)); break;
        case KEY_FIRST_ONLY: opt->first_only = true; break;
        default: ok = parse_digit(cli, opt, m.key); break;
        }
    }
    opt->all = opt->all && !opt->first_only;
    return ok && cli_options_ok(cli) && parse_digit(cli, opt, ',') && tabs_finish(cli, &opt->tabs);
}

static void start_line(struct unexpand_state *st)
{
    st->column = 0;
    st->hint = 0;
    st->done = false;
    st->after_blank = true;
}

static void make_tables(struct unexpand_state *st)
{
    byteset uneven = {};
    st->decode = locale_charset() != CHARSET_SINGLE_BYTE;
    for (unsigned i = 128; st->decode && i < 256; i++)
        byteset_add(&uneven, low_byte(i));
    text_add_class(&uneven, TEXT_BLANK);
    byteset_add(&uneven, '\n');
    byteset_add(&uneven, '\b');
    byteclass_make(&st->uneven, &uneven);
    start_line(st);
}

static void put_spaces(writer *out, uint64_t n)
{
    enum { MOST = 64 * 1024 };
    for (; n > MOST && writer_ok(out); n -= MOST)
        writer_fill(out, MOST, ' ');
    if (writer_ok(out))
        writer_fill(out, n, ' ');
}

/* The first character held back becomes a tab. */
static void drop_first_held(struct unexpand_state *st)
{
    struct text_char c = {};
    span others = buf_span(&st->others);
    if (st->spaces > 0)
        st->spaces--;
    else if (text_next(&others, &c))
        buf_drop_front(&st->others, span_len(c.bytes));
}

/* No stop is reached: what was held back stays, but for a blank at a stop that has others behind it. */
static void put_held(writer *out, struct unexpand_state *st)
{
    if (st->spaces == 0 && buf_len(&st->others) == 0)
        return;
    struct text_char c = {};
    span others = buf_span(&st->others);
    bool several = st->spaces > 1 || (text_next(&others, &c) && (st->spaces > 0 || !span_empty(others)));
    if (st->reaches && several) {
        writer_byte(out, '\t');
        drop_first_held(st);
    }
    put_spaces(out, st->spaces);
    writer_put(out, buf_span(&st->others));
    st->spaces = 0;
    buf_clear(&st->others);
    st->reaches = false;
}

/* A stop is reached: what was held back since the last one is a tab. */
static void put_stop(writer *out, struct unexpand_state *st)
{
    if (st->reaches)
        writer_byte(out, '\t');
    writer_byte(out, '\t');
    st->spaces = 0;
    buf_clear(&st->others);
    st->reaches = false;
}

/* N spaces. */
static void take_spaces(writer *out, struct unexpand_state *st, struct tabs const *t, uint64_t n)
{
    while (n > 0) {
        uint64_t next = tabs_next(t, st->column, &st->hint);
        if (next == 0) {        /* no stop is left */
            put_held(out, st);
            put_spaces(out, n);
            st->done = true;
            return;
        }
        uint64_t distance = next - st->column, step = n < distance ? n : distance;
        bool alone = step == 1 && !st->after_blank;
        st->column += step;
        st->after_blank = true;
        n -= step;
        if (step == distance && !alone) {
            put_stop(out, st);
            continue;
        }
        st->reaches |= step == distance;
        if (buf_len(&st->others) == 0)
            st->spaces += step;
        else
            buf_append_fill(&st->others, step, ' ');
    }
}

/* A blank that is no space. */
static void take_blank(writer *out, struct unexpand_state *st, struct tabs const *t, struct text_char c)
{
    uint64_t next = tabs_next(t, st->column, &st->hint);
    bool tab = span_at(c.bytes, 0) == '\t', before = st->after_blank;
    int width = tab ? 0 : text_width(c);
    st->column = tab ? next : st->column + (width < 0 ? 1 : as_uint(width));
    st->after_blank = true;
    if (next == 0 || st->column > next) {
        /* No stop is left, or a wide blank steps over it: no tab ends where this blank does. */
        put_held(out, st);
        writer_put(out, c.bytes);
        st->done = next == 0;
    } else if (st->column == next && (tab || before)) {
        put_stop(out, st);
    } else {
        st->reaches |= st->column == next;
        buf_append(&st->others, c.bytes);
    }
}

/* A character that is no blank. */
static void take_other(writer *out, struct unexpand_state *st, bool all, struct text_char c)
{
    put_held(out, st);
    writer_put(out, c.bytes);
    if (span_eq(c.bytes, S("\b"))) {
        st->column -= st->column > 0;
        st->hint = 0;
    } else {
        int width = c.valid ? text_width(c) : 1;
        st->column += width < 0 ? 1 : as_uint(width);
    }
    st->after_blank = false;
    st->done = !all;
}

/* Text that needs no look; a single space inside a line is text, too, when something else follows. */
static void take_even(writer *out, struct unexpand_state *st, bool all, span *part)
{
    span rest = *part;
    size_t even = 0;
    for (;;) {
        even = span_find_class(rest, &st->uneven);
        rest = span_drop(rest, even);
        bool lone = even > 0 && span_peek(rest, 0) == ' ' && span_len(rest) > 1
                    && !byteclass_has(&st->uneven, span_at(rest, 1));
        if (!lone || !all)
            break;
        rest = span_drop(rest, 1);
    }
    span text = span_before(*part, rest);
    *part = rest;
    put_held(out, st);
    writer_put(out, text);
    st->column += span_len(text);
    st->after_blank = false;
    st->done = !all;
}

/* Lines, or rests of lines, in which there is nothing to do. */
static void take_lines(writer *out, struct unexpand_state *st, bool all, span *part)
{
    span rest = *part;
    while (!span_empty(rest)) {
        bool skip = st->done || (!all && st->column == 0 && !byteclass_has(&st->uneven, span_at(rest, 0)));
        if (!skip || (st->column == 0 && (st->spaces > 0 || buf_len(&st->others) > 0)))
            break;
        size_t end = span_find(rest, '\n');
        st->done = end == span_len(rest);
        rest = span_drop(rest, end + !st->done);
        if (!st->done)
            start_line(st);
    }
    writer_put(out, span_before(*part, rest));
    *part = rest;
}

/* One step: a line, a run of spaces, plain text or another character. */
static void take_some(writer *out, struct unexpand_state *st, struct unexpand_options const *opt, span *part)
{
    struct text_char c = {};
    unsigned char first = span_at(*part, 0);
    if (first == ' ') {
        size_t n = 1;
        while (span_peek(*part, n) == ' ')
            n++;
        *part = span_drop(*part, n);
        take_spaces(out, st, &opt->tabs, n);
    } else if (first == '\n') {
        *part = span_drop(*part, 1);
        put_held(out, st);
        writer_byte(out, '\n');
        start_line(st);
    } else if (!byteclass_has(&st->uneven, first)) {
        take_even(out, st, opt->all, part);
    } else if (text_next(part, &c)) {
        if (c.valid && text_is(c, TEXT_BLANK))
            take_blank(out, st, &opt->tabs, c);
        else
            take_other(out, st, opt->all, c);
    }
}

static void put_part(writer *out, struct unexpand_state *st, struct unexpand_options const *opt, span part)
{
    enum { SAMPLE = 1024, SHORT = 12 };
    span sample = span_at_most(part, SAMPLE);
    st->short_lines = span_count(sample, '\n') > span_len(sample) / SHORT;
    while (!span_empty(part) && writer_ok(out)) {
        take_lines(out, st, opt->all, &part);
        if (unexpand_is_plain(st, opt))
            unexpand_plain(out, st, opt->tabs.size, &part);
        if (!span_empty(part))
            take_some(out, st, opt, &part);
    }
}

/* Lines go on from one input to the next, as if they were one. */
static oserr unexpand(reader *in, writer *out, struct unexpand_state *st, struct unexpand_options const *opt)
{
    span part = {};
    oserr err = 0;
    while (writer_ok(out) && (err = text_peek_part(in, st->decode, &part)) == 0 && !span_empty(part)) {
        put_part(out, st, opt, part);
        reader_consume(in, span_len(part));
        writer_sync(out);
    }
    return err;
}

int prog_main(struct cli *cli)
{
    struct unexpand_options opt = {};
    struct unexpand_state st = {};
    if (!parse_options(cli, &opt))
        return cli_usage_exit(cli);
    make_tables(&st);
    struct cli_input in = {};
    while (writer_ok(cli_out(cli)) && cli_next_input(cli, &in))
        cli_close_input(cli, &in, unexpand(&in.reader, cli_out(cli), &st, &opt));
    put_held(cli_out(cli), &st);
    return cli_finish(cli);
}
