/* fold - break lines that are longer than a width.

   Most bytes take one column: runs of them are stepped over whole, and what stands between two breaks is
   written as it is.  With -s the line since the last break stays in the input's buffer until it is known
   where the next one comes; that is no more than one line of the width. */

#include "cli/cli.h"
#include "num/parse.h"
#include "safe/bytes.h"
#include "text/onebyte.h"

enum { TAB = 8 };
static const uint64_t WIDEST = UINT64_MAX - TAB - 1;    /* so that columns cannot wrap */

enum fold_unit { FOLD_COLUMNS, FOLD_BYTES, FOLD_CHARACTERS };

struct fold_options {
    uint64_t width;
    enum fold_unit unit;
    bool at_blanks;
};

struct fold_state {
    struct fold_options opt;
    byteset blank;              /* of one byte */
    byteclass uneven;           /* bytes that may be something else than one column */
    bool decode;                /* characters may have several bytes, or none or two columns */
    uint64_t column;
    unsigned last;              /* columns of the last character, which a backspace takes back */
    size_t start;               /* of what is not written yet */
    size_t line;                /* of the line, behind the last break */
    size_t at;                  /* of what was not looked at */
    size_t wide_blank;          /* just behind the last blank of several bytes in the line, or 0 */
    bool in_line;               /* a part of the line is no longer in the buffer */
};

static const struct cli_option option_rows[] = {
    {'b', Z("bytes"), Z_NONE, Z("the width is one of bytes: tabs and backspaces count 1, too,\n"
       "and no character is torn apart")},
    {'c', Z("characters"), Z_NONE, Z("the width is one of characters, however wide they are")},
    {'s', Z("spaces"), Z_NONE, Z("break behind the last blank that fits, if there is one")},
    {'w', Z("width"), Z("WIDTH"), Z("lines of at most WIDTH columns, not 80")},
};

