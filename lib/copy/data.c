/* data.c - the contents of one file: shared, copied in the kernel, or read and written; with their holes. */

#include "copy/private.h"

#include "sys/filedata.h"

enum {
    BLOCK = 256 * 1024,         /* bytes read and written at a time */
    HOLE = 4096,                /* zeros in runs of this size become holes */
    PROGRESS_STEP = 8 * 1024 * 1024,
    PIPE_STEP = 4096,           /* a pipe that takes something takes so much */
};

/* Where the contents go. */
struct flow {
    fdh in, out;
    bool zeros_to_holes;        /* --sparse=always */
    bool may_stall;             /* the output is a FIFO, and the progress is told while nobody reads it */
    bool hole_at_end;           /* the last thing was a hole, not yet in the size of the file */
    bool wrote;
    bool ended;                 /* the input ended before what was asked for, whatever its size says */
};

static bool read_failed(struct diag *d, oserr err, struct copy_entry const *e)
{
    diag_error(d, err, "error reading %s", fmt_path(e->from_shown));
    return false;
}

static bool write_failed(struct copier *c, struct diag *d, oserr err)
{
    diag_error(d, err, "error writing %s", fmt_path(copy_shown(c)));
    return false;
}

/* ---- sharing ---- */

/* Errors that say "not for these files here", after which copying is worth a try. */
static bool is_refusal(oserr err)
{
    switch (err) {
    case ENOSYS: case ENOTTY: case EOPNOTSUPP: case EINVAL: case EBADF:
    case EXDEV: case ETXTBSY: case EPERM: case EACCES: case ENOENT: case EISDIR:
        return true;
    default:
        return false;
    }
}

/* Refusals that other files on the same two devices will meet, too. */
static bool is_lasting(oserr err)
{
    return err == ENOSYS || err == ENOTTY || err == EOPNOTSUPP || err == EXDEV;
}

/* What is known about two devices is good for these two only. */
static void note_pair(struct copier *c, struct copy_entry const *e, dev_t to)
{
    if (c->pair_from == e->from.st_dev && c->pair_to == to)
        return;
    c->pair_from = e->from.st_dev;
    c->pair_to = to;
    c->no_clone = c->no_offload = false;
}

static enum copy_step share(struct copier *c, struct diag *d, struct copy_entry const *e, fdh out)
{
    /* A shared hole would stay one. */
    if (c->opt.reflink == COPY_REFLINK_NEVER || c->opt.sparse == COPY_SPARSE_NEVER) {
        c->how.reflink = COPY_HOW_NO;
        return COPY_GO_ON;
    }
    bool must = c->opt.reflink == COPY_REFLINK_ALWAYS;
    if (!must && (c->no_clone || !S_ISREG(e->from.st_mode) || e->from.st_size == 0)) {
        c->how.reflink = COPY_HOW_UNSUPPORTED;
        return COPY_GO_ON;
    }
    oserr err = filedata_clone(e->in, out);
    if (err == 0) {
        c->how.reflink = COPY_HOW_YES;
        copy_progress_add(&c->progress, d, magnitude(e->from.st_size));
        return COPY_DONE;
    }
    c->how.reflink = COPY_HOW_UNSUPPORTED;
    c->no_clone = is_lasting(err);
    if (!must && is_refusal(err))
        return COPY_GO_ON;
    diag_error(d, err, "failed to clone %s from %s", fmt_path(copy_shown(c)), fmt_path(e->from_shown));
    return COPY_FAILED;
}

/* ---- reading and writing ---- */

static bool is_zero(span s)
{
    return span_at(s, 0) == 0 && span_eq(span_drop(s, 1), span_chop(s, 1));
}

static oserr skip_hole(struct flow *f, size_t n)
{
    int64_t at = 0;
    f->hole_at_end = true;
    return fd_seek(f->out, as_i64(n), SEEK_CUR, &at);
}

/* Write PART, leaving out its pieces of zeros. */
static oserr write_around_zeros(struct flow *f, span part)
{
    oserr err = 0;
    while (err == 0 && !span_empty(part)) {
        size_t data = 0, zeros = 0;
        while (data < span_len(part)) {
            span piece = span_at_most(span_drop(part, data), HOLE);
            zeros = is_zero(piece) ? span_len(piece) : 0;
            if (zeros)
                break;
            data += span_len(piece);
        }
        if (data > 0) {
            f->hole_at_end = false;
            err = fd_write_all(f->out, span_take(&part, data));
        }
        if (err == 0 && zeros > 0) {
            err = skip_hole(f, zeros);
            part = span_drop(part, zeros);
        }
    }
    return err;
}

