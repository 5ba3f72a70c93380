/* parse.c - expressions of expr: any words give a value or a mistake, and parentheses around them change
   neither, except for what the message is about. */
/* limits: -runs=200000 */

#include "fuzz/program.h"
#include "expr/number.c"
#include "expr/parse.c"
#include "expr/text.c"
#include "expr/value.c"

static char *const vocabulary[] = {
    "|", "&", "<", "<=", "=", "==", "!=", ">=", ">", "+", "-", "*", "/", "%", ":", "match", "substr", "index",
    "length", "(", ")", "", "0", "1", "-3", "abc", "9223372036854775807", "-9223372036854775808",
    "340282366920938463463374607431768211456", "\\(b*\\)", "[", "\xC3\xA9", "\xFF",
};
enum { VOCABULARY = sizeof vocabulary / sizeof *vocabulary, MOST = 60 };

struct answer { bool valid; size_t len; unsigned char text[4000]; };
static struct { char *words[MOST + 2]; size_t n; struct answer plain, enclosed; } tried;

static void answer(struct cli *cli, struct answer *a, args words)
{
    struct expr e = {.words = words};
    struct value v = {0};
    a->valid = expr_evaluate(cli, &e, &v);
    REQUIRE(a->valid == (e.status == 0));
    span text = a->valid ? value_text(&e.values, v) : S("");
    a->len = text.n_ < sizeof a->text ? text.n_ : sizeof a->text;
    if (a->len > 0)
        memcpy(a->text, text.p_, a->len);
}

static int evaluate(struct cli *cli)
{
    args words = {tried.words, tried.n + 2};
    answer(cli, &tried.plain, args_chop(args_drop(words, 1), 1));
    answer(cli, &tried.enclosed, words);
    return cli_finish(cli);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    if (size > MOST)
        return 0;
    tried.n = size;
    tried.words[0] = "(";
    for (size_t i = 0; i < size; i++)
        tried.words[i + 1] = vocabulary[data[i] % VOCABULARY];
    tried.words[size + 1] = ")";
    fuzz_program((struct cli_program){.name = Z("expr"), .failure = 3}, evaluate, NULL, (span){0}, NULL);
    if (tried.plain.valid) {
        REQUIRE(tried.enclosed.valid && tried.plain.len == tried.enclosed.len);
        REQUIRE(memcmp(tried.plain.text, tried.enclosed.text, tried.plain.len) == 0);
    }
    return 0;
}
