/* base58.c - a message as one number in base 58.  Leading zero bytes are leading zero digits.

   libgmp does it where it can be had; its time grows but little faster than the message.  The plain form
   takes the square. */

#include "encode/encode.h"

#include "safe/typed.h"
#include "sys/bignum.h"

enum { BASE = 58, CHUNK = 5, CHUNK_VALUE = 656356768 };        /* 58 to the fifth: fits 32 bits */

VEC_DEFINE(limbs, limb_view, uint32_t);

/* N := N * FACTOR + ADD, the lowest limb of N first. */
static void multiply(limbs *n, uint32_t factor, uint32_t add)
{
    uint64_t carry = add;
    limb_view v = limbs_span(n);
    for (size_t i = 0; i < limb_view_len(v); i++) {
        uint64_t sum = (uint64_t)limb_view_at(v, i) * factor + carry;
        limb_view_set(v, i, low_u32(sum));
        carry = sum >> 32;
    }
    if (carry > 0)
        limbs_push(n, low_u32(carry));
}

/* The same with the limbs of base 58^5. */
static void shift_in_byte_pair(limbs *n, uint32_t factor, uint32_t add)
{
    uint64_t carry = add;
    limb_view v = limbs_span(n);
    for (size_t i = 0; i < limb_view_len(v); i++) {
        uint64_t sum = (uint64_t)limb_view_at(v, i) * factor + carry;
        limb_view_set(v, i, low_u32(sum % CHUNK_VALUE));
        carry = sum / CHUNK_VALUE;
    }
    for (; carry > 0; carry /= CHUNK_VALUE)
        limbs_push(n, low_u32(carry % CHUNK_VALUE));
}

/* The digits, as values, without leading zeros. */
static void plain_to_digits(span bytes, buf *digits)
{
    limbs n = {};
    while (!span_empty(bytes)) {
        span some = span_take(&bytes, size_min(span_len(bytes), 3));
        uint32_t add = 0, factor = 1;
        SPAN_FOREACH(c, some) {
            add = add << 8 | c;
            factor <<= 8;
        }
        shift_in_byte_pair(&n, factor, add);
    }
    buf lowest_first = {};
    for (size_t i = 0; i < limbs_len(&n); i++) {
        uint32_t limb = limbs_at(&n, i);
        for (int k = 0; k < CHUNK; k++, limb /= BASE)
            buf_push(&lowest_first, low_byte(limb % BASE));
    }
    while (span_last(buf_span(&lowest_first)) == 0)
        buf_truncate(&lowest_first, buf_len(&lowest_first) - 1);
    mspan_reverse(buf_mspan(&lowest_first));
    buf_append(digits, buf_span(&lowest_first));
    buf_recycle(&lowest_first);
}

static void plain_from_digits(span digits, buf *bytes)
{
    limbs n = {};
    while (!span_empty(digits)) {
        span some = span_take(&digits, size_min(span_len(digits), CHUNK));
        uint32_t add = 0, factor = 1;
        SPAN_FOREACH(c, some) {
            add = add * BASE + c;
            factor *= BASE;
        }
        multiply(&n, factor, add);
    }
    buf lowest_first = {};
    for (size_t i = 0; i < limbs_len(&n); i++)
        for (unsigned shift = 0; shift < 32; shift += 8)
            buf_push(&lowest_first, low_byte(limbs_at(&n, i) >> shift));
    while (span_last(buf_span(&lowest_first)) == 0)
        buf_truncate(&lowest_first, buf_len(&lowest_first) - 1);
    mspan_reverse(buf_mspan(&lowest_first));
    buf_append(bytes, buf_span(&lowest_first));
    buf_recycle(&lowest_first);
}

/* How many bytes at the front of S are C. */
static size_t leading(span s, unsigned char c)
{
    byteset one = {};
    byteset_add(&one, c);
    return span_find_not_in(s, &one);
}

void base58_append(buf *out, span bytes)
{
    span alphabet = encoding_alphabet(ENCODING_BASE58);
    size_t zeros = leading(bytes, 0);
    buf_append_fill(out, zeros, span_at(alphabet, 0));
    bytes = span_drop(bytes, zeros);
    if (span_empty(bytes))
        return;
    bytemap letters = {};
    for (size_t i = 0; i < span_len(alphabet); i++)
        bytemap_set(&letters, low_byte(i), span_at(alphabet, i));
    buf digits = {};
    if (!bignum_to_digits(bytes, BASE, &digits))
        plain_to_digits(bytes, &digits);
    mspan_map(buf_mspan(&digits), &letters);
    buf_append(out, buf_span(&digits));
    buf_recycle(&digits);
}

bool base58_decode(buf *out, span text)
{
    span alphabet = encoding_alphabet(ENCODING_BASE58);
    byteset known = {};
    bytemap values = {};
    for (size_t i = 0; i < span_len(alphabet); i++) {
        byteset_add(&known, span_at(alphabet, i));
        bytemap_set(&values, span_at(alphabet, i), low_byte(i));
    }
    if (span_find_not_in(text, &known) < span_len(text))
        return false;
    size_t zeros = leading(text, span_at(alphabet, 0));
    buf_append_fill(out, zeros, 0);
    text = span_drop(text, zeros);
    if (span_empty(text))
        return true;
    buf digits = {};
    buf_append(&digits, text);
    mspan_map(buf_mspan(&digits), &values);
    if (!bignum_from_digits(buf_span(&digits), BASE, out))
        plain_from_digits(buf_span(&digits), out);
    buf_recycle(&digits);
    return true;
}