/* Write PART in steps that do not make the copy wait. */
static oserr write_patiently(struct copier *c, struct diag *d, struct flow const *f, span part)
{
    oserr err = 0;
    while (err == 0 && !span_empty(part)) {
        copy_progress_wait(&c->progress, d, f->out, true);
        err = fd_write_all(f->out, span_take(&part, size_min(PIPE_STEP, span_len(part))));
    }
    return err;
}

/* Read and write up to N bytes. */
static bool read_and_write(struct copier *c, struct diag *d, struct copy_entry const *e, struct flow *f,
                           uint64_t n)
{
    c->how.zeros |= f->zeros_to_holes;
    while (n > 0) {
        size_t got = 0, want = size_min(BLOCK, size_clamp(n));
        buf_clear(&c->block);
        mspan room = mspan_first(buf_tail(&c->block, BLOCK), want);
        if (c->progress.on && !S_ISREG(e->from.st_mode))
            copy_progress_wait(&c->progress, d, f->in, false);
        oserr err = fd_read(f->in, room, &got);
        if (err)
            return read_failed(d, err, e);
        if (got == 0) {
            f->ended = true;
            return true;
        }
        span part = span_first(mspan_span(room), got);
        if (f->zeros_to_holes)
            err = write_around_zeros(f, part);
        else if (f->may_stall)
            err = write_patiently(c, d, f, part);
        else
            err = fd_write_all(f->out, part);
        if (err)
            return write_failed(c, d, err);
        f->wrote = true;
        n -= got;
        copy_progress_add(&c->progress, d, got);
        /* A short read of a regular file that ends where its status said is the end of it. */
        if (got < want && got == magnitude(e->from.st_size) && S_ISREG(e->from.st_mode))
            return true;
    }
    return true;
}

/* ---- copying in the kernel ---- */

/* Copy up to N bytes in the kernel.  COPY_GO_ON: it cannot do that; nothing was copied. */
static enum copy_step offload(struct copier *c, struct diag *d, struct copy_entry const *e, struct flow *f,
                              uint64_t n)
{
    uint64_t total = 0;
    if (c->no_offload) {
        c->how.offload = COPY_HOW_UNSUPPORTED;
        return COPY_GO_ON;
    }
    /* Nothing to copy, or a file that is made up as it is read. */
    if (S_ISREG(e->from.st_mode) && e->from.st_size == 0)
        return COPY_GO_ON;
    while (total < n) {
        size_t moved = 0, want = size_clamp(n - total);
        oserr err =
            filedata_copy(f->in, f->out, c->progress.on ? size_min(want, PROGRESS_STEP) : want, &moved);
        if (err && total == 0 && !f->wrote && is_refusal(err)) {
            c->no_offload = is_lasting(err);
            c->how.offload = COPY_HOW_UNSUPPORTED;
            return COPY_GO_ON;
        }
        if (err) {
            diag_error(d, err, "error copying %s to %s", fmt_path(e->from_shown), fmt_path(copy_shown(c)));
            return COPY_FAILED;
        }
        /* Files that are made up as they are read end at once for the kernel's copy, but not for read. */
        if (moved == 0) {
            f->ended = total > 0 || f->wrote;
            return f->ended ? COPY_DONE : COPY_GO_ON;
        }
        f->wrote = true;
        c->how.offload = COPY_HOW_YES;
        total += moved;
        copy_progress_add(&c->progress, d, moved);
    }
    return COPY_DONE;
}

static bool copy_part(struct copier *c, struct diag *d, struct copy_entry const *e, struct flow *f,
                      uint64_t n)
{
    f->hole_at_end = false;
    /* What the kernel copies it may share, too, and it keeps holes as it likes. */
    if (c->opt.sparse != COPY_SPARSE_AUTO || c->opt.reflink == COPY_REFLINK_NEVER) {
        c->how.offload = COPY_HOW_AVOIDED;
    } else {
        enum copy_step step = offload(c, d, e, f, n);
        if (step != COPY_GO_ON)
            return step == COPY_DONE;
    }
    if (n > BLOCK && (magnitude(e->from.st_size) > BLOCK || !S_ISREG(e->from.st_mode)))
        fd_will_read_in_order(f->in);
    return read_and_write(c, d, e, f, n);
}

/* ---- holes ---- */

