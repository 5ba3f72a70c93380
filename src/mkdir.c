/* mkdir - make directories.

   With -p the way down goes by descriptors: each component is made, or found, in the directory that was
   opened before it, so nobody can move a part of the way in between. */

#include "cli/cli.h"
#include "mode/mode.h"
#include "sys/attributes.h"
#include "sys/fsop.h"
#include "sys/selinux.h"

enum { KEY_CONTEXT = CLI_KEY };
enum { STICKY = 01000, WRITE_OTHERS = 0022 };

struct SAFE_OWNER maker {
    bool parents, verbose;
    zstr mode_text;             /* of -m, or none */
    mode_changes changes;
    mode_t umask;
    bool label;                 /* -Z: each directory gets the context that the policy says */
    zstr context;               /* of --context, or none */
    arena names;
};

/* A directory to make: NAME in DIR, called SHOWN in messages. */
struct place {
    fdh dir;
    zstr name;
    span shown;
};

static const struct cli_option option_rows[] = {
    {'m', Z("mode"), Z("MODE"),
     Z("give the directories the permissions MODE, as chmod takes them,\nnot a=rwx less the umask")},
    {'p', Z("parents"), Z_NONE,
     Z("make the directories above as well, not with -m's permissions,\nand be content with what exists")},
    {'v', Z("verbose"), Z_NONE, Z("print a line for each directory made")},
    {'Z', Z_NONE, Z_NONE, Z("give each directory the SELinux context that the policy says")},
    {KEY_CONTEXT, Z("context"), Z("[CTX]"),
     Z("the same; with CTX, give it the SELinux or SMACK context CTX")},
};

const struct cli_program prog_program = {
    .name = Z("mkdir"),
    .operands = Z("DIRECTORY..."),
    .summary = Z("Make each DIRECTORY, which must not exist unless -p is given."),
    .options = CLI_ROWS(option_rows),
    .order = Z("context"),
};

static void set_context(struct cli *cli, struct cli_match const *m, struct maker *mk)
{
    if (selinux_is_on()) {
        mk->label |= zstr_is_none(m->value);
        mk->context = m->value;
    } else if (!zstr_is_none(m->value)) {
        cli_warn(cli, 0, "warning: ignoring --context; it requires an SELinux/SMACK-enabled kernel");
    }
}

static bool parse_options(struct cli *cli, struct maker *mk)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        switch (m.key) {
        case 'm': mk->mode_text = m.value; break;
        case 'p': mk->parents = true; break;
        case 'v': mk->verbose = true; break;
        default: set_context(cli, &m, mk); break;
        }
    }
    return cli_options_ok(cli);
}

/* What holds for all directories. */
static bool prepare(struct cli *cli, struct maker *mk)
{
    mk->umask = attr_umask();
    if (!zstr_is_none(mk->context)) {
        oserr err = selinux_create_as(zstr_span(mk->context));
        if (err)
            return cli_bad(cli, err, "failed to set default file creation context to %s",
                           fmt_q(zstr_span(mk->context)));
    }
    if (!zstr_is_none(mk->mode_text) && !mode_parse(&mk->changes, zstr_span(mk->mode_text)))
        return cli_bad(cli, 0, "invalid mode %s", fmt_q(zstr_span(mk->mode_text)));
    return true;
}

/* Let the next directory get the context that the policy wants for it. */
static void prepare_label(struct maker *mk, struct place const *at)
{
    zstr here = Z_NONE, path = Z_NONE;
    buf context = {};
    oserr err = 0;
    if (!mk->label)
        return;
    arena_mark before = arena_save(&mk->names);
    zstr_from(&mk->names, at->shown, &path);
    if (span_peek(at->shown, 0) != '/') {
        err = fs_getcwd(&mk->names, &here);
        path = zstr_join_path(&mk->names, here, path);
    }
    /* Where the policy says nothing, the directory gets what it would get anyway. */
    if (err == 0)
        err = selinux_wanted(path, S_IFDIR, &context);
    if (err == 0)
        err = selinux_create_as(buf_span(&context));
    buf_recycle(&context);
    arena_release(&mk->names, before);
}

