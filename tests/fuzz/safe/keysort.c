/* keysort.c - sorted records against an insertion sort; indexes of bytes against a search. */
/* again: GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-AVX512F */

#include "fuzz/fuzz.h"
#include "safe/byteindex.h"
#include "safe/keysort.h"

enum { MOST = 600 };

static void check_sort(fuzz f, unsigned spread)
{
    static struct keyed records[MOST], plain[MOST], scratch[MOST];
    size_t n = 0;
    for (; f.left > 0 && n < MOST; n++) {
        uint64_t key = spread % 4 == 0 ? fuzz_u64(&f) : fuzz_byte(&f);
        key = spread % 4 == 2 ? key << 56 : spread % 4 == 3 ? key << 20 ^ key : key;
        records[n] = (struct keyed){key, (uint32_t)n, (uint32_t)~n};
        size_t at = n;
        for (; at > 0 && plain[at - 1].key > key; at--)
            plain[at] = plain[at - 1];
        plain[at] = records[n];
    }
    keysort((keyed_view){records, n}, (keyed_view){scratch, n});
    REQUIRE(memcmp(records, plain, n * sizeof *records) == 0);
    size_t run = keysort_run((keyed_view){records, n});
    REQUIRE((run == 0) == (n == 0));
    for (size_t i = 0; i < n; i++)
        REQUIRE((records[i].key == records[0].key) == (i < run));
}

static void check_index(span s, unsigned char a, unsigned char b)
{
    static byteindex x;
    size_t n = 0;
    byteindex_make(&x, s, a, b);
    for (size_t i = 0; i < s.n_; i++)
        if (s.p_[i] == a || s.p_[i] == b)
            REQUIRE(n < byteindex_len(&x) && byteindex_at(&x, n++) == i);
    REQUIRE(n == byteindex_len(&x));
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    unsigned spread = fuzz_byte(&f), a = fuzz_byte(&f), b = fuzz_byte(&f);
    check_sort(f, spread);
    check_index((span){f.data, f.left}, (unsigned char)a, (unsigned char)b);
    return 0;
}
