/* option.c - the options about backups. */

#include "backup/option.h"
#include "../cli/run.h"

static const struct cli_program program = {.name = Z("prog"), .summary = Z("Show.")};

/* -b is asked for when there is an operand, which is the CONTROL unless empty. */
static int decide(struct cli *cli)
{
    struct cli_match m = {0};
    while (cli_next_option(cli, &m))
        continue;
    struct backup_wish wish = {.wanted = cli_operand_count(cli) > 0};
    if (wish.wanted)
        wish.control = cli_operand(cli, 0);
    struct backup b = {0};
    if (!backup_decide(cli, wish, &b))
        return cli_usage_exit(cli);
    writer_imax(cli_out(cli), b.type);
    writer_putz(cli_out(cli), b.suffix);
    return cli_finish(cli);
}

START_TEST(words)
{
    struct { char const *word; enum backup_type type; } const all[] = {
        {"none", BACKUP_NONE}, {"off", BACKUP_NONE}, {"simple", BACKUP_SIMPLE}, {"never", BACKUP_SIMPLE},
        {"existing", BACKUP_EXISTING}, {"nil", BACKUP_EXISTING}, {"numbered", BACKUP_NUMBERED},
        {"t", BACKUP_NUMBERED}, {"", BACKUP_EXISTING}, {"si", BACKUP_SIMPLE},
    };
    unsetenv("VERSION_CONTROL");
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        char want[32];
        sprintf(want, "%d~= 0", (int)all[i].type);
        check_run(program, decide, WORDS(all[i].word), want);
    }
    check_run(program, decide, WORDS(), "0~= 0");
}
END_TEST

START_TEST(the_environment)
{
    setenv("LC_ALL", "C", 1);
    setenv("VERSION_CONTROL", "numbered", 1);
    setenv("SIMPLE_BACKUP_SUFFIX", ".x", 1);
    check_run(program, decide, WORDS(""), "3.x= 0");
    check_run(program, decide, WORDS("simple"), "1.x= 0");
    check_run(program, decide, WORDS(), "0.x= 0");
    setenv("VERSION_CONTROL", "nonsense", 1);
    check_run(program, decide, WORDS(""),
              "prog: invalid argument 'nonsense' for '$VERSION_CONTROL'\nValid arguments are:\n"
              "  - 'none', 'off'\n  - 'simple', 'never'\n  - 'existing', 'nil'\n  - 'numbered', 't'\n"
              "Try './prog --help' for more information.\n= 1");
}
END_TEST

UNIT_MAIN("backup options", words, the_environment)
