/* kernels.c - each kernel against its plain twin. */
/* again: GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F */

#include "fuzz/fuzz.h"
#include "safe/kernels.h"

/* Long runs: sums in bytes wrap only after thousands of hits. */
static void check_repeated(span s, unsigned times, unsigned char a)
{
    mspan room = fuzz_room(s.n_ * times), rest = room;
    for (unsigned i = 0; i < times; i++)
        mspan_put(&rest, s);
    REQUIRE(kernel_count(room.p_, room.n_, a) == kernel_plain_count(room.p_, room.n_, a));
    free(room.p_);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    unsigned char a = (unsigned char)fuzz_byte(&f), b = (unsigned char)fuzz_byte(&f);
    byteset set = {0};
    for (unsigned i = fuzz_byte(&f) % 8; i > 0; i--)
        set.in_[fuzz_byte(&f)] = 1;
    byteclass class = {0};
    byteclass_make(&class, &set);
    unsigned times = 1 + fuzz_byte(&f) * 8;
    span s = fuzz_rest(&f);
    if (s.n_ > 0 && s.n_ * times < 100000) {
        check_repeated(s, times, a);
        check_repeated(s, times, s.p_[0]);
    }
    REQUIRE(kernel_count(s.p_, s.n_, a) == kernel_plain_count(s.p_, s.n_, a));
    for (size_t from = 0; from <= s.n_; from += from < 70 ? 1 : s.n_ / 7 + 1) {
        span t = span_drop(s, from);
        REQUIRE(kernel_find2(t.p_, t.n_, a, b) == kernel_plain_find2(t.p_, t.n_, a, b));
        REQUIRE(kernel_find_class(t.p_, t.n_, &class) == kernel_plain_find_class(t.p_, t.n_, &class));
    }
    return 0;
}
