/* rm - remove files and directories. */

#include "cli/cli.h"
#include "prompt/prompt.h"
#include "remove/remove.h"
#include "sys/fsop.h"

enum {
    KEY_INTERACTIVE = CLI_KEY,
    KEY_ONE_FILE_SYSTEM,
    KEY_NO_PRESERVE_ROOT,
    KEY_PRESERVE_ROOT,
    KEY_TERMINAL
};
enum when { WHEN_NEVER, WHEN_ONCE, WHEN_ALWAYS };

struct rm_options {
    struct remove_options remove;
    bool once;                  /* one question for all operands */
};

static const struct cli_option option_rows[] = {
    {'f', Z("force"), Z_NONE, Z("never ask, and ignore operands that do not exist")},
    {'i', Z_NONE, Z_NONE, Z("ask before each removal")},
    {'I', Z_NONE, Z_NONE, Z("ask once before removing more than three operands,\nor recursively")},
    {KEY_INTERACTIVE, Z("interactive"), Z("[WHEN]"),
     Z("ask WHEN: never, once (as -I), always (as -i);\nwithout WHEN, always")},
    {KEY_ONE_FILE_SYSTEM, Z("one-file-system"), Z_NONE,
     Z("when recursive, leave alone directories on another file\nsystem than their operand's")},
    {KEY_NO_PRESERVE_ROOT, Z("no-preserve-root"), Z_NONE, Z("treat '/' like any other directory")},
    {KEY_PRESERVE_ROOT, Z("preserve-root"), Z("[all]"),
     Z("do not remove '/' (this is the default); with 'all', refuse\n"
       "operands that are on another device than their parent, too")},
    {'r', Z("recursive"), Z_NONE, Z("remove directories with everything below them")},
    {'R', Z_NONE, Z_NONE, Z("the same as -r")},
    {'d', Z("dir"), Z_NONE, Z("remove empty directories")},
    {'v', Z("verbose"), Z_NONE, Z("say what is being removed")},
    {KEY_TERMINAL, Z("-presume-input-tty"), Z_NONE, Z_NONE},
};

const struct cli_program prog_program = {
    .name = Z("rm"),
    .operands = Z("[FILE]..."),
    .summary = Z("Remove each FILE.  Directories are not removed unless -r or -d is given."),
    .options = CLI_ROWS(option_rows),
    .order = Z("force interactive one-file-system no-preserve-root preserve-root -presume-input-tty"),
    .notes = Z("A file whose name begins with '-' is removed by one of\n"
               "  rm -- -name\n"
               "  rm ./-name\n\n"
               "Removing a file takes its name away; with time and skill its contents may be\n"
               "recovered from the device.  See shred(1) for making that harder."),
};

static const struct cli_word when_words[] = {
    {Z("never"), WHEN_NEVER}, {Z("no"), WHEN_NEVER}, {Z("none"), WHEN_NEVER},
    {Z("once"), WHEN_ONCE},
    {Z("always"), WHEN_ALWAYS}, {Z("yes"), WHEN_ALWAYS},
};

static void set_interactive(struct rm_options *opt, int when)
{
    opt->once = when == WHEN_ONCE;
    switch (when) {
    case WHEN_NEVER: opt->remove.ask = REMOVE_ASK_NEVER; return;
    case WHEN_ONCE: opt->remove.ask = REMOVE_ASK_PROTECTED; break;
    default: opt->remove.ask = REMOVE_ASK_ALWAYS; break;
    }
    opt->remove.ignore_missing = false;
}

