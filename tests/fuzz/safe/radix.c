/* radix.c - digits of bases: fast against plain, and back again; wrapped lines. */
/* again: GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-AVX512F */

#include "fuzz/fuzz.h"
#include "safe/radix.h"

static void check_base(span alphabet, bool lowest_first, span s)
{
    struct radix r = {0};
    radix_make(&r, alphabet, lowest_first);
    size_t groups = s.n_ / radix_group_bytes(&r), digits = groups * radix_group_digits(&r), done = 0;
    mspan text = fuzz_room(digits), plain = fuzz_room(digits), back = fuzz_room(s.n_);
    REQUIRE(radix_encode(text, s, &r) == digits && radix_plain_encode_(plain, s, &r) == digits);
    REQUIRE(memcmp(text.p_, plain.p_, digits) == 0);
    size_t whole = groups * radix_group_bytes(&r);
    REQUIRE(radix_decode(back, mspan_span(text), &r, &done) == whole && done == digits);
    REQUIRE(memcmp(back.p_, s.p_, whole) == 0);
    /* A digit that is none, anywhere. */
    if (digits > 0) {
        size_t bad = (s.p_[0] * 256U + s.p_[s.n_ - 1]) % digits;
        mspan_set(text, bad, s.p_[s.n_ / 2]);
        size_t plain_done = 0;
        mspan other = fuzz_room(s.n_);
        size_t n = radix_decode(back, mspan_span(text), &r, &done);
        REQUIRE(n == radix_plain_decode_(other, mspan_span(text), &r, &plain_done) && done == plain_done);
        REQUIRE(memcmp(back.p_, other.p_, n) == 0);
        free(other.p_);
    }
    free(text.p_);
    free(plain.p_);
    free(back.p_);
}

/* The input itself as digits: mostly refused, but at the same place. */
static void check_text(span alphabet, span s)
{
    struct radix r = {0};
    radix_make(&r, alphabet, false);
    size_t done = 0, plain_done = 0, most = (s.n_ / radix_group_digits(&r) + 1) * radix_group_bytes(&r);
    mspan fast = fuzz_room(most), plain = fuzz_room(most);
    size_t n = radix_decode(fast, s, &r, &done);
    REQUIRE(n == radix_plain_decode_(plain, s, &r, &plain_done) && done == plain_done);
    REQUIRE(memcmp(fast.p_, plain.p_, n) == 0);
    free(fast.p_);
    free(plain.p_);
}

static void check_wrap(span s, size_t width, size_t cut)
{
    mspan room = fuzz_room(2 * s.n_ + 2), rest = room;
    size_t column = 0, n = mspan_wrap(room, span_first(s, cut), width, &column);
    rest = mspan_drop(room, n);
    n += mspan_wrap(rest, span_drop(s, cut), width, &column);
    for (size_t i = 0, at = 0; i < s.n_; i++) {
        if (i > 0 && i % width == 0)
            REQUIRE(room.p_[at++] == '\n');
        REQUIRE(room.p_[at++] == s.p_[i]);
        REQUIRE(i + 1 < s.n_ || at == n);
    }
    free(room.p_);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char const base64[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    static char const url[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    static char const z85[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                              ".-:+=^!/*?&<>()[]{}@%$#";
    static char const base32[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    fuzz f = {data, size};
    unsigned width = 1 + fuzz_byte(&f), cut = fuzz_byte(&f);
    span s = fuzz_rest(&f), alphabets[] = {S("01"), S("0123456789ABCDEF"), {(void const *)base32, 32},
                                           {(void const *)base64, 64}, {(void const *)url, 64},
                                           {(void const *)z85, 85}};
    for (size_t i = 0; i < sizeof alphabets / sizeof *alphabets; i++) {
        check_base(alphabets[i], false, s);
        check_text(alphabets[i], s);
    }
    check_base(S("01"), true, s);
    check_wrap(s, width, cut < s.n_ ? cut : s.n_);
    return 0;
}
