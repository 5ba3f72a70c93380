/* bignum.c - numbers in other bases, where libgmp can be had. */

#include "sys/bignum.h"
#include "unit.h"

START_TEST(there_and_back)
{
    buf digits = {0}, bytes = {0};
    if (!bignum_to_digits(S("\x01\x00"), 58, &digits))
        return;
    check_span(buf_span(&digits), S("\x04\x18"));
    ck_assert(bignum_from_digits(buf_span(&digits), 58, &bytes));
    check_span(buf_span(&bytes), S("\x01\x00"));
    for (int base = 2; base <= 62; base++) {
        buf_clear(&digits);
        buf_clear(&bytes);
        ck_assert(bignum_to_digits(S("\xFE\xDC\xBA\x98\x76\x54\x32\x10\x0F"), base, &digits));
        SPAN_FOREACH(c, buf_span(&digits))
            ck_assert_int_lt(c, base);
        ck_assert(bignum_from_digits(buf_span(&digits), base, &bytes));
        check_span(buf_span(&bytes), S("\xFE\xDC\xBA\x98\x76\x54\x32\x10\x0F"));
    }
}
END_TEST

START_TEST(zero)
{
    buf digits = {0}, bytes = {0};
    if (!bignum_to_digits(S(""), 10, &digits))
        return;
    check_span(buf_span(&digits), S("\0"));
    ck_assert(bignum_from_digits(S(""), 10, &bytes));
    ck_assert_uint_eq(buf_len(&bytes), 0);
}
END_TEST

UNIT_MAIN("bignum", there_and_back, zero)
