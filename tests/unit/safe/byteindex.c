/* byteindex.c - an index against a plain search; short copies with room behind them. */

#include "safe/byteindex.h"
#include "safe/kernels.h"
#include "unit.h"

START_TEST(indexes_what_is_there)
{
    static byteindex x;
    static unsigned char bytes[BYTEINDEX_BLOCK];
    uint64_t seed = 4;
    for (size_t round = 0; round < 400; round++) {
        size_t n = round < 200 ? round : (size_t)(unit_random(&seed) % (BYTEINDEX_BLOCK + 1));
        unsigned spread = round % 3 == 0 ? 1 : round % 3 == 1 ? 3 : 60;
        for (size_t i = 0; i < n; i++)
            bytes[i] = (unsigned char)('a' + unit_random(&seed) % spread);
        byteindex_make(&x, view(bytes, n), 'a', 'c');
        size_t found = 0;
        for (size_t i = 0; i < n; i++)
            if (bytes[i] == 'a' || bytes[i] == 'c')
                ck_assert_uint_eq(byteindex_at(&x, found++), i);
        ck_assert_uint_eq(byteindex_len(&x), found);
    }
    byteindex_make(&x, (span){0}, 'a', 'a');
    ck_assert_uint_eq(byteindex_len(&x), 0);
    FAULTS("byte index (0, 0)", byteindex_at(&x, 0));
    FAULTS("byte index block (8193, 8192)", byteindex_make(&x, view(bytes, BYTEINDEX_BLOCK + 1), 'a', 'a'));
}
END_TEST

START_TEST(few_bytes)
{
    char from[64], to[80];
    for (size_t i = 0; i < sizeof from; i++)
        from[i] = (char)('0' + i);
    for (size_t off = 0; off <= 64; off++)
        for (size_t n = 0; n <= 64 - off; n++) {
            memset(to, '.', sizeof to);
            size_t size = off % 2 ? 64 : n;
            mspan w = room(to, size);
            mspan_put_few(&w, view(from, 64), off, n, n % 2 ? 32 : 40);
            ck_assert_uint_eq(mspan_len(w), size - n);
            check_span(view(to, n), view(from + off, n));
            for (size_t i = size; i < sizeof to; i++)
                ck_assert_int_eq(to[i], '.');
        }
    mspan w = room(to, 3);
    FAULTS("mspan put few (4, 3)", mspan_put_few(&w, view(from, 64), 0, 4, 32));
    FAULTS("mspan put few (2, 3)", mspan_put_few(&w, view(from, 64), 63, 2, 32));
}
END_TEST

UNIT_MAIN("byteindex", indexes_what_is_there, few_bytes)
