/* bytes.c - plain forms of the byte loops; branch-free stores where the data decides. */

#include "safe/bytes.h"

#include "safe/kernels.h"

void byteclass_make(byteclass *c, byteset const *set)
{
    *c = (byteclass){.set_ = *set};
    for (unsigned i = 0; i < 256; i++)
        if (set->in_[i])
            c->rows_[i / 128][i % 16] |= (unsigned char)(1U << (i / 16 % 8));
}

size_t span_find_class(span s, byteclass const *c)
{
    return kernel_find_class(s.p_, s.n_, c);
}

size_t span_find_in(span s, byteset const *set)
{
    size_t i = 0;
    while (i < s.n_ && !set->in_[s.p_[i]])
        i++;
    return i;
}

size_t span_find_not_in(span s, byteset const *set)
{
    size_t i = 0;
    while (i < s.n_ && set->in_[s.p_[i]])
        i++;
    return i;
}

bool span_eq_mapped(span a, span b, bytemap const *m)
{
    if (a.n_ != b.n_)
        return false;
    size_t i = 0;
    while (i < a.n_ && (a.p_[i] == b.p_[i] || m->to_[a.p_[i]] == m->to_[b.p_[i]]))
        i++;
    return i == a.n_;
}

void mspan_map(mspan s, bytemap const *m)
{
    kernel_map(s.p_, s.n_, m);
}

void mspan_replace(mspan s, unsigned char from, unsigned char to)
{
    enum { BLOCK = 32 };        /* a loop of this many steps becomes vector instructions */
    size_t i = 0;
    for (; s.n_ - i >= BLOCK; i += BLOCK)
        for (unsigned k = 0; k < BLOCK; k++)
            s.p_[i + k] = s.p_[i + k] == from ? to : s.p_[i + k];
    for (; i < s.n_; i++)
        s.p_[i] = s.p_[i] == from ? to : s.p_[i];
}

size_t mspan_filter(mspan dst, span src, byteset const *drop)
{
    if (src.n_ > dst.n_)
        safe_fault("filter output", src.n_, dst.n_);
    return kernel_filter(dst.p_, src.p_, src.n_, drop);
}

size_t mspan_squeeze(mspan dst, span src, byteset const *set, int *last)
{
    if (src.n_ > dst.n_)
        safe_fault("squeeze output", src.n_, dst.n_);
    return kernel_squeeze(dst.p_, src, set, last);
}

void byteexpand_set(byteexpand *e, unsigned char c, span text)
{
    if (text.n_ > 7)
        safe_fault("expansion text", text.n_, 7);
    e->text_[c] = 0;
    if (text.n_)
        memcpy(&e->text_[c], text.p_, text.n_);
    e->len_[c] = (unsigned char)text.n_;
}

size_t mspan_expand(mspan dst, span src, byteexpand const *e)
{
    if (src.n_ > dst.n_ / 8)
        safe_fault("expansion output", src.n_, dst.n_ / 8);
    return src.n_ ? kernel_plain_expand(dst.p_, src, e) : 0;
}

size_t mspan_expand_few(mspan dst, span src, byteexpand const *e, byteclass const *few)
{
    if (src.n_ > dst.n_ / 8)
        safe_fault("expansion output", src.n_, dst.n_ / 8);
    return src.n_ ? kernel_expand_few(dst.p_, src, e, few) : 0;
}
