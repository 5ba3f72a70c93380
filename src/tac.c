/* tac - print the records of each input, the last one first.

   A file is read backwards, block by block; what is not printed yet of the blocks read so far is the window.
   An input that cannot seek is kept in memory, or in a file without a name once it is large. */

#include "cli/cli.h"
#include "safe/byteindex.h"
#include "sys/env.h"
#include "sys/limits.h"
#include "sys/regexp.h"
#include "sys/tempfile.h"

enum {
    BLOCK = 64 * 1024,
    MARGIN = 64,                /* an expression may look at so many bytes before a match */
    IN_MEMORY = 256 * 1024 * 1024,
    EARLY = 1024 * 1024,        /* up to so much is kept in memory without asking how much there is */
};

struct tac_options {
    buf separator;
    regexp pattern;             /* or none, where the separator is a string */
    bool is_regexp;
    bool before;                /* separators belong to the record behind them */
};

/* The window: text[0, end) are the bytes of the file from `start` on that are not printed yet.  Separators
   end at `limit` or before it, and are still to be looked for where they begin before `from`. */
struct SAFE_OWNER backward {
    fdh file;
    int64_t start;
    buf text, spare;
    size_t end, limit, from;
    byteindex index;
};

struct SAFE_OWNER tac {
    struct tac_options opt;
    struct backward back;
};

static const struct cli_option option_rows[] = {
    {'b', Z("before"), Z_NONE, Z("a separator begins a record, and does not end one")},
    {'r', Z("regex"), Z_NONE, Z("the separator is a regular expression")},
    {'s', Z("separator"), Z("STRING"), Z("records are separated by STRING, not by newlines;\n"
                                         "an empty STRING stands for the NUL byte")},
};

