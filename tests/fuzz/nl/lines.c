/* lines.c - nl against a plain reading of what it does, for the styles without expressions. */
/* limits: -runs=200000 */

#include "fuzz/program.h"
#include "nl/number.c"
#include "nl/options.c"
#include "nl/main.c"

struct wish {
    char styles[3];             /* of body, header, footer */
    char const *format, *separator, *delimiter;
    int first, step, joined, width;
    bool no_restart;
};

/* What should be printed, so far. */
static char *expected, *end;

static void put(char const *text, size_t n)
{
    memcpy(end, text, n);
    end += n;
}

static void put_number(struct wish const *w, long number)
{
    bool left = strcmp(w->format, "ln") == 0, zeros = strcmp(w->format, "rz") == 0;
    end += sprintf(end, left ? "%-*ld%s" : zeros ? "%0*ld%s" : "%*ld%s", w->width, number, w->separator);
}

/* How often LINE is the delimiter and nothing else. */
static int times(struct wish const *w, char const *line, size_t n)
{
    size_t unit = strlen(w->delimiter);
    if (unit == 0 || n == 0 || n % unit != 0 || n / unit > 3)
        return 0;
    for (size_t i = 0; i < n; i++)
        if (line[i] != w->delimiter[i % unit])
            return 0;
    return (int)(n / unit);
}

static void expect(struct wish const *w, char const *text, size_t size)
{
    char style = w->styles[0];
    long number = w->first;
    int blank = 0;
    for (size_t at = 0; at < size;) {
        char const *line = text + at, *newline = memchr(line, '\n', size - at);
        size_t n = newline ? (size_t)(newline - line) : size - at;
        at += n + 1;
        int parts = times(w, line, n);
        if (parts > 0) {
            style = w->styles[parts == 3 ? 1 : parts == 2 ? 0 : 2];
            number = w->no_restart ? number : w->first;
            put("\n", 1);
            continue;
        }
        bool counts = style == 't' ? n > 0 : style == 'a';
        if (style == 'a' && w->joined > 1) {
            blank = n == 0 ? blank + 1 : blank;
            counts = n > 0 || blank == w->joined;
            blank = counts ? 0 : blank;
        }
        if (counts) {
            put_number(w, number);
            number += w->step;
        } else {
            end += sprintf(end, "%*s", w->width + (int)strlen(w->separator), "");
        }
        put(line, n);
        put("\n", 1);
    }
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char const *const separators[] = {"\t", "", ": ", "--------------------"};
    static char const *const delimiters[] = {"\\:", "", "x:", "::", "abc", "\n"};
    static char const *const formats[] = {"ln", "rn", "rz"};
    static int const firsts[] = {1, 0, -1, 9, 99998, -100001, 2000000000};
    static int const steps[] = {1, 0, -1, 7, 1000, -999};
    static int const widths[] = {1, 6, 2, 20, 21, 300};
    fuzz f = {data, size};
    struct wish w = {0};
    for (int i = 0; i < 3; i++)
        w.styles[i] = "atn"[fuzz_byte(&f) % 3];
    w.format = formats[fuzz_byte(&f) % 3];
    w.separator = separators[fuzz_byte(&f) % 4];
    w.delimiter = delimiters[fuzz_byte(&f) % 6];
    w.first = firsts[fuzz_byte(&f) % 7];
    w.step = steps[fuzz_byte(&f) % 6];
    w.joined = 1 + (int)fuzz_byte(&f) % 4;
    w.width = widths[fuzz_byte(&f) % 6];
    w.no_restart = fuzz_byte(&f) % 2;
    span input = fuzz_rest(&f), said = {0};

    char body[] = {w.styles[0], 0}, header[] = {w.styles[1], 0}, footer[] = {w.styles[2], 0};
    char first[20], step[20], joined[20], width[20];
    sprintf(first, "-v%d", w.first);
    sprintf(step, "-i%d", w.step);
    sprintf(joined, "-l%d", w.joined);
    sprintf(width, "-w%d", w.width);
    char *format = (char *)w.format, *separator = (char *)w.separator, *delimiter = (char *)w.delimiter;
    char *words[] = {"-b", body, "-h", header, "-f", footer, "-n", format, "-s", separator, "-d", delimiter,
                     first, step, joined, width, w.no_restart ? "-p" : width, NULL};
    expected = end = (char *)fuzz_room((input.n_ + 1) * 400).p_;
    expect(&w, (char const *)input.p_, input.n_);
    REQUIRE(fuzz_program(prog_program, prog_main, words, input, &said) == 0);
    REQUIRE(said.n_ == (size_t)(end - expected) && memcmp(said.p_, expected, said.n_) == 0);
    free(expected);
    return 0;
}
