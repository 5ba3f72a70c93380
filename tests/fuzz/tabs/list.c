/* list.c - lists of tab stops against a reading of them word by word, and a search for the next stop. */
/* limits: -runs=300000 */

#include "fuzz/program.h"
#include "tabs/tabs.h"

#include <errno.h>

enum { STOPS = 64, COLUMNS = 40 };

struct wish {
    uint64_t stops[STOPS], slash, plus;
    unsigned n;
};

static const struct cli_program list_program = {.name = Z("prog"), .summary = Z("Print stops of a list.")};
static uint64_t first_column;

/* The stop behind each of COLUMNS columns in a row. */
static int print_stops(struct cli *cli)
{
    struct cli_match m = {0};
    struct tabs t = {0};
    zstr list = Z_NONE;
    size_t hint = 0;
    while (cli_next_option(cli, &m))
        continue;
    while (cli_next_operand(cli, &list))
        if (!tabs_parse(cli, &t, zstr_span(list)))
            return cli_usage_exit(cli);
    if (!tabs_finish(cli, &t))
        return cli_usage_exit(cli);
    for (unsigned i = 0; i < COLUMNS; i++) {
        writer_umax(cli_out(cli), tabs_next(&t, first_column + i, &hint));
        writer_byte(cli_out(cli), ' ');
    }
    return cli_finish(cli);
}

/* One word: prefixes, of which the last counts for the words behind it, too, and a number. */
static bool take_word(struct wish *w, char const *word, char *prefix)
{
    size_t n = strspn(word, "/+");
    char *end = NULL;
    if (n > 0)
        *prefix = word[n - 1];
    if (word[n] == 0)
        return true;
    if (word[n] < '0' || word[n] > '9')
        return false;
    errno = 0;
    unsigned long long number = strtoull(word + n, &end, 10);
    if (*end != 0 || errno == ERANGE || number > INT64_MAX)
        return false;
    if (*prefix == 0) {
        w->stops[w->n++] = number;
        return true;
    }
    uint64_t *behind = *prefix == '/' ? &w->slash : &w->plus;
    if (*behind != 0)
        return false;
    *behind = number;
    return true;
}

static bool read_list(struct wish *w, char *list)
{
    char prefix = 0;
    for (char *word = strtok(list, ", \t"); word; word = strtok(NULL, ", \t"))
        if (w->n >= STOPS || !take_word(w, word, &prefix))
            return false;
    for (unsigned i = 0; i < w->n; i++)
        if (w->stops[i] <= (i ? w->stops[i - 1] : 0))
            return false;
    return w->slash == 0 || w->plus == 0;
}

/* The least stop behind COLUMN, or 0. */
static uint64_t stop_behind(struct wish const *w, uint64_t column)
{
    uint64_t every = w->slash ? w->slash : w->plus, from = w->slash || w->n == 0 ? 0 : w->stops[w->n - 1];
    if (w->n == 0 && every == 0)
        every = 8;
    if (w->n == 1 && every == 0) {
        every = w->stops[0];
        from = 0;
    } else {
        for (unsigned i = 0; i < w->n; i++)
            if (w->stops[i] > column)
                return w->stops[i];
    }
    if (every == 0)
        return 0;
    unsigned __int128 stop = from + ((unsigned __int128)(column - from) / every + 1) * every;
    return stop > UINT64_MAX ? 0 : (uint64_t)stop;
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char const letters[] = "0123456789,, /+\tx";
    fuzz f = {data, size};
    first_column = fuzz_byte(&f) % 4 ? fuzz_byte(&f) : fuzz_u64(&f) % (UINT64_MAX - COLUMNS);
    span bytes = fuzz_part(&f, 60), said = {0};
    char list[61] = "", word[64] = "", want[COLUMNS * 21 + 1], *to = want;
    for (size_t i = 0; i < bytes.n_; i++)
        list[i] = letters[bytes.p_[i] % (sizeof letters - 1)];
    strcpy(word, list);
    char *words[] = {word, NULL};
    int status = fuzz_program(list_program, print_stops, words, (span){0}, &said);
    struct wish w = {.n = 0};
    bool good = read_list(&w, list);
    REQUIRE((status == 0) == good);
    for (unsigned i = 0; good && i < COLUMNS; i++)
        to += sprintf(to, "%ju ", (uintmax_t)stop_behind(&w, first_column + i));
    REQUIRE(span_eq(said, (span){(unsigned char *)want, (size_t)(to - want)}) || !good);
    return 0;
}
