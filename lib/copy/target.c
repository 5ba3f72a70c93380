/* target.c - what is at the destination: whether it may be replaced, and getting it out of the way. */

#include "copy/private.h"

#include "path/path.h"
#include "prompt/prompt.h"
#include "sys/fsop.h"

/* Whether the destination is replaced by name, so that what a link there leads to does not matter. */
static bool by_name(struct copier const *c, struct copy_entry const *e)
{
    bool writes = S_ISREG(e->from.st_mode)
                  || (c->opt.contents && !S_ISDIR(e->from.st_mode) && !S_ISLNK(e->from.st_mode));
    return !writes || c->opt.move || c->opt.symbolic_link || c->opt.hard_link
           || c->opt.backup.type != BACKUP_NONE || c->opt.remove_destination;
}

static enum copy_step look(struct copier *c, struct diag *d, struct copy_entry *e)
{
    oserr err =
        by_name(c, e) ? fs_lstat(e->to_dir, e->to_name, &e->to) : fs_stat(e->to_dir, e->to_name, &e->to);
    if (err == ELOOP && c->opt.force)
        err = fs_lstat(e->to_dir, e->to_name, &e->to);
    e->exists = err == 0;
    if (err == 0 || err == ENOENT)
        return COPY_GO_ON;
    diag_error(d, err, "cannot stat %s", fmt_path(copy_shown(c)));
    return COPY_FAILED;
}

/* ---- times ---- */

/* The unit that a file system with the file ST seems to keep times in: a power of ten, in nanoseconds. */
static int64_t unit_of(struct stat const *st)
{
    int64_t unit = 1;
    while (unit < 1000000000 && st->st_mtim.tv_nsec % (unit * 10) == 0
           && st->st_atim.tv_nsec % (unit * 10) == 0 && st->st_ctim.tv_nsec % (unit * 10) == 0)
        unit *= 10;
    return unit;
}

/* Whether the destination is as new as the source.  Where times were preserved, a file system that keeps
   them coarsely must not make the copy look older than what it is a copy of. */
static bool is_current(struct copier const *c, struct copy_entry const *e)
{
    struct timespec from = e->from.st_mtim, to = e->to.st_mtim;
    if (c->opt.keep_times)
        from.tv_nsec -= from.tv_nsec % unit_of(&e->to);
    return from.tv_sec != to.tv_sec ? from.tv_sec < to.tv_sec : from.tv_nsec <= to.tv_nsec;
}

/* ---- questions ---- */

static bool is_writable(struct copier *c, struct copy_entry const *e)
{
    (void)c;
    return attr_may_give_away() || S_ISLNK(e->to.st_mode) || fs_access(e->to_dir, e->to_name, FS_WRITE) == 0;
}

/* "rwxr-xr-x" */
static zstr mode_letters(struct copier *c, mode_t mode)
{
    mspan room = mspan_first(arena_bytes(&c->names, 10), 9), rest = room;
    span letters = S("rwxrwxrwx");
    for (size_t i = 0; i < 9; i++) {
        mode_t bit = 0400U >> i;
        mspan_push(&rest, mode & bit ? span_at(letters, i) : '-');
    }
    if (mode & S_ISUID)
        mspan_set(room, 2, mode & S_IXUSR ? 's' : 'S');
    if (mode & S_ISGID)
        mspan_set(room, 5, mode & S_IXGRP ? 's' : 'S');
    if (mode & 01000)
        mspan_set(room, 8, mode & S_IXOTH ? 't' : 'T');
    zstr text = Z_NONE;
    zstr_from(&c->names, mspan_span(room), &text);
    return text;
}

static zstr mode_digits(struct copier *c, mode_t mode)
{
    buf text = {};
    buf_append_base(&text, mode & 07777, 8, 4);
    zstr digits = Z_NONE;
    zstr_from(&c->names, buf_span(&text), &digits);
    buf_recycle(&text);
    return digits;
}