const struct cli_program prog_program = {
    .name = Z("fold"),
    .operands = Z("[FILE]..."),
    .summary = Z("Print each FILE with its long lines broken.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("-"),
    .digits = true,
};

static bool parse_width(struct cli *cli, span text, uint64_t *width)
{
    enum num_err err = num_parse_u64(text, width);
    if (err == NUM_RANGE || (err == NUM_OK && (*width == 0 || *width > WIDEST)))
        return cli_bad(cli, ERANGE, "invalid number of columns: %s", fmt_q(text));
    return err == NUM_OK || cli_bad(cli, 0, "invalid number of columns: %s", fmt_q(text));
}

/* The form of old: -20 is -w 20. */
static bool parse_digits(struct cli *cli, struct cli_match const *m, uint64_t *width)
{
    buf number = {};
    buf_push(&number, low_byte(magnitude(m->key)));
    buf_append(&number, zstr_span(cli_take_rest(cli)));
    bool ok = parse_width(cli, buf_span(&number), width);
    buf_recycle(&number);
    return ok;
}

static bool parse_options(struct cli *cli, struct fold_options *opt)
{
    bool ok = true;
    for (struct cli_match m = {}; ok && cli_next_option(cli, &m);) {
        switch (m.key) {
        case 'b': opt->unit = FOLD_BYTES; break;
        case 'c': opt->unit = FOLD_CHARACTERS; break;
        case 's': opt->at_blanks = true; break;
        case 'w': ok = parse_width(cli, zstr_span(m.value), &opt->width); break;
        default: ok = parse_digits(cli, &m, &opt->width); break;
        }
    }
    return ok && cli_options_ok(cli);
}

static void make_tables(struct fold_state *st)
{
    byteset uneven = {};
    locale_use(LOCALE_CTYPE);
    st->decode = !locale_is_c(LOCALE_CTYPE);
    byteset_add(&uneven, '\n');
    if (st->opt.unit != FOLD_BYTES) {
        byteset_add(&uneven, 0);
        byteset_add(&uneven, '\b');
        byteset_add(&uneven, '\r');
        byteset_add(&uneven, '\t');
    }
    for (unsigned i = 128; st->decode && i < 256; i++)
        byteset_add(&uneven, low_byte(i));
    byteclass_make(&st->uneven, &uneven);
    if (st->opt.at_blanks)
        text_add_class(&st->blank, TEXT_BLANK);
}

/* Columns of C, which is none of those that move. */
static unsigned width_of(struct fold_state const *st, struct text_char c)
{
    if (span_at(c.bytes, 0) == 0)
        return st->opt.unit == FOLD_CHARACTERS;
    int width = st->opt.unit == FOLD_COLUMNS && c.valid ? text_width(c) : 1;
    return width < 0 ? 1 : as_uint(width);
}

static bool moves(unsigned char c)
{
    return c == '\b' || c == '\r' || c == '\t';
}

/* The column behind the character C.  A backspace over more columns than there are is never in the line. */
static uint64_t next_column(struct fold_state const *st, struct text_char c)
{
    if (st->opt.unit == FOLD_BYTES)
        return st->column + span_len(c.bytes);
    switch (span_at(c.bytes, 0)) {
    case '\b': return st->column >= st->last ? st->column - st->last : st->column > 0 ? UINT64_MAX : 0;
    case '\r': return 0;
    case '\t': return st->column + TAB - st->column % TAB;
    default: return st->column + width_of(st, c);
    }
}

/* Just behind the last blank of the line so far, or 0. */
static size_t last_blank(struct fold_state const *st, span part)
{
    for (size_t end = st->at; end > size_max(st->line, st->wide_blank); end--)
        if (byteset_has(&st->blank, span_at(part, end - 1)))
            return end;
    return st->wide_blank;
}

static void put_until(struct fold_state *st, writer *out, span part, size_t end)
{
    writer_put(out, span_sub(part, st->start, end - st->start));
    st->start = end;
}

static void start_line(struct fold_state *st, size_t at)
{
    st->line = st->at = at;
    st->column = 0;
    st->wide_blank = 0;
    st->in_line = false;
}

/* The next character does not fit: break the line before it or behind a blank; false when it is the first
   one, which stays as it is. */
static bool break_line(struct fold_state *st, writer *out, span part)
{
    if (st->at == st->line && !st->in_line)
        return false;
    size_t end = st->opt.at_blanks ? last_blank(st, part) : 0;
    put_until(st, out, part, end > 0 ? end : st->at);
    writer_byte(out, '\n');
    start_line(st, st->start);
    return true;
}

/* A character that may be anything. */
static void take_character(struct fold_state *st, writer *out, span part)
{
    span rest = span_drop(part, st->at);
    struct text_char c = {.bytes = span_first(rest, 1), .valid = true};
    if (st->decode)
        (void)text_next(&rest, &c);
    if (span_at(c.bytes, 0) == '\n') {
        start_line(st, st->at + 1);
        return;
    }
    uint64_t next = next_column(st, c);
    if (next > st->opt.width && break_line(st, out, part))
        return;                 /* it comes again, at the new column */
    st->column = next;
    if (!moves(span_at(c.bytes, 0)))
        st->last = width_of(st, c);
    st->at += span_len(c.bytes);
    if (st->opt.at_blanks && span_len(c.bytes) > 1 && c.valid && text_is(c, TEXT_BLANK))
        st->wide_blank = st->at;
}

/* Look at PART from st->at on; stops before a character that is not complete yet, unless ENDED. */
static void fold_part(struct fold_state *st, writer *out, span part, bool ended)
{
    while (st->at < span_len(part)) {
        span rest = span_drop(part, st->at);
        size_t even = span_find_class(rest, &st->uneven);
        if (even == 0) {
            if (!ended && st->decode && span_len(rest) < 16 && text_unfinished(rest) == span_len(rest))
                return;
            take_character(st, out, part);
            continue;
        }
        for (size_t end = st->at + even; st->at < end;) {
            uint64_t room = st->opt.width - size_min(st->column, st->opt.width);
            size_t n = span_len(span_at_most(span_sub(part, st->at, end - st->at), room));
            st->at += n;
            st->column += n;
            st->last = n > 0 ? 1 : st->last;
            if (n == 0 && break_line(st, out, part))
                break;          /* perhaps behind a blank that comes before this run */
        }
    }
}

/* Give up what is done with, and keep what may have to be broken yet; how many bytes are done with. */
static size_t let_go(struct fold_state *st, writer *out, span part)
{
    size_t done = st->opt.at_blanks ? st->line : st->at;
    put_until(st, out, part, done);
    st->in_line |= done > st->line;
    st->at -= done;
    st->wide_blank -= size_min(done, st->wide_blank);
    st->start = st->line = 0;
    return done;
}

static oserr fold_input(struct fold_state *st, writer *out, reader *in)
{
    span part = {};
    oserr err = 0;
    size_t left = 0;
    st->start = 0;
    start_line(st, 0);
    while (writer_ok(out) && (err = reader_peek_least(in, left + 1, &part)) == 0) {
        bool ended = span_len(part) == left;
        fold_part(st, out, part, ended);
        if (ended)
            break;
        size_t done = let_go(st, out, part);
        reader_consume(in, done);
        left = span_len(part) - done;
        writer_flush(out);
    }
    put_until(st, out, part, err ? st->start : span_len(part));
    reader_consume(in, left);   /* standard input may be named again */
    return err ? err : in->err;
}

int prog_main(struct cli *cli)
{
    struct fold_state st = {.opt = {.width = 80}};
    if (!parse_options(cli, &st.opt))
        return cli_usage_exit(cli);
    make_tables(&st);
    struct cli_input in = {};
    while (writer_ok(cli_out(cli)) && cli_next_input(cli, &in))
        cli_close_input(cli, &in, fold_input(&st, cli_out(cli), &in.reader));
    return cli_finish(cli);
}
