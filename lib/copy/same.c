/* same.c - telling a file from itself.

   Two names may lead to one file: because they are the same name, because they are two hard links, or
   because one or both are symbolic links on the way.  Copying a file onto itself would destroy it, so it is
   refused - but where the destination's name is replaced rather than its file written, much is harmless. */

#include "copy/private.h"

#include "sys/fsop.h"

static span last_of(zstr name)
{
    span s = zstr_span(name);
    while (span_len(s) > 1 && span_last(s) == '/')
        s = span_chop(s, 1);
    size_t slash = span_rfind(s, '/');
    return slash < span_len(s) && span_len(s) > 1 ? span_drop(s, slash + 1) : s;
}

/* Status of the directory that holds NAME; FOLLOW: of what a symbolic link there leads to. */
static oserr parent_status(struct copier *c, fdh dir, zstr name, bool follow, struct stat *st)
{
    span s = zstr_span(name);
    while (span_len(s) > 1 && span_last(s) == '/')
        s = span_chop(s, 1);
    size_t slash = span_rfind(s, '/');
    zstr parent = Z(".");
    if (slash < span_len(s))
        zstr_from(&c->names, span_first(s, follow || slash == 0 ? slash + 1 : slash), &parent);
    return follow ? fs_stat(dir, parent, st) : fs_lstat(dir, parent, st);
}

bool copy_same_name(struct copier *c, fdh a_dir, zstr a, fdh b_dir, zstr b)
{
    if (!span_eq(last_of(a), last_of(b)))
        return false;
    arena_mark mark = arena_save(&c->names);
    struct stat sa = {}, sb = {};
    bool same = parent_status(c, a_dir, a, true, &sa) == 0 && parent_status(c, b_dir, b, true, &sb) == 0
                && fs_same_file(&sa, &sb);
    arena_release(&c->names, mark);
    return same;
}

bool copy_same_operand(struct copier *c, zstr a, zstr b)
{
    if (zstr_eq(a, b))
        return true;
    if (!span_eq(last_of(a), last_of(b)))
        return false;
    arena_mark mark = arena_save(&c->names);
    struct stat sa = {}, sb = {};
    bool same = parent_status(c, FDH_CWD, a, false, &sa) == 0
                && parent_status(c, FDH_CWD, b, false, &sb) == 0 && fs_same_file(&sa, &sb);
    arena_release(&c->names, mark);
    return same;
}

/* The two names, looked at without following links. */
struct pair {
    struct stat from, to;
    bool same;                  /* they are one file, or one symbolic link */
};

/* Rules for when symbolic links are never followed, and both are such. */
static bool both_links_ok(struct copier *c, struct copy_entry const *e, struct pair const *p,
                          bool *nothing_to_do)
{
    if (copy_same_name(c, e->from_dir, e->from_name, e->to_dir, e->to_name))
        return false;
    if (c->opt.backup.type != BACKUP_NONE || !p->same)
        return true;
    /* Two hard links of one symbolic link: a copy has nothing to do, a move would only lose a name. */
    *nothing_to_do = true;
    return !c->opt.move;
}

/* With a backup the destination's name is freed first: only the source's own name must not be that. */
static bool backup_ok(struct copier *c, struct copy_entry const *e, struct pair const *p)
{
    if (p->same)
        return !copy_same_name(c, e->from_dir, e->from_name, e->to_dir, e->to_name);
    /* Following the source's link would lead to the file that was just moved aside. */
    return c->opt.move || c->opt.follow == COPY_FOLLOW_NONE || !S_ISLNK(p->from.st_mode)
           || S_ISLNK(p->to.st_mode);
}

/* A move of a symbolic link onto what it leads to (one name of several): fine, unless that is its own
   name. */
static bool move_link_ok(struct copier *c, struct copy_entry const *e)
{
    zstr target = Z_NONE;
    if (fs_readlink(&c->names, e->from_dir, e->from_name, &target) != 0)
        return false;
    zstr resolved = target;
    span from = zstr_span(e->from_name);
    size_t slash = span_rfind(from, '/');
    if (span_peek(zstr_span(target), 0) != '/' && slash < span_len(from)) {
        zstr dir = Z_NONE;
        zstr_from(&c->names, span_first(from, slash + 1), &dir);
        resolved = zstr_join_path(&c->names, dir, target);
    }
    return !copy_same_name(c, e->from_dir, resolved, e->to_dir, e->to_name);
}

/* Two names of one file, where links are not followed: through what they lead to. */
static bool not_following_ok(struct copier *c, struct copy_entry const *e, struct pair const *p,
                             bool *nothing_to_do)
{
    struct stat from = p->from, to = p->to;
    if (S_ISLNK(from.st_mode) && fs_stat(e->from_dir, e->from_name, &from) != 0)
        return true;
    if (S_ISLNK(to.st_mode) && fs_stat(e->to_dir, e->to_name, &to) != 0)
        return true;
    if (!fs_same_file(&from, &to))
        return true;
    if (c->opt.hard_link) {
        *nothing_to_do = !S_ISLNK(p->to.st_mode);
        return true;
    }
    return false;
}

/* The rules for names that lead to one file, when there will be no backup. */
static bool without_backup_ok(struct copier *c, struct copy_entry const *e, struct pair const *p,
                              bool *nothing_to_do)
{
    bool from_link = S_ISLNK(p->from.st_mode), to_link = S_ISLNK(p->to.st_mode);
    if (c->opt.move || c->opt.remove_destination) {
        if (to_link)
            return true;        /* the link goes, what it leads to stays */
        if (p->same && p->to.st_nlink > 1
            && !copy_same_name(c, e->from_dir, e->from_name, e->to_dir, e->to_name))
            return !c->opt.move;
    }
    if (!from_link && !to_link) {
        if (!p->same)
            return true;
        if (c->opt.hard_link) {
            *nothing_to_do = true;
            return true;
        }
    }
    if (c->opt.move && from_link && p->to.st_nlink > 1)
        return move_link_ok(c, e);
    if (c->opt.symbolic_link && to_link)
        return true;
    return c->opt.follow == COPY_FOLLOW_NONE && not_following_ok(c, e, p, nothing_to_do);
}

bool copy_same_file_ok(struct copier *c, struct copy_entry const *e, bool *nothing_to_do)
{
    bool same = fs_same_file(&e->from, &e->to);
    struct pair p = {.from = e->from, .to = e->to, .same = same};
    *nothing_to_do = same && c->opt.hard_link;
    if (*nothing_to_do)
        return true;
    if (c->opt.follow == COPY_FOLLOW_NONE) {
        if (S_ISLNK(p.from.st_mode) && S_ISLNK(p.to.st_mode))
            return both_links_ok(c, e, &p, nothing_to_do);
    } else {
        if (!same || fs_lstat(e->to_dir, e->to_name, &p.to) != 0
            || fs_lstat(e->from_dir, e->from_name, &p.from) != 0)
            return true;
        p.same = fs_same_file(&p.from, &p.to);
        if (S_ISLNK(p.from.st_mode) && S_ISLNK(p.to.st_mode) && c->opt.remove_destination)
            return true;
    }
    if (c->opt.backup.type != BACKUP_NONE)
        return backup_ok(c, e, &p);
    return without_backup_ok(c, e, &p, nothing_to_do);
}