/* Let the output end where it stands, also when a hole was left there. */
static bool finish_hole(struct copier *c, struct diag *d, struct flow *f)
{
    int64_t at = 0;
    if (!f->hole_at_end)
        return true;
    oserr err = fd_seek(f->out, 0, SEEK_CUR, &at);
    if (err == 0)
        err = fd_truncate(f->out, at);
    if (err)
        diag_error(d, err, "failed to extend %s", fmt_path(copy_shown(c)));
    return err == 0;
}

/* The next piece of data at or after *AT, up to *END; false when there is none, or the answers make no
   sense. */
static bool next_piece(fdh in, int64_t *at, int64_t *end, oserr *err)
{
    int64_t start = 0, stop = 0;
    *err = filedata_next_data(in, *at, &start);
    if (*err == 0)
        *err = filedata_next_hole(in, start, &stop);
    if (*err == 0 && (start < *at || stop <= start))
        *err = EINVAL;
    if (*err)
        return false;
    *at = start;
    *end = stop;
    return true;
}

static enum copy_step seek_failed(struct diag *d, oserr err, span shown)
{
    diag_error(d, err, "cannot lseek %s", fmt_path(shown));
    return COPY_FAILED;
}

/* What is left of the source behind AT is a hole: let the copy end where it ends. */
static enum copy_step copy_last_hole(struct copier *c, struct diag *d, struct copy_entry const *e,
                                     struct flow *f, int64_t at)
{
    int64_t size = 0;
    c->how.holes = true;
    oserr err = fd_seek(f->in, 0, SEEK_END, &size);
    if (err)
        return seek_failed(d, err, e->from_shown);
    if (size > 0)
        err = fd_truncate(f->out, size > at ? size : at);
    if (err) {
        diag_error(d, err, "failed to extend %s", fmt_path(copy_shown(c)));
        return COPY_FAILED;
    }
    copy_progress_add(&c->progress, d, size > at ? magnitude(size - at) : 0);
    f->hole_at_end = false;
    return COPY_DONE;
}

/* Copy piece by piece.  COPY_GO_ON: the file system does not tell; nothing was copied. */
static enum copy_step copy_pieces(struct copier *c, struct diag *d, struct copy_entry const *e,
                                  struct flow *f)
{
    int64_t at = 0, end = 0, before = 0, unused = 0;
    oserr err = 0;
    bool any = false;
    while (next_piece(f->in, &at, &end, &err)) {
        copy_progress_add(&c->progress, d, magnitude(at - before));     /* a hole */
        any = true;
        c->how.holes = true;
        err = fd_seek(f->in, at, SEEK_SET, &unused);
        if (err == 0)
            err = fd_seek(f->out, at, SEEK_SET, &unused);
        if (err)
            return seek_failed(d, err, copy_shown(c));
        if (!copy_part(c, d, e, f, magnitude(end - at)))
            return COPY_FAILED;
        if (f->ended) {         /* files that are made up as they are read claim a whole page */
            f->hole_at_end = true;
            return finish_hole(c, d, f) ? COPY_DONE : COPY_FAILED;
        }
        at = before = end;
    }
    if (err == ENXIO)
        return copy_last_hole(c, d, e, f, at);
    if (!any)
        err = fd_seek(f->in, 0, SEEK_SET, &unused);
    return err ? seek_failed(d, err, e->from_shown) : COPY_GO_ON;
}

/* Fewer blocks than its size needs. */
static bool looks_sparse(struct copy_entry const *e)
{
    return S_ISREG(e->from.st_mode) && e->from.st_blocks < e->from.st_size / 512;
}

/* ---- all of it ---- */

bool copy_data(struct copier *c, struct diag *d, struct copy_entry *e, fdh out, bool regular)
{
    struct flow f = {.in = e->in, .out = out, .may_stall = c->progress.on && S_ISFIFO(e->to.st_mode)};
    note_pair(c, e, e->to.st_dev);
    enum copy_step step = share(c, d, e, out);
    if (step != COPY_GO_ON)
        return step == COPY_DONE;
    c->how.read = true;
    f.zeros_to_holes = regular && c->opt.sparse == COPY_SPARSE_ALWAYS;
    if (regular && c->opt.sparse != COPY_SPARSE_NEVER && looks_sparse(e)) {
        step = copy_pieces(c, d, e, &f);
        if (step != COPY_GO_ON)
            return step == COPY_DONE;
    }
    if (!copy_part(c, d, e, &f, UINT64_MAX))
        return false;
    return finish_hole(c, d, &f);
}
