/* ask.c - the questions before something is removed. */

#include "remove/private.h"

#include "prompt/prompt.h"
#include "sys/dir.h"
#include "sys/fsop.h"
#include "sys/message.h"

enum protection { UNPROTECTED, PROTECTED, UNKNOWN };

/* What the question calls a file of the status ST. */
static zstr type_name(struct stat const *st)
{
    switch (st->st_mode & S_IFMT) {
    case S_IFREG: return st->st_size == 0 ? Z("regular empty file") : Z("regular file");
    case S_IFDIR: return Z("directory");
    case S_IFLNK: return Z("symbolic link");
    case S_IFBLK: return Z("block special file");
    case S_IFCHR: return Z("character special file");
    case S_IFIFO: return Z("fifo");
    case S_IFSOCK: return Z("socket");
    default: return Z("weird file");
    }
}

/* Whether the user may not write to it, when that matters; *ERR says why it cannot be known. */
static enum protection protection_of(remover const *r, struct walk_visit const *v, oserr *err)
{
    if (r->opt.ignore_missing || S_ISLNK(v->kind) || (r->opt.ask == REMOVE_ASK_PROTECTED && !r->opt.terminal))
        return UNPROTECTED;
    *err = fs_access(v->dir, v->name, FS_WRITE);
    if (*err == 0)
        return UNPROTECTED;
    return *err == EACCES ? PROTECTED : UNKNOWN;
}

/* Whether to ask at all; the protection in *P. */
static enum remove_answer must_ask(remover *r, struct diag *d, struct walk_visit const *v, enum protection *p)
{
    oserr err = 0;
    *p = UNPROTECTED;
    if (r->opt.ask == REMOVE_ASK_NEVER)
        return REMOVE_GO;
    *p = protection_of(r, v, &err);
    if (*p == UNKNOWN) {
        diag_error(d, err, "cannot remove %s", fmt_path(walk_path(&r->walk)));
        return REMOVE_FAILED;
    }
    return *p == PROTECTED || r->opt.ask == REMOVE_ASK_ALWAYS ? REMOVE_DECLINED : REMOVE_GO;
}

static enum remove_answer question(struct diag *d, zstr text, struct fmtarg first, struct fmtarg second)
{
    return prompt_yes(d, text, FMT_ARGS(first, second)) ? REMOVE_GO : REMOVE_DECLINED;
}

/* The last question: remove it? */
static enum remove_answer ask_removal(remover *r, struct diag *d, struct walk_visit const *v,
                                      enum protection p)
{
    struct stat st = v->st;
    oserr err = v->has_status ? 0 : fs_lstat(v->dir, v->name, &st);
    if (err) {
        diag_error(d, err, "cannot remove %s", fmt_path(walk_path(&r->walk)));
        return REMOVE_FAILED;
    }
    zstr text = p == PROTECTED ? Z("remove write-protected %s %s? ") : Z("remove %s %s? ");
    struct fmtarg type = fmt_z(message_text(type_name(&st)));
    return question(d, text, type, fmt_path(walk_path(&r->walk)));
}

enum remove_answer remove_ask_(remover *r, struct diag *d, struct walk_visit const *v)
{
    enum protection p = UNPROTECTED;
    enum remove_answer answer = must_ask(r, d, v, &p);
    return answer == REMOVE_DECLINED ? ask_removal(r, d, v, p) : answer;
}

/* Whether the directory V has entries. */
static oserr look_inside(remover *r, struct walk_visit const *v, bool *empty)
{
    dirh dir = {};
    struct dir_entry e = {};
    oserr err = dir_open(&dir, v->dir, v->name, false);
    if (err)
        return err;
    arena_mark before = arena_save(&r->scratch);
    err = dir_next(&dir, &r->scratch, &e);
    *empty = err == 0 && zstr_is_none(e.name);
    arena_release(&r->scratch, before);
    dir_close(&dir);
    return err;
}

enum remove_answer remove_ask_descend_(remover *r, struct diag *d, struct walk_visit const *v, bool *empty)
{
    enum protection p = UNPROTECTED;
    enum remove_answer answer = must_ask(r, d, v, &p);
    r->unread = 0;
    if (answer != REMOVE_DECLINED)
        return answer;
    oserr err = r->unread = look_inside(r, v, empty);
    struct fmtarg path = fmt_path(walk_path(&r->walk));
    if (err && r->opt.recursive && !r->opt.empty_dirs) {
        diag_error(d, err, "cannot remove %s", path);
        return REMOVE_FAILED;
    }
    if (err && !r->opt.recursive) {
        *empty = true;
        return question(d, Z("attempt removal of inaccessible directory %s? "), path, fmt_s(S("")));
    }
    *empty |= err != 0;
    if (*empty)
        return ask_removal(r, d, v, p);
    if (!r->opt.recursive)
        return REMOVE_DECLINED;
    zstr text =
        p == PROTECTED ? Z("descend into write-protected directory %s? ") : Z("descend into directory %s? ");
    return question(d, text, path, fmt_s(S("")));
}
