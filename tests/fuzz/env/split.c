/* split.c - the words of env -S: any text is split or refused, and words that were quoted in any mixture of
   ways come back. */
/* limits: -runs=300000 */

#include "fuzz/program.h"
#include "env/split.c"

enum { MOST = 4096 };

static struct { zstr text; bool good; span words; size_t count; } tried;

void env_say(struct cli *cli, zstr template, fmtargs args)
{
    buf_clear(&cli->diag.text);
    fmt_append(&cli->diag.text, template, args);
}

static int split(struct cli *cli)
{
    static buf all;
    zstr_vec words = {0};
    buf_clear(&all);
    tried.good = env_split(cli, tried.text, true, &words);
    tried.count = zstr_vec_len(&words);
    for (size_t i = 0; i < tried.count; i++) {
        buf_append(&all, zstr_span(zstr_vec_at(&words, i)));
        buf_push(&all, 0);
    }
    tried.words = buf_span(&all);
    return cli_finish(cli);
}

static void try_text(char const *text)
{
    tried.text = zstr_of_c_(text);
    fuzz_program((struct cli_program){.name = Z("env"), .failure = 125}, split, NULL, (span){0}, NULL);
}

/* Append the byte C, quoted in one of the ways in which it can be. */
static char *quote_byte(char *to, char c, unsigned how)
{
    static char const controls[] = "\f\n\r\t\v", letters[] = "fnrtv";
    char const *control = strchr(controls, c);
    bool special = strchr("\"#$'\\", c) != NULL;
    if (c == ' ' && how % 4 == 0)
        return to + sprintf(to, "\"\\_\"");
    if (control && how % 2)
        return to + sprintf(to, how % 4 == 1 ? "\\%c" : "\"\\%c\"", letters[control - controls]);
    if (special && how % 3 == 0)
        return to + sprintf(to, "\\%c", c);
    if (special && how % 3 == 1)
        return to + sprintf(to, "\"\\%c\"", c);
    if (c == '\'' || c == '\\')
        return to + sprintf(to, "'\\%c'", c);
    if (special || control || c == ' ' || how % 5 == 0)
        return to + sprintf(to, "'%c'", c);
    return to + sprintf(to, "%c", c);
}

/* Words end at NUL in DATA; each byte of them has another before it that says how it is quoted. */
static void come_back(fuzz f)
{
    char text[MOST * 5], wanted[MOST], *to = text, *want = wanted;
    size_t count = 0;
    while (f.left > 0) {
        static char const *const separators[] = {" ", "\t ", "\\_", " \\_\n", "\v\f\r"};
        to += sprintf(to, "%s''", separators[fuzz_byte(&f) % 5]);
        count++;
        for (unsigned how = fuzz_byte(&f), c; (c = fuzz_byte(&f)) != 0; how = fuzz_byte(&f)) {
            to = quote_byte(to, (char)c, how);
            *want++ = (char)c;
        }
        *want++ = 0;
    }
    to += sprintf(to, "%s", count % 2 ? " #\"" : "\\c'\\");
    try_text(text);
    REQUIRE(tried.good && tried.count == count);
    REQUIRE(span_eq(tried.words, (span){(unsigned char const *)wanted, (size_t)(want - wanted)}));
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    if (size > 900)
        return 0;
    setenv("A", "x  \"y", 1);
    setenv("EMPTY", "", 1);
    fuzz f = {data, size};
    come_back(f);
    char *text = fuzz_c_string((span){data, size});
    try_text(text);
    /* A word takes a byte of the text at least, but for its value. */
    REQUIRE(!tried.good || tried.count <= strlen(text) + 1);
    free(text);
    return 0;
}
