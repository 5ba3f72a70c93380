/* expand - turn tabs into spaces.

   Text between tabs is passed on as it stands; columns are counted only in the part of a line that comes
   before a tab. */

#include "cli/cli.h"
#include "safe/bytes.h"
#include "tabs/tabs.h"
#include "text/onebyte.h"
#include "text/part.h"

enum { ROOM = 16 * 1024 };

struct expand_options {
    struct tabs tabs;
    bool initial;               /* only tabs before the first character of a line that is no blank */
};

struct expand_state {
    byteset uneven;             /* bytes that may be something else than one column wide */
    byteset blank;
    bool decode;                /* characters may have several bytes */
    uint64_t column;
    size_t hint;                /* of tabs_next */
    bool in_text;               /* a character that is no blank was seen in this line */
};

static const struct cli_option option_rows[] = {
    {'i', Z("initial"), Z_NONE, Z("leave alone the tabs behind the first character that is no blank")},
    {'t', Z("tabs"), Z("LIST"),
     Z("stops every N columns where LIST is a number N, not 8; else at the columns\n"
       "of LIST, with commas between them; a last /N means multiples of N from\n"
       "there on, a last +N steps of N")},
};

const struct cli_program prog_program = {
    .name = Z("expand"),
    .operands = Z("[FILE]..."),
    .summary = Z("Print each FILE with its tabs turned into spaces.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("-"),
    .order = Z("tabs"),
    .digits = true,
    .notes = Z("Behind the last stop of a LIST a tab becomes one space."),
};

/* The form of old: -4,8 is -t 4,8. */
static bool parse_digits(struct cli *cli, struct cli_match const *m, struct tabs *t)
{
    buf list = {};
    buf_push(&list, low_byte(magnitude(m->key)));
    buf_append(&list, zstr_span(cli_take_rest(cli)));
    bool ok = tabs_parse(cli, t, buf_span(&list));
    buf_recycle(&list);
    return ok;
}

static bool parse_options(struct cli *cli, struct expand_options *opt)
{
    bool ok = true;
    for (struct cli_match m = {}; ok && cli_next_option(cli, &m);) {
        switch (m.key) {
        case 'i': opt->initial = true; break;
        case 't': ok = tabs_parse(cli, &opt->tabs, zstr_span(m.value)); break;
        default: ok = parse_digits(cli, &m, &opt->tabs); break;
        }
    }
    return ok && cli_options_ok(cli) && tabs_finish(cli, &opt->tabs);
}

static void make_tables(struct expand_state *st, bool initial)
{
    st->decode = locale_charset() != CHARSET_SINGLE_BYTE;
    byteset_add(&st->uneven, '\b');
    byteset_add(&st->uneven, '\n');
    for (unsigned i = 128; st->decode && i < 256; i++)
        byteset_add(&st->uneven, low_byte(i));
    if (initial)
        text_add_class(&st->blank, TEXT_BLANK);
}

static void start_line(struct expand_state *st)
{
    st->column = 0;
    st->hint = 0;
    st->in_text = false;
}

/* Go over the columns of TEXT, character by character. */
static void count_columns(struct expand_state *st, span text)
{
    struct text_char c = {};
    while (text_next(&text, &c)) {
        if (span_eq(c.bytes, S("\b"))) {
            st->column -= st->column > 0;
            st->hint = 0;
            st->in_text = true;
            continue;
        }
        int width = c.valid ? text_width(c) : 1;
        st->column += width < 0 ? 1 : as_uint(width);
        st->in_text = st->in_text || !c.valid || !text_is(c, TEXT_BLANK);
    }
}

/* Whether TEXT, a part of a line, has more than blanks. */
static bool has_text(struct expand_state const *st, span text)
{
    return span_find_not_in(text, &st->blank) < span_len(text);
}

/* Go over TEXT, which holds no tab. */
static void pass_text(struct expand_state *st, bool initial, span text)
{
    size_t even = span_find_in(text, &st->uneven);
    if (even < span_len(text)) {
        size_t end = span_rfind(text, '\n');
        if (end < span_len(text)) {
            text = span_drop(text, end + 1);
            start_line(st);
        }
        even = span_find_in(text, &st->uneven);
    }
    st->column += even;
    if (initial && !st->in_text)
        st->in_text = has_text(st, span_first(text, even));
    if (even < span_len(text))
        count_columns(st, span_drop(text, even));
}

static void put_spaces(writer *out, uint64_t n)
{
    enum { MOST = 64 * 1024 };
    if (n <= 8) {
        mspan w = writer_window(out, 8);
        mspan_put(&w, S("        "));
        writer_commit(out, n);
        return;
    }
    for (; n > MOST && writer_ok(out); n -= MOST)
        writer_fill(out, MOST, ' ');
    if (writer_ok(out))
        writer_fill(out, n, ' ');
}

/* What a tab becomes. */
static void put_tab(writer *out, struct expand_state *st, struct tabs const *t)
{
    uint64_t next = tabs_next(t, st->column, &st->hint);
    uint64_t spaces = next > 0 ? next - st->column : 1;
    st->column += spaces;
    put_spaces(out, spaces);
}

/* The rest of a line in which tabs stay as they are. */
static void put_rest_of_line(writer *out, struct expand_state *st, span *part)
{
    size_t end = span_find(*part, '\n');
    st->in_text = end == span_len(*part);
    writer_put(out, span_take(part, end + !st->in_text));
    if (!st->in_text)
        start_line(st);
}

/* Whether put_plain may run: stops at multiples of a small power of two, and nothing else to look at. */
static bool is_plain(struct expand_options const *opt)
{
    uint64_t size = opt->tabs.size;
    return !opt->initial && size > 0 && size <= 8 && (size & (size - 1)) == 0;
}

/* Characters of one column, tabs and newlines, eight bytes at a time; up to another one, to where tabs
   become rare, or near the end. */
static void put_plain(writer *out, struct expand_state *st, uint64_t size, span *part)
{
    enum { LOW = '\r' + 1, RARE = 32 };
    unsigned words = 0;         /* since the last tab */
    mspan w = writer_window(out, ROOM);
    while (words < RARE && span_len(*part) >= 8 && mspan_len(w) >= 16) {
        words++;
        uint64_t word = span_load64(*part);
        size_t n = word_find_uneven(word, LOW);
        mspan_store64(w, word);
        w = mspan_drop(w, n);
        st->column += n;
        *part = span_drop(*part, n);
        if (n == 8)
            continue;
        unsigned char c = span_at(*part, 0);
        if (c == '\t') {
            uint64_t spaces = size - (st->column & (size - 1));
            mspan_store64(w, UINT64_MAX / 255 * ' ');
            w = mspan_drop(w, spaces);
            st->column += spaces;
            words = 0;
        } else if (!byteset_has(&st->uneven, c) || c == '\n') {
            mspan_push(&w, c);
            st->column = c == '\n' ? 0 : st->column + 1;
        } else {
            break;
        }
        *part = span_drop(*part, 1);
    }
    writer_commit_before(out, w);
}

static void put_part(writer *out, struct expand_state *st, struct expand_options const *opt, span part)
{
    bool plain = is_plain(opt);
    while (!span_empty(part) && writer_ok(out)) {
        if (opt->initial && st->in_text) {
            put_rest_of_line(out, st, &part);
            continue;
        }
        if (plain)
            put_plain(out, st, opt->tabs.size, &part);
        span text = span_take(&part, span_find(part, '\t'));
        writer_put(out, text);
        pass_text(st, opt->initial, text);
        if (span_empty(part))
            return;
        if (opt->initial && st->in_text)
            continue;
        part = span_drop(part, 1);
        put_tab(out, st, &opt->tabs);
    }
}

/* Columns go on from one input to the next, as if they were one. */
static oserr expand(reader *in, writer *out, struct expand_state *st, struct expand_options const *opt)
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
    struct expand_options opt = {};
    struct expand_state st = {};
    if (!parse_options(cli, &opt))
        return cli_usage_exit(cli);
    make_tables(&st, opt.initial);
    struct cli_input in = {};
    while (writer_ok(cli_out(cli)) && cli_next_input(cli, &in))
        cli_close_input(cli, &in, expand(&in.reader, cli_out(cli), &st, &opt));
    return cli_finish(cli);
}