static bool preserve_root(struct cli *cli, struct cli_match const *m, struct rm_options *opt)
{
    if (m->key == KEY_NO_PRESERVE_ROOT) {
        /* Too dangerous to be guessed from its first letters. */
        if (!span_eq(m->written, S("no-preserve-root")))
            return cli_bad(cli, 0, "you may not abbreviate the --no-preserve-root option");
        opt->remove.keep_root = false;
        return true;
    }
    if (!zstr_is_none(m->value) && !zstr_eq(m->value, Z("all")))
        return cli_bad(cli, 0, "unrecognized --preserve-root argument: %s", fmt_name(m->value));
    opt->remove.keep_mounts |= !zstr_is_none(m->value);
    opt->remove.keep_root = true;
    return true;
}

static bool parse_options(struct cli *cli, struct rm_options *opt)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        int when = WHEN_ALWAYS;
        switch (m.key) {
        case 'f':
            set_interactive(opt, WHEN_NEVER);
            opt->remove.ignore_missing = true;
            break;
        case 'i': set_interactive(opt, WHEN_ALWAYS); break;
        case 'I': set_interactive(opt, WHEN_ONCE); break;
        case KEY_INTERACTIVE:
            if (!zstr_is_none(m.value) && !cli_choose(cli, &m, CLI_WORDS(when_words), &when))
                return false;
            set_interactive(opt, when);
            break;
        case KEY_ONE_FILE_SYSTEM: opt->remove.one_device = true; break;
        case KEY_NO_PRESERVE_ROOT:
        case KEY_PRESERVE_ROOT:
            if (!preserve_root(cli, &m, opt))
                return false;
            break;
        case 'r':
        case 'R': opt->remove.recursive = true; break;
        case 'd': opt->remove.empty_dirs = true; break;
        case 'v': opt->remove.verbose = true; break;
        default: opt->remove.terminal = true; break;
        }
    }
    return cli_options_ok(cli);
}

/* After a usage error: an argument that was taken for an option may be the name of a file. */
static void hint_at_file(struct cli *cli)
{
    struct stat st = {};
    buf text = {};
    for (size_t i = 0; i < args_len(cli->argv); i++) {
        zstr arg = args_at(cli->argv, i);
        if (span_peek(zstr_span(arg), 0) == '-' && zstr_len(arg) > 1 && fs_lstat(FDH_CWD, arg, &st) == 0) {
            fmt_append(&text, Z("Try '%s ./%s' to remove the file %s.\n"),
                       FMT_ARGS(fmt_z(cli->diag.program), fmt_word(arg), fmt_name(arg)));
            if (fd_write_all(FDH_STDERR, buf_span(&text)) != 0)
                cli->diag.broken = true;
            return;
        }
    }
}

/* The question of -I. */
static bool ask_once(struct cli *cli, struct rm_options const *opt)
{
    uintmax_t n = cli_operand_count(cli);
    if (!opt->once || (!opt->remove.recursive && n <= 3))
        return true;
    zstr text = Z("remove %zu arguments? ");
    if (opt->remove.recursive)
        text = n == 1 ? Z("remove %zu argument recursively? ") : Z("remove %zu arguments recursively? ");
    return prompt_yes(&cli->diag, text, FMT_ARGS(fmt_u(n)));
}

int prog_main(struct cli *cli)
{
    struct rm_options opt = {.remove = {.ask = REMOVE_ASK_PROTECTED, .keep_root = true}};
    if (!parse_options(cli, &opt)) {
        hint_at_file(cli);
        return cli_usage_exit(cli);
    }
    if (cli_operand_count(cli) == 0) {
        if (opt.remove.ignore_missing)
            return cli_finish(cli);
        cli_missing_operand(cli, Z_NONE);
        return cli_usage_exit(cli);
    }
    if (!ask_once(cli, &opt))
        return cli_finish(cli);
    if (opt.remove.ask == REMOVE_ASK_PROTECTED && !opt.remove.ignore_missing)
        opt.remove.terminal |= fd_is_terminal(FDH_STDIN);
    remover r = {.opt = opt.remove};
    for (zstr name = {}; cli_next_operand(cli, &name);)
        remove_name(&r, &cli->diag, FDH_CWD, name);
    return cli_finish(cli);
}
