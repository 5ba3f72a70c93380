/* tree.c - an operand and everything below it.

   The walk gives the source, directory by directory; the destination follows with a stack of levels of its
   own (level.c). */

#include "copy/private.h"

#include "sys/fsop.h"

void copy_begin(struct copier *c, struct copy_options opt)
{
    c->opt = opt;
    c->may_give_away = attr_may_give_away();
}

/* ---- a directory is complete ---- */

/* Open the source directory again, for attributes that have to be read from it. */
static fdh open_source(struct copier *c, struct walk_visit const *v, struct copy_level const *level)
{
    fdh in = FDH_NONE;
    struct stat st = {};
    int flags = O_RDONLY | O_DIRECTORY | O_NOCTTY | (c->opt.follow == COPY_FOLLOW_NONE ? O_NOFOLLOW : 0);
    if (!(c->opt.keep_xattr || c->opt.keep_mode) || copy_open(c, &in, v->dir, v->name, flags) != 0)
        return in;
    if (fd_stat(in, &st) != 0 || !fs_same_file(&st, &level->from))
        fd_close(&in);
    return in;
}

static bool finish_level(struct copier *c, struct diag *d, struct walk_visit const *v)
{
    struct copy_level level = copy_levels_at(&c->levels, copy_depth(c) - 1);
    struct copy_entry e = {
        .from = level.from, .made = level.made, .exists = !level.made, .mode = level.mode,
        .withheld = level.withheld, .from_shown = walk_path(&c->walk),
    };
    buf_truncate(&c->shown, level.shown_len);
    bool lacks_bits = (level.mode & ~copy_umask(c) & S_IRWXU) != S_IRWXU;
    bool needed = c->opt.keep_times || c->opt.keep_owner || c->opt.keep_mode || c->opt.keep_xattr
                  || (level.made && (level.withheld != 0 || lacks_bits));
    bool ok = true;
    if (needed) {
        fdh in = open_source(c, v, &level);
        oserr err = fd_stat(level.out, &e.to);
        if (err)
            diag_error(d, err, "cannot stat %s", fmt_path(copy_shown(c)));
        ok = err == 0 && copy_attributes(c, d, &e, in, level.out);
        fd_close(&in);
    }
    oserr err = copy_reopen_above(c);
    copy_pop_level(c);
    c->found = size_min(c->found, copy_depth(c));
    if (err) {
        diag_error(d, err, "cannot access %s", fmt_path(copy_shown(c)));
        return false;
    }
    return ok && !level.failed;
}

/* ---- the walk ---- */

static void set_shown(struct copier *c, zstr name)
{
    struct copy_level const level = copy_levels_at(&c->levels, copy_depth(c) - 1);
    buf_truncate(&c->shown, level.shown_len);
    if (span_last(buf_span(&c->shown)) != '/')
        buf_push(&c->shown, '/');
    buf_append(&c->shown, zstr_span(name));
}

static bool follows(struct copier const *c, bool operand)
{
    switch (c->opt.follow) {
    case COPY_FOLLOW_NONE: return false;
    case COPY_FOLLOW_OPERANDS: return operand;
    default: return true;
    }
}

/* A visit below the operand. */
static bool copy_visit(struct copier *c, struct diag *d, struct walk_visit const *v)
{
    set_shown(c, v->name);
    struct copy_entry e = {
        .from_dir = v->dir, .from_name = v->name, .from_shown = walk_path(&c->walk), .kind = v->kind,
        .to_dir = AT(copy_levels, &c->levels, copy_depth(c) - 1).out, .to_name = v->name,
        .fresh = AT(copy_levels, &c->levels, copy_depth(c) - 1).made,
        /* A link that leads nowhere stands for itself on the walk, but there is nothing to copy. */
        .follow = follows(c, false), .from = v->st,
        .has_status = v->has_status && !(follows(c, false) && S_ISLNK(v->kind)),
    };
    struct copy_operand none = {};
    enum copy_step step = copy_entry(c, d, &e, &none);
    if (step == COPY_DESCEND)
        copy_push_level(c, &e);
    else if (v->what == WALK_DIR)
        walk_skip(&c->walk);
    return step != COPY_FAILED;
}

