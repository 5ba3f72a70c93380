/* ln - make hard and symbolic links. */

#include "ln/ln.h"

#include "path/path.h"
#include "sys/attributes.h"
#include "sys/fsop.h"

enum { KEY_BACKUP = CLI_KEY };

static const struct cli_option option_rows[] = {
    {KEY_BACKUP, Z("backup"), Z("[CONTROL]"), Z("keep a backup of what is replaced")},
    {'b', Z_NONE, Z_NONE, Z("the same as --backup without CONTROL")},
    {'d', Z("directory"), Z_NONE, Z("try hard links to directories, which few systems allow")},
    {'F', Z_NONE, Z_NONE, Z("the same as -d")},
    {'f', Z("force"), Z_NONE, Z("replace what is there")},
    {'i', Z("interactive"), Z_NONE, Z("ask before replacing what is there")},
    {'L', Z("logical"), Z_NONE, Z("make hard links to what symbolic links lead to")},
    {'n', Z("no-dereference"), Z_NONE,
     Z("a LINK_NAME that is a symbolic link to a directory\nis a file like others")},
    {'P', Z("physical"), Z_NONE, Z("make hard links to symbolic links themselves (the default)")},
    {'r', Z("relative"), Z_NONE, Z("with -s, write targets relative to the link's place")},
    {'s', Z("symbolic"), Z_NONE, Z("make symbolic links")},
    {'S', Z("suffix"), Z("SUFFIX"), Z("end the names of backups with SUFFIX")},
    {'t', Z("target-directory"), Z("DIRECTORY"), Z("put the links into DIRECTORY")},
    {'T', Z("no-target-directory"), Z_NONE, Z("LINK_NAME is never a directory to put links in")},
    {'v', Z("verbose"), Z_NONE, Z("print the name of each link made")},
};

const struct cli_program prog_program = {
    .name = Z("ln"),
    .operands = Z("[-T] TARGET LINK_NAME\nTARGET\nTARGET... DIRECTORY\n"
                  "-t DIRECTORY TARGET..."),
    .summary = Z("Make LINK_NAME a link to TARGET; or make links to each TARGET, with its last\n"
                 "component as their names, in DIRECTORY or in the working directory.\n"
                 "Links are hard ones unless -s is given.  Nothing is replaced unless one of\n"
                 "the options -b, -f and -i is given.  The target of a hard link must exist;\n"
                 "a symbolic link may hold any text, and a relative one counts from the link's\n"
                 "directory."),
    .options = CLI_ROWS(option_rows),
    .order = Z("backup directory no-dereference no-target-directory force interactive suffix "
               "target-directory"),
    .notes = Z(BACKUP_NOTES "\n\nOf -L and -P the last one counts; neither matters for symbolic links."),
};

static bool parse_letter(struct cli_match const *m, struct ln_options *opt)
{
    switch (m->key) {
    case 'd':
    case 'F': opt->directories = true; break;
    case 'f': opt->force = true; opt->interactive = false; break;
    case 'i': opt->force = false; opt->interactive = true; break;
    case 'L': opt->follow = true; break;
    case 'n': opt->no_dereference = true; break;
    case 'P': opt->follow = false; break;
    case 'r': opt->relative = true; break;
    case 's': opt->symbolic = true; break;
    case 'T': opt->plain_name = true; break;
    case 'v': opt->verbose = true; break;
    default: return false;
    }
    return true;
}

/* Note the argument of -t, which must be a directory. */
static bool set_directory(struct cli *cli, struct ln_options *opt, zstr name)
{
    struct stat st = {};
    if (!zstr_is_none(opt->directory))
        return cli_bad(cli, 0, "multiple target directories specified");
    opt->directory = name;
    oserr err = fs_stat(FDH_CWD, name, &st);
    if (err)
        return cli_bad(cli, err, "failed to access %s", fmt_name(name));
    return S_ISDIR(st.st_mode) || cli_bad(cli, 0, "target %s is not a directory", fmt_name(name));
}

