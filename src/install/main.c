/* install - copy files with the mode and owner that they need, and make directories. */

#include "install/install.h"

#include "backup/option.h"
#include "sys/fsop.h"

static const struct cli_option option_rows[] = {
    {KEY_BACKUP, Z("backup"), Z("[CONTROL]"), Z("keep a backup of each file that is replaced")},
    {'b', Z_NONE, Z_NONE, Z("the same as --backup, without an argument")},
    {'c', Z_NONE, Z_NONE, Z("without effect, for old scripts")},
    {'C', Z("compare"), Z_NONE,
     Z("leave alone a destination that is already what it is to\nbe, in contents, owner and mode")},
    {'d', Z("directory"), Z_NONE, Z("make directories: every operand, with all that lead to it")},
    {'D', Z_NONE, Z_NONE, Z("make the directories that lead to DEST, or DIRECTORY of -t")},
    {KEY_DEBUG, Z("debug"), Z_NONE, Z("say how each file is copied; implies -v")},
    {'g', Z("group"), Z("GROUP"), Z("the group, by name or number")},
    {'m', Z("mode"), Z("MODE"), Z("the permissions, in the words of chmod (default 755)")},
    {'o', Z("owner"), Z("OWNER"), Z("the owner, by name or number")},
    {'p', Z("preserve-timestamps"), Z_NONE, Z("give files the times of their SOURCE")},
    {'s', Z("strip"), Z_NONE, Z("strip symbol tables")},
    {KEY_STRIP_PROGRAM, Z("strip-program"), Z("PROGRAM"), Z("the program that strips them")},
    {'S', Z("suffix"), Z("SUFFIX"), Z("names of backups end in SUFFIX")},
    {'t', Z("target-directory"), Z("DIRECTORY"), Z("install every SOURCE into DIRECTORY")},
    {'T', Z("no-target-directory"), Z_NONE, Z("DEST is the name of the file")},
    {'v', Z("verbose"), Z_NONE, Z("say what is being made")},
    {KEY_PRESERVE_CONTEXT, Z("preserve-context"), Z_NONE, Z("keep the SELinux context of SOURCE")},
    {'Z', Z_NONE, Z_NONE, Z("give what is made the default SELinux context")},
    {KEY_CONTEXT, Z("context"), Z("[CONTEXT]"), Z("the same as -Z; with CONTEXT, give it that one")},
};

const struct cli_program prog_program = {
    .name = Z("install"),
    .operands = Z("[-T] SOURCE DEST\nSOURCE... DIRECTORY\n-t DIRECTORY SOURCE...\n-d DIRECTORY..."),
    .summary = Z("Copy files to where they are used, with the mode and owner that they need\n"
                 "there; or, with -d, make directories."),
    .options = CLI_ROWS(option_rows),
    .order = Z("backup compare context debug directory group mode no-target-directory owner "
               "preserve-timestamps preserve-context"),
    .notes = Z(BACKUP_NOTES),
};

static int make_directories(struct install *in, struct cli *cli)
{
    if (cli_operand_count(cli) == 0) {
        cli_usage(cli, "missing file operand");
        return cli_usage_exit(cli);
    }
    if (in->place.exact && cli_operand_count(cli) > 2)
        cli_extra_file(cli, cli_operand(cli, 2));
    if (!cli_options_ok(cli) || !install_settle(in, cli))
        return cli_usage_exit(cli);
    for (zstr name = {}; cli_next_operand(cli, &name);)
        install_directory(in, cli, name);
    return cli_finish(cli);
}

/* Open the directory to install to, making it where -D says so. */
static bool open_destination(struct install *in, struct cli *cli, size_t sources)
{
    zstr name = in->place.directory;
    if (zstr_is_none(name))
        return copy_open_destination(cli, in->place, sources, &in->to);
    in->to.name = name;
    oserr err = attr_open_place(&in->to.dir, FDH_CWD, name);
    if (err == ENOENT && in->leading)
        return install_open_leading(cli, name, in->opt.verbose, &in->to.dir);
    return err == 0 || cli_bad(cli, err, "failed to access %s", fmt_name(name));
}

/* A wrong mode or owner is found out before anything is made. */
static bool prepare(struct install *in, struct cli *cli, size_t sources)
{
    if (in->leading)
        return install_settle(in, cli) && open_destination(in, cli, sources);
    return open_destination(in, cli, sources) && install_settle(in, cli);
}

/* Let OP go through the directories that lead to it, which are made. */
static bool lead(struct install *in, struct cli *cli, struct copy_operand *op)
{
    zstr plain = copy_strip_slashes(&cli->strings, op->to), parent = Z_NONE;
    size_t slash = span_rfind(zstr_span(plain), '/');
    if (slash == zstr_len(plain) || slash == 0)
        return true;
    zstr_from(&cli->strings, span_first(zstr_span(plain), slash), &parent);
    if (!install_open_leading(cli, parent, in->opt.verbose, &op->to_dir))
        return false;
    op->to = zstr_drop(op->to, slash + 1);
    return true;
}

static void install_one(struct install *in, struct cli *cli, zstr from)
{
    struct copy_operand op = copy_route(&cli->strings, from, &in->to);
    bool leads = in->leading && fd_is_none(in->to.dir);
    bool ok = (!leads || lead(in, cli, &op)) && install_file(in, cli, &op);
    if (leads && !fd_same(op.to_dir, FDH_CWD))
        fd_close(&op.to_dir);
    if (!ok)
        cli->diag.status = cli->diag.failure;
}

int prog_main(struct cli *cli)
{
    struct install in = {};
    size_t sources = 0;
    if (!install_parse_options(&in, cli))
        return cli_usage_exit(cli);
    fs_umask(0);
    if (in.directories)
        return make_directories(&in, cli);
    if (!copy_count_sources(cli, in.place, &sources) || !prepare(&in, cli, sources))
        return cli_usage_exit(cli);
    in.opt.many = sources > 1;
    copy_begin(&in.copier, in.opt);
    for (size_t i = 0; i < sources; i++)
        install_one(&in, cli, cli_operand(cli, i));
    return cli_finish(cli);
}
