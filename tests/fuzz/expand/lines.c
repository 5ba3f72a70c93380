/* lines.c - expand against a plain reading of what it does, byte by byte. */
/* limits: -runs=200000 */

#include "fuzz/program.h"
#include "expand.c"

struct stops { unsigned at[4], n; };        /* one: the distance of all */

static unsigned next_stop(struct stops const *s, unsigned column)
{
    if (s->n == 1)
        return column + s->at[0] - column % s->at[0];
    for (unsigned i = 0; i < s->n; i++)
        if (s->at[i] > column)
            return s->at[i];
    return column + 1;
}

static char *expand_all(struct stops const *s, bool initial, span input, char *to)
{
    unsigned column = 0;
    bool convert = true;
    for (size_t i = 0; i < input.n_; i++) {
        unsigned char c = input.p_[i];
        if (c == '\t' && convert) {
            for (unsigned end = next_stop(s, column); column < end; column++)
                *to++ = ' ';
            continue;
        }
        if (c == '\n') {
            column = 0;
            convert = true;
        } else if (c == '\b') {
            column -= column > 0;
            convert &= !initial;
        } else {
            column++;
            convert &= !initial || c == ' ' || c == '\t';
        }
        *to++ = (char)c;
    }
    return to;
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char const text[] = "abc  \t\t\t\b\n01 .";
    fuzz f = {data, size};
    unsigned how = fuzz_byte(&f), sum = 0;
    struct stops s = {.n = 1 + how % 4};
    char list[40], *to = list;
    for (unsigned i = 0; i < s.n; i++) {
        s.at[i] = sum += 1 + fuzz_byte(&f) % 12;
        to += sprintf(to, "%s%u", i ? "," : "-t", s.at[i]);
    }
    bool initial = how & 16;
    span bytes = fuzz_rest(&f), said = {0};
    mspan input = fuzz_room(bytes.n_);
    for (size_t i = 0; i < bytes.n_; i++)
        input.p_[i] = (unsigned char)text[bytes.p_[i] % (sizeof text - 1)];
    char *words[] = {list, initial ? "-i" : NULL, NULL}, *expected = (char *)fuzz_room(bytes.n_ * 48 + 1).p_;
    char *end = expand_all(&s, initial, mspan_span(input), expected);
    REQUIRE(fuzz_program(prog_program, prog_main, words, mspan_span(input), &said) == 0);
    REQUIRE(said.n_ == (size_t)(end - expected) && memcmp(said.p_, expected, said.n_) == 0);
    free(expected);
    free(input.p_);
    return 0;
}
