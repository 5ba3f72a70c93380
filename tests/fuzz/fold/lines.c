/* lines.c - fold against a plain reading of what it does, byte by byte. */
/* limits: -runs=200000 */

#include "fuzz/program.h"
#include "fold.c"

static char *expected, *end;
static size_t last;             /* columns that a backspace takes back */

static size_t advance(size_t column, char c, char unit)
{
    if (unit == 'b')
        return column + 1;
    switch (c) {
    case '\b': return column > 0 ? column - last : 0;
    case '\r': return 0;
    case '\t': return column + 8 - column % 8;
    default: return column + (last = 1);
    }
}

/* Write the N bytes of a line, and its end where it is broken. */
static void put(char const *line, size_t n, bool broken)
{
    memcpy(end, line, n);
    end += n;
    if (broken)
        *end++ = '\n';
}

/* Print LINE, which has no newline inside. */
static void fold_line(char const *line, size_t n, size_t width, char unit, bool spaces)
{
    size_t column = 0, start = 0;
    for (size_t i = 0; i < n; i++) {
        size_t before = last, next = advance(column, line[i], unit), cut = i;
        if (next <= width || i == start) {
            column = next;
            continue;
        }
        for (size_t back = i; spaces && back > start; back--)
            if (line[back - 1] == ' ' || line[back - 1] == '\t') {
                cut = back;
                break;
            }
        put(line + start, cut - start, true);
        start = cut;
        column = 0;
        last = before;
        for (size_t k = start; k < i; k++)
            column = advance(column, line[k], unit);
        i--;                    /* this byte again, in the new line */
    }
    put(line + start, n - start, false);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char const text[] = "abcdefgh  \t\b\r\n0123456789 .";
    fuzz f = {data, size};
    unsigned how = fuzz_byte(&f), width = 1 + fuzz_byte(&f) % (how & 64 ? 250 : 20);
    char unit = "wbc"[how % 3], word[20];
    bool spaces = how & 8;
    span bytes = fuzz_rest(&f), said = {0};
    mspan input = fuzz_room(bytes.n_);
    /* What control characters measure is not looked at here, but for those that move. */
    for (size_t i = 0; i < bytes.n_; i++)
        input.p_[i] = unit != 'b' || bytes.p_[i] % 4 ? (unsigned char)text[bytes.p_[i] % (sizeof text - 1)]
                                                     : bytes.p_[i];
    last = 0;
    expected = end = (char *)fuzz_room(2 * bytes.n_ + 2).p_;
    for (size_t at = 0; at < input.n_;) {
        char const *line = (char const *)input.p_ + at, *newline = memchr(line, '\n', input.n_ - at);
        size_t n = newline ? (size_t)(newline - line) : input.n_ - at;
        fold_line(line, n, width, unit, spaces);
        at += n;
        if (newline) {
            *end++ = '\n';
            at++;
        }
    }
    sprintf(word, "-w%u", width);
    char *words[] = {word, spaces ? "-s" : word, unit == 'b' ? "-b" : unit == 'c' ? "-c" : word, NULL};
    REQUIRE(fuzz_program(prog_program, prog_main, words, mspan_span(input), &said) == 0);
    REQUIRE(said.n_ == (size_t)(end - expected) && memcmp(said.p_, expected, said.n_) == 0);
    free(expected);
    free(input.p_);
    return 0;
}
