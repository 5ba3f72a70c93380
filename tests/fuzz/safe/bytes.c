/* bytes.c - searches and filters against loops that are plainly right. */
/* again: GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F */

#include "fuzz/fuzz.h"
#include "safe/bytes.h"

static void check_search(span s, span needle)
{
    size_t at = span_search(s, needle), want = 0;
    while (want < s.n_ && !span_starts(span_drop(s, want), needle))
        want++;
    REQUIRE(at == want);
    size_t common = 0;
    while (common < s.n_ && common < needle.n_ && s.p_[common] == needle.p_[common])
        common++;
    REQUIRE(span_common(s, needle) == common);
    uint64_t a = span_prefix_key(s), b = span_prefix_key(needle);
    if (a != b)
        REQUIRE((a < b) == (span_cmp(s, needle) < 0));
}

static void check_nth(span s, unsigned char c, uint64_t n)
{
    uint64_t left = n, last = n, skipped = 0;
    size_t at = span_after_nth(s, c, &left), end = 0, total = 0;
    for (uint64_t k = 0; k < n && end < s.n_; end++)
        k += s.p_[end] == c;
    for (size_t i = 0; i < s.n_; i++)
        total += s.p_[i] == c;
    REQUIRE(at == end && left == (total < n ? n - total : 0) && total == span_count(s, c));
    at = span_after_nth_last(s, c, &last);
    for (end = s.n_; end > 0; end--)
        if (s.p_[end - 1] == c && skipped++ == n)
            break;
    REQUIRE(at == end && last == (total > n ? 0 : n - total));
}

static void check_filters(span s, byteset const *set, int before)
{
    mspan kept = fuzz_room(s.n_), squeezed = fuzz_room(s.n_);
    int last = before;
    size_t n = mspan_filter(kept, s, set), m = mspan_squeeze(squeezed, s, set, &last), i = 0, k = 0;
    for (size_t at = 0; at < s.n_; at++) {
        unsigned char c = s.p_[at];
        if (!set->in_[c])
            REQUIRE(i < n && kept.p_[i++] == c);
        if (!(c == before && set->in_[c]))
            REQUIRE(k < m && squeezed.p_[k++] == c);
        before = c;
    }
    REQUIRE(i == n && k == m && last == before);
    free(kept.p_);
    free(squeezed.p_);
}

static void check_map(span s, unsigned char add)
{
    bytemap map = {0};
    for (unsigned c = 0; c < 256; c++)
        bytemap_set(&map, (unsigned char)c, (unsigned char)(c * 7 + add));
    mspan room = fuzz_room(s.n_);
    mspan_copy(room, s);
    mspan_map(room, &map);
    for (size_t i = 0; i < s.n_; i++)
        REQUIRE(room.p_[i] == (unsigned char)(s.p_[i] * 7 + add));
    free(room.p_);
}

static void check_expand(span s, span text)
{
    byteexpand e = {0};
    for (unsigned c = 0; c < 256; c++)
        byteexpand_set(&e, (unsigned char)c, span_at_most(text, c % 8));
    mspan room = fuzz_room(s.n_ * 8);
    size_t n = mspan_expand(room, s, &e), at = 0;
    for (size_t i = 0; i < s.n_; i++) {
        span want = span_at_most(text, s.p_[i] % 8);
        REQUIRE(want.n_ == 0 || memcmp(room.p_ + at, want.p_, want.n_) == 0);
        at += want.n_;
    }
    REQUIRE(at == n);
    free(room.p_);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    unsigned char c = (unsigned char)fuzz_byte(&f);
    uint64_t n = fuzz_u64(&f);
    int before = (int)fuzz_byte(&f) - 1;
    span needle = fuzz_part(&f, fuzz_byte(&f) % 16);
    byteset set = {0};
    SPAN_FOREACH(b, needle)
        byteset_add(&set, b);
    span s = fuzz_rest(&f);
    check_search(s, needle);
    check_nth(s, c, n);
    check_filters(s, &set, before);
    check_map(s, c);
    check_expand(s, needle);
    return 0;
}
