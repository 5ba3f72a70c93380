/* counts.c - head: counts of lines and bytes, also those to leave out, against a plain reading. */
/* limits: -runs=200000 */

#include "fuzz/lines.h"
#include "head.c"

#include <errno.h>

struct wish { uint64_t count; bool good, all_but, by_bytes; };

/* NUM and a unit of -n and -c, one of which is enough: what is too large is all. */
static struct wish read_count(char const *text, bool by_bytes)
{
    static char const *const units[] = {"", "b", "k", "K", "kiB", "KiB", "kB", "KB", "M", "MiB", "MB"};
    static uint64_t const sizes[] = {1, 512, 1024, 1024, 1024, 1024, 1000, 1000, 1 << 20, 1 << 20, 1000000};
    struct wish w = {.all_but = text[0] == '-', .by_bytes = by_bytes};
    text += w.all_but;
    char const *digits = text + strspn(text, " ");
    digits += *digits == '+';
    char *end = (char *)text;
    unsigned long long number = *text != 0;
    errno = 0;
    if (*digits >= '0' && *digits <= '9')
        number = strtoull(digits, &end, 10);
    for (size_t i = 0; (end != text || *text) && i < sizeof sizes / sizeof *sizes; i++)
        if (strcmp(end, units[i]) == 0) {
            w.good = true;
            w.count = errno == ERANGE || number > UINT64_MAX / sizes[i] ? UINT64_MAX : number * sizes[i];
        }
    return w;
}

/* How much of INPUT is to be printed. */
static size_t wanted_length(span input, struct wish const *w, unsigned char line_end)
{
    if (w->by_bytes) {
        size_t n = w->count < input.n_ ? (size_t)w->count : input.n_;
        return w->all_but ? input.n_ - n : n;
    }
    fuzz_lines lines = fuzz_split(input, line_end);
    size_t n = w->count < lines.n ? (size_t)w->count : lines.n, at = w->all_but ? lines.n - n : n;
    size_t length = at < lines.n ? (size_t)(lines.at[at].p_ - input.p_) : input.n_;
    free(lines.at);
    return length;
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char const letters[] = "0123456789bKkMiB-+ ";
    fuzz f = {data, size};
    unsigned how = fuzz_byte(&f), digits = 1 + fuzz_byte(&f) % 3;
    char text[32] = "", word[40], option = how & 1 ? 'c' : 'n';
    size_t n = how & 2 ? (size_t)sprintf(text, "-") : 0;
    for (unsigned i = 0; i < digits; i++)
        text[n++] = letters[fuzz_byte(&f) % (how & 4 ? sizeof letters - 1 : 10)];
    unsigned char line_end = how & 8 ? 0 : '\n';
    mspan input = fuzz_letters(fuzz_rest(&f), how & 16 ? "a\n" : "abcdefghij\n");
    struct wish w = read_count(text, option == 'c');
    span said = {0};
    sprintf(word, "-%c%s", option, text);
    char *words[] = {word, how & 8 ? "-z" : "-q", how & 32 ? fuzz_file(mspan_span(input)) : "-", NULL};
    int status = fuzz_program(prog_program, prog_main, words, mspan_span(input), &said);
    REQUIRE((status == 0) == w.good);
    if (w.good)
        REQUIRE(span_eq(said, span_first(mspan_span(input), wanted_length(mspan_span(input), &w, line_end))));
    free(input.p_);
    return 0;
}
