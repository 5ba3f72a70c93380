/* mv - rename files, or move them to other directories and file systems.

   A rename that replaces nothing is tried before anything is looked at.  Between file systems a tree is
   copied with everything that belongs to it, and then removed. */

#include "backup/option.h"
#include "cli/cli.h"
#include "copy/destination.h"
#include "copy/option.h"
#include "remove/remove.h"
#include "sys/fsop.h"
#include "sys/selinux.h"

enum {
    KEY_BACKUP = CLI_KEY,
    KEY_DEBUG,
    KEY_EXCHANGE,
    KEY_NO_COPY,
    KEY_PROGRESS,
    KEY_STRIP,
    KEY_UPDATE,
};

struct mv {
    struct copy_options opt;
    struct copy_place place;
    struct backup_wish backup;
    struct copy_choice choice;
    bool strip_slashes;
    struct copy_destination to;
    struct copier copier;
    remover remover;
    bool rename_tried;          /* of the only operand */
    oserr rename_error;
};

static const struct cli_option option_rows[] = {
    {KEY_BACKUP, Z("backup"), Z("[CONTROL]"), Z("keep a backup of each file that is replaced")},
    {'b', Z_NONE, Z_NONE, Z("the same as --backup, without an argument")},
    {KEY_DEBUG, Z("debug"), Z_NONE, Z("say how each file is copied; implies -v")},
    {KEY_EXCHANGE, Z("exchange"), Z_NONE, Z("let SOURCE and DEST change places")},
    {'f', Z("force"), Z_NONE, Z("never ask (cancels an earlier -i or -n)")},
    {KEY_PROGRESS, Z("progress"), Z("[WHEN]"),
     Z("show on standard error how far it is, WHEN: auto (on a\nterminal, the default), always, never")},
    {'g', Z_NONE, Z_NONE, Z("the same as --progress, without an argument")},
    {'i', Z("interactive"), Z_NONE, Z("ask before replacing a file (cancels an earlier -f or -n)")},
    {'n', Z("no-clobber"), Z_NONE, Z("silently leave files that exist (cancels an earlier -f\nor -i)")},
    {KEY_NO_COPY, Z("no-copy"), Z_NONE, Z("fail where renaming is not enough")},
    {KEY_STRIP, Z("strip-trailing-slashes"), Z_NONE, Z("ignore slashes at the end of each SOURCE")},
    {'S', Z("suffix"), Z("SUFFIX"), Z("names of backups end in SUFFIX")},
    {'t', Z("target-directory"), Z("DIRECTORY"), Z("move every SOURCE into DIRECTORY")},
    {'T', Z("no-target-directory"), Z_NONE, Z("DEST is the new name, even of a directory")},
    {KEY_UPDATE, Z("update"), Z("[UPDATE]"),
     Z("which existing files are replaced, UPDATE: all, none,\nnone-fail, older (the default)")},
    {'u', Z_NONE, Z_NONE, Z("the same as --update=older")},
    {'v', Z("verbose"), Z_NONE, Z("say what is being moved")},
    {'Z', Z("context"), Z_NONE, Z("give what was moved the default SELinux context")},
};

const struct cli_program prog_program = {
    .name = Z("mv"),
    .operands = Z("[-T] SOURCE DEST\nSOURCE... DIRECTORY\n-t DIRECTORY SOURCE..."),
    .summary = Z("Rename SOURCE to DEST, or move every SOURCE into DIRECTORY."),
    .options = CLI_ROWS(option_rows),
    .order = Z("backup context debug exchange force interactive no-clobber no-copy no-target-directory"),
    .own_option = Z("progress"),
    .notes = Z("With --update=none files that exist stay as they are, as with -n; none-fail\n"
               "makes that an error; older replaces those that are older than their SOURCE.\n\n"
               BACKUP_NOTES),
};

static bool apply_option(struct cli *cli, struct cli_match const *m, struct mv *mv)
{
    switch (m->key) {
    case 'b':
    case KEY_BACKUP:
        mv->backup.wanted = true;
        mv->backup.control = zstr_is_none(m->value) ? mv->backup.control : m->value;
        return true;
    case 'S':
        mv->backup.wanted = true;
        mv->backup.suffix = m->value;
        return true;
    case KEY_DEBUG: mv->opt.debug = mv->opt.verbose = true; return true;
    case KEY_EXCHANGE: mv->opt.exchange = true; return true;
    case 'f': mv->choice.interactive = COPY_REPLACE; return true;
    case 'i': mv->choice.interactive = COPY_REPLACE_ASK; return true;
    case 'n': mv->choice.interactive = COPY_REPLACE_SKIP; return true;
    case 'g':
    case KEY_PROGRESS: return copy_choose_progress(cli, m, &mv->opt);
    case KEY_NO_COPY: mv->opt.no_copy = true; return true;
    case KEY_STRIP: mv->strip_slashes = true; return true;
    case 't': return copy_place_directory(cli, &mv->place, m->value);
    case 'T': mv->place.exact = true; return true;
    case 'u':
    case KEY_UPDATE: return copy_choose_update(cli, m, &mv->choice);
    case 'v': mv->opt.verbose = true; return true;
    default: copy_choose_context(cli, Z_NONE, &mv->opt); return true;
    }
}

