/* textcount.c - the counts of lines, words, characters and widths against their plain twins. */
/* again: GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F */

#include "fuzz/fuzz.h"
#include "safe/textcount.h"

static void make_class(fuzz *f, byteclass *class)
{
    byteset set = {0};
    for (unsigned i = fuzz_byte(f) % 8; i > 0; i--)
        set.in_[fuzz_byte(f)] = 1;
    byteclass_make(class, &set);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    byteclass space = {0}, ask = {0};
    make_class(&f, &space);
    make_class(&f, &ask);
    struct word_counts fast = {.in_word = fuzz_byte(&f) & 1}, plain = fast;
    uint64_t column = fuzz_byte(&f), widest = fuzz_byte(&f), plain_column = column, plain_widest = widest;
    span s = fuzz_rest(&f);
    REQUIRE(span_count_words(s, &space, &ask, &fast) == textcount_plain_words_(s, &space, &ask, &plain));
    REQUIRE(fast.lines == plain.lines && fast.words == plain.words && fast.in_word == plain.in_word);
    REQUIRE(span_count_utf8(s) == textcount_plain_utf8_(s));
    uint64_t left = s.n_ * column / 256, plain_left = left;
    REQUIRE(span_skip_utf8(s, &left) == textcount_plain_skip_(s, &plain_left) && left == plain_left);
    REQUIRE(span_line_widths(s, &ask, &column, &widest)
            == textcount_plain_widths_(s, &ask, &plain_column, &plain_widest));
    REQUIRE(column == plain_column && widest == plain_widest);
    return 0;
}
