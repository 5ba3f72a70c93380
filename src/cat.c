/* cat - copy inputs to standard output, one after the other.

   Without options bytes go through unchanged, inside the kernel where it can move them (splice).  With
   options a line is prefix, text and end; runs of bytes that need no change are found and copied whole. */

#include "cli/cli.h"
#include "safe/byteindex.h"
#include "safe/bytes.h"
#include "safe/checked.h"
#include "safe/counter.h"
#include "sys/zerocopy.h"

enum {
    COPY_SIZE = 256 * 1024,
    SLICE = 4096,
    LINE = 256,                 /* longer lines are not worth the room of a window */
    LINE_ROOM = 8 * LINE + COUNTER_ROOM,
};

struct cat_options {
    bool number, number_nonblank, show_ends, squeeze_blank, show_tabs, show_nonprinting;
};

/* What carries over from one part of the input to the next, and from file to file. */
struct cat_state {
    counter number;             /* of the next numbered line */
    unsigned blank_lines;       /* empty lines just seen, as far as they matter */
    bool in_line;               /* the last byte was no newline */
    bool pending_cr;            /* -E without -v: a carriage return is held back, it may end a line */
    bool by_line;               /* lines have to be told apart */
    bool numbers;               /* lines have numbers */
    bool skip_empty;            /* but empty ones have none */
    bool only_number;           /* nothing else is added */
    bool changes;               /* some byte is shown otherwise than it is */
    bool watch_cr;
    byteclass special;          /* bytes that cannot be copied as they are */
    byteexpand shown;           /* what each byte becomes */
};

static const struct cli_option option_rows[] = {
    {'A', Z("show-all"), Z_NONE, Z("the same as -vET")},
    {'b', Z("number-nonblank"), Z_NONE, Z("number the lines that are not empty; wins over -n")},
    {'e', Z_NONE, Z_NONE, Z("the same as -vE")},
    {'E', Z("show-ends"), Z_NONE, Z("show a $ at the end of each line")},
    {'n', Z("number"), Z_NONE, Z("number all lines")},
    {'s', Z("squeeze-blank"), Z_NONE, Z("print one empty line for several in a row")},
    {'t', Z_NONE, Z_NONE, Z("the same as -vT")},
    {'T', Z("show-tabs"), Z_NONE, Z("show a TAB as ^I")},
    {'u', Z_NONE, Z_NONE, Z("(ignored: output is never held back)")},
    {'v', Z("show-nonprinting"), Z_NONE,
     Z("show control characters as ^X and bytes above 127 as M-x, but not LF and TAB")},
};

const struct cli_program prog_program = {
    .name = Z("cat"),
    .operands = Z("[FILE]..."),
    .summary = Z("Copy each FILE, in order, to standard output.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("closing standard input"),
    .order = Z("number-nonblank number squeeze-blank show-nonprinting show-ends show-tabs"),
};

static bool parse_options(struct cli *cli, struct cat_options *opt)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        opt->show_nonprinting |= m.key == 'A' || m.key == 'e' || m.key == 't' || m.key == 'v';
        opt->show_ends |= m.key == 'A' || m.key == 'e' || m.key == 'E';
        opt->show_tabs |= m.key == 'A' || m.key == 't' || m.key == 'T';
        opt->number_nonblank |= m.key == 'b';
        opt->number |= m.key == 'n';
        opt->squeeze_blank |= m.key == 's';
    }
    return cli_options_ok(cli);
}

static bool changes_bytes(struct cat_options const *opt)
{
    return opt->number || opt->number_nonblank || opt->show_ends || opt->squeeze_blank || opt->show_tabs
           || opt->show_nonprinting;
}

/* How C is shown. */
static void append_shown(buf *text, unsigned char c, struct cat_options const *opt)
{
    bool plain = c == '\n' || (c == '\t' && !opt->show_tabs) || (!opt->show_nonprinting && c != '\t');
    if (c >= 128 && !plain) {
        buf_append(text, S("M-"));
        c &= 127;
    }
    if (c == '\n' && opt->show_ends && plain)
        buf_push(text, '$');
    if (!plain && (c < 32 || c == 127)) {
        buf_push(text, '^');
        c ^= 64;
    }
    buf_push(text, c);
}

