/* ranges.c - lists of positions against a reading of them word by word. */
/* limits: -runs=1000000 */

#include "fuzz/program.h"
#include "ranges/ranges.h"

enum { MOST = 64 };

struct word { uint64_t low, high; };
static struct {
    span list;
    struct ranges_rules rules;
    struct word words[MOST];            /* what the list should be */
    size_t n;
    bool good;
} wanted;

/* Digits up to the end of them; false for the largest number of all and what is larger. */
static bool number(char **at, uint64_t *n)
{
    bool fits = true;
    for (*n = 0; **at >= '0' && **at <= '9'; ++*at)
        fits = !__builtin_mul_overflow(*n, 10, n) && !__builtin_add_overflow(*n, **at - '0', n) && fits;
    return fits && *n != UINT64_MAX;
}

static bool read_word(char *at, struct word *w)
{
    bool start = *at != '-';
    if (*at == 0 || !number(&at, &w->low))
        return false;
    w->high = w->low;
    if (*at == '-') {
        at++;
        bool end = *at != 0;
        if (!start && !end && !wanted.rules.dash_is_all)
            return false;
        w->low = start ? w->low : 1;
        w->high = UINT64_MAX;
        if (end && !number(&at, &w->high))
            return false;
    }
    return *at == 0 && w->low > 0 && w->low <= w->high;
}

static void read_list(char *text)
{
    wanted.good = true;
    for (wanted.n = 0; text && wanted.good; wanted.n++) {
        char *end = strpbrk(text, ", \t");
        if (end)
            *end++ = 0;
        REQUIRE(wanted.n < MOST);
        wanted.good = read_word(text, &wanted.words[wanted.n]);
        text = end;
    }
}

static bool should_hold(uint64_t n)
{
    bool held = false;
    for (size_t i = 0; i < wanted.n; i++)
        held |= wanted.words[i].low <= n && n <= wanted.words[i].high;
    return held != wanted.rules.complement;
}

static void check_number(range_vec const *ranges, uint64_t n)
{
    bool held = false;
    for (size_t i = 0; i < range_vec_len(ranges); i++)
        held |= range_vec_at(ranges, i).low <= n && n <= range_vec_at(ranges, i).high;
    REQUIRE(n == 0 || held == should_hold(n));
}

static void check(range_vec const *ranges)
{
    for (size_t i = 0; i < range_vec_len(ranges); i++) {
        struct range r = range_vec_at(ranges, i);
        REQUIRE(r.low > 0 && r.low <= r.high);
        REQUIRE(i == 0 || range_vec_at(ranges, i - 1).high < r.low);
    }
    for (size_t i = 0; i < wanted.n; i++)
        for (uint64_t d = 0; d < 3; d++) {
            check_number(ranges, wanted.words[i].low + d - 1);
            check_number(ranges, wanted.words[i].high + d - 1);
        }
    check_number(ranges, 1);
    check_number(ranges, UINT64_MAX);
}

static int parse(struct cli *cli)
{
    static range_vec ranges;
    range_vec_truncate(&ranges, 0);
    bool good = ranges_parse(cli, wanted.list, wanted.rules, &ranges);
    REQUIRE(good == wanted.good);
    if (good) {
        check(&ranges);
        ranges_join(&ranges);
        check(&ranges);
        for (size_t i = 1; i < range_vec_len(&ranges); i++)
            REQUIRE(range_vec_at(&ranges, i - 1).high + 1 < range_vec_at(&ranges, i).low);
    }
    return cli_options_ok(cli) ? cli_finish(cli) : cli_usage_exit(cli);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char const letters[] = "0123456789-, \t0123456789--,,1x";
    if (size < 1 || size > MOST)
        return 0;
    char text[MOST + 1], copy[MOST + 1];
    for (size_t i = 1; i < size; i++)
        text[i - 1] = data[0] & 8 ? (char)(data[i] ? data[i] : 1) : letters[data[i] % (sizeof letters - 1)];
    text[size - 1] = 0;
    wanted.rules = (struct ranges_rules){
        .fields = data[0] & 1, .dash_is_all = data[0] & 2, .complement = data[0] & 4,
    };
    wanted.list = zstr_span(zstr_of_c_(text));
    strcpy(copy, text);
    read_list(copy);
    fuzz_program((struct cli_program){.name = Z("cut")}, parse, NULL, (span){0}, NULL);
    return 0;
}