static void announce(struct cli *cli, struct maker const *mk, span shown)
{
    struct quote_options style = {.style = QUOTE_SHELL_ESCAPE_ALWAYS};
    if (!mk->verbose)
        return;
    writer_putz(cli_out(cli), cli->diag.program);
    writer_put(cli_out(cli), S(": "));
    buf name = {};
    quote_append(&name, shown, &style);
    fmt_write(cli_out(cli), Z("created directory %s"), FMT_ARGS(fmt_s(buf_span(&name))));
    writer_byte(cli_out(cli), '\n');
    buf_recycle(&name);
}

/* Set bits that making a directory cannot set, or that it got from the one above, to what -m says. */
static oserr adjust_mode(struct place const *at, mode_t wanted, mode_t decided)
{
    fdh f = FDH_NONE;
    struct stat st = {};
    oserr err = attr_open(&f, at->dir, at->name);
    if (err == 0)
        err = fd_stat(f, &st);
    mode_t mode = (st.st_mode & MODE_BITS & ~decided) | (wanted & decided);
    if (err == 0 && !S_ISDIR(st.st_mode))
        err = ENOTDIR;          /* another one came in between */
    if (err == 0 && mode != (st.st_mode & MODE_BITS))
        err = attr_mode_fd(f, mode);
    fd_close(&f);
    return err;
}

/* Make the directory AT with the mode that -m says, as if that were one step: until the mode is complete,
   nobody else gets in. */
static oserr make_with_mode(struct cli *cli, struct maker *mk, struct place const *at)
{
    struct mode_target from = {.old = MODE_ACCESS, .directory = true, .umask = mk->umask};
    mode_t decided = 0;
    mode_t wanted = mode_apply(&mk->changes, from, &decided);
    bool special = (decided & ~(mode_t)MODE_ACCESS) != 0;
    /* Others may write into a sticky directory only if the mode says something about that. */
    if ((wanted & STICKY) != 0 && (decided & WRITE_OTHERS) == 0)
        wanted &= ~(mode_t)WRITE_OTHERS;
    fs_umask(0);
    oserr err = fs_mkdir(at->dir, at->name, special ? wanted & 0700 : wanted & MODE_ACCESS);
    fs_umask(mk->umask);
    if (err)
        return err;
    announce(cli, mk, at->shown);
    err = special ? adjust_mode(at, wanted, decided | MODE_ACCESS) : 0;
    if (err)
        cli_error(cli, err, "cannot set permissions of %s", fmt_q(at->shown));
    return 0;
}

static oserr make(struct cli *cli, struct maker *mk, struct place const *at)
{
    prepare_label(mk, at);
    if (!zstr_is_none(mk->mode_text))
        return make_with_mode(cli, mk, at);
    oserr err = fs_mkdir(at->dir, at->name, MODE_ACCESS);
    if (err == 0)
        announce(cli, mk, at->shown);
    return err;
}

static void report(struct cli *cli, struct place const *at, oserr err)
{
    cli_error(cli, err, "cannot create directory %s", fmt_q(at->shown));
}

/* ---- -p ---- */

/* A directory above: whatever the umask, we have to get through it. */
static oserr make_parent(struct cli *cli, struct maker *mk, struct place const *at)
{
    prepare_label(mk, at);
    fs_umask(mk->umask & ~(mode_t)0300);
    oserr err = fs_mkdir(at->dir, at->name, MODE_ACCESS);
    fs_umask(mk->umask);
    if (err == 0)
        announce(cli, mk, at->shown);
    return err;
}

