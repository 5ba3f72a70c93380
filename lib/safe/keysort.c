/* keysort.c - see keysort.h.  Few records are inserted, some are merged, many are dealt out digit by digit,
   leaving out digits that are the same everywhere. */

#include "safe/keysort.h"

enum { FEW = 24, MANY = 3000, DIGITS = 256 };

static void insertion_sort(struct keyed *p, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        struct keyed e = p[i];
        size_t j = i;
        for (; j > 0 && p[j - 1].key > e.key; j--)
            p[j] = p[j - 1];
        p[j] = e;
    }
}

/* A loop, which compilers know to be a copy. */
static void copy(struct keyed *to, struct keyed const *from, size_t n)
{
    for (size_t i = 0; i < n; i++)
        to[i] = from[i];
}

/* Merge A[na] and B[nb] into OUT; equal keys come from A first. */
static void merge(struct keyed *out, struct keyed const *a, size_t na, struct keyed const *b, size_t nb)
{
    size_t i = 0, k = 0;
    while (i < na && k < nb) {
        bool second = b[k].key < a[i].key;
        out[i + k] = *(second ? b + k : a + i);
        k += second;
        i += !second;
    }
    copy(out + i + k, a + i, na - i);
    copy(out + na + k, b + k, nb - k);
}

static void merge_sort(struct keyed *p, struct keyed *scratch, size_t n)
{
    for (size_t i = 0; i < n; i += FEW)
        insertion_sort(p + i, n - i < FEW ? n - i : FEW);
    struct keyed *from = p, *to = scratch;
    for (size_t width = FEW; width < n; width *= 2) {
        for (size_t i = 0; i < n; i += 2 * width) {
            size_t na = n - i < width ? n - i : width, nb = n - i - na < width ? n - i - na : width;
            merge(to + i, from + i, na, from + i + na, nb);
        }
        struct keyed *t = from;
        from = to;
        to = t;
    }
    if (from != p)
        copy(p, from, n);
}

/* One pass: deal FROM out to TO by the digit at SHIFT, stably. */
static void deal(struct keyed *to, struct keyed const *from, size_t n, unsigned shift)
{
    size_t at[DIGITS] = {0};
    for (size_t i = 0; i < n; i++)
        at[from[i].key >> shift & (DIGITS - 1)]++;
    size_t sum = 0;
    for (unsigned d = 0; d < DIGITS; d++) {
        size_t count = at[d];
        at[d] = sum;
        sum += count;
    }
    for (size_t i = 0; i < n; i++) {
        size_t place = at[from[i].key >> shift & (DIGITS - 1)]++;
        if (__builtin_expect(place >= n, 0))    /* only when the records changed meanwhile */
            safe_fault("place of a record", place, n);
        to[place] = from[i];
    }
}

static void radix_sort(struct keyed *p, struct keyed *scratch, size_t n, uint64_t varying)
{
    struct keyed *from = p, *to = scratch;
    for (unsigned shift = 0; shift < 64; shift += 8) {
        if ((varying >> shift & (DIGITS - 1)) == 0)
            continue;
        deal(to, from, n, shift);
        struct keyed *t = from;
        from = to;
        to = t;
    }
    if (from != p)
        copy(p, from, n);
}

/* Where rooms overlap, counts go wrong when records are dealt out, and their places with them. */
static void check_apart(struct keyed const *a, struct keyed const *b, size_t n)
{
    uintptr_t x = (uintptr_t)a, y = (uintptr_t)b;
    size_t apart = (size_t)(x < y ? y - x : x - y) / sizeof *a;
    if (apart < n)
        safe_fault("other room to sort in", apart, n);
}

void keysort(keyed_view records, keyed_view scratch)
{
    size_t n = records.n_;
    if (scratch.n_ < n)
        safe_fault("room to sort in", scratch.n_, n);
    struct keyed *p = records.p_;
    check_apart(p, scratch.p_, n);
    uint64_t varying = 0;
    bool sorted = true;
    for (size_t i = 1; i < n; i++) {
        varying |= p[i].key ^ p[i - 1].key;
        sorted &= p[i - 1].key <= p[i].key;
    }
    if (sorted)
        return;
    if (n <= FEW)
        insertion_sort(p, n);
    else if (n < MANY)
        merge_sort(p, scratch.p_, n);
    else
        radix_sort(p, scratch.p_, n, varying);
}

size_t keysort_run(keyed_view records)
{
    size_t n = records.n_ > 0;
    while (n < records.n_ && records.p_[n].key == records.p_[0].key)
        n++;
    return n;
}
