/* kernels.c - each kernel against its plain twin. */

#include "fuzz/fuzz.h"
#include "safe/kernels.h"

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    unsigned char a = (unsigned char)fuzz_byte(&f), b = (unsigned char)fuzz_byte(&f);
    byteset set = {0};
    for (unsigned i = fuzz_byte(&f) % 8; i > 0; i--)
        set.in_[fuzz_byte(&f)] = 1;
    byteclass class = {0};
    byteclass_make(&class, &set);
    span s = fuzz_rest(&f);
    REQUIRE(kernel_count(s.p_, s.n_, a) == kernel_plain_count(s.p_, s.n_, a));
    for (size_t from = 0; from <= s.n_; from += from < 70 ? 1 : s.n_ / 7 + 1) {
        span t = span_drop(s, from);
        REQUIRE(kernel_find2(t.p_, t.n_, a, b) == kernel_plain_find2(t.p_, t.n_, a, b));
        REQUIRE(kernel_find_class(t.p_, t.n_, &class) == kernel_plain_find_class(t.p_, t.n_, &class));
    }
    return 0;
}