static bool ask(struct copier *c, struct diag *d, struct copy_entry const *e)
{
    if (is_writable(c, e))
        return prompt_yes(d, Z("overwrite %s? "), FMT_ARGS(fmt_path(copy_shown(c))));
    arena_mark mark = arena_save(&c->names);
    zstr digits = mode_digits(c, e->to.st_mode), letters = mode_letters(c, e->to.st_mode);
    bool replaced = c->opt.move || c->opt.remove_destination || c->opt.force;
    zstr question = replaced ? Z("replace %s, overriding mode %s (%s)? ")
                             : Z("unwritable %s (mode %s, %s); try anyway? ");
    bool yes = prompt_yes(d, question, FMT_ARGS(fmt_path(copy_shown(c)), fmt_z(digits), fmt_z(letters)));
    arena_release(&c->names, mark);
    return yes;
}

/* Whether the destination is to stay, by options or by the user's answer. */
static bool stays(struct copier *c, struct diag *d, struct copy_entry const *e)
{
    if (!c->opt.move && S_ISDIR(e->from.st_mode))
        return false;
    switch (c->opt.replace) {
    case COPY_REPLACE_SKIP:
    case COPY_REPLACE_FAIL:
        return true;
    case COPY_REPLACE_ASK:
        return !ask(c, d, e);
    case COPY_REPLACE_DEFAULT:
        return c->opt.move && c->opt.stdin_terminal && !is_writable(c, e) && !ask(c, d, e);
    default:
        return false;
    }
}

enum copy_step copy_leave(struct copier *c, struct diag *d, bool fine)
{
    c->renamed = true;
    if (!fine && c->opt.replace == COPY_REPLACE_FAIL)
        diag_error(d, 0, "not replacing %s", fmt_path(copy_shown(c)));
    else if (c->opt.debug)
        fmt_write(&d->out, Z("skipped %s\n"), FMT_ARGS(fmt_path(copy_shown(c))));
    if (fine || c->opt.replace == COPY_REPLACE_SKIP)
        return COPY_DONE;
    d->status = d->failure;
    return COPY_FAILED;
}

/* ---- kinds ---- */

/* A link to a directory where a directory is to be: good enough with --keep-directory-symlink. */
static bool link_to_directory(struct copier const *c, struct copy_entry const *e)
{
    struct stat st = {};
    return c->opt.keep_directory_symlink && S_ISLNK(e->to.st_mode)
           && fs_stat(e->to_dir, e->to_name, &st) == 0 && S_ISDIR(st.st_mode);
}

static enum copy_step check_kinds(struct copier *c, struct diag *d, struct copy_entry const *e)
{
    bool backup = c->opt.backup.type != BACKUP_NONE;
    bool from_dir = S_ISDIR(e->from.st_mode), to_dir = S_ISDIR(e->to.st_mode);
    struct fmtarg from = fmt_path(e->from_shown), to = fmt_path(copy_shown(c));
    if (from_dir && !to_dir && !backup && !link_to_directory(c, e)) {
        diag_error(d, 0, "cannot overwrite non-directory %s with directory %s", to, from);
        return COPY_FAILED;
    }
    if (!from_dir && to_dir && !backup) {
        diag_error(d, 0, "cannot overwrite directory %s with non-directory %s", to, from);
        return COPY_FAILED;
    }
    /* Two sources of one name would leave only the second. */
    if (!to_dir && !from_dir && e->operand && c->opt.backup.type != BACKUP_NUMBERED
        && copy_was_created(c, &e->to)) {
        diag_error(d, 0, "will not overwrite just-created %s with %s", to, from);
        return COPY_FAILED;
    }
    return COPY_GO_ON;
}

/* ---- out of the way ---- */

