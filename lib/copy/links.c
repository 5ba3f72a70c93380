/* links.c - names for files that have one already: hard links kept as such, --link and --symbolic-link;
   and the memory of what was copied and made so far. */

#include "copy/private.h"

#include "link/link.h"
#include "sys/fsop.h"

/* ---- records ---- */

/* What messages call level I, without what they call the level above. */
static span level_name(struct copier const *c, size_t i)
{
    span whole = span_first(copy_shown(c), AT(copy_levels, &c->levels, i).shown_len);
    span name = span_drop(whole, AT(copy_levels, &c->levels, i - 1).shown_len);
    return span_peek(name, 0) == '/' ? span_drop(name, 1) : name;
}

/* The deepest level among the folders: index + 1, or 0 where that is the operand's.  Each level becomes one
   when it is first asked for, so that much is remembered of few directories, and little of each. */
static size_t folder_here(struct copier *c)
{
    size_t levels = copy_levels_len(&c->levels), i = levels;
    while (i > 1 && AT(copy_levels, &c->levels, i - 1).folder == 0)
        i--;
    for (i = i > 1 ? i : 1; i < levels; i++) {
        struct copy_folder folder = {.above = AT(copy_levels, &c->levels, i - 1).folder};
        zstr_from(&c->names, level_name(c, i), &folder.name);
        copy_folders_push(&c->folders, folder);
        AT(copy_levels, &c->levels, i).folder = copy_folders_len(&c->folders);
    }
    return levels > 1 ? AT(copy_levels, &c->levels, levels - 1).folder : 0;
}

/* The name of what E makes. */
static struct copy_made name_of(struct copier *c, struct copy_entry const *e)
{
    struct copy_made made = {.root = c->root_to};
    if (!e->operand) {
        made.folder = folder_here(c);
        made.name = e->to_name;
    }
    return made;
}

static bool same_folder(struct copy_made const *a, struct copy_made const *b)
{
    return zstr_eq(a->root, b->root) && a->folder == b->folder
           && zstr_is_none(a->name) == zstr_is_none(b->name);
}

/* The way from FOLDER up to the operand's, in C->way. */
static void find_way(struct copier *c, size_t folder)
{
    copy_indices_truncate(&c->way, 0);
    for (; folder > 0; folder = AT(copy_folders, &c->folders, folder - 1).above)
        copy_indices_push(&c->way, folder - 1);
}

/* Find NAME among the records of one inode. */
static bool has_name(inodes const *m, copy_mades const *v, zstr name, struct stat const *st)
{
    size_t i = 0;
    if (!inodes_find(m, st->st_dev, st->st_ino, &i))
        return false;
    for (;;) {
        struct copy_made made = copy_mades_at(v, i);
        if (zstr_eq(made.root, name))
            return true;
        if (made.next == 0)
            return false;
        i = made.next - 1;
    }
}

static void add_name(inodes *m, copy_mades *v, zstr name, struct stat const *st)
{
    struct copy_made made = {.root = name};
    size_t i = 0;
    if (inodes_find(m, st->st_dev, st->st_ino, &i))
        made.next = i + 1;
    inodes_set(m, st->st_dev, st->st_ino, copy_mades_len(v));
    copy_mades_push(v, made);
}

void copy_remember_created(struct copier *c, struct copy_entry const *e)
{
    struct stat st = {};
    if (c->opt.many && fs_lstat(e->to_dir, e->to_name, &st) == 0)
        add_name(&c->created, &c->outcome, c->root_to, &st);
}

bool copy_was_created(struct copier *c, struct stat const *st)
{
    return has_name(&c->created, &c->outcome, c->root_to, st);
}

bool copy_remember_operand(struct copier *c, zstr name, struct stat const *st)
{
    size_t next = 0;
    bool found = inodes_find(&c->operands, st->st_dev, st->st_ino, &next);
    for (next = found ? next + 1 : 0; next > 0;) {
        struct copy_made const seen = copy_mades_at(&c->named, next - 1);
        if (copy_same_operand(c, seen.root, name))
            return false;
        next = seen.next;
    }
    add_name(&c->operands, &c->named, name, st);
    return true;
}