static bool parse_options(struct cli *cli, struct ln_options *opt)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        if (parse_letter(&m, opt))
            continue;
        if (m.key == 't') {
            if (!set_directory(cli, opt, m.value))
                return false;
            continue;
        }
        opt->wish.wanted = true;
        if (m.key == 'S')
            opt->wish.suffix = m.value;
        else if (!zstr_is_none(m.value))
            opt->wish.control = m.value;
    }
    return cli_options_ok(cli);
}

/* Open NAME as the directory that links go into. */
static oserr open_directory(struct linker *l, zstr name)
{
    struct stat st = {};
    l->dir_name = name;
    if (!l->opt.no_dereference)
        return attr_open_place(&l->dir, FDH_CWD, name);
    oserr err = attr_open(&l->dir, FDH_CWD, name);
    if (err == 0)
        err = fd_stat(l->dir, &st);
    if (err == 0 && !S_ISDIR(st.st_mode))
        err = ENOTDIR;
    if (err)
        fd_close(&l->dir);
    return err;
}

static bool directory_or_complain(struct cli *cli, struct linker *l, zstr name)
{
    oserr err = open_directory(l, name);
    return err == 0 || cli_bad(cli, err, "target %s", fmt_name(name));
}

static void link_into(struct cli *cli, struct linker *l, size_t targets)
{
    l->remember = l->opt.force && !l->opt.symbolic && l->opt.backup.type != BACKUP_NUMBERED && targets > 1;
    for (size_t i = 0; i < targets; i++) {
        struct link_job job = {.target = cli_operand(cli, i), .dir = l->dir};
        zstr_from(&cli->strings, path_base(zstr_span(job.target)), &job.name);
        job.shown = path_below(&cli->strings, l->dir_name, job.name);
        ln_make(cli, l, &job);
    }
}

/* TARGET and LINK_NAME, or TARGET and DIRECTORY: most often the former, so that is tried first. */
static void link_pair(struct cli *cli, struct linker *l)
{
    zstr name = cli_operand(cli, 1);
    struct link_job job = {.target = cli_operand(cli, 0), .dir = FDH_CWD, .name = name, .shown = name};
    if (!l->opt.plain_name) {
        struct link_source source = {
            .dir = FDH_CWD, .name = job.target, .symbolic = l->opt.symbolic, .follow = l->opt.follow,
        };
        job.tried = !l->opt.relative;
        job.err = l->opt.relative ? EEXIST : link_make(&source, FDH_CWD, name);
        if ((job.err == EEXIST || job.err == ENOTDIR || job.err == EINVAL) && open_directory(l, name) == 0) {
            link_into(cli, l, 1);
            return;
        }
    }
    ln_make(cli, l, &job);
}

static bool check_operands(struct cli *cli, struct ln_options const *opt)
{
    size_t n = cli_operand_count(cli);
    if (n == 0)
        return cli_usage(cli, "missing file operand");
    if (opt->relative && !opt->symbolic)
        return cli_bad(cli, 0, "cannot do --relative without --symbolic");
    if (!opt->plain_name)
        return true;
    if (!zstr_is_none(opt->directory))
        return cli_bad(cli, 0, "cannot combine --target-directory and --no-target-directory");
    if (n == 1)
        return cli_usage(cli, "missing destination file operand after %s", fmt_name(cli_operand(cli, 0)));
    return n == 2 || cli_extra_file(cli, cli_operand(cli, 2));
}

int prog_main(struct cli *cli)
{
    struct linker l = {};
    if (!parse_options(cli, &l.opt) || !check_operands(cli, &l.opt)
        || !backup_decide(cli, l.opt.wish, &l.opt.backup))
        return cli_usage_exit(cli);
    size_t n = cli_operand_count(cli);
    bool given = !zstr_is_none(l.opt.directory);
    if (!given && n == 2) {
        link_pair(cli, &l);
        return cli_finish(cli);
    }
    zstr name = given ? l.opt.directory : n == 1 ? Z(".") : cli_operand(cli, n - 1);
    if (!directory_or_complain(cli, &l, name))
        return cli_usage_exit(cli);
    link_into(cli, &l, given || n == 1 ? n : n - 1);
    return cli_finish(cli);
}
