/* head - print the first part of each input, or all but its last part.

   Printing a first part streams through one buffer.  Leaving out a last part reads a seekable file from
   its end to find where to stop, and holds back only what may still be left out of anything else. */

#include "cli/cli.h"
#include "num/parse.h"
#include "safe/checked.h"
#include "sys/zerocopy.h"

enum {
    KEY_PIPE = CLI_KEY,
    FEW_LINES = 100,            /* so many or less are read in small pieces: more would be read for nothing */
    FEW_SIZE = 8 * 1024,
};

enum banner { BANNER_IF_MANY, BANNER_NEVER, BANNER_ALWAYS };

struct head_options {
    uint64_t count;             /* lines, or bytes when by_bytes is set */
    bool by_bytes;
    bool all_but;               /* everything but the last COUNT */
    bool as_pipe;               /* inputs are not asked for their size */
    enum banner banner;
    unsigned char line_end;
    bool printed;               /* a banner is not the first one */
};

static const struct cli_option option_rows[] = {
    {'c', Z("bytes"), Z("[-]NUM"),
     Z("print the first NUM bytes of each file;\nwith a '-' before it, all but the last NUM bytes")},
    {'n', Z("lines"), Z("[-]NUM"),
     Z("print the first NUM lines (10 without this option);\n"
       "with a '-' before it, all but the last NUM lines")},
    {'q', Z("quiet"), Z_NONE, Z("never print banners with file names")},
    {'q', Z("silent"), Z_NONE, Z("the same as --quiet")},
    {'v', Z("verbose"), Z_NONE, Z("always print banners with file names")},
    {'z', Z("zero-terminated"), Z_NONE, Z("lines end with NUL, not newline")},
    {KEY_PIPE, Z("-presume-input-pipe"), Z_NONE, Z_NONE},
};

const struct cli_program prog_program = {
    .name = Z("head"),
    .operands = Z("[FILE]..."),
    .summary = Z("Print the first 10 lines of each FILE to standard output.\n"
                 "Several FILEs get a banner with their name each.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("-"),
    .order = Z("bytes lines -presume-input-pipe"),
    .digits = true,
    .notes = Z("NUM may have a suffix: b 512, kB 1000, K 1024, MB 1000*1000, M 1024*1024,\n"
               "and so on for G, T, P, E, Z, Y, R, Q; KiB is K, MiB is M, and so on."),
};

/* NUM of -n or -c; too large a number means everything. */
static bool parse_count(struct cli *cli, span text, struct head_options *opt)
{
    opt->all_but = span_peek(text, 0) == '-';
    span digits = opt->all_but ? span_drop(text, 1) : text;
    enum num_err err = num_parse_size(digits, S("bkKmMGTPEZYRQ0"), &opt->count);
    if (err == NUM_OK || err == NUM_RANGE)
        return true;
    if (opt->by_bytes)
        return cli_bad(cli, 0, "invalid number of bytes: %s", fmt_q(digits));
    return cli_bad(cli, 0, "invalid number of lines: %s", fmt_q(digits));
}

/* One letter behind the number of the obsolete form. */
static bool obsolete_letter(struct head_options *opt, unsigned char c, unsigned *unit)
{
    switch (c) {
    case 'c': opt->by_bytes = true; *unit = 1; return true;
    case 'b': opt->by_bytes = true; *unit = 512; return true;
    case 'k': opt->by_bytes = true; *unit = 1024; return true;
    case 'm': opt->by_bytes = true; *unit = 1024 * 1024; return true;
    case 'l': opt->by_bytes = false; return true;
    case 'q': opt->banner = BANNER_NEVER; return true;
    case 'v': opt->banner = BANNER_ALWAYS; return true;
    case 'z': opt->line_end = 0; return true;
    default: return false;
    }
}

/* The form of old: -NUM, with letters behind it, as the first argument. */
static bool parse_obsolete(struct cli *cli, struct head_options *opt)
{
    if (args_len(cli->argv) == 0)
        return true;
    span text = zstr_span(args_at(cli->argv, 0));
    if (span_peek(text, 0) != '-' || span_peek(text, 1) < '0' || span_peek(text, 1) > '9')
        return true;
    text = span_drop(text, 1);
    bool saturated = false;
    unsigned unit = 1;
    num_take_digits(&text, &opt->count, &saturated);
    SPAN_FOREACH(c, text)
        if (!obsolete_letter(opt, c, &unit)) {
            span letter = span_sub(text, span_find(text, c), 1);
            return cli_usage(cli, "invalid trailing option -- %s", fmt_s(letter));
        }
    if (opt->by_bytes && ck_mul(&opt->count, opt->count, unit))
        opt->count = UINT64_MAX;
    cli->next_arg = 1;
    return true;
}

static bool parse_options(struct cli *cli, struct head_options *opt)
{
    if (!parse_obsolete(cli, opt))
        return false;
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        switch (m.key) {
        case 'c':
        case 'n':
            opt->by_bytes = m.key == 'c';
            if (!parse_count(cli, zstr_span(m.value), opt))
                return false;
            break;
        case 'q': opt->banner = BANNER_NEVER; break;
        case 'v': opt->banner = BANNER_ALWAYS; break;
        case 'z': opt->line_end = 0; break;
        case KEY_PIPE: opt->as_pipe = true; break;
        default: return cli_usage(cli, "invalid trailing option -- %c", fmt_i(m.key - '0'));
        }
    }
    return cli_options_ok(cli);
}

