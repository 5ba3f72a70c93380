/* parse.c - numbers against a reading in 128 bits. */

#include "fuzz/fuzz.h"
#include "num/parse.h"

__extension__ typedef __int128 wide;

/* What num_parse_i64 and num_parse_u64 document, in plain words. */
static enum num_err expected(span s, bool sign_allowed, wide low, wide high, wide *value)
{
    size_t i = 0;
    bool negative = false;
    while (i < s.n_ && (s.p_[i] == ' ' || (s.p_[i] >= '\t' && s.p_[i] <= '\r')))
        i++;
    if (i < s.n_ && (s.p_[i] == '+' || s.p_[i] == '-')) {
        negative = s.p_[i++] == '-';
        if (negative && !sign_allowed)
            return NUM_BAD;
    }
    size_t begin = i;
    wide v = 0;
    for (; i < s.n_ && s.p_[i] >= '0' && s.p_[i] <= '9'; i++)
        v = v > high * 20 ? v : v * 10 + (s.p_[i] - '0');
    if (i < s.n_ || i == begin)
        return i == begin && i == s.n_ ? NUM_EMPTY : NUM_BAD;
    v = negative ? -v : v;
    *value = v < low ? low : v > high ? high : v;
    return v < low || v > high ? NUM_RANGE : NUM_OK;
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    span s = {data, size};
    wide want = 0;
    uint64_t u = 0;
    enum num_err err = expected(s, false, 0, UINT64_MAX, &want);
    REQUIRE(num_parse_u64(s, &u) == err);
    REQUIRE((err != NUM_OK && err != NUM_RANGE) || (wide)u == want);
    int64_t i = 0;
    err = expected(s, true, INT64_MIN, INT64_MAX, &want);
    REQUIRE(num_parse_i64(s, &i) == err);
    REQUIRE((err != NUM_OK && err != NUM_RANGE) || (wide)i == want);

    uintmax_t amount = 0, plain = 0;
    err = num_parse_size(s, S("bkKMGTPEZYRQ0"), &amount);
    if (num_parse_digits(s, &plain) == NUM_OK)
        REQUIRE(err == NUM_OK && amount == plain);
    REQUIRE(err != NUM_RANGE || amount == UINTMAX_MAX);
    return 0;
}
