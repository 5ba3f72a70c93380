/* decimal.c - numbers of any size: from and to decimal digits, nine at a time, and by libgmp when there are
   many. */

#include "bignum/private.h"
#include "sys/bignum.h"

enum {
    CHUNK = 1000 * 1000 * 1000, CHUNK_DIGITS = 9,
    MANY_DIGITS = 10000,        /* about BIGNUM_MANY limbs */
};

/* N = N * M + ADDEND. */
static void multiply_small(bignum *n, uint32_t m, uint32_t addend)
{
    limb_view v = limb_vec_span(&n->limbs);
    uint64_t carry = addend;
    for (size_t i = 0; i < limb_view_len(v); i++) {
        carry += (uint64_t)limb_view_at(v, i) * m;
        limb_view_set(v, i, low_u32(carry));
        carry >>= LIMB_BITS;
    }
    if (carry > 0)
        limb_vec_push(&n->limbs, low_u32(carry));
}

/* The digits by libgmp; false when it is not there. */
static bool parse_many(bignum *n, span digits)
{
    buf values = {}, bytes = {};
    mspan w = buf_tail(&values, span_len(digits));
    SPAN_FOREACH(c, digits)
        mspan_push(&w, low_byte(c - (unsigned)'0'));
    buf_commit(&values, span_len(digits));
    bool done = bignum_from_digits(buf_span(&values), 10, &bytes);
    if (done)
        bignum_set_bytes_(n, buf_span(&bytes));
    buf_recycle(&values);
    buf_recycle(&bytes);
    return done;
}

static void parse_chunks(bignum *n, span digits)
{
    size_t len = span_len(digits) % CHUNK_DIGITS;
    limb_vec_reserve(&n->limbs, span_len(digits) / CHUNK_DIGITS + 1);
    for (len = len ? len : CHUNK_DIGITS; !span_empty(digits); len = CHUNK_DIGITS) {
        uint32_t chunk = 0;
        SPAN_FOREACH(c, span_take(&digits, len))
            chunk = chunk * 10 + (c - (uint32_t)'0');
        multiply_small(n, CHUNK, chunk);
    }
}

static bool all_digits(span text)
{
    SPAN_FOREACH(c, text)
        if (c < '0' || c > '9')
            return false;
    return !span_empty(text);
}

bool bignum_parse(bignum *n, span text)
{
    bignum_set_u64(n, 0);
    bool negative = span_peek(text, 0) == '-';
    span digits = span_drop(text, negative);
    if (!all_digits(digits))
        return false;
    if (span_len(digits) < MANY_DIGITS || !parse_many(n, digits))
        parse_chunks(n, digits);
    n->negative = negative;
    bignum_trim_(n);
    return true;
}

/* Append by libgmp; false when it is not there. */
static bool append_many(buf *out, bignum const *n)
{
    buf values = {}, bytes = {};
    bignum_append_bytes_(&bytes, n);
    bool done = bignum_to_digits(buf_span(&bytes), 10, &values);
    if (done) {
        mspan w = buf_tail(out, buf_len(&values));
        SPAN_FOREACH(c, buf_span(&values))
            mspan_push(&w, low_byte(c + (unsigned)'0'));
        buf_commit(out, buf_len(&values));
    }
    buf_recycle(&values);
    buf_recycle(&bytes);
    return done;
}

/* What remains of V when it is divided by CHUNK, which it then is. */
static uint32_t take_chunk(limb_view v)
{
    uint64_t rest = 0;
    for (size_t i = limb_view_len(v); i > 0; i--) {
        rest = rest << LIMB_BITS | limb_view_at(v, i - 1);
        limb_view_set(v, i - 1, low_u32(rest / CHUNK));
        rest %= CHUNK;
    }
    return low_u32(rest);
}

/* Append digits from the last one on, and so from the end of the room. */
static void append_chunks(buf *out, bignum const *n, struct bignum_work *work)
{
    size_t len = limb_vec_len(&n->limbs), most = (len + 1) * 10;
    limb_view v = bignum_fresh_(&work->limbs, len);
    for (size_t i = 0; i < len; i++)
        limb_view_set(v, i, limb_vec_at(&n->limbs, i));
    mspan room = mspan_first(buf_tail(out, most), most);
    size_t at = most;
    while (len > 0) {
        uint32_t chunk = take_chunk(v);
        while (len > 0 && limb_view_at(v, len - 1) == 0)
            len--;
        v = limb_view_first(v, len);
        for (unsigned i = 0; i < CHUNK_DIGITS && (len > 0 || chunk > 0); i++, chunk /= 10)
            mspan_set(room, --at, low_byte('0' + chunk % 10));
    }
    mspan_copy(room, mspan_span(mspan_drop(room, at)));
    buf_commit(out, most - at);
}

void bignum_append(buf *out, bignum const *n, struct bignum_work *work)
{
    size_t len = limb_vec_len(&n->limbs);
    if (n->negative)
        buf_push(out, '-');
    if (len == 0)
        buf_push(out, '0');
    else if (len < BIGNUM_MANY || !append_many(out, n))
        append_chunks(out, n, work);
}
