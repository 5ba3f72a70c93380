/* entry.c - one file of the source, whatever it is: the order of steps. */

#include "copy/private.h"

#include "sys/fsop.h"

/* ---- the source ---- */

/* Regular files whose kind is known already are opened at once: the status then comes from the descriptor,
   which saves looking them up twice. */
static bool open_early(struct copier *c, struct copy_entry *e)
{
    if (!S_ISREG(e->kind) || !e->fresh || c->opt.hard_link || c->opt.symbolic_link || c->opt.move
        || e->has_status)
        return false;
    fdh in = FDH_NONE;
    if (copy_open(c, &in, e->from_dir, e->from_name, O_RDONLY | O_NOFOLLOW | O_NOCTTY | O_NONBLOCK) != 0)
        return false;
    if (fd_stat(in, &e->from) == 0 && S_ISREG(e->from.st_mode)) {
        e->in = in;
        return true;
    }
    fd_close(&in);
    return false;
}

static bool look_at_source(struct copier *c, struct diag *d, struct copy_entry *e)
{
    if (e->has_status || open_early(c, e))
        return true;
    oserr err = e->follow ? fs_stat(e->from_dir, e->from_name, &e->from)
                          : fs_lstat(e->from_dir, e->from_name, &e->from);
    if (err)
        diag_error(d, err, "cannot stat %s", fmt_path(e->from_shown));
    e->has_status = err == 0;
    return err == 0;
}

static enum copy_step check_source(struct copier *c, struct diag *d, struct copy_entry *e)
{
    if (S_ISDIR(e->from.st_mode)) {
        if (c->opt.recursive)
            return COPY_GO_ON;
        if (c->opt.install)
            diag_error(d, 0, "omitting directory %s", fmt_path(e->from_shown));
        else
            diag_error(d, 0, "-r not specified; omitting directory %s", fmt_path(e->from_shown));
        return COPY_FAILED;
    }
    if (e->operand && c->opt.many && c->opt.backup.type == BACKUP_NONE && !c->opt.install && !c->opt.move
        && !copy_remember_operand(c, e->from_name, &e->from)) {
        diag_warn(d, 0, "warning: source file %s specified more than once", fmt_path(e->from_shown));
        c->renamed = true;
        return COPY_DONE;
    }
    return COPY_GO_ON;
}

/* ---- permissions ---- */

void copy_decide_mode(struct copier const *c, struct copy_entry *e)
{
    bool directory = S_ISDIR(e->from.st_mode);
    bool node = !directory && !S_ISREG(e->from.st_mode) && !c->opt.contents;
    mode_t set_ids = e->from.st_mode & (node ? 07000U : directory && !c->opt.drop_mode ? 01000U : 0U);
    if (c->opt.set_mode)
        e->mode = c->opt.mode;
    else if (c->opt.keep_mode)
        e->mode = e->from.st_mode & 07777;
    else if (c->opt.drop_mode)
        e->mode = set_ids | (directory || S_ISSOCK(e->from.st_mode) ? 0777U : 0666U);
    else
        e->mode = set_ids | (e->from.st_mode & 0777);
    /* Others must not get at it before it has its owner; nor change a directory that is being filled. */
    e->withheld = e->mode & (c->opt.keep_owner ? 0077U : directory && !c->opt.drop_mode ? 0022U : 0U);
}

/* ---- making ---- */

oserr copy_make_directory(struct copier *c, fdh dir, zstr name, mode_t mode)
{
    mode_t umask = copy_umask(c);
    if (umask & S_IRWXU)
        fs_umask(umask & ~(mode_t)S_IRWXU);
    oserr err = fs_mkdir(dir, name, mode | S_IRWXU);
    if (umask & S_IRWXU)
        fs_umask(umask);
    return err;
}

/* Make the directory, or take the one that is there, and open it to go on in. */
static bool make_directory(struct copier *c, struct diag *d, struct copy_entry *e)
{
    bool there = e->exists && (S_ISDIR(e->to.st_mode) || S_ISLNK(e->to.st_mode));
    if (!there) {
        oserr err = copy_make_directory(c, e->to_dir, e->to_name, e->mode & ~e->withheld);
        if (err) {
            diag_error(d, err, "cannot create directory %s", fmt_path(copy_shown(c)));
            return false;
        }
        e->made = true;
    }
    int flags = O_DIRECTORY | O_NOCTTY | (e->exists && S_ISLNK(e->to.st_mode) ? 0 : O_NOFOLLOW);
    oserr err = copy_open(c, &e->out, e->to_dir, e->to_name, O_RDONLY | flags);
    if (err == EACCES)
        err = attr_open(&e->out, e->to_dir, e->to_name);
    if (err) {
        diag_error(d, err, "cannot access %s", fmt_path(copy_shown(c)));
        return false;
    }
    if (e->made)
        copy_remember_directory(c, e);
    if (e->made && c->opt.verbose) {
        if (c->opt.move) {
            fmt_write(&d->out, Z("created directory %s\n"), FMT_ARGS(fmt_path(copy_shown(c))));
            diag_sync(d);
        } else {
            struct copy_entry plain = *e;
            plain.backup = Z_NONE;      /* as GNU tells it of directories */
            copy_tell(c, d, &plain, S(""));
        }
    }
    return true;
}