static void make_tables(struct cat_state *st, struct cat_options const *opt)
{
    byteset special = {};
    buf text = {};
    for (unsigned i = 0; i < 256; i++) {
        unsigned char c = low_byte(i);
        buf_clear(&text);
        append_shown(&text, c, opt);
        byteexpand_set(&st->shown, c, buf_span(&text));
        if (buf_len(&text) > 1)
            byteset_add(&special, c);
        st->changes |= buf_len(&text) > 1;
    }
    buf_recycle(&text);
    byteclass_make(&st->special, &special);
    st->by_line = opt->number || opt->number_nonblank || opt->squeeze_blank;
    st->skip_empty = opt->number_nonblank;
    st->numbers = opt->number || opt->number_nonblank;
    st->only_number = st->numbers && !opt->squeeze_blank && !st->changes;
    st->watch_cr = opt->show_ends && !opt->show_nonprinting;
    counter_start(&st->number, 1, (struct counter_form){.width = 6, .pad = ' ', .end = '\t'});
}

/* Write TEXT as it is shown. */
static void put_shown(writer *out, struct cat_state const *st, span text)
{
    while (!span_empty(text)) {
        span slice = span_take(&text, size_min(span_len(text), SLICE));
        mspan room = writer_window(out, 8 * SLICE);
        writer_commit(out, mspan_expand_few(room, slice, &st->shown, &st->special));
    }
}

/* The same for -E without -v, where a carriage return shows only when a newline follows. */
static void put_text(writer *out, struct cat_state *st, span text)
{
    span run = {};
    if (!st->watch_cr) {
        put_shown(out, st, text);
        return;
    }
    for (bool more = true; more && !span_empty(text);) {
        if (st->pending_cr)
            writer_put(out, span_at(text, 0) == '\n' ? S("^M") : S("\r"));
        more = span_cut(&text, '\r', &run);
        put_shown(out, st, more ? run : text);
        st->pending_cr = more;
    }
}

/* Whether the line that begins with C is to be printed; counts empty lines in a row. */
static bool wanted_line(struct cat_state *st, struct cat_options const *opt, unsigned char c)
{
    st->blank_lines = c != '\n' ? 0 : st->blank_lines + (st->blank_lines < 2);
    return !opt->squeeze_blank || st->blank_lines < 2;
}

/* Whether the line that begins with C has a number. */
static bool wants_number(struct cat_state const *st, unsigned char c)
{
    return st->numbers && !(st->skip_empty && c == '\n');
}

/* What stands before a line: its number, or nothing. */
static void put_number(mspan *w, struct cat_state *st)
{
    counter_put(w, &st->number);
    counter_step(&st->number);
}

/* A line of at most LINE bytes, into the window. */
static void put_short_line(mspan *w, struct cat_state const *st, span line)
{
    if (st->changes)
        *w = mspan_drop(*w, mspan_expand_few(*w, line, &st->shown, &st->special));
    else
        mspan_put(w, line);
}

/* The next line of PART with its newline, if that is there; where lines are not numbered, all lines up to
   the next empty one. */
static span take_line(span *part, struct cat_options const *opt)
{
    bool one = opt->number || opt->number_nonblank || span_at(*part, 0) == '\n';
    size_t end = one ? span_find(*part, '\n') : span_search(*part, S("\n\n"));
    return span_take(part, end + (end < span_len(*part)));
}

/* Lines go through a window kept in a local: most are short, and the calls would cost more than the bytes. */
static void put_lines(writer *out, struct cat_state *st, struct cat_options const *opt, span part)
{
    mspan w = writer_window(out, LINE_ROOM);
    while (!span_empty(part)) {
        span line = take_line(&part, opt);
        unsigned char c = span_at(line, 0);
        if (!st->in_line && !wanted_line(st, opt, c))
            continue;
        if (mspan_len(w) < LINE_ROOM) {
            writer_commit_before(out, w);
            w = writer_window(out, LINE_ROOM);
        }
        if (!st->in_line && wants_number(st, c))
            put_number(&w, st);
        st->in_line = span_last(line) != '\n';
        if (span_len(line) <= LINE && !st->watch_cr) {
            put_short_line(&w, st, line);
            continue;
        }
        writer_commit_before(out, w);
        put_text(out, st, line);
        w = writer_window(out, LINE_ROOM);
    }
    writer_commit_before(out, w);
}

/* Bytes [from, next) of a text. */
struct piece {
    size_t from, next;
};