const struct cli_program prog_program = {
    .name = Z("tac"),
    .operands = Z("[FILE]..."),
    .summary = Z("Print the lines of each FILE to standard output, from the last to the first.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("-"),
    .notes = Z("Much input that cannot seek is put into a file in $TMPDIR, or else in /tmp."),
};

static bool parse_options(struct cli *cli, struct tac_options *opt)
{
    zstr separator = Z("\n"), why = Z_NONE;
    for (struct cli_match m = {}; cli_next_option(cli, &m);)
        switch (m.key) {
        case 'b': opt->before = true; break;
        case 'r': opt->is_regexp = true; break;
        case 's': separator = m.value; break;
        default: return false;
        }
    if (!cli_options_ok(cli))
        return false;
    bool empty = zstr_len(separator) == 0;
    if (empty && opt->is_regexp)
        return cli_bad(cli, 0, "separator cannot be empty");
    buf_append(&opt->separator, empty ? S("\0") : zstr_span(separator));
    if (opt->is_regexp)
        regexp_compile(&opt->pattern, zstr_span(separator), REGEXP_EMACS, false, &why);
    return zstr_is_none(why) || cli_bad(cli, 0, "%s", fmt_z(why));
}

/* ---- the window ---- */

/* Put what stands in the file from N bytes before the window's START into it, MOST bytes or up to the end of
   the file.  F: n <= start. */
static oserr read_before(struct backward *b, size_t n, size_t most, size_t *got)
{
    int64_t at = b->start - as_i64(n);
    buf_clear(&b->spare);
    oserr err = fd_seek(b->file, at, SEEK_SET, &at);
    if (err == 0)
        err = fd_read_full(b->file, mspan_first(buf_tail(&b->spare, most + b->end), most), got);
    if (err)
        return err;
    buf_commit(&b->spare, *got);
    buf_append(&b->spare, span_first(buf_span(&b->text), b->end));
    buf_swap(&b->text, &b->spare);
    b->start = at;
    b->end += *got;
    b->limit += *got;
    b->from += *got;
    return 0;
}

/* The last block of the file, which may have fewer bytes than the file system said, or none, or more. */
static oserr read_last(struct backward *b, int64_t size)
{
    oserr err = 0;
    b->start = size;
    b->end = b->limit = b->from = 0;
    while (err == 0 && b->end == 0 && b->start > 0) {
        size_t part = as_size(b->start % BLOCK), got = 0;
        err = read_before(b, part > 0 ? part : BLOCK, BLOCK, &got);
    }
    return err;
}

/* As much as the window holds, so that long records take no more than linear time. */
static oserr read_more(struct backward *b, bool *shrunk)
{
    size_t wish = size_max(BLOCK, b->end / BLOCK * BLOCK), got = 0;
    size_t n = size_min(wish, size_clamp(magnitude(b->start)));
    oserr err = read_before(b, n, n, &got);
    *shrunk = err == 0 && got < n;
    return err;
}

/* ---- records ---- */

/* Print the records of the window that begin behind (or with) one-byte separators. */
static void print_lines(struct backward *b, writer *out, unsigned char separator, bool before)
{
    span text = buf_span(&b->text);
    mspan w = writer_window(out, WRITER_SIZE / 2);
    size_t end = b->end, behind = before ? 0 : 1;
    while (b->from > 0) {
        size_t n = size_min(b->from, BYTEINDEX_BLOCK), base = b->from - n;
        byteindex_make(&b->index, span_sub(text, base, n), separator, separator);
        for (size_t i = byteindex_len(&b->index); i > 0; i--) {
            size_t at = base + byteindex_at(&b->index, i - 1) + behind;
            if (end - at > mspan_len(w)) {
                writer_commit_before(out, w);
                writer_put(out, span_sub(text, at, end - at));
                w = writer_window(out, WRITER_SIZE / 2);
            } else {
                mspan_put_few(&w, text, at, end - at, 32);
            }
            end = at;
        }
        b->from = base;
    }
    writer_commit_before(out, w);
    b->end = end;
}

/* The last separator of the window that is still to be looked for. */
static oserr find_separator(struct tac *t, struct regexp_found *found)
{
    if (t->back.from == 0)
        return ENOENT;
    span text = span_first(buf_span(&t->back.text), t->back.limit);
    if (t->opt.is_regexp) {
        oserr err = regexp_find_back(t->opt.pattern, text, t->back.from - 1, found);
        bool doubtful = err == 0 && found->start < MARGIN && t->back.start > 0;
        return doubtful ? ENOENT : err;
    }
    size_t n = buf_len(&t->opt.separator);
    text = span_at_most(text, t->back.from - 1 + n);
    found->start = span_search_last(text, buf_span(&t->opt.separator));
    found->end = found->start + n;
    return found->start < span_len(text) ? 0 : ENOENT;
}

/* Print the records of the window that begin behind (or with) separators of any kind. */
static oserr print_records(struct tac *t, writer *out)
{
    struct regexp_found found = {};
    oserr err = 0;
    while ((err = find_separator(t, &found)) == 0) {
        size_t at = t->opt.before ? found.start : found.end;
        writer_put(out, span_sub(buf_span(&t->back.text), at, t->back.end - at));
        t->back.end = at;
        t->back.limit = t->back.from = found.start;
    }
    /* A string that begins in the window was seen; an expression may yet turn out to match. */
    t->back.from = t->opt.is_regexp ? size_min(t->back.from, MARGIN) : 0;
    return err == ENOENT ? 0 : err;
}

/* Print the window's records; what is left of it, at the start of the file, is the last one. */
static oserr print_window(struct tac *t, writer *out)
{
    span separator = buf_span(&t->opt.separator);
    oserr err = 0;
    if (t->opt.is_regexp || span_len(separator) > 1)
        err = print_records(t, out);
    else
        print_lines(&t->back, out, span_at(separator, 0), t->opt.before);
    if (err == 0 && t->back.start == 0)
        writer_put(out, span_first(buf_span(&t->back.text), t->back.end));
    return err;
}

/* ---- inputs ---- */

static void read_failed(struct cli *cli, oserr err, zstr name)
{
    cli_error(cli, err, "%s: read error", fmt_namec(name));
}

static void print_file(struct cli *cli, struct tac *t, zstr name)
{
    bool shrunk = false;
    oserr err = print_window(t, cli_out(cli));
    while (err == 0 && writer_ok(cli_out(cli)) && t->back.start > 0) {
        oserr failure = read_more(&t->back, &shrunk);
        if (failure) {
            read_failed(cli, failure, name);
            return;
        }
        if (shrunk) {
            cli_error(cli, 0, "%s: file truncated", fmt_namec(name));
            return;
        }
        err = print_window(t, cli_out(cli));
    }
    if (err == EOVERFLOW)
        cli_error(cli, 0, "record too large");
    else if (err)
        cli_error(cli, err, "error in regular expression search");
}

/* How much of an input that cannot seek may be kept in memory. */
static size_t memory_bound(void)
{
    struct limits_memory m = {};
    limits_memory(&m);
    return size_min(IN_MEMORY, size_min(m.available, m.allowed) / 4);
}

/* Put what is in memory and what follows on FROM into a file without a name, which the window then reads. */
static bool spill(struct cli *cli, struct backward *b, fdh from, zstr name)
{
    zstr dir = env_get(Z("TMPDIR"));
    if (zstr_len(dir) == 0)
        dir = Z("/tmp");
    fdh file = FDH_NONE;
    oserr err = tempfile_open(&file, dir), failure = 0;
    if (err) {
        cli_error(cli, err, "failed to create temporary file in %s", fmt_name(dir));
        return false;
    }
    int64_t size = 0;
    for (size_t got = buf_len(&b->text); err == 0 && failure == 0 && got > 0;) {
        err = fd_write_all(file, buf_span(&b->text));
        size += as_i64(got);
        buf_clear(&b->text);
        if (err == 0)
            failure = fd_read(from, mspan_first(buf_tail(&b->text, BLOCK), BLOCK), &got);
        if (err == 0 && failure == 0)
            buf_commit(&b->text, got);
    }
    b->file = file;
    if (err)
        cli_error(cli, err, "%s: write error", fmt_namec(dir));
    else if (failure || (failure = read_last(b, size)) != 0)
        read_failed(cli, failure, name);
    return err == 0 && failure == 0;
}

/* Read all of FROM into memory, or into a file; false after a message. */
static bool collect(struct cli *cli, struct backward *b, fdh from, zstr name)
{
    size_t bound = 0;
    b->start = 0;
    for (size_t got = 1; got > 0;) {
        if (buf_len(&b->text) >= EARLY && bound == 0)
            bound = memory_bound();
        if ((bound > 0 && buf_len(&b->text) >= bound) || !buf_try_reserve(&b->text, BLOCK))
            return spill(cli, b, from, name);
        oserr err = fd_read(from, mspan_first(buf_tail(&b->text, BLOCK), BLOCK), &got);
        if (err) {
            read_failed(cli, err, name);
            return false;
        }
        buf_commit(&b->text, got);
    }
    b->end = b->limit = b->from = buf_len(&b->text);
    return true;
}

/* Make ready to print FD from its end; false after a message. */
static bool begin(struct cli *cli, struct backward *b, fdh fd, zstr name)
{
    int64_t size = 0;
    oserr err = fd_seek(fd, 0, SEEK_END, &size);
    buf_clear(&b->text);
    if (err || size == 0 || fd_is_terminal(fd))
        return collect(cli, b, fd, name);
    b->file = fd;
    err = read_last(b, size);
    if (err)
        read_failed(cli, err, name);
    return err == 0;
}

static void print_input(struct cli *cli, struct tac *t, zstr name)
{
    fdh fd = FDH_STDIN;
    if (span_eq(zstr_span(name), S("-"))) {
        cli->read_stdin = true;
        name = Z("standard input");
    } else {
        oserr err = fd_open(&fd, FDH_CWD, name, O_RDONLY, 0);
        if (err) {
            cli_error(cli, err, "failed to open %s for reading", fmt_name(name));
            return;
        }
    }
    if (begin(cli, &t->back, fd, name))
        print_file(cli, t, name);
    if (!fd_is_none(t->back.file) && !fd_same(t->back.file, fd))
        fd_close(&t->back.file);
    t->back.file = FDH_NONE;
    if (!fd_same(fd, FDH_STDIN))
        fd_close(&fd);
}

int prog_main(struct cli *cli)
{
    struct tac t = {};
    if (!parse_options(cli, &t.opt))
        return cli_usage_exit(cli);
    zstr name = Z("-");
    if (cli_operand_count(cli) == 0)
        print_input(cli, &t, name);
    while (writer_ok(cli_out(cli)) && cli_next_operand(cli, &name))
        print_input(cli, &t, name);
    return cli_finish(cli);
}
