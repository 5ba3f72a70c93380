/* options.c - command lines against getopt_long: the same options, values, operands and refusals in the same order. */
/* limits: -runs=1000000 */

#include "fuzz/program.h"

#include <getopt.h>

enum { KEY_BLOCK = CLI_KEY, KEY_BLOCKS, KEY_COUNT_ALL, KEY_HELP, KEY_VERSION, MOST = 24 };

static const struct cli_option rows[] = {
    {'a', Z("all"), Z_NONE, Z_NONE},
    {'c', Z("count"), Z("NUM"), Z_NONE},
    {'d', Z("dim"), Z("[WHEN]"), Z_NONE},
    {'e', Z_NONE, Z_NONE, Z_NONE},
    {KEY_BLOCK, Z("block"), Z_NONE, Z_NONE},
    {KEY_BLOCK, Z("blk"), Z_NONE, Z_NONE},
    {KEY_BLOCKS, Z("blocks"), Z("NUM"), Z_NONE},
    {KEY_COUNT_ALL, Z("count-all"), Z_NONE, Z_NONE},
};
static const struct option long_rows[] = {
    {"all", no_argument, NULL, 'a'}, {"count", required_argument, NULL, 'c'},
    {"dim", optional_argument, NULL, 'd'}, {"block", no_argument, NULL, KEY_BLOCK},
    {"blk", no_argument, NULL, KEY_BLOCK}, {"blocks", required_argument, NULL, KEY_BLOCKS},
    {"count-all", no_argument, NULL, KEY_COUNT_ALL}, {"help", no_argument, NULL, KEY_HELP},
    {"version", no_argument, NULL, KEY_VERSION}, {NULL, 0, NULL, 0},
};

static const struct cli_program program = {.name = Z("fuzz"), .operands = Z("[X]..."), .summary = Z("Fuzz."),
                                           .options = CLI_ROWS(rows)};

/* What our parser made of the last command line. */
static struct {
    int keys[MOST + 1];
    zstr values[MOST + 1], operands[MOST + 1];
    size_t num_options, num_operands;
    bool good, done;
} seen;

static int remember(struct cli *cli)
{
    seen.num_options = seen.num_operands = 0;
    for (struct cli_match m = {0}; cli_next_option(cli, &m);) {
        REQUIRE(seen.num_options < MOST);
        seen.keys[seen.num_options] = m.key;
        seen.values[seen.num_options++] = m.value;
    }
    seen.good = cli_options_ok(cli);
    seen.done = cli->done;
    if (!seen.good)
        return cli_usage_exit(cli);
    for (zstr operand = Z_NONE; cli_next_operand(cli, &operand);)
        seen.operands[seen.num_operands++] = operand;
    return cli_finish(cli);
}

/* What getopt_long makes of the same words, which it may put in another order. */
static void compare(char **argv, int argc)
{
    size_t n = 0;
    optind = 0;
    opterr = 0;
    for (int key = 0; (key = getopt_long(argc, argv, "ac:d::e", long_rows, NULL)) != -1; n++) {
        if (key == '?' || key == KEY_HELP || key == KEY_VERSION) {
            REQUIRE(n == seen.num_options && !seen.good && seen.done == (key != '?'));
            return;
        }
        REQUIRE(n < seen.num_options && seen.keys[n] == key);
        REQUIRE(zstr_is_none(seen.values[n]) == (optarg == NULL));
        REQUIRE(optarg == NULL || strcmp(zstr_c(seen.values[n]), optarg) == 0);
    }
    REQUIRE(seen.good && n == seen.num_options && (size_t)(argc - optind) == seen.num_operands);
    for (size_t i = 0; i < seen.num_operands; i++)
        REQUIRE(strcmp(zstr_c(seen.operands[i]), argv[(size_t)optind + i]) == 0);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    if (size > 200)
        return 0;
    /* Words end at newlines; the parsed strings outlive the call in nothing but the comparison. */
    char *text = fuzz_c_string((span){data, size}), *argv[MOST + 2] = {(char[]){"fuzz"}};
    int argc = 1;
    for (char *word = text; word && argc < 12; argc++) {
        char *end = strchr(word, '\n');
        argv[argc] = word;
        if (end)
            *end = 0;
        word = end ? end + 1 : NULL;
    }
    int options = 0;
    for (char const *p = text; p < text + size; p++)
        options += *p == 'a' || *p == 'd' || *p == 'e' || *p == '-';
    /* The option for the manual pages is ours alone. */
    if (options < MOST && span_search((span){data, size}, S("dump-option-rows")) == size) {
        fuzz_program(program, remember, argv + 1, (span){0}, NULL);
        compare(argv, argc);
    }
    free(text);
    return 0;
}