/* The first lines of IN. */
static oserr copy_lines(reader *in, writer *out, struct head_options const *opt)
{
    uint64_t left = opt->count;
    while (left > 0 && writer_ok(out)) {
        span part = {};
        oserr err = reader_peek(in, &part);
        if (err || span_empty(part))
            return err;
        part = span_first(part, span_after_nth(part, opt->line_end, &left));
        writer_put(out, part);
        reader_consume(in, span_len(part));
        writer_sync(out);
    }
    return 0;
}

/* Copy N bytes, or what there is; inside the kernel where it can.  What is behind them in a pipe is left to
   others that read it. */
static oserr copy_bytes(reader *in, writer *out, uint64_t n)
{
    oserr err = 0;
    if (writer_flush(out) != 0)
        return 0;               /* the writer keeps its error for the end */
    if ((n > READER_SIZE && zerocopy_bytes(in->fd, out->fd, &n, &err)) || n == 0)
        return err;
    return writer_copy(out, in->fd, &n);
}

/* What is still held back from an input that cannot seek: HELD[at, len). */
struct held {
    buf bytes;
    size_t at;
    uint64_t lines;             /* line ends in it */
};

static span held_span(struct held const *h)
{
    return span_drop(buf_span(&h->bytes), h->at);
}

/* Print N bytes of what is held back; the memory before them is used again once it is the larger half. */
static void release(struct held *h, writer *out, size_t n)
{
    writer_put(out, span_first(held_span(h), n));
    h->at += n;
    if (h->at > buf_len(&h->bytes) / 2) {
        buf_drop_front(&h->bytes, h->at);
        h->at = 0;
    }
}

static void release_lines(struct held *h, writer *out, struct head_options const *opt)
{
    if (h->lines <= opt->count)
        return;
    uint64_t surplus = h->lines - opt->count, left = surplus;
    size_t n = span_after_nth(held_span(h), opt->line_end, &left);
    h->lines = opt->count;
    release(h, out, n);
}

/* All but the last part, of an input that is read once, straight into what is held back. */
static oserr copy_all_but(reader *in, writer *out, struct head_options const *opt)
{
    struct held h = {};
    size_t got = 0;
    oserr err = 0;
    while (writer_ok(out) && (err = fd_read(in->fd, buf_tail(&h.bytes, READER_SIZE), &got)) == 0 && got > 0) {
        buf_commit(&h.bytes, got);
        if (opt->by_bytes && span_len(held_span(&h)) > opt->count) {
            release(&h, out, span_len(held_span(&h)) - size_clamp(opt->count));
        } else if (!opt->by_bytes) {
            h.lines += span_count(span_drop(buf_span(&h.bytes), buf_len(&h.bytes) - got), opt->line_end);
            release_lines(&h, out, opt);
        }
        writer_sync(out);
    }
    span rest = held_span(&h);
    if (!opt->by_bytes && !span_empty(rest) && span_last(rest) != opt->line_end) {
        h.lines++;              /* the last line, without its end */
        release_lines(&h, out, opt);
    }
    /* What is left out was not used: a small file that can seek is left standing before it. */
    int64_t at = 0;
    size_t left = span_len(held_span(&h));
    if (err == 0 && left > 0 && fd_seek(in->fd, -as_i64(left), SEEK_CUR, &at) != 0)
        err = 0;
    buf_recycle(&h.bytes);
    return err;
}