void copy_remember_directory(struct copier *c, struct copy_entry *e)
{
    struct stat st = {};
    if (c->root_made || fd_stat(e->out, &st) != 0)
        return;
    c->root_made = true;
    c->made_device = st.st_dev;
    c->made_inode = st.st_ino;
}

/* Whether the file may come again under another name. */
static bool worth_remembering(struct copier const *c, struct copy_entry const *e)
{
    if (S_ISDIR(e->from.st_mode))
        return e->operand && c->opt.many;
    if (c->opt.hard_link || !c->opt.keep_links)
        return false;
    return e->from.st_nlink > 1 || c->opt.follow == COPY_FOLLOW_ALL
           || (e->operand && c->opt.follow == COPY_FOLLOW_OPERANDS);
}

void copy_forget(struct copier *c, struct copy_entry const *e)
{
    size_t i = 0;
    if (worth_remembering(c, e) && inodes_find(&c->sources, e->from.st_dev, e->from.st_ino, &i)) {
        struct copy_made made = copy_mades_at(&c->copied, i), here = name_of(c, e);
        if (same_folder(&made, &here) && zstr_eq(made.name, here.name))
            AT(copy_mades, &c->copied, i).root = Z_NONE;
    }
}

/* ---- making links ---- */

static oserr link_to(struct copier *c, struct link_source const *s, struct copy_entry const *e, bool replace)
{
    return replace ? link_replace(&c->names, s, e->to_dir, e->to_name) : link_make(s, e->to_dir, e->to_name);
}

oserr copy_hard_link(struct copier *c, fdh dir, zstr name, struct copy_entry const *e, bool replace)
{
    struct link_source s = {.dir = dir, .name = name, .follow = e->follow};
    return link_to(c, &s, e, replace);
}

oserr copy_symbolic_link(struct copier *c, zstr target, struct copy_entry const *e, bool replace)
{
    struct link_source s = {.name = target, .symbolic = true};
    return link_to(c, &s, e, replace);
}

/* ---- links that are kept ---- */

/* Open the directory that has MADE, step by step below the operand's destination. */
static oserr open_parent(struct copier *c, struct copy_made const *made, fdh *dir)
{
    int flags = O_RDONLY | O_DIRECTORY | O_NOCTTY | (c->opt.keep_directory_symlink ? 0 : O_NOFOLLOW);
    oserr err = fd_open(dir, c->root_dir, made->root, flags, 0);
    find_way(c, made->folder);
    for (size_t i = copy_indices_len(&c->way); err == 0 && i > 0; i--) {
        fdh next = FDH_NONE;
        struct copy_folder const folder = copy_folders_at(&c->folders, copy_indices_at(&c->way, i - 1));
        err = fd_open(&next, *dir, folder.name, flags, 0);
        fd_close(dir);
        *dir = next;
    }
    return err;
}

/* Link E to what was MADE of the same file. */
static oserr link_again(struct copier *c, struct copy_made const *made, struct copy_entry const *e)
{
    struct link_source s = {.dir = c->root_dir, .name = made->root};
    if (zstr_is_none(made->name))
        return link_to(c, &s, e, true);
    struct copy_made here = name_of(c, e);
    fdh dir = FDH_NONE;
    oserr err = 0;
    s = (struct link_source){.dir = e->to_dir, .name = made->name};
    if (!same_folder(made, &here)) {
        err = open_parent(c, made, &dir);
        s.dir = dir;
    }
    if (err == 0)
        err = link_to(c, &s, e, true);
    fd_close(&dir);
    return err;
}

