/* remove.c - see remove.h. */

#include "remove/private.h"

#include "path/path.h"
#include "sys/fsop.h"

/* What V is about stays, so the directories above it stay too, without further complaint or question.  (After
   a declined file the question about its directory is asked all the same, as users of rm know it.) */
static void keep(remover *r, struct walk_visit const *v, bool failed)
{
    if (r->kept < v->level)
        r->kept = v->level;
    r->failed |= failed;
}

static void report(remover *r, struct diag *d, struct walk_visit const *v, oserr err)
{
    diag_error(d, err, "cannot remove %s", fmt_path(walk_path(&r->walk)));
    keep(r, v, true);
}

/* Errors that say that there is nothing of that name, or cannot be. */
static bool means_missing(oserr err)
{
    return err == ENOENT || err == ENOTDIR || err == EILSEQ || err == EINVAL;
}

static void tell(remover *r, struct diag *d, zstr template)
{
    if (!r->opt.verbose)
        return;
    fmt_write(&d->out, template, FMT_ARGS(fmt_path(walk_path(&r->walk))));
    diag_sync(d);
}

static void unlink_it(remover *r, struct diag *d, struct walk_visit const *v)
{
    oserr err = fs_unlink(v->dir, v->name);
    if (err == 0) {
        tell(r, d, Z("removed %s\n"));
    } else if (!r->opt.ignore_missing || !means_missing(err)) {
        report(r, d, v, err);
    }
}

/* Remove the directory of V.  What rmdir says of one that could not be read (for UNREAD) would mislead. */
static void rmdir_it(remover *r, struct diag *d, struct walk_visit const *v, oserr unread)
{
    oserr err = fs_rmdir(v->dir, v->name);
    if (err == 0) {
        tell(r, d, Z("removed directory %s\n"));
        return;
    }
    if (r->opt.ignore_missing && means_missing(err))
        return;
    bool vague = err == ENOTEMPTY || err == EEXIST || err == ENOTDIR || err == EISDIR;
    report(r, d, v, unread && vague ? unread : err);
}

static void do_file(remover *r, struct diag *d, struct walk_visit const *v)
{
    enum remove_answer answer = remove_ask_(r, d, v);
    if (answer == REMOVE_GO)
        unlink_it(r, d, v);
    if (answer == REMOVE_FAILED)
        keep(r, v, true);
}

/* An operand that is a directory, when directories are removed only if they are empty: its name may be what
   rmdir takes. */
static void do_lone_directory(remover *r, struct diag *d, struct walk_visit const *v)
{
    bool empty = true;
    walk_skip(&r->walk);
    if (!r->opt.empty_dirs) {
        report(r, d, v, EISDIR);
        return;
    }
    enum remove_answer answer = remove_ask_descend_(r, d, v, &empty);
    if (answer == REMOVE_GO)
        rmdir_it(r, d, v, 0);
    else if (!empty)
        report(r, d, v, EISDIR);
    r->failed |= answer == REMOVE_FAILED;
}

/* A directory before its entries. */
static void do_directory(remover *r, struct diag *d, struct walk_visit const *v)
{
    bool empty = false;
    enum remove_answer answer = REMOVE_FAILED;
    if (!r->opt.recursive) {
        do_lone_directory(r, d, v);
        return;
    }
    if (v->level > 0 || !remove_refused_(r, d, v))
        answer = remove_ask_descend_(r, d, v, &empty);
    if (answer == REMOVE_GO && empty)
        rmdir_it(r, d, v, r->unread);
    if (answer != REMOVE_GO)
        keep(r, v, answer == REMOVE_FAILED);
    if (answer != REMOVE_GO || empty)
        walk_skip(&r->walk);
}

/* A directory after its entries, or one whose entries could not be read for ERR. */
static void do_directory_end(remover *r, struct diag *d, struct walk_visit const *v, oserr err)
{
    if (r->kept > v->level) {
        r->kept = v->level;
        return;
    }
    enum remove_answer answer = remove_ask_(r, d, v);
    if (answer == REMOVE_GO)
        rmdir_it(r, d, v, err);
    if (answer == REMOVE_FAILED)
        keep(r, v, true);
}

static void warn_of_cycle(remover *r, struct diag *d)
{
    diag_warn(d, 0, "WARNING: Circular directory structure.\n"
              "This almost certainly means that you have a corrupted file system.\n"
              "NOTIFY YOUR SYSTEM MANAGER.\n"
              "The following directory is part of the cycle:\n  %s\n", fmt_pathc(walk_path(&r->walk)));
}

/* Why an operand that cannot be looked at for ERR cannot be removed: with a slash behind it, a symbolic link
   that leads nowhere is there, but it is no directory. */
static oserr missing_for(remover *r, struct walk_visit const *v, oserr err)
{
    span plain = path_strip(zstr_span(v->name));
    struct stat st = {};
    zstr name = Z_NONE;
    if (span_len(plain) == zstr_len(v->name))
        return err;
    arena_mark before = arena_save(&r->scratch);
    zstr_from(&r->scratch, plain, &name);
    if (fs_lstat(v->dir, name, &st) == 0 && S_ISLNK(st.st_mode))
        err = ENOTDIR;
    arena_release(&r->scratch, before);
    return err;
}

/* What stands in the way of the walk. */
static void do_obstacle(remover *r, struct diag *d, struct walk_visit const *v)
{
    oserr err = v->err;
    switch (v->what) {
    case WALK_NO_STATUS:
        if (v->level == 0 && r->opt.ask != REMOVE_ASK_ALWAYS)
            err = missing_for(r, v, err);
        if (!r->opt.ignore_missing || !means_missing(err))
            report(r, d, v, err);
        return;
    case WALK_CYCLE:
        warn_of_cycle(r, d);
        break;
    case WALK_FOREIGN:
        diag_error(d, 0, "skipping %s, since it's on a different device", fmt_path(walk_path(&r->walk)));
        break;
    default:
        diag_error(d, err, "traversal failed: %s", fmt_pathc(walk_path(&r->walk)));
        break;
    }
    keep(r, v, true);
    if (v->what == WALK_PARTIAL)
        r->kept = v->level + 1;
}

bool remove_name(remover *r, struct diag *d, fdh at, zstr name)
{
    r->failed = false;
    r->kept = 0;
    walk_begin(&r->walk, at, name, (struct walk_options){.one_device = r->opt.one_device});
    for (struct walk_visit v = {}; walk_next(&r->walk, &v);) {
        switch (v.what) {
        case WALK_FILE: do_file(r, d, &v); break;
        case WALK_DIR: do_directory(r, d, &v); break;
        case WALK_DIR_END: do_directory_end(r, d, &v, 0); break;
        case WALK_UNREADABLE: do_directory_end(r, d, &v, v.err); break;
        default: do_obstacle(r, d, &v); break;
        }
    }
    if (r->failed)
        d->status = d->failure;
    return !r->failed;
}