/* Whether the destination's simple backup would be the source itself. */
static bool source_is_backup(struct copier *c, struct copy_entry const *e)
{
    if (c->opt.backup.type != BACKUP_SIMPLE && c->opt.backup.type != BACKUP_EXISTING)
        return false;
    arena_mark mark = arena_save(&c->names);
    zstr backup = backup_simple_name(&c->names, e->to_name, c->opt.backup.suffix);
    struct stat st = {};
    bool is = fs_lstat(e->to_dir, backup, &st) == 0 && fs_same_file(&st, &e->from);
    arena_release(&c->names, mark);
    return is;
}

static bool is_dot_name(span name)
{
    span last = path_base(name);
    return span_eq(last, S(".")) || span_eq(last, S(".."));
}

static enum copy_step set_aside(struct copier *c, struct diag *d, struct copy_entry *e)
{
    struct fmtarg from = fmt_path(e->from_shown), to = fmt_path(copy_shown(c));
    if (source_is_backup(c, e)) {
        if (c->opt.move)
            diag_error(d, 0, "backing up %s might destroy source;  %s not moved", to, from);
        else
            diag_error(d, 0, "backing up %s might destroy source;  %s not copied", to, from);
        return COPY_FAILED;
    }
    oserr err = backup_make(&c->names, e->to_dir, e->to_name, c->opt.backup, &e->backup);
    if (err && err != ENOENT) {
        diag_error(d, err, "cannot backup %s", to);
        return COPY_FAILED;
    }
    e->exists = false;
    return COPY_GO_ON;
}

static enum copy_step remove_target(struct copier *c, struct diag *d, struct copy_entry *e)
{
    oserr err = fs_unlink(e->to_dir, e->to_name);
    if (err && err != ENOENT) {
        diag_error(d, err, "cannot remove %s", fmt_path(copy_shown(c)));
        return COPY_FAILED;
    }
    e->exists = false;
    copy_tell_removed(c, d);
    return COPY_GO_ON;
}

static enum copy_step clear_the_way(struct copier *c, struct diag *d, struct copy_entry *e)
{
    bool to_dir = S_ISDIR(e->to.st_mode);
    if (c->opt.backup.type != BACKUP_NONE && !is_dot_name(zstr_span(e->from_name))
        && (c->opt.move || !to_dir))
        return set_aside(c, d, e);
    bool other_name = !c->opt.attributes_only
                      && ((c->opt.keep_links && e->to.st_nlink > 1)
                          || (c->opt.follow == COPY_FOLLOW_NONE && !S_ISREG(e->from.st_mode)));
    if (!to_dir && !S_ISDIR(e->from.st_mode) && !c->opt.move && (c->opt.remove_destination || other_name))
        return remove_target(c, d, e);
    return COPY_GO_ON;
}

static enum copy_step check_existing(struct copier *c, struct diag *d, struct copy_entry *e)
{
    bool nothing_to_do = false;
    bool never = copy_never_replaces(c);
    if (never && stays(c, d, e))
        return copy_leave(c, d, false);
    if (!never && !copy_same_file_ok(c, e, &nothing_to_do)) {
        diag_error(d, 0, "%s and %s are the same file", fmt_path(e->from_shown), fmt_path(copy_shown(c)));
        return COPY_FAILED;
    }
    if (c->opt.update && !S_ISDIR(e->from.st_mode) && is_current(c, e)) {
        /* Names of one file that are all current stay one file. */
        enum copy_step step = copy_link_to_earlier(c, d, e);
        return step == COPY_GO_ON ? copy_leave(c, d, true) : step;
    }
    if (stays(c, d, e))
        return copy_leave(c, d, false);
    if (nothing_to_do)
        return COPY_DONE;
    if (c->opt.exchange)
        return COPY_GO_ON;
    enum copy_step step = check_kinds(c, d, e);
    return step == COPY_GO_ON ? clear_the_way(c, d, e) : step;
}

enum copy_step copy_look_at_target(struct copier *c, struct diag *d, struct copy_entry *e)
{
    if (e->fresh)
        return COPY_GO_ON;
    enum copy_step step = look(c, d, e);
    return step == COPY_GO_ON && e->exists ? check_existing(c, d, e) : step;
}