/* The text of a made file's name, for messages. */
static void append_shown(struct copier *c, struct copy_made const *made, buf *text)
{
    /* All operands have one directory in common: what stands before their names is the same. */
    span root = zstr_span(c->root_shown);
    size_t prefix = span_len(root) - size_min(span_len(root), zstr_len(c->root_to));
    buf_append(text, span_first(root, prefix));
    buf_append(text, zstr_span(made->root));
    find_way(c, made->folder);
    for (size_t i = copy_indices_len(&c->way); i > 0; i--) {
        struct copy_folder const folder = copy_folders_at(&c->folders, copy_indices_at(&c->way, i - 1));
        buf_push(text, '/');
        buf_append(text, zstr_span(folder.name));
    }
    if (!zstr_is_none(made->name)) {
        buf_push(text, '/');
        buf_append(text, zstr_span(made->name));
    }
}

/* Whether the source is what was made for this operand: its first directory, or one that is not complete yet,
   which would never come to an end. */
static bool is_own_copy(struct copier const *c, struct copy_entry const *e)
{
    return (c->root_made && e->from.st_ino == c->made_inode && e->from.st_dev == c->made_device)
           || copy_is_being_filled(c, &e->from);
}

/* That is said once; more of the same may follow. */
static enum copy_step into_itself(struct copier *c, struct diag *d)
{
    if (c->into_itself)
        return COPY_FAILED;
    c->into_itself = true;
    if (c->opt.move)
        diag_error(d, 0, "cannot move %s to a subdirectory of itself, %s", fmt_name(c->root_from),
                   fmt_name(c->root_shown));
    else
        diag_error(d, 0, "cannot copy a directory, %s, into itself, %s", fmt_name(c->root_from),
                   fmt_name(c->root_shown));
    return COPY_FAILED;
}

/* A directory that an operand was: only those are remembered. */
static enum copy_step same_directory_again(struct copier *c, struct diag *d, struct copy_entry *e, size_t i)
{
    struct copy_made made = copy_mades_at(&c->copied, i);
    if (copy_same_name(c, e->from_dir, e->from_name, c->root_dir, made.root))
        return into_itself(c, d);
    if (copy_same_name(c, e->to_dir, e->to_name, c->root_dir, made.root)) {
        diag_warn(d, 0, "warning: source directory %s specified more than once", fmt_path(e->from_shown));
        c->renamed = true;
        return COPY_DONE;
    }
    if (c->opt.follow == COPY_FOLLOW_ALL || e->follow)
        return COPY_GO_ON;
    buf text = {};
    append_shown(c, &made, &text);
    diag_error(d, 0, "will not create hard link %s to directory %s", fmt_path(copy_shown(c)),
               fmt_path(buf_span(&text)));
    buf_recycle(&text);
    return COPY_FAILED;
}

enum copy_step copy_link_to_earlier(struct copier *c, struct diag *d, struct copy_entry *e)
{
    bool directory = S_ISDIR(e->from.st_mode);
    if (directory && is_own_copy(c, e))
        return into_itself(c, d);
    bool remember = worth_remembering(c, e);
    size_t i = 0;
    /* An operand moved before may have been its other name: that is removed by now. */
    bool last_name = c->opt.move && c->opt.keep_links && c->opt.many && !directory;
    bool found = (remember || directory || last_name)
                 && inodes_find(&c->sources, e->from.st_dev, e->from.st_ino, &i)
                 && !zstr_is_none(AT(copy_mades, &c->copied, i).root);
    if (!found) {
        if (remember) {
            struct copy_made made = name_of(c, e);
            if (!zstr_is_none(made.name))
                zstr_from(&c->names, zstr_span(made.name), &made.name);
            inodes_set(&c->sources, e->from.st_dev, e->from.st_ino, copy_mades_len(&c->copied));
            copy_mades_push(&c->copied, made);
        }
        return COPY_GO_ON;
    }
    if (directory)
        return same_directory_again(c, d, e, i);
    struct copy_made made = copy_mades_at(&c->copied, i);
    oserr err = link_again(c, &made, e);
    if (err == 0)
        return COPY_DONE;
    buf text = {};
    append_shown(c, &made, &text);
    diag_error(d, err, "cannot create hard link %s to %s", fmt_path(copy_shown(c)),
               fmt_path(buf_span(&text)));
    buf_recycle(&text);
    return COPY_FAILED;
}