static bool parse_options(struct cli *cli, struct mv *mv)
{
    mv->opt = (struct copy_options){
        .move = true, .follow = COPY_FOLLOW_NONE, .recursive = true,
        .keep_mode = true, .keep_owner = true, .keep_times = true, .keep_links = true, .keep_xattr = true,
    };
    for (struct cli_match m = {}; cli_next_option(cli, &m);)
        if (!apply_option(cli, &m, mv))
            return false;
    if (!cli_options_ok(cli))
        return false;
    copy_settle_choice(mv->choice, &mv->opt);
    mv->opt.stdin_terminal = fd_is_terminal(FDH_STDIN);
    mv->opt.keep_context = !mv->opt.default_context && selinux_is_on();
    return true;
}

/* What was said about backups. */
static bool settle_backup(struct cli *cli, struct mv *mv)
{
    bool keeps = mv->opt.replace == COPY_REPLACE_SKIP || mv->opt.replace == COPY_REPLACE_FAIL;
    if (mv->backup.wanted && (mv->opt.exchange || keeps))
        return cli_usage(cli, "cannot combine --backup with --exchange, -n, or --update=none-fail");
    return backup_decide(cli, mv->backup, &mv->opt.backup);
}

static zstr source(struct cli *cli, struct mv const *mv, size_t i)
{
    zstr name = cli_operand(cli, i);
    return mv->strip_slashes ? copy_strip_slashes(&cli->strings, name) : name;
}

/* Open the directory to move to.  The plain form, one name to another, needs none when renaming just works;
   otherwise the last operand may be a directory. */
static bool open_destination(struct cli *cli, struct mv *mv, size_t sources)
{
    bool plain = sources == 1 && zstr_is_none(mv->place.directory) && !mv->place.exact;
    if (plain && !settle_backup(cli, mv))
        return false;
    if (plain && !mv->opt.exchange) {
        mv->rename_error =
            fs_rename(FDH_CWD, source(cli, mv, 0), FDH_CWD, cli_operand(cli, 1), FS_NOREPLACE);
        mv->rename_tried = true;
        if (mv->rename_error == 0) {
            mv->to.name = cli_operand(cli, 1);
            return true;
        }
    }
    if (!copy_open_destination(cli, mv->place, sources, &mv->to))
        return false;
    mv->rename_tried = mv->rename_tried && fd_is_none(mv->to.dir);
    return plain || settle_backup(cli, mv);
}

static void move(struct mv *mv, struct cli *cli, zstr from)
{
    struct copy_operand op = copy_route(&cli->strings, from, &mv->to);
    op.rename_tried = mv->rename_tried;
    op.rename_error = mv->rename_error;
    bool ok = copy_operand(&mv->copier, &cli->diag, &op);
    if (ok && !mv->copier.renamed && !mv->copier.into_itself)
        ok = remove_name(&mv->remover, &cli->diag, FDH_CWD, from);
    if (!ok)
        cli->diag.status = cli->diag.failure;
}

int prog_main(struct cli *cli)
{
    struct mv mv = {};
    size_t sources = 0;
    if (!parse_options(cli, &mv) || !copy_count_sources(cli, mv.place, &sources)
        || !open_destination(cli, &mv, sources))
        return cli_usage_exit(cli);
    mv.opt.many = sources > 1;
    copy_begin(&mv.copier, mv.opt);
    copy_show_progress(&mv.copier, zstr_view_first(zstr_vec_span(&cli->operands), sources));
    mv.remover.opt = (struct remove_options){
        .ask = REMOVE_ASK_NEVER, .recursive = true, .verbose = mv.opt.verbose,
    };
    for (size_t i = 0; i < sources; i++)
        move(&mv, cli, source(cli, &mv, i));
    copy_progress_finish(&mv.copier.progress, &cli->diag);
    return cli_finish(cli);
}
