/* span.c - the searches of span.h that are too long to inline. */

#include "safe/span.h"

#include "safe/kernels.h"

size_t span_rfind(span s, unsigned char c)
{
    if (s.n_ == 0)
        return 0;
    unsigned char const *q = (unsigned char const *)memrchr(s.p_, c, s.n_);
    return q ? (size_t)(q - s.p_) : s.n_;
}

size_t span_search(span s, span needle)
{
    if (needle.n_ == 0)
        return 0;
    if (s.n_ < needle.n_)
        return s.n_;
    if (needle.n_ == 2)
        return kernel_find_pair(s.p_, s.n_, needle.p_[0], needle.p_[1]);
    unsigned char const *q = (unsigned char const *)memmem(s.p_, s.n_, needle.p_, needle.n_);
    return q ? (size_t)(q - s.p_) : s.n_;
}

size_t span_search_last(span s, span needle)
{
    if (needle.n_ == 0 || s.n_ < needle.n_)
        return s.n_;
    for (size_t n = s.n_ - needle.n_ + 1; n > 0;) {
        unsigned char const *q = (unsigned char const *)memrchr(s.p_, needle.p_[0], n);
        if (!q)
            break;
        n = (size_t)(q - s.p_);
        if (memcmp(q, needle.p_, needle.n_) == 0)
            return n;
    }
    return s.n_;
}

size_t span_find2(span s, unsigned char a, unsigned char b)
{
    return kernel_find2(s.p_, s.n_, a, b);
}

size_t span_count(span s, unsigned char c)
{
    return kernel_count(s.p_, s.n_, c);
}

/* Counting is faster than finding: steps are counted as long as the byte wanted is behind them, by ever
   smaller ones, and it is found in the last. */
enum { COUNT_STEP = 8192, SOME_STEP = 512, LAST_STEP = 128 };

size_t span_after_nth(span s, unsigned char c, uint64_t *n)
{
    size_t done = 0, step = *n < 64 ? SOME_STEP : COUNT_STEP;
    while (*n > 0 && done < s.n_) {
        size_t part = s.n_ - done < step ? s.n_ - done : step;
        size_t have = kernel_count(s.p_ + done, part, c);
        if (have < *n) {
            *n -= have;
            done += part;
        } else if (step > LAST_STEP) {
            step /= 4;
        } else {
            break;
        }
    }
    while (*n > 0 && done < s.n_) {
        size_t at = span_find(span_drop(s, done), c);
        if (at == s.n_ - done)
            return s.n_;
        done += at + 1;
        *n -= 1;
    }
    return done;
}

size_t span_after_nth_last(span s, unsigned char c, uint64_t *n)
{
    size_t left = s.n_;
    while (left > COUNT_STEP) {
        size_t have = kernel_count(s.p_ + left - COUNT_STEP, COUNT_STEP, c);
        if (have > *n)
            break;
        *n -= have;
        left -= COUNT_STEP;
    }
    for (; left > 0; left--)
        if (s.p_[left - 1] == c) {
            if (*n == 0)
                return left;
            *n -= 1;
        }
    return 0;
}

size_t span_common(span a, span b)
{
    size_t n = a.n_ < b.n_ ? a.n_ : b.n_, i = 0;
    while (n - i >= 8) {
        uint64_t x, y;
        memcpy(&x, a.p_ + i, 8);
        memcpy(&y, b.p_ + i, 8);
        if (x != y)
            break;
        i += 8;
    }
    while (i < n && a.p_[i] == b.p_[i])
        i++;
    return i;
}

void mspan_reverse(mspan s)
{
    for (size_t i = 0; i < s.n_ / 2; i++) {
        unsigned char c = s.p_[i];
        s.p_[i] = s.p_[s.n_ - 1 - i];
        s.p_[s.n_ - 1 - i] = c;
    }
}
