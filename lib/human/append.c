/* append.c - exact, whatever the amount: products of two 64-bit numbers are kept in two halves. */

#include "human/human.h"

#include "num/group.h"
#include "safe/checked.h"
#include "sys/locale.h"

/* high * 2^64 + low */
struct wide {
    uint64_t high, low;
};

static struct wide multiply(uint64_t a, uint64_t b)
{
    uint64_t low = 0;
    if (!ck_mul(&low, a, b))
        return (struct wide){0, low};
    uint64_t a0 = low_u32(a), a1 = a >> 32, b0 = low_u32(b), b1 = b >> 32;
    uint64_t mid = a1 * b0 + (a0 * b0 >> 32);
    uint64_t mid2 = a0 * b1 + low_u32(mid);
    return (struct wide){a1 * b1 + (mid >> 32) + (mid2 >> 32), low};
}

/* Divide *N by D (not 0) in place; the remainder. */
static uint64_t divide(struct wide *n, uint64_t d)
{
    if (n->high == 0) {
        uint64_t rest = n->low % d;
        n->low /= d;
        return rest;
    }
    uint64_t rest = n->high % d;
    n->high /= d;
    for (unsigned i = 0; i < 64; i++) {
        bool carry = rest >> 63 != 0;
        rest = rest << 1 | n->low >> 63;
        n->low <<= 1;
        if (carry || rest >= d) {
            rest -= d;
            n->low |= 1;
        }
    }
    return rest;
}

/* The number to print: whole.tenth, with what is left below as a part of one (or of one tenth). */
struct amount {
    struct wide whole;
    unsigned tenth;
    unsigned left;              /* 0: nothing, 1: less than half, 2: half, 3: more */
    unsigned power;
    bool show_tenth;
};

static unsigned compare_half(uint64_t rest, uint64_t of)
{
    if (rest == 0)
        return 0;
    uint64_t other = of - rest;
    return rest < other ? 1 : rest == other ? 2 : 3;
}

/* Whether what is left makes the number one larger; HALF_EVEN is its last digit's parity. */
static bool rounds_up(unsigned left, bool odd, enum human_rounding how)
{
    if (how == HUMAN_UP)
        return left > 0;
    return how == HUMAN_NEAREST && (left == 3 || (left == 2 && odd));
}

static void add_one(struct wide *n)
{
    n->low++;
    n->high += n->low == 0;
}

/* Divide by the base until one unit of the next power would be more than all of it. */
static void scale(struct amount *a, unsigned base)
{
    while ((a->whole.high || a->whole.low >= base) && a->power < 10) {
        uint64_t rest = divide(&a->whole, base);
        /* The old tenth and what was left below it decide only whether the new rest is exact. */
        uint64_t tenths = rest * 10 + a->tenth;
        bool below = a->left > 0;
        unsigned part = compare_half(tenths % base, base);
        if (below)
            part = part == 0 ? 1 : part == 2 ? 3 : part;
        a->tenth = as_uint(as_i64(tenths / base));
        a->left = part;
        a->power++;
    }
    a->show_tenth = a->power > 0 && a->whole.high == 0 && a->whole.low < 10;
}

/* Round to a tenth where that is shown, else to a whole number; 9.96 becomes 10. */
static void round_amount(struct amount *a, unsigned base, bool scaled, enum human_rounding how)
{
    if (a->show_tenth) {
        if (rounds_up(a->left, a->tenth % 2 != 0, how))
            a->tenth++;
        a->left = 0;
        if (a->tenth == 10) {
            a->tenth = 0;
            add_one(&a->whole);
        }
        a->show_tenth = a->whole.low < 10;
        if (a->show_tenth)
            return;
    }
    unsigned half = a->tenth < 5 ? 1 : a->tenth > 5 || a->left ? 3 : 2;
    if (a->tenth == 0 && a->left == 0)
        half = 0;
    if (rounds_up(half, a->whole.low % 2 != 0, how))
        add_one(&a->whole);
    if (scaled && a->whole.high == 0 && a->whole.low == base && a->power < 10) {
        a->whole.low = 1;
        a->tenth = 0;
        a->show_tenth = true;
        a->power++;
    }
}

static void append_wide(buf *out, struct wide n)
{
    if (n.high == 0) {
        buf_append_umax(out, n.low);
        return;
    }
    uint64_t low = divide(&n, UINT64_C(10000000000000000000));
    append_wide(out, n);
    buf digits = {};
    buf_append_umax(&digits, low);
    buf_append_fill(out, 19 - buf_len(&digits), '0');
    buf_append(out, buf_span(&digits));
    buf_recycle(&digits);
}

static void append_grouped(buf *out, struct wide n)
{
    buf digits = {};
    append_wide(&digits, n);
    num_append_grouped(out, buf_span(&digits));
    buf_recycle(&digits);
}

static unsigned power_of_block(struct human_unit unit)
{
    unsigned base = unit.decimal ? 1000 : 1024, power = 0;
    for (uint64_t n = 1; n < unit.block && power < 10; power++)
        if (ck_mul(&n, n, base))
            break;
    return power;
}

static void append_unit(buf *out, struct human_unit unit, unsigned power)
{
    if (power > 0)
        buf_push(out, !unit.decimal || power > 1 ? span_at(S("BKMGTPEZYRQ"), power) : 'k');
    if (unit.bytes && power > 0 && !unit.decimal)
        buf_push(out, 'i');
    if (unit.bytes)
        buf_push(out, 'B');
}

void human_append_letter(buf *out, struct human_unit unit)
{
    append_unit(out, unit, power_of_block(unit));
}

void human_append(buf *out, uint64_t amount, uint64_t size, struct human_unit unit, enum human_rounding how)
{
    unsigned base = unit.decimal ? 1000 : 1024;
    uint64_t block = unit.scale ? 1 : unit.block;
    struct amount a = {.whole = multiply(amount, size)};
    uint64_t rest = divide(&a.whole, block);
    if (rest > 0) {
        struct wide tenths = multiply(rest, 10);
        uint64_t below = divide(&tenths, block);
        a.tenth = as_uint(as_i64(tenths.low));
        a.left = compare_half(below, block);
    }
    if (unit.scale)
        scale(&a, base);
    else
        a.power = unit.letter ? power_of_block(unit) : 0;
    round_amount(&a, base, unit.scale, how);
    if (unit.group)
        append_grouped(out, a.whole);
    else
        append_wide(out, a.whole);
    if (a.show_tenth) {
        buf_append(out, zstr_span(locale_decimal_point()));
        buf_push(out, low_byte('0' + a.tenth));
    }
    if (unit.letter)
        append_unit(out, unit, a.power);
}
