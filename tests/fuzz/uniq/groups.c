/* groups.c - uniq against a plain reading of what it does. */
/* limits: -runs=200000 */

#include "fuzz/program.h"
#include "uniq/groups.c"
#include "uniq/key.c"
#include "uniq/main.c"

#include <ctype.h>

struct wish { unsigned fields, chars, width; bool fold, limited; };

static bool is_blank_byte(unsigned char c)
{
    return c == ' ' || c == '\t';
}

/* The part of LINE that counts. */
static span part_of(struct wish const *w, span line)
{
    for (unsigned n = w->fields; n > 0; n--) {
        while (line.n_ > 0 && is_blank_byte(line.p_[0]))
            line = span_drop(line, 1);
        while (line.n_ > 0 && !is_blank_byte(line.p_[0]))
            line = span_drop(line, 1);
    }
    line = span_drop(line, w->chars < line.n_ ? w->chars : line.n_);
    return w->limited && w->width < line.n_ ? span_first(line, w->width) : line;
}

static bool same(struct wish const *w, span a, span b)
{
    a = part_of(w, a);
    b = part_of(w, b);
    for (size_t i = 0; i < a.n_ && i < b.n_; i++)
        if (a.p_[i] != b.p_[i] && !(w->fold && toupper(a.p_[i]) == toupper(b.p_[i])))
            return false;
    return a.n_ == b.n_;
}

static char *put_line(char *to, span line)
{
    if (line.n_)
        memcpy(to, line.p_, line.n_);
    to[line.n_] = '\n';
    return to + line.n_ + 1;
}

/* KIND: 'c' with counts, 'd' repeated ones, 'u' others, 'D' all repeated ones, ' ' each first. */
static char *print_groups(struct wish const *w, char kind, span const *lines, size_t n, char *to)
{
    for (size_t i = 0, end = 0; i < n; i = end) {
        while (end < n && same(w, lines[i], lines[end]))
            end++;
        size_t count = end - i;
        if (kind == 'c')
            to += sprintf(to, "%7zu ", count);
        if ((kind == 'd' && count == 1) || (kind == 'D' && count == 1) || (kind == 'u' && count > 1))
            continue;
        for (size_t k = i; k < (kind == 'D' ? end : i + 1); k++)
            to = put_line(to, lines[k]);
    }
    return to;
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char const text[] = "aabA \t\n\n\n0";
    static char *const kinds[] = {"-c", "-d", "-u", "-D"};
    fuzz f = {data, size};
    unsigned how = fuzz_byte(&f), kind = fuzz_byte(&f) % 5;
    struct wish w = {.fields = how % 3, .chars = how / 3 % 3, .width = how / 9 % 4, .fold = fuzz_byte(&f) % 2,
                     .limited = how & 128};
    span bytes = fuzz_rest(&f), said = {0}, *lines = malloc((bytes.n_ + 1) * sizeof(span));
    mspan input = fuzz_room(bytes.n_);
    for (size_t i = 0; i < bytes.n_; i++)
        input.p_[i] = bytes.p_[i] % 8 ? (unsigned char)text[bytes.p_[i] % (sizeof text - 1)] : bytes.p_[i];
    size_t n = 0;
    for (span rest = mspan_span(input); rest.n_ > 0; n++) {
        size_t end = span_find(rest, '\n');
        lines[n] = span_first(rest, end);
        rest = span_drop(rest, end < rest.n_ ? end + 1 : end);
    }
    char fields[9], chars[9], width[9], *expected = (char *)fuzz_room(bytes.n_ * 12 + 20).p_;
    sprintf(fields, "-f%u", w.fields);
    sprintf(chars, "-s%u", w.chars);
    sprintf(width, "-w%u", w.width);
    char *words[] = {fields, chars, w.limited ? width : chars, w.fold ? "-i" : chars,
                     kind < 4 ? kinds[kind] : NULL, NULL};
    char *end = print_groups(&w, kind < 4 ? kinds[kind][1] : ' ', lines, n, expected);
    REQUIRE(fuzz_program(prog_program, prog_main, words, mspan_span(input), &said) == 0);
    REQUIRE(said.n_ == (size_t)(end - expected) && memcmp(said.p_, expected, said.n_) == 0);
    free(expected);
    free(lines);
    free(input.p_);
    return 0;
}