/* The piece P of TEXT, most often a line, behind the number that may be due. */
static void put_numbered_piece(writer *out, mspan *w, struct cat_state *st, span text, struct piece p)
{
    size_t n = p.next - p.from;
    if (mspan_len(*w) < LINE_ROOM) {
        writer_commit_before(out, *w);
        *w = writer_window(out, WRITER_SIZE / 2);
    }
    if (!st->in_line && wants_number(st, span_at(text, p.from)))
        put_number(w, st);
    if (n <= LINE) {
        mspan_put_few(w, text, p.from, n, 64);
        return;
    }
    writer_commit_before(out, *w);
    writer_put(out, span_sub(text, p.from, n));
    *w = writer_window(out, WRITER_SIZE / 2);
}

/* The same for -n or -b alone, with line ends found a block at a time. */
static void put_numbered(writer *out, struct cat_state *st, span part)
{
    mspan w = writer_window(out, WRITER_SIZE / 2);
    byteindex line_ends = {};
    struct piece p = {};
    for (size_t base = 0; base < span_len(part); base += BYTEINDEX_BLOCK) {
        byteindex_make(&line_ends, span_at_most(span_drop(part, base), BYTEINDEX_BLOCK), '\n', '\n');
        for (size_t i = 0; i < byteindex_len(&line_ends); i++) {
            p.next = base + byteindex_at(&line_ends, i) + 1;
            put_numbered_piece(out, &w, st, part, p);
            st->in_line = false;
            p.from = p.next;
        }
    }
    p.next = span_len(part);
    if (p.from < p.next) {
        put_numbered_piece(out, &w, st, part, p);
        st->in_line = true;
    }
    writer_commit_before(out, w);
}

static oserr show(reader *in, writer *out, struct cat_state *st, struct cat_options const *opt)
{
    span part = {};
    oserr err = 0;
    while (writer_ok(out) && (err = reader_chunk(in, &part)) == 0 && !span_empty(part)) {
        if (st->only_number)
            put_numbered(out, st, part);
        else if (st->by_line)
            put_lines(out, st, opt, part);
        else
            put_text(out, st, part);
        writer_flush(out);
    }
    return err;
}

static oserr copy(reader *in, writer *out)
{
    span part = {};
    oserr err = 0;
    while (writer_ok(out) && (err = reader_chunk(in, &part)) == 0 && !span_empty(part)) {
        writer_put(out, part);
        writer_flush(out);
    }
    return err;
}

/* Whether reading IN while writing to standard output would feed the output to itself.  Where the output
   only appends, a read position before its end is enough; else it has to be behind the place that is
   written to. */
static bool is_own_output(fdh in, struct stat const *out)
{
    struct stat st = {};
    if (fd_stat(in, &st) != 0 || st.st_dev != out->st_dev || st.st_ino != out->st_ino || !S_ISREG(st.st_mode))
        return false;
    int64_t in_at = 0, out_at = 0;
    bool append = fd_appends(FDH_STDOUT);
    if (fd_seek(in, 0, SEEK_CUR, &in_at) != 0
        || fd_seek(FDH_STDOUT, 0, append ? SEEK_END : SEEK_CUR, &out_at) != 0)
        return false;
    return in_at < out_at;
}

static oserr run_input(struct cli *cli, struct cli_input *in, struct cat_state *st,
                       struct cat_options const *opt)
{
    if (changes_bytes(opt))
        return show(&in->reader, cli_out(cli), st, opt);
    oserr err = 0;
    if (zerocopy_all(in->reader.fd, FDH_STDOUT, &err))
        return err;
    return copy(&in->reader, cli_out(cli));
}

int prog_main(struct cli *cli)
{
    struct cat_options opt = {};
    struct cat_state st = {};
    struct stat out_stat = {};
    if (!parse_options(cli, &opt))
        return cli_usage_exit(cli);
    oserr err = fd_stat(FDH_STDOUT, &out_stat);
    if (err) {
        cli_error(cli, err, "standard output");
        return cli_finish(cli);
    }
    make_tables(&st, &opt);
    struct cli_input in = {};
    while (writer_ok(cli_out(cli)) && cli_next_input(cli, &in)) {
        if (is_own_output(in.reader.fd, &out_stat)) {
            cli_error(cli, 0, "%s: input file is output file", fmt_namec(in.name));
            cli_close_input(cli, &in, 0);
            continue;
        }
        reader_open_sized(&in.reader, in.reader.fd, COPY_SIZE);
        cli_close_input(cli, &in, run_input(cli, &in, &st, &opt));
    }
    if (st.pending_cr)
        writer_byte(cli_out(cli), '\r');
    return cli_finish(cli);
}
