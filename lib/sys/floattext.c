/* floattext.c - see floattext.h.

   The number is multiplied by a power of ten so that all digits that may be wanted come before the point.  A
   long double has some bits more than those take, and what the multiplications may have got wrong is known:
   where a digit depends on that, the caller has to find it in another way. */

#include "sys/floattext.h"

#include "sys/locale.h"

#include <float.h>
#include <math.h>
#include <string.h>

enum { EXACT_POWER = 27 };      /* powers of ten up to this are exact in 64 bits */

/* DIGITS is a number of COUNT digits, the first of which stands for 10^EXPONENT. */
struct decimal { uint64_t digits; int count, exponent; };

/* V times 10^N, for the N that numbers of type double need; off by 2^-62 of that at the most. */
static long double scaled(long double v, int n)
{
    static long double const small[EXACT_POWER + 1] = {
        1e0L, 1e1L, 1e2L, 1e3L, 1e4L, 1e5L, 1e6L, 1e7L, 1e8L, 1e9L, 1e10L, 1e11L, 1e12L, 1e13L,
        1e14L, 1e15L, 1e16L, 1e17L, 1e18L, 1e19L, 1e20L, 1e21L, 1e22L, 1e23L, 1e24L, 1e25L, 1e26L, 1e27L,
    };
    static long double const large[] = {
        1e0L, 1e27L, 1e54L, 1e81L, 1e108L, 1e135L, 1e162L, 1e189L, 1e216L, 1e243L, 1e270L, 1e297L, 1e324L,
        1e351L,
    };
    int size = n < 0 ? -n : n;
    long double step = small[size % EXACT_POWER], leap = large[size / EXACT_POWER];
    return n < 0 ? v / leap / step : v * leap * step;
}

static uint64_t power_of_ten(int n)
{
    uint64_t power = 1;
    for (; n > 0; n--)
        power *= 10;
    return power;
}

/* S without the last DROP digits before its point, rounded, and how far that is from S.  False when S, being
   off by OFF, may be rounded otherwise. */
static bool round_digits(long double s, int drop, long double off, uint64_t *digits, long double *distance)
{
    uint64_t whole = (uint64_t)s, unit = power_of_ten(drop);
    long double rest = (long double)(whole % unit) + (s - (long double)whole), half = (long double)unit / 2;
    bool up = rest > half;
    *digits = whole / unit + up;
    *distance = up ? (long double)unit - rest : rest;
    return fabsl(rest - half) > off;
}

/* The fewest digits that read back; V is 2 GAP away from both its neighbours. */
static bool find_digits(long double v, long double gap, int least, struct decimal *out)
{
    int binary = 0, most = least + (least > FLT_DIG ? 2 : 3);
    (void)frexpl(v, &binary);
    int exponent = (int)((binary - 1) * 315653L >> 20);     /* by log10(2), or one less */
    if (scaled(v, most - 1 - exponent) >= (long double)power_of_ten(most))
        exponent++;
    long double s = scaled(v, most - 1 - exponent), reach = scaled(gap, most - 1 - exponent);
    long double off = s * 0x1p-61L, distance = 0;
    if (s > (long double)power_of_ten(most) - off || s < (long double)power_of_ten(most - 1) + off)
        return false;
    for (int count = least; count <= most; count++) {
        if (!round_digits(s, most - count, off, &out->digits, &distance))
            return false;
        if (count < most && fabsl(distance - reach) <= off)
            return false;
        if (count == most || distance < reach) {
            out->count = count;
            out->exponent = exponent;
            return out->digits < power_of_ten(count);
        }
    }
    return false;
}

static char *put_digits(char *to, char const *digits, int n)
{
    memcpy(to, digits, (size_t)n);
    return to + n;
}

static char *put_point(char *to)
{
    zstr point = locale_decimal_point();
    memcpy(to, zstr_c(point), zstr_len(point));
    return to + zstr_len(point);
}

/* As %g with a precision of d.count. */
static char *put_general(char *to, struct decimal d)
{
    char digits[20];
    int n = d.count, used = 0, size = d.exponent < 0 ? -d.exponent : d.exponent;
    for (int i = n; i > 0; d.digits /= 10)
        digits[--i] = (char)('0' + d.digits % 10);
    for (used = n; used > 1 && digits[used - 1] == '0';)
        used--;
    if (d.exponent >= -4 && d.exponent < n) {
        int before = d.exponent + 1;
        if (before <= 0) {
            *to++ = '0';
            to = put_point(to);
            for (; before < 0; before++)
                *to++ = '0';
            return put_digits(to, digits, used);
        }
        to = put_digits(to, digits, before);
        return used <= before ? to : put_digits(put_point(to), digits + before, used - before);
    }
    *to++ = digits[0];
    if (used > 1)
        to = put_digits(put_point(to), digits + 1, used - 1);
    *to++ = 'e';
    *to++ = d.exponent < 0 ? '-' : '+';
    if (size >= 100)
        *to++ = (char)('0' + size / 100);
    *to++ = (char)('0' + size / 10 % 10);
    *to++ = (char)('0' + size % 10);
    return to;
}

int float_quick_text_(char text[FLOAT_TEXT], long double v, int least, int bits)
{
    int binary = 0;
    char *to = text;
    struct decimal d = {0};
    if (LDBL_MANT_DIG < 64 || !isfinite(v) || v == 0 || zstr_len(locale_decimal_point()) > 16)
        return 0;
    if (fabsl(frexpl(v, &binary)) == 0.5L)
        return 0;               /* a power of two: its neighbours are not as far */
    if (v < 0)
        *to++ = '-';
    if (!find_digits(fabsl(v), ldexpl(1, binary - bits - 1), least, &d))
        return 0;
    return (int)(put_general(to, d) - text);
}