/* Where the last OPT->count lines (one or more) of the file [from, *end) begin: *END is moved back to it. */
static oserr find_last_lines(fdh fd, int64_t from, int64_t *end, struct head_options const *opt)
{
    buf block = {};
    uint64_t left = opt->count - 1;
    bool last = true;
    oserr err = 0;
    while (*end > from) {
        size_t n = size_clamp(magnitude(*end - from)), got = 0;
        n = size_min(n, READER_SIZE);
        buf_clear(&block);
        err = fd_pread(fd, mspan_first(buf_tail(&block, READER_SIZE), n), *end - as_i64(n), &got);
        if (err || got < n)
            break;
        buf_commit(&block, n);
        span text = buf_span(&block);
        /* A line end at the very end belongs to the last line. */
        if (last && span_last(text) == opt->line_end)
            text = span_chop(text, 1);
        last = false;
        size_t keep = span_after_nth_last(text, opt->line_end, &left);
        *end -= as_i64(n - keep);
        if (keep > 0)
            break;
    }
    buf_recycle(&block);
    return err;
}

/* All but the last part of a regular file, from where it stands; false, nothing done, when IN is none. */
static bool copy_all_but_of_file(reader *in, writer *out, struct head_options const *opt, oserr *err)
{
    struct stat st = {};
    int64_t from = 0;
    if (fd_stat(in->fd, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size <= st.st_blksize
        || fd_seek(in->fd, 0, SEEK_CUR, &from) != 0)
        return false;
    int64_t end = st.st_size > from ? st.st_size : from;
    if (!opt->by_bytes)
        *err = opt->count == 0 ? 0 : find_last_lines(in->fd, from, &end, opt);
    else
        end = opt->count < magnitude(end - from) ? end - as_i64(opt->count) : from;
    if (*err == 0)
        *err = copy_bytes(in, out, magnitude(end - from));
    return true;
}

static oserr copy_part(reader *in, writer *out, struct head_options const *opt)
{
    oserr err = 0;
    if (!opt->all_but)
        return opt->by_bytes ? copy_bytes(in, out, opt->count) : copy_lines(in, out, opt);
    bool done = !opt->as_pipe && copy_all_but_of_file(in, out, opt, &err);
    return done ? err : copy_all_but(in, out, opt);
}

static void put_banner(struct cli *cli, struct cli_input const *in, bool first)
{
    struct quote_options style = {.style = QUOTE_SHELL_ESCAPE};
    if (!first)
        writer_byte(cli_out(cli), '\n');
    writer_put(cli_out(cli), S("==> "));
    if (in->is_stdin)
        fmt_write(cli_out(cli), Z("standard input"), (fmtargs){});
    else
        quote_put(cli_out(cli), zstr_span(in->name), &style);
    writer_put(cli_out(cli), S(" <==\n"));
}

/* One operand, or standard input. */
static void print_input(struct cli *cli, zstr name, bool banner, struct head_options *opt)
{
    struct cli_input in = {};
    oserr err = cli_open_input(cli, name, &in);
    if (err) {
        cli_error(cli, err, "cannot open %s for reading", fmt_name(name));
        return;
    }
    if (banner)
        put_banner(cli, &in, !opt->printed);
    opt->printed = true;
    if (!opt->by_bytes && !opt->all_but && opt->count <= FEW_LINES)
        reader_open_sized(&in.reader, in.reader.fd, FEW_SIZE);
    err = copy_part(&in.reader, cli_out(cli), opt);
    if (err)
        cli_error(cli, err, "error reading %s", fmt_name(in.is_stdin ? Z("standard input") : name));
    cli_close_input(cli, &in, 0);
}

int prog_main(struct cli *cli)
{
    struct head_options opt = {.count = 10, .line_end = '\n'};
    if (!parse_options(cli, &opt))
        return cli_usage_exit(cli);
    bool banner = opt.banner == BANNER_ALWAYS || (opt.banner == BANNER_IF_MANY && cli_operand_count(cli) > 1);
    zstr name = Z("-");
    if (cli_operand_count(cli) == 0)
        print_input(cli, name, banner, &opt);
    while (writer_ok(cli_out(cli)) && cli_next_operand(cli, &name))
        print_input(cli, name, banner, &opt);
    oserr err = writer_take_error(cli_out(cli));
    if (err)
        cli_error(cli, err, "error writing %s", fmt_name(Z("standard output")));
    return cli_finish(cli);
}
