/* strings.c - od -S against a search for runs of printable characters with a NUL behind them. */
/* limits: -runs=200000 */
/* program: od */

#include "fuzz/program.h"

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char const letters[] = "abcdefg \0\0\0\0~\n\t\177\200\377";
    fuzz f = {data, size};
    unsigned least = 1 + fuzz_byte(&f) % 6, how = fuzz_byte(&f), skip = how & 1 ? fuzz_byte(&f) % 8 : 0;
    unsigned times = 1 + (how & 2 ? fuzz_byte(&f) % 60 : 0);
    span bytes = fuzz_rest(&f), said = {0};
    mspan input = fuzz_room(bytes.n_ * times), want = fuzz_room(input.n_ * 12 + 1);
    for (size_t i = 0; i < input.n_; i++)
        input.p_[i] = (unsigned char)letters[bytes.p_[i % bytes.n_] % (sizeof letters - 1)];
    size_t n = 0;
    for (size_t i = skip, start = skip; i < input.n_; i++) {
        unsigned char c = input.p_[i];
        if (c == 0 && i - start >= least)
            n += how & 4 ? (size_t)sprintf((char *)want.p_ + n, "%07zu %s\n", start, input.p_ + start)
                         : (size_t)sprintf((char *)want.p_ + n, "%s\n", input.p_ + start);
        if (c < ' ' || c > '~')
            start = i + 1;
    }
    char least_word[20], skip_word[20];
    sprintf(least_word, "-S%u", least);
    sprintf(skip_word, "-j%u", skip);
    char *words[] = {least_word, how & 4 ? "-Ad" : "-An", skip_word, NULL};
    int status = fuzz_program(prog_program, prog_main, words, mspan_span(input), &said);
    REQUIRE((status == 0) == (skip <= input.n_));
    REQUIRE(status != 0 || span_eq(said, (span){want.p_, n}));
    free(input.p_);
    free(want.p_);
    return 0;
}
