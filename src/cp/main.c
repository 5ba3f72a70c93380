/* cp - copy files and directories. */

#include "cp/cp.h"

#include "backup/option.h"
#include "path/path.h"
#include "sys/fsop.h"

static const struct cli_option option_rows[] = {
    {'a', Z("archive"), Z_NONE, Z("the same as -dR --preserve=all")},
    {KEY_ATTRIBUTES_ONLY, Z("attributes-only"), Z_NONE, Z("leave contents alone, copy attributes only")},
    {KEY_BACKUP, Z("backup"), Z("[CONTROL]"), Z("keep a backup of each file that is replaced")},
    {'b', Z_NONE, Z_NONE, Z("the same as --backup, without an argument")},
    {KEY_COPY_CONTENTS, Z("copy-contents"), Z_NONE, Z("when recursive, read from special files too")},
    {'d', Z_NONE, Z_NONE, Z("the same as --no-dereference --preserve=links")},
    {KEY_DEBUG, Z("debug"), Z_NONE, Z("say how each file is copied; implies -v")},
    {'f', Z("force"), Z_NONE,
     Z("remove a destination that cannot be opened, and try\nagain (has no effect together with -n)")},
    {KEY_PROGRESS, Z("progress"), Z("[WHEN]"),
     Z("show on standard error how far it is, WHEN: auto (on a\nterminal, the default), always, never")},
    {'g', Z_NONE, Z_NONE, Z("the same as --progress, without an argument")},
    {'i', Z("interactive"), Z_NONE, Z("ask before replacing a file (cancels an earlier -n)")},
    {'H', Z_NONE, Z_NONE, Z("follow symbolic links among the operands")},
    {'l', Z("link"), Z_NONE, Z("make hard links instead of copies")},
    {'L', Z("dereference"), Z_NONE, Z("follow all symbolic links in SOURCE")},
    {'n', Z("no-clobber"), Z_NONE, Z("silently leave files that exist (cancels an earlier -i)")},
    {'P', Z("no-dereference"), Z_NONE, Z("copy symbolic links as links")},
    {'p', Z_NONE, Z_NONE, Z("the same as --preserve=mode,ownership,timestamps")},
    {KEY_PRESERVE, Z("preserve"), Z("[ATTRIBUTES]"),
     Z("preserve what the list names; without it, what -p does")},
    {KEY_NO_PRESERVE, Z("no-preserve"), Z("ATTRIBUTES"),
     Z("do not preserve what the list names")},
    {KEY_PARENTS, Z("parents"), Z_NONE, Z("copy to the full name of SOURCE below DIRECTORY")},
    {KEY_PARENTS, Z("path"), Z_NONE, Z_NONE},
    {'R', Z("recursive"), Z_NONE, Z("copy directories with everything below them")},
    {'r', Z_NONE, Z_NONE, Z("the same as -R")},
    {KEY_REFLINK, Z("reflink"), Z("[WHEN]"),
     Z("share the contents until they change, WHEN: auto,\nalways, never")},
    {KEY_REMOVE_DESTINATION, Z("remove-destination"), Z_NONE,
     Z("remove each file that is replaced before opening it\n(in contrast to --force)")},
    {KEY_SPARSE, Z("sparse"), Z("WHEN"), Z("make holes in copies, WHEN: auto, always, never")},
    {KEY_STRIP, Z("strip-trailing-slashes"), Z_NONE, Z("ignore slashes at the end of each SOURCE")},
    {'s', Z("symbolic-link"), Z_NONE, Z("make symbolic links instead of copies")},
    {'S', Z("suffix"), Z("SUFFIX"), Z("names of backups end in SUFFIX")},
    {'t', Z("target-directory"), Z("DIRECTORY"), Z("copy every SOURCE into DIRECTORY")},
    {'T', Z("no-target-directory"), Z_NONE, Z("DEST is the name of the copy, even of a directory")},
    {KEY_UPDATE, Z("update"), Z("[UPDATE]"),
     Z("which existing files are replaced, UPDATE: all, none,\nnone-fail, older (the default)")},
    {'u', Z_NONE, Z_NONE, Z("the same as --update=older")},
    {'v', Z("verbose"), Z_NONE, Z("say what is being copied")},
    {KEY_KEEP_DIRECTORY_SYMLINK, Z("keep-directory-symlink"), Z_NONE,
     Z("take a link to a directory in the destination for that\ndirectory")},
    {'x', Z("one-file-system"), Z_NONE, Z("stay on the file system of each SOURCE")},
    {'Z', Z_NONE, Z_NONE, Z("give copies the default SELinux context")},
    {KEY_CONTEXT, Z("context"), Z("[CONTEXT]"), Z("the same as -Z; with CONTEXT, give them that one")},
};

const struct cli_program prog_program = {
    .name = Z("cp"),
    .operands = Z("[-T] SOURCE DEST\nSOURCE... DIRECTORY\n-t DIRECTORY SOURCE..."),
    .summary = Z("Copy SOURCE to DEST, or every SOURCE into DIRECTORY."),
    .options = CLI_ROWS(option_rows),
    .order = Z("archive attributes-only backup copy-contents debug dereference force interactive link "
               "no-clobber no-dereference no-preserve no-target-directory one-file-system parents path "
               "preserve recursive remove-destination sparse reflink strip-trailing-slashes suffix"),
    .own_option = Z("progress"),
    .notes = Z("ATTRIBUTES is a list, separated by commas, of mode (permissions with access\n"
               "control lists), ownership, timestamps, links (files that are one stay one),\n"
               "context (security context), xattr (extended attributes), all.\n\n"
               "With --sparse=auto copies have holes where SOURCE has them; always makes a\n"
               "hole of every long enough run of zero bytes, never makes none.\n\n"
               "With --update=none files that exist stay as they are, as with -n; none-fail\n"
               "makes that an error; older replaces those that are older than their SOURCE.\n\n"
               "With --reflink=auto contents are shared where the file system can do that;\n"
               "always makes it an error where it cannot, never copies in any case.\n\n"
               BACKUP_NOTES "\n\n"
               "With --force and --backup a regular file may be copied onto itself: the copy\n"
               "is its backup."),
};

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
        .from = from, .name = name, .shown = path_below(&cli->strings, cp->to.name, name),
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
    struct cp cp = {.to.contents_of_up = true};
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
    copy_show_progress(&cp.copier, zstr_view_first(zstr_vec_span(&cli->operands), sources));
    for (size_t i = 0; i < sources && !cli->diag.broken; i++)
        copy_one(&cp, cli, cli_operand(cli, i));
    copy_progress_finish(&cp.copier.progress, &cli->diag);
    return cli_finish(cli);
}
