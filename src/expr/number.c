/* number.c - arithmetic and comparison: in 64 bits as long as that goes well, else in numbers of any size. */

#include "expr/expr.h"
#include "sys/collate.h"

static void load(bignum *n, bignum_vec const *bigs, struct value v)
{
    if (v.kind == VALUE_NUMBER)
        bignum_set_i64(n, v.number);
    else
        bignum_copy(n, &AT(bignum_vec, bigs, v.big));
}

/* The number N as a value. */
static struct value store(bignum_vec *bigs, bignum const *n)
{
    struct value v = {.kind = VALUE_NUMBER};
    if (bignum_to_i64(n, &v.number))
        return v;
    v.kind = VALUE_BIG;
    v.big = bignum_vec_len(bigs);
    bignum_vec_extend(bigs, 1);
    bignum_copy(&AT(bignum_vec, bigs, v.big), n);
    return v;
}

static int compare_texts(struct values *vs, span l, span r)
{
    return collate_compare(l, r, &vs->collating);
}

int value_compare(struct values *vs, struct value l, struct value r)
{
    struct value a = l, b = r;
    if (!value_to_number(vs, &a) || !value_to_number(vs, &b))
        return compare_texts(vs, value_text(vs, l), value_text(vs, r));
    if (a.kind == VALUE_NUMBER && b.kind == VALUE_NUMBER)
        return (a.number > b.number) - (a.number < b.number);
    load(&vs->left, &vs->bigs, a);
    load(&vs->right, &vs->bigs, b);
    return bignum_compare(&vs->left, &vs->right);
}

/* L OP R in *RESULT, where it fits.  R is not 0 when OP divides. */
static bool fits_64_bits(enum operator op, int64_t l, int64_t r, int64_t *result)
{
    switch (op) {
    case OP_ADD: return !ck_add(result, l, r);
    case OP_SUBTRACT: return !ck_sub(result, l, r);
    case OP_MULTIPLY: return !ck_mul(result, l, r);
    default: break;
    }
    if (r == -1) {
        *result = 0;
        return op == OP_REMAINDER || !ck_sub(result, 0, l);
    }
    *result = op == OP_DIVIDE ? l / r : l % r;
    return true;
}

static struct value of_any_size(struct values *vs, enum operator op, struct value l, struct value r)
{
    load(&vs->left, &vs->bigs, l);
    load(&vs->right, &vs->bigs, r);
    switch (op) {
    case OP_ADD: bignum_add(&vs->result, &vs->left, &vs->right); break;
    case OP_SUBTRACT: bignum_sub(&vs->result, &vs->left, &vs->right); break;
    case OP_MULTIPLY: bignum_mul(&vs->result, &vs->left, &vs->right, &vs->work); break;
    default: bignum_divide(&vs->result, &vs->rest, &vs->left, &vs->right, &vs->work); break;
    }
    return op == OP_REMAINDER ? store(&vs->bigs, &vs->rest) : store(&vs->bigs, &vs->result);
}

enum arithmetic value_arithmetic(struct values *vs, enum operator op, struct value l, struct value r,
                                 struct value *result)
{
    struct value v = {.kind = VALUE_NUMBER};
    if (!value_to_number(vs, &l) || !value_to_number(vs, &r))
        return ARITHMETIC_NO_INTEGER;
    if ((op == OP_DIVIDE || op == OP_REMAINDER) && value_is_null(r))
        return ARITHMETIC_BY_ZERO;
    if (l.kind == VALUE_BIG || r.kind == VALUE_BIG || !fits_64_bits(op, l.number, r.number, &v.number))
        v = of_any_size(vs, op, l, r);
    *result = v;
    return ARITHMETIC_OK;
}
