/* bytes.c - numbers of any size: the form in which libgmp takes and gives them, and what it is asked for. */

#include "bignum/private.h"
#include "sys/bignum.h"

void bignum_set_bytes_(bignum *n, span bytes)
{
    limb_vec_truncate(&n->limbs, 0);
    limb_vec_reserve(&n->limbs, span_len(bytes) / 4 + 1);
    while (!span_empty(bytes)) {
        uint32_t limb = 0;
        span part = span_tail(bytes, size_min(span_len(bytes), 4));
        SPAN_FOREACH(c, part)
            limb = limb << 8 | c;
        limb_vec_push(&n->limbs, limb);
        bytes = span_chop(bytes, span_len(part));
    }
    bignum_trim_(n);
}

void bignum_append_bytes_(buf *out, bignum const *n)
{
    size_t len = limb_vec_len(&n->limbs);
    mspan w = buf_tail(out, 4 * len);
    for (size_t i = len; i > 0; i--)
        for (unsigned shift = LIMB_BITS; shift > 0; shift -= 8)
            mspan_push(&w, low_byte(limb_vec_at(&n->limbs, i - 1) >> (shift - 8)));
    buf_commit(out, 4 * len);
}

bool bignum_mul_many_(bignum *product, bignum const *a, bignum const *b)
{
    buf x = {}, y = {}, bytes = {};
    bignum_append_bytes_(&x, a);
    bignum_append_bytes_(&y, b);
    bool done = bignum_multiply_bytes(buf_span(&x), buf_span(&y), &bytes);
    if (done)
        bignum_set_bytes_(product, buf_span(&bytes));
    buf_recycle(&x);
    buf_recycle(&y);
    buf_recycle(&bytes);
    return done;
}

bool bignum_divide_many_(bignum *quotient, bignum *remainder, bignum const *a, bignum const *b)
{
    buf x = {}, y = {}, q = {}, r = {};
    bignum_append_bytes_(&x, a);
    bignum_append_bytes_(&y, b);
    bool done = bignum_divide_bytes(buf_span(&x), buf_span(&y), &q, &r);
    if (done) {
        bignum_set_bytes_(quotient, buf_span(&q));
        bignum_set_bytes_(remainder, buf_span(&r));
    }
    buf_recycle(&x);
    buf_recycle(&y);
    buf_recycle(&q);
    buf_recycle(&r);
    return done;
}
