/* print.c - the part of a file that is printed first: its last or all but its first lines or bytes. */

#include "sys/zerocopy.h"
#include "tail/tail.h"

enum { FIRST_BLOCK = 4096, BLOCK = TAIL_BLOCK };

zstr tail_shown(zstr name)
{
    return span_eq(zstr_span(name), S("-")) ? Z("standard input") : name;
}

void tail_put_banner(struct cli *cli, struct tail_run *run, zstr name)
{
    struct quote_options style = {.style = QUOTE_SHELL_ESCAPE};
    if (!run->banners)
        return;
    writer_put(cli_out(cli), run->printed ? S("\n==> ") : S("==> "));
    if (span_eq(zstr_span(name), S("-")))
        fmt_write(cli_out(cli), Z("standard input"), (fmtargs){});
    else
        quote_put(cli_out(cli), zstr_span(name), &style);
    writer_put(cli_out(cli), S(" <==\n"));
    run->printed = true;
}

/* Copy N bytes, or what there is; *AT goes on by as many. */
static oserr copy(struct cli *cli, fdh fd, uint64_t n, int64_t *at)
{
    uint64_t left = n;
    oserr err = 0;
    /* The writer keeps its error for the end. */
    if (n > BLOCK && writer_flush(cli_out(cli)) == 0 && zerocopy_bytes(fd, FDH_STDOUT, &left, &err)) {
        *at += as_i64(n - left);
        return err;
    }
    err = writer_copy(cli_out(cli), fd, &left);
    *at += as_i64(n - left);
    return err;
}

/* Everything but the first lines. */
static oserr print_from_line(struct cli *cli, struct tail_run *run, fdh fd, int64_t *at)
{
    uint64_t skip = run->opt.count > 0 ? run->opt.count - 1 : 0;
    while (skip > 0) {
        span part = {};
        oserr err = tail_read(run, fd, &part);
        if (err || span_empty(part))
            return err;
        *at += as_i64(span_len(part));
        writer_put(cli_out(cli), span_drop(part, span_after_nth(part, run->opt.line_end, &skip)));
    }
    return copy(cli, fd, UINT64_MAX, at);
}

/* Everything but the first bytes. */
static oserr print_from_byte(struct cli *cli, struct tail_run *run, fdh fd, int64_t *at)
{
    uint64_t skip = run->opt.count > 0 ? run->opt.count - 1 : 0;
    int64_t to = 0;
    bool seeks = !run->opt.stdin_is_pipe || !fd_same(fd, FDH_STDIN);
    if (seeks && skip > 0 && fd_seek(fd, as_i64(skip < INT64_MAX ? skip : INT64_MAX), SEEK_CUR, &to) == 0) {
        *at = to;
        skip = 0;
    }
    while (skip > 0) {
        span part = {};
        oserr err = tail_read(run, fd, &part);
        if (err || span_empty(part))
            return err;
        *at += as_i64(span_len(part));
        size_t n = span_len(span_at_most(part, skip));
        skip -= n;
        writer_put(cli_out(cli), span_drop(part, n));
    }
    return copy(cli, fd, UINT64_MAX, at);
}

/* Where the last lines (one or more) of the file [from, end) begin. */
static oserr find_lines(struct tail_run *run, fdh fd, int64_t from, int64_t end, int64_t *start)
{
    uint64_t left = run->opt.count - 1;
    bool last = true;
    *start = end;
    for (size_t wish = FIRST_BLOCK; *start > from; wish = size_min(wish * 2, BLOCK)) {
        size_t n = size_min(size_clamp(magnitude(*start - from)), wish), got = 0;
        buf_clear(&run->block);
        oserr err = fd_pread(fd, mspan_first(buf_tail(&run->block, wish), n), *start - as_i64(n), &got);
        if (err || got < n)
            return err ? err : EAGAIN;          /* the file has become shorter */
        buf_commit(&run->block, n);
        span text = buf_span(&run->block);
        /* A line end at the very end belongs to the last line. */
        if (last && span_last(text) == run->opt.line_end)
            text = span_chop(text, 1);
        last = false;
        size_t keep = span_after_nth_last(text, run->opt.line_end, &left);
        *start -= as_i64(n - keep);
        if (keep > 0)
            break;
    }
    return 0;
}

/* Where the last part of FD begins and ends, when it can be reached by seeking; false: it has to be read. */
static bool find_part(struct tail_run *run, fdh fd, int64_t *start, int64_t *end)
{
    struct stat st = {};
    int64_t from = 0;
    if ((run->opt.stdin_is_pipe && fd_same(fd, FDH_STDIN)) || fd_stat(fd, &st) != 0
        || fd_seek(fd, 0, SEEK_CUR, &from) != 0)
        return false;
    bool regular = S_ISREG(st.st_mode);
    /* Small files may be of the kind whose size is not true. */
    if (regular && (st.st_size <= st.st_blksize || st.st_size <= from))
        return false;
    if (run->opt.by_bytes && !regular) {
        /* A device: it may have no end. */
        if (run->opt.count > INT64_MAX || fd_seek(fd, -as_i64(run->opt.count), SEEK_END, start) != 0)
            return false;
        *end = *start + as_i64(run->opt.count);
        return true;
    }
    if (!regular)
        return false;
    *end = st.st_size;
    if (run->opt.by_bytes)
        *start = run->opt.count < magnitude(*end - from) ? *end - as_i64(run->opt.count) : from;
    else if (run->opt.count == 0)
        *start = *end;
    else if (find_lines(run, fd, from, *end, start) != 0)
        return false;
    return true;
}

/* What can only be read was read to here. */
static int64_t position(fdh fd)
{
    int64_t at = 0;
    return fd_seek(fd, 0, SEEK_CUR, &at) == 0 ? at : 0;
}

oserr tail_print_part(struct cli *cli, struct tail_run *run, fdh fd, int64_t *at)
{
    int64_t end = 0;
    oserr err = 0;
    *at = position(fd);
    if (run->opt.from_start)
        return run->opt.by_bytes ? print_from_byte(cli, run, fd, at) : print_from_line(cli, run, fd, at);
    if (find_part(run, fd, at, &end)) {
        err = fd_seek(fd, *at, SEEK_SET, at);
        return err ? err : copy(cli, fd, magnitude(end - *at), at);
    }
    err = run->opt.by_bytes ? tail_print_last_bytes(cli, run, fd) : tail_print_last_lines(cli, run, fd);
    *at = position(fd);
    return err;
}
