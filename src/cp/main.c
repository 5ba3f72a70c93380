/* cp - copy files and directories. */

#include "cp/cp.h"

#include "sys/fsop.h"

struct cp {
    struct cp_options opt;
    struct copier copier;
    struct copy_destination to;
};

/* Copy FROM below the directory by all of its name. */
static void copy_with_parents(struct cp *cp, struct cli *cli, zstr from)
{
    zstr name = copy_strip_slashes(&cli->strings, from);
    while (zstr_len(name) > 1 && span_peek(zstr_span(name), 0) == '/')
        name = zstr_drop(name, 1);
    struct cp_way way = {
        .from = from, .name = name, .shown = zstr_join_path(&cli->strings, cp->to.name, name),
    };
    bool found = cp_open_parents(&cp->copier, &cli->diag, &cp->to, &way);
    size_t slash = span_rfind(zstr_span(name), '/');
    struct copy_operand op = {
        .from = from, .to_dir = way.out, .to = slash < zstr_len(name) ? zstr_drop(name, slash + 1) : name,
        .to_shown = way.shown, .base_dir = cp->to.dir, .base = name,
    };
    if (found && !copy_operand(&cp->copier, &cli->diag, &op))
        cli->diag.status = cli->diag.failure;
    if (!cp_finish_parents(&cp->copier, &cli->diag, &cp->to, &way))
        cli->diag.status = cli->diag.failure;
}

static void copy_one(struct cp *cp, struct cli *cli, zstr from)
{
    if (cp->opt.strip_slashes)
        from = copy_strip_slashes(&cli->strings, from);
    if (cp->opt.parents) {
        copy_with_parents(cp, cli, from);
        return;
    }
    struct copy_operand op = copy_route(&cli->strings, from, &cp->to);
    if (!copy_operand(&cp->copier, &cli->diag, &op))
        cli->diag.status = cli->diag.failure;
}

/* A regular file copied onto itself, with --force and a backup: the copy is made under the backup's name. */
static void copy_to_own_backup(struct cp *cp, struct cli *cli)
{
    struct stat st = {};
    if (!cp->opt.copy.force || cp->opt.copy.backup.type == BACKUP_NONE || !fd_is_none(cp->to.dir)
        || !zstr_eq(cli_operand(cli, 0), cp->to.name) || fs_stat(FDH_CWD, cp->to.name, &st) != 0
        || !S_ISREG(st.st_mode))
        return;
    oserr err = backup_name(&cli->strings, FDH_CWD, cp->to.name, cp->opt.copy.backup, &cp->to.name);
    if (err)
        cli_error(cli, err, "cannot backup %s", fmt_name(cp->to.name));
    cp->opt.copy.backup.type = BACKUP_NONE;
}

int prog_main(struct cli *cli)
{
    struct cp cp = {};
    size_t sources = 0;
    if (!cp_parse_options(cli, &cp.opt) || !copy_count_sources(cli, cp.opt.place, &sources)
        || !copy_open_destination(cli, cp.opt.place, sources, &cp.to))
        return cli_usage_exit(cli);
    if (cp.opt.parents && fd_is_none(cp.to.dir)) {
        cli_usage(cli, "with --parents, the destination must be a directory");
        return cli_usage_exit(cli);
    }
    copy_to_own_backup(&cp, cli);
    cp.opt.copy.many = sources > 1;
    copy_begin(&cp.copier, cp.opt.copy);
    for (size_t i = 0; i < sources && !cli->diag.broken; i++)
        copy_one(&cp, cli, cli_operand(cli, i));
    return cli_finish(cli);
}
