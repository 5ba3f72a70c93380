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

START_TEST(products_and_quotients)
{
    buf product = {0}, quotient = {0}, remainder = {0};
    span a = S("\x12\x34\x56\x78\x9A\xBC\xDE\xF0\x11"), b = S("\0\xFF\xFF");
    if (!bignum_multiply_bytes(a, b, &product))
        return;
    check_span(buf_span(&product), S("\x12\x34\x44\x44\x44\x44\x44\x33\x32\x0F\xEF"));
    ck_assert(bignum_divide_bytes(buf_span(&product), b, &quotient, &remainder));
    check_span(buf_span(&quotient), a);
    ck_assert_uint_eq(buf_len(&remainder), 0);
    buf_clear(&quotient);
    ck_assert(bignum_divide_bytes(S("\x01\x00"), S("\x0A"), &quotient, &remainder));
    check_span(buf_span(&quotient), S("\x19"));
    check_span(buf_span(&remainder), S("\x06"));
    ck_assert(!bignum_divide_bytes(a, S("\0\0"), &quotient, &remainder));
    ck_assert(!bignum_divide_bytes(a, S(""), &quotient, &remainder));
    check_span(buf_span(&quotient), S("\x19"));
}
END_TEST

UNIT_MAIN("bignum", there_and_back, zero, products_and_quotients)