static bool link_hard(struct copier *c, struct diag *d, struct copy_entry *e)
{
    bool replace = c->opt.force || c->opt.replace == COPY_REPLACE_ASK;
    oserr err = copy_hard_link(c, e->from_dir, e->from_name, e, replace);
    if (err)
        diag_error(d, err, "cannot create hard link %s to %s", fmt_path(copy_shown(c)),
                   fmt_path(e->from_shown));
    return err == 0;
}

static enum copy_step make(struct copier *c, struct diag *d, struct copy_entry *e)
{
    bool ok = false;
    copy_decide_mode(c, e);
    if (!copy_choose_label(c, d, e))
        return COPY_FAILED;
    if (S_ISDIR(e->from.st_mode))
        return make_directory(c, d, e) ? COPY_DESCEND : COPY_FAILED;
    if (c->opt.symbolic_link)
        ok = copy_as_link(c, d, e);
    else if (c->opt.hard_link)
        ok = link_hard(c, d, e);
    else if (S_ISREG(e->from.st_mode) || (c->opt.contents && !S_ISLNK(e->from.st_mode)))
        ok = copy_regular(c, d, e);
    else
        ok = copy_special(c, d, e);
    fd_close(&e->in);
    return ok ? COPY_DONE : COPY_FAILED;
}

/* ---- all steps ---- */

/* An operand made a link here just before: following that would write anywhere. */
static bool through_own_link(struct copier *c, struct diag *d, struct copy_entry const *e)
{
    struct stat st = {};
    if (!e->operand || !c->opt.many || c->opt.move || c->opt.backup.type != BACKUP_NONE
        || fs_lstat(e->to_dir, e->to_name, &st) != 0 || !S_ISLNK(st.st_mode)
        || !copy_was_created(c, &st))
        return false;
    diag_error(d, 0, "will not copy %s through just-created symlink %s", fmt_path(e->from_shown),
               fmt_path(copy_shown(c)));
    return true;
}

/* Put back what was moved aside for a copy that failed. */
static void restore_backup(struct copier *c, struct diag *d, struct copy_entry *e)
{
    if (zstr_is_none(e->backup))
        return;
    oserr err = fs_rename(e->to_dir, e->backup, e->to_dir, e->to_name, FS_REPLACE);
    if (err) {
        diag_error(d, err, "cannot un-backup %s", fmt_path(copy_shown(c)));
    } else if (c->opt.verbose) {
        fmt_write(&d->out, Z("%s -> %s (unbackup)\n"),
                  FMT_ARGS(fmt_name(e->backup), fmt_path(copy_shown(c))));
        diag_sync(d);
    }
}

static enum copy_step copy_found(struct copier *c, struct diag *d, struct copy_entry *e,
                                 struct copy_operand *op)
{
    enum copy_step step = copy_look_at_target(c, d, e);
    if (step != COPY_GO_ON)
        return step;
    if (through_own_link(c, d, e))
        return COPY_FAILED;
    if (c->opt.verbose && !c->opt.move && !S_ISDIR(e->from.st_mode))
        copy_tell(c, d, e, S(""));
    step = copy_link_to_earlier(c, d, e);
    if (step == COPY_GO_ON && e->operand && c->opt.move)
        step = copy_rename(c, d, e, op);
    else if (step == COPY_GO_ON && c->opt.move && c->opt.verbose && !S_ISDIR(e->from.st_mode))
        copy_tell(c, d, e, S("copied"));
    if (step == COPY_GO_ON)
        step = make(c, d, e);
    if (step == COPY_FAILED) {
        if (!c->into_itself)
            copy_forget(c, e);
        restore_backup(c, d, e);
    } else if (e->operand && !c->renamed) {
        copy_remember_created(c, e);
    }
    return step;
}

enum copy_step copy_entry(struct copier *c, struct diag *d, struct copy_entry *e, struct copy_operand *op)
{
    copy_progress_add(&c->progress, d, 0);
    if (e->operand && c->opt.move) {
        enum copy_step step = copy_try_rename(c, d, e, op);
        if (step != COPY_GO_ON)
            return step;
    }
    if (!look_at_source(c, d, e))
        return COPY_FAILED;
    enum copy_step step = check_source(c, d, e);
    if (step == COPY_GO_ON)
        step = copy_found(c, d, e, op);
    fd_close(&e->in);
    return step;
}
