/* destination.c - where operands go, and the options that cp and mv share. */

#include "../cli/run.h"
#include "copy/destination.h"
#include "copy/option.h"

static const struct cli_option rows[] = {
    {'t', Z("target-directory"), Z("DIR"), Z_NONE}, {'T', Z_NONE, Z_NONE, Z_NONE},
    {'p', Z("progress"), Z("[WHEN]"), Z_NONE},
    {'u', Z("update"), Z("[WHEN]"), Z_NONE}, {'n', Z_NONE, Z_NONE, Z_NONE},
    {'Z', Z("context"), Z("[CTX]"), Z_NONE},
};
static const struct cli_program program = {
    .name = Z("prog"), .summary = Z("Show."), .options = CLI_ROWS(rows),
};

/* Print "FROM>TO(SHOWN) " for each source. */
static int route(struct cli *cli)
{
    struct copy_place place = {0};
    struct copy_destination to = {0};
    size_t sources = 0;
    bool ok = true;
    for (struct cli_match m = {0}; ok && cli_next_option(cli, &m);) {
        place.exact |= m.key == 'T';
        ok = m.key != 't' || copy_place_directory(cli, &place, m.value);
    }
    if (!ok || !cli_options_ok(cli) || !copy_count_sources(cli, place, &sources)
        || !copy_open_destination(cli, place, sources, &to))
        return cli_usage_exit(cli);
    for (size_t i = 0; i < sources; i++) {
        struct copy_operand op = copy_route(&cli->strings, cli_operand(cli, i), &to);
        writer_putz(cli_out(cli), op.from);
        writer_put(cli_out(cli), fd_same(op.to_dir, FDH_CWD) ? S(">") : S(">>"));
        writer_putz(cli_out(cli), op.to);
        writer_byte(cli_out(cli), '(');
        writer_putz(cli_out(cli), op.to_shown);
        writer_put(cli_out(cli), S(") "));
    }
    return cli_finish(cli);
}

static void check(char const *const *words, char const *wanted)
{
    check_run(program, route, words, wanted);
}

#define TRY "Try './prog --help' for more information.\n= 1"

START_TEST(routes)
{
    setenv("LC_ALL", "C", 1);
    ck_assert_int_eq(mkdir("dir", 0755), 0);
    check(WORDS("a", "b"), "a>b(b) = 0");
    check(WORDS("a", "dir"), "a>>a(dir/a) = 0");
    check(WORDS("x/a/", "b", "dir/"), "x/a/>>a(dir/a) b>>b(dir/b) = 0");
    check(WORDS("..", "x/..", ".", "/", "dir"),
          "..>>..(dir/..) x/..>>..(dir/..) .>>.(dir/.) />>.(dir/.) = 0");
    arena names = {};
    struct copy_destination to = {.dir = FDH_STDIN, .name = Z("dir"), .contents_of_up = true};
    ck_assert(zstr_eq(copy_route(&names, Z("x/.."), &to).to_shown, Z("dir/.")));
    check(WORDS("-T", "a", "dir"), "a>dir(dir) = 0");
    check(WORDS("-t", "dir", "a"), "a>>a(dir/a) = 0");
}
END_TEST

START_TEST(wrong_operands)
{
    setenv("LC_ALL", "C", 1);
    check(WORDS(), "prog: missing file operand\n" TRY);
    check(WORDS("a"), "prog: missing destination file operand after 'a'\n" TRY);
    check(WORDS("-T", "a", "b", "c"), "prog: extra operand 'c'\n" TRY);
    check(WORDS("-t", "x", "-t", "y"), "prog: multiple target directories specified\n= 1");
    check(WORDS("-Tt", "dir", "a"),
          "prog: cannot combine --target-directory (-t) and --no-target-directory (-T)\n= 1");
    check(WORDS("a", "b", "c"), "prog: target 'c': No such file or directory\n= 1");
    check(WORDS("-t", "no", "a"), "prog: target directory 'no': No such file or directory\n= 1");
}
END_TEST