/* One visit of the walk; false when something failed. */
static bool take_visit(struct copier *c, struct diag *d, struct walk_visit const *v)
{
    switch (v->what) {
    case WALK_FILE:
    case WALK_DIR:
        return copy_visit(c, d, v);
    case WALK_DIR_END:
        return finish_level(c, d, v);
    case WALK_FOREIGN:
        /* The mount point is copied, what is mounted there is not. */
        return (copy_depth(c) > v->level || copy_visit(c, d, v)) && finish_level(c, d, v);
    case WALK_CYCLE:
        diag_error(d, 0, "cannot copy cyclic symbolic link %s", fmt_path(walk_path(&c->walk)));
        if (copy_depth(c) > v->level)
            finish_level(c, d, v);
        return false;
    case WALK_NO_STATUS:
        diag_error(d, v->err, "cannot stat %s", fmt_path(walk_path(&c->walk)));
        return false;
    case WALK_UNREADABLE:
        diag_error(d, v->err, "cannot access %s", fmt_path(walk_path(&c->walk)));
        if (copy_depth(c) > v->level)
            finish_level(c, d, v);
        return false;
    default:
        diag_error(d, v->err, "cannot access %s", fmt_path(walk_path(&c->walk)));
        return false;
    }
}

bool copy_tree(struct copier *c, struct diag *d, struct copy_entry *e)
{
    struct walk_options how = {
        .follow = c->opt.follow == COPY_FOLLOW_NONE ? WALK_PHYSICAL
                  : c->opt.follow == COPY_FOLLOW_OPERANDS ? WALK_OPERAND : WALK_LOGICAL,
        .status = follows(c, false), .one_device = c->opt.one_device,
    };
    bool ok = true;
    copy_push_level(c, e);
    walk_begin(&c->walk, e->from_dir, e->from_name, how);
    for (struct walk_visit v = {}; walk_next(&c->walk, &v);) {
        if (v.what == WALK_DIR && v.level == 0)
            continue;           /* the operand itself */
        ok = take_visit(c, d, &v) && ok;
    }
    while (copy_depth(c) > 0) {      /* the walk was lost */
        copy_pop_level(c);
        ok = false;
    }
    c->closed = c->found = 0;
    return ok;
}

oserr copy_make_directory_like(struct copier *c, struct stat const *from, fdh dir, zstr name)
{
    struct copy_entry e = {.from.st_mode = (from->st_mode & ~(mode_t)S_IFMT) | S_IFDIR};
    copy_decide_mode(c, &e);
    return copy_make_directory(c, dir, name, e.mode & ~e.withheld);
}

bool copy_directory_attributes(struct copier *c, struct diag *d, struct copy_directory const *dir)
{
    struct copy_entry e = {
        .from = dir->from, .from_shown = zstr_span(dir->from_shown), .made = dir->made, .exists = !dir->made,
    };
    copy_decide_mode(c, &e);
    buf_clear(&c->shown);
    buf_append(&c->shown, zstr_span(dir->to_shown));
    oserr err = fd_stat(dir->out, &e.to);
    if (err)
        diag_error(d, err, "cannot stat %s", fmt_path(copy_shown(c)));
    return err == 0 && copy_attributes(c, d, &e, dir->in, dir->out);
}

/* ---- operands ---- */

/* How many bytes there are to copy of the operand FROM; false when a walk would have to tell. */
static bool operand_size(struct copier const *c, zstr from, uint64_t *size)
{
    struct stat st = {};
    oserr err = follows(c, true) ? fs_stat(FDH_CWD, from, &st) : fs_lstat(FDH_CWD, from, &st);
    *size = magnitude(st.st_size);
    return err == 0 && S_ISREG(st.st_mode);
}

void copy_show_progress(struct copier *c, zstr_view sources)
{
    copy_progress_start(&c->progress, c->opt.progress);
    bool known = c->progress.on && !c->opt.hard_link && !c->opt.symbolic_link && !c->opt.attributes_only;
    uint64_t total = 0, size = 0;
    for (zstr from = Z_NONE; known && zstr_view_next(&sources, &from); total += size)
        known = operand_size(c, from, &size);
    c->progress.total = known ? total : 0;
}

static bool copy_whole(struct copier *c, struct diag *d, struct copy_operand const *op)
{
    struct copy_operand now = *op;
    c->into_itself = c->renamed = c->root_made = false;
    c->root_from = op->from;
    c->root_to = op->base;
    c->root_shown = op->to_shown;
    c->root_dir = op->base_dir;
    buf_clear(&c->shown);
    buf_append(&c->shown, zstr_span(op->to_shown));
    struct copy_entry e = {
        .from_dir = FDH_CWD, .from_name = op->from, .from_shown = zstr_span(op->from),
        .to_dir = op->to_dir, .to_name = op->to, .operand = true, .fresh = false,
        .follow = follows(c, true),
    };
    enum copy_step step = copy_entry(c, d, &e, &now);
    if (step == COPY_DESCEND)
        return copy_tree(c, d, &e);
    return step != COPY_FAILED;
}

bool copy_operand(struct copier *c, struct diag *d, struct copy_operand const *op)
{
    uint64_t planned = 0, before = c->progress.done;
    bool counts = c->progress.total > 0 && operand_size(c, op->from, &planned);
    bool ok = copy_whole(c, d, op);
    if (counts)
        copy_progress_settle(&c->progress, planned, before);
    return ok;
}
