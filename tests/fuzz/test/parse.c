/* parse.c - expressions of test: any words give an answer, and "!" before an expression of five words or more
   turns it round. */
/* limits: -runs=300000 */

#include "fuzz/program.h"
#include "test/parse.c"
#include "test/primary.c"

static char *const vocabulary[] = {
    "-a", "-o", "(", ")", "!", "x", "", "=", "-eq", "1", "-l", "-f", "/", "-n", "-t", "-q", "-nt", "<", "-2",
    "-z", "!=", "-ef", " 3 ", "-ge", "-L", "99999999999999999999999", "-",
};
enum { VOCABULARY = sizeof vocabulary / sizeof *vocabulary, MOST = 40 };

static struct { char *words[MOST + 1]; size_t n; enum test_answer answer, negated; } tried;

static int evaluate(struct cli *cli)
{
    args words = {tried.words, tried.n + 1};
    tried.answer = test_evaluate(cli, args_drop(words, 1));
    tried.negated = test_evaluate(cli, words);
    return cli_finish(cli);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    if (size > MOST)
        return 0;
    tried.words[0] = "!";
    tried.n = size;
    for (size_t i = 0; i < size; i++)
        tried.words[i + 1] = vocabulary[data[i] % VOCABULARY];
    fuzz_program((struct cli_program){.name = Z("test"), .failure = 2}, evaluate, NULL, (span){0}, NULL);
    bool plain = size >= 5;
    for (size_t i = 0; i < size; i++)
        plain = plain && data[i] % VOCABULARY != 0 && data[i] % VOCABULARY != 1;
    REQUIRE(!plain || tried.answer == TEST_MISTAKE || tried.negated == TEST_MISTAKE
            || tried.answer != tried.negated);
    return 0;
}
