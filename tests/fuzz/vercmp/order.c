/* order.c - the version order is one: reflexive, antisymmetric, transitive; keys compare as names do. */

#include "fuzz/fuzz.h"
#include "vercmp/vercmp.h"

static int sign(int v)
{
    return (v > 0) - (v < 0);
}

static int cmp_keys(span a, span b)
{
    buf x = {}, y = {};
    version_append_key(&x, a);
    version_append_key(&y, b);
    int diff = span_cmp(buf_span(&x), buf_span(&y));
    buf_recycle(&x);
    buf_recycle(&y);
    return sign(diff);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    span a = fuzz_part(&f, fuzz_byte(&f) % 24), b = fuzz_part(&f, fuzz_byte(&f) % 24), c = fuzz_rest(&f);
    int ab = sign(version_cmp(a, b)), bc = sign(version_cmp(b, c)), ac = sign(version_cmp(a, c));
    REQUIRE(version_cmp(a, a) == 0 && version_cmp(b, b) == 0);
    REQUIRE(sign(version_cmp(b, a)) == -ab && sign(version_cmp(c, b)) == -bc && sign(version_cmp(c,
            a)) == -ac);
    REQUIRE(!(ab <= 0 && bc <= 0) || ac <= 0);
    REQUIRE(!(ab >= 0 && bc >= 0) || ac >= 0);
    REQUIRE(!(ab == 0 && bc == 0) || ac == 0);
    REQUIRE(cmp_keys(a, b) == ab && cmp_keys(b, c) == bc);
    return 0;
}