/* Make or find the parent AT and open it, in place of AT->dir. */
static oserr enter(struct cli *cli, struct maker *mk, struct place *at)
{
    span name = zstr_span(at->name);
    oserr made = span_eq(name, S(".")) || span_eq(name, S("..")) ? EEXIST : make_parent(cli, mk, at);
    fdh next = FDH_NONE;
    oserr err = attr_open_place(&next, at->dir, at->name);
    /* What there is no directory behind, and could not be made, is told by the first failure. */
    if (err && made && made != EEXIST)
        err = made;
    else if (err == ENOENT)
        err = EEXIST;           /* a symbolic link that leads nowhere */
    if (err)
        return err;
    if (!fd_same(at->dir, FDH_CWD))
        fd_close(&at->dir);
    at->dir = next;
    return 0;
}

/* The length of the start of NAME that ends with its next component from AT on, and that component. */
static size_t next_component(span name, size_t at, span *part)
{
    while (span_peek(name, at) == '/')
        at++;
    span rest = span_drop(name, at);
    *part = span_first(rest, span_find(rest, '/'));
    return at + span_len(*part);
}

static bool is_last(span name, size_t end)
{
    SPAN_FOREACH(c, span_drop(name, end))
        if (c != '/')
            return false;
    return true;
}

/* Whether AT, that could not be made, is a directory that is there already. */
static oserr accept_existing(struct place const *at, oserr err)
{
    struct stat st = {};
    return fs_stat(at->dir, at->name, &st) == 0 && S_ISDIR(st.st_mode) ? 0 : err;
}

/* Where AT could not be made for ERR because the directory ABOVE it cannot be searched, that is to blame. */
static void blame(struct place *at, oserr err, span above)
{
    if (err == EACCES && !span_empty(above) && fs_access(at->dir, Z("."), FS_EXISTS) == EACCES)
        at->shown = above;
}

/* Make WHOLE component by component; AT ends at the one that ERR, the result, is about. */
static oserr make_way(struct cli *cli, struct maker *mk, zstr whole, struct place *at)
{
    span name = zstr_span(whole), part = {};
    span above = {};
    oserr err = 0;
    size_t end = 0;
    if (span_peek(name, 0) == '/') {
        err = attr_open_place(&at->dir, FDH_CWD, Z("/"));
        at->shown = S("/");
    }
    while (err == 0) {
        end = next_component(name, end, &part);
        bool last = is_last(name, end);
        zstr_from(&mk->names, span_empty(part) ? S(".") : part, &at->name);
        at->shown = last ? name : span_first(name, end);
        err = last ? make(cli, mk, at) : enter(cli, mk, at);
        if (err && last)
            err = accept_existing(at, err);
        blame(at, err, above);
        if (last)
            break;
        above = at->shown;
    }
    return err;
}

static void make_with_parents(struct cli *cli, struct maker *mk, zstr name)
{
    struct place at = {.dir = FDH_CWD, .name = name, .shown = zstr_span(name)};
    oserr err = zstr_len(name) == 0 ? ENOENT : make(cli, mk, &at);
    if (err == EEXIST)
        err = accept_existing(&at, err);
    else if (err && zstr_len(name) > 0)
        err = make_way(cli, mk, name, &at);
    struct stat st = {};
    oserr unknown = err == EEXIST ? fs_stat(at.dir, at.name, &st) : 0;
    if (unknown == ELOOP)
        cli_error(cli, unknown, "cannot stat %s", fmt_q(at.shown));
    else if (err)
        report(cli, &at, err);
    if (!fd_same(at.dir, FDH_CWD))
        fd_close(&at.dir);
}

int prog_main(struct cli *cli)
{
    struct maker mk = {};
    if (!parse_options(cli, &mk))
        return cli_usage_exit(cli);
    if (cli_operand_count(cli) == 0) {
        cli_missing_operand(cli, Z_NONE);
        return cli_usage_exit(cli);
    }
    if (!prepare(cli, &mk))
        return cli_usage_exit(cli);
    for (zstr name = {}; cli_next_operand(cli, &name);) {
        if (mk.parents) {
            make_with_parents(cli, &mk, name);
            continue;
        }
        struct place at = {.dir = FDH_CWD, .name = name, .shown = zstr_span(name)};
        oserr err = make(cli, &mk, &at);
        if (err)
            report(cli, &at, err);
    }
    return cli_finish(cli);
}