START_TEST(stripping_slashes)
{
    arena a = {0};
    ck_assert_str_eq(zstr_c(copy_strip_slashes(&a, Z("a//"))), "a");
    ck_assert_str_eq(zstr_c(copy_strip_slashes(&a, Z("///"))), "/");
    ck_assert_str_eq(zstr_c(copy_strip_slashes(&a, Z("a/b"))), "a/b");
    ck_assert_str_eq(zstr_c(copy_strip_slashes(&a, Z(""))), "");
}
END_TEST

/* Print how files are replaced. */
static int settle(struct cli *cli)
{
    struct copy_choice choice = {0};
    struct copy_options opt = {0};
    for (struct cli_match m = {0}; cli_next_option(cli, &m);) {
        if (m.key == 'u')
            copy_choose_update(cli, &m, &choice);
        if (m.key == 'n')
            choice.interactive = COPY_REPLACE_SKIP;
        if (m.key == 'Z')
            copy_choose_context(cli, m.value, &opt);
    }
    if (!cli_options_ok(cli))
        return cli_usage_exit(cli);
    copy_settle_choice(choice, &opt);
    writer_put(cli_out(cli), opt.replace == COPY_REPLACE_SKIP ? S("skip") : opt.replace == COPY_REPLACE_FAIL
               ? S("fail") : opt.update ? S("older") : S("replace"));
    return cli_finish(cli);
}

START_TEST(which_files_are_replaced)
{
    setenv("LC_ALL", "C", 1);
    check_run(program, settle, WORDS(), "replace= 0");
    check_run(program, settle, WORDS("-u"), "older= 0");
    check_run(program, settle, WORDS("-u", "--update=all"), "replace= 0");
    check_run(program, settle, WORDS("--update=none"), "skip= 0");
    check_run(program, settle, WORDS("--update=none-fail"), "fail= 0");
    check_run(program, settle, WORDS("-u", "-n"), "skip= 0");
    check_run(program, settle, WORDS("--update=x"),
              "prog: invalid argument 'x' for '--update'\nValid arguments are:\n  - 'all'\n  - 'none'\n"
              "  - 'none-fail'\n  - 'older'\n" TRY);
}
END_TEST

/* Print when progress is shown. */
static int progress(struct cli *cli)
{
    struct copy_options opt = {0};
    for (struct cli_match m = {0}; cli_next_option(cli, &m);)
        if (m.key != 'p' || !copy_choose_progress(cli, &m, &opt))
            return cli_usage_exit(cli);
    writer_put(cli_out(cli), opt.progress == COPY_PROGRESS_NEVER ? S("never")
               : opt.progress == COPY_PROGRESS_ALWAYS ? S("always") : S("terminal"));
    return cli_finish(cli);
}

START_TEST(when_progress_is_shown)
{
    setenv("LC_ALL", "C", 1);
    check_run(program, progress, WORDS(), "never= 0");
    check_run(program, progress, WORDS("--progress"), "terminal= 0");
    check_run(program, progress, WORDS("--progress=au"), "terminal= 0");
    check_run(program, progress, WORDS("--progress", "--progress=always"), "always= 0");
    check_run(program, progress, WORDS("--progress=always", "--progress"), "terminal= 0");
    check_run(program, progress, WORDS("--progress=always", "--progress=never"), "never= 0");
    check_run(program, progress, WORDS("--progress=a"),
              "prog: ambiguous argument 'a' for '--progress'\nValid arguments are:\n  - 'auto'\n"
              "  - 'always'\n  - 'never'\n" TRY);
}
END_TEST

START_TEST(contexts_without_selinux)
{
    setenv("LC_ALL", "C", 1);
    if (access("/sys/fs/selinux/enforce", F_OK) == 0)
        return;
    check_run(program, settle, WORDS("-Z"), "replace= 0");
    check_run(program, settle, WORDS("--context=x"),
              "prog: warning: ignoring --context; it requires an SELinux-enabled kernel\nreplace= 0");
}
END_TEST

UNIT_MAIN("destinations", routes, wrong_operands, stripping_slashes, which_files_are_replaced,
          when_progress_is_shown, contexts_without_selinux)
