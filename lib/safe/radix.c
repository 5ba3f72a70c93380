/* radix.c - the plain forms of radix.h. */

#include "safe/radix.h"

static unsigned bits_of(unsigned base)
{
    return base == 64 ? 6 : base == 32 ? 5 : base == 16 ? 4 : 1;
}

/* The digits of each byte, or of each ten bits, at once. */
static void make_tables(struct radix *r)
{
    unsigned bits = bits_of(r->base_);
    for (unsigned byte = 0; r->bytes_ == 1 && byte < 256; byte++)
        for (unsigned i = 0; i < r->digits_; i++) {
            unsigned at = r->lowest_first_ ? i * bits : 8 - (i + 1) * bits;
            r->octets_[byte][i] = r->digit_[byte >> at & (r->base_ - 1)];
        }
    for (unsigned pair = 0; r->base_ == 32 && pair < 1024; pair++) {
        r->pairs_[pair][0] = r->digit_[pair >> 5];
        r->pairs_[pair][1] = r->digit_[pair & 31];
    }
}

/* Values 0 to 25, 26 to 51, 52 to 61, 62 and 63 of base 64 are runs of characters; see radix_x86_64.c. */
static void make_shifts(struct radix *r)
{
    int shifts[14] = {r->digit_[26] - 26};
    for (int i = 1; i <= 10; i++)
        shifts[i] = r->digit_[52] - 52;
    shifts[11] = r->digit_[62] - 62;
    shifts[12] = r->digit_[63] - 63;
    shifts[13] = r->digit_[0];
    for (int i = 0; i < 14; i++)
        r->shift_[i] = (signed char)shifts[i];
    r->high62_ = r->digit_[62];
    r->high63_ = r->digit_[63];
}

void radix_make(struct radix *r, span alphabet, bool lowest_first)
{
    r->base_ = (unsigned)alphabet.n_;
    r->lowest_first_ = lowest_first;
    switch (alphabet.n_) {
    case 2: r->bytes_ = 1; r->digits_ = 8; break;
    case 16: r->bytes_ = 1; r->digits_ = 2; break;
    case 32: r->bytes_ = 5; r->digits_ = 8; break;
    case 64: r->bytes_ = 3; r->digits_ = 4; break;
    case 85: r->bytes_ = 4; r->digits_ = 5; break;
    default: safe_fault("base", alphabet.n_, 85);
    }
    memset(r->value_, RADIX_NO_DIGIT, sizeof r->value_);
    for (unsigned i = 0; i < alphabet.n_; i++) {
        r->digit_[i] = alphabet.p_[i];
        r->value_[alphabet.p_[i]] = (unsigned char)i;
    }
    make_tables(r);
    if (alphabet.n_ == 64)
        make_shifts(r);
}

void radix_alias(struct radix *r, unsigned char c, unsigned char digit)
{
    r->value_[c] = r->value_[digit];
}

static void encode64(unsigned char *d, unsigned char const *p, size_t groups, struct radix const *r)
{
    for (; groups > 0; groups--, p += 3, d += 4) {
        d[0] = r->digit_[p[0] >> 2];
        d[1] = r->digit_[(p[0] & 3) << 4 | p[1] >> 4];
        d[2] = r->digit_[(p[1] & 15) << 2 | p[2] >> 6];
        d[3] = r->digit_[p[2] & 63];
    }
}

static void encode32(unsigned char *d, unsigned char const *p, size_t groups, struct radix const *r)
{
    for (; groups > 0; groups--, p += 5, d += 8) {
        uint64_t v = (uint64_t)p[0] << 32 | (uint64_t)p[1] << 24 | (uint64_t)p[2] << 16
                     | (uint64_t)p[3] << 8 | p[4];
        memcpy(d, r->pairs_[v >> 30], 2);
        memcpy(d + 2, r->pairs_[v >> 20 & 1023], 2);
        memcpy(d + 4, r->pairs_[v >> 10 & 1023], 2);
        memcpy(d + 6, r->pairs_[v & 1023], 2);
    }
}

static void encode85(unsigned char *d, unsigned char const *p, size_t groups, struct radix const *r)
{
    for (; groups > 0; groups--, p += 4, d += 5) {
        uint32_t v = (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
        /* Two short chains of divisions instead of a long one. */
        uint32_t high = v / (85 * 85), low = v % (85 * 85);
        d[4] = r->digit_[low % 85];
        d[3] = r->digit_[low / 85];
        d[2] = r->digit_[high % 85];
        d[1] = r->digit_[high / 85 % 85];
        d[0] = r->digit_[high / (85 * 85)];
    }
}

/* A radix that was never made has no groups to divide by. */
SAFE_INLINE void check_made(struct radix const *r)
{
    if (r->base_ == 0)
        safe_fault("base", 0, 85);
}

size_t radix_plain_encode_(mspan dst, span src, struct radix const *r)
{
    size_t groups = src.n_ / r->bytes_;
    if (groups > dst.n_ / r->digits_)
        safe_fault("encoded bytes", groups * r->digits_, dst.n_);
    switch (r->base_) {
    case 64: encode64(dst.p_, src.p_, groups, r); break;
    case 32: encode32(dst.p_, src.p_, groups, r); break;
    case 85: encode85(dst.p_, src.p_, groups, r); break;
    case 16:
        for (size_t i = 0; i < groups; i++)
            memcpy(dst.p_ + 2 * i, r->octets_[src.p_[i]], 2);
        break;
    default:
        for (size_t i = 0; i < groups; i++)
            memcpy(dst.p_ + 8 * i, r->octets_[src.p_[i]], 8);
    }
    return groups * r->digits_;
}

size_t radix_encode(mspan dst, span src, struct radix const *r)
{
    check_made(r);
    size_t groups = src.n_ / r->bytes_;
    if (groups > dst.n_ / r->digits_)
        safe_fault("encoded bytes", groups * r->digits_, dst.n_);
    size_t digits = radix_fast_encode_(dst, src, r);
    src = span_drop(src, digits / r->digits_ * r->bytes_);
    return digits + radix_plain_encode_(mspan_drop(dst, digits), src, r);
}

/* One group each; false when it holds something else.  A value of 255 shows in the bits above a digit's. */
SAFE_INLINE bool decode64(unsigned char *d, unsigned char const *p, struct radix const *r)
{
    unsigned a = r->value_[p[0]], b = r->value_[p[1]], c = r->value_[p[2]], e = r->value_[p[3]];
    if ((a | b | c | e) & 0xC0)
        return false;
    d[0] = (unsigned char)(a << 2 | b >> 4);
    d[1] = (unsigned char)((b << 4 | c >> 2) & 0xFF);
    d[2] = (unsigned char)((c << 6 | e) & 0xFF);
    return true;
}

SAFE_INLINE bool decode32(unsigned char *d, unsigned char const *p, struct radix const *r)
{
    uint64_t v = 0;
    unsigned bad = 0;
    for (int i = 0; i < 8; i++) {
        unsigned digit = r->value_[p[i]];
        v = v << 5 | (digit & 31);
        bad |= digit;
    }
    if (bad & 0xE0)
        return false;
    for (int i = 0; i < 5; i++)
        d[i] = (unsigned char)(v >> (32 - 8 * i) & 0xFF);
    return true;
}

SAFE_INLINE bool decode85(unsigned char *d, unsigned char const *p, struct radix const *r)
{
    uint64_t v = 0;
    unsigned bad = 0;
    for (int i = 0; i < 5; i++) {
        unsigned digit = r->value_[p[i]];
        v = v * 85 + digit;
        bad |= digit & 0x80;
    }
    if (bad || v > UINT32_MAX)
        return false;
    for (int i = 0; i < 4; i++)
        d[i] = (unsigned char)(v >> (24 - 8 * i) & 0xFF);
    return true;
}

SAFE_INLINE bool decode16(unsigned char *d, unsigned char const *p, struct radix const *r)
{
    unsigned a = r->value_[p[0]], b = r->value_[p[1]];
    *d = (unsigned char)((a << 4 | b) & 0xFF);
    return ((a | b) & 0xF0) == 0;
}

SAFE_INLINE bool decode2(unsigned char *d, unsigned char const *p, struct radix const *r)
{
    unsigned v = 0, bad = 0;
    for (int i = 0; i < 8; i++) {
        unsigned digit = r->value_[p[i]];
        bad |= digit;
        v |= (digit & 1) << (r->lowest_first_ ? i : 7 - i);
    }
    *d = (unsigned char)v;
    return bad <= 1;
}

SAFE_INLINE bool decode_group(unsigned base, unsigned char *d, unsigned char const *p, struct radix const *r)
{
    switch (base) {
    case 64: return decode64(d, p, r);
    case 32: return decode32(d, p, r);
    case 85: return decode85(d, p, r);
    case 16: return decode16(d, p, r);
    default: return decode2(d, p, r);
    }
}

/* As many of GROUPS as are digits; BASE is known where this is inlined. */
SAFE_INLINE size_t decode(unsigned base, mspan dst, span src, size_t groups, struct radix const *r)
{
    unsigned char *d = dst.p_;
    unsigned char const *p = src.p_;
    size_t i = 0;
    for (; i < groups; i++) {
        if (!decode_group(base, d, p, r))
            break;
        d += r->bytes_;
        p += r->digits_;
    }
    return i;
}

size_t radix_plain_decode_(mspan dst, span src, struct radix const *r, size_t *done)
{
    size_t groups = src.n_ / r->digits_, i = 0;
    if (groups > dst.n_ / r->bytes_)
        safe_fault("decoded bytes", groups * r->bytes_, dst.n_);
    switch (r->base_) {
    case 64: i = decode(64, dst, src, groups, r); break;
    case 32: i = decode(32, dst, src, groups, r); break;
    case 85: i = decode(85, dst, src, groups, r); break;
    case 16: i = decode(16, dst, src, groups, r); break;
    default: i = decode(2, dst, src, groups, r);
    }
    *done = i * r->digits_;
    return i * r->bytes_;
}

size_t radix_decode(mspan dst, span src, struct radix const *r, size_t *done)
{
    check_made(r);
    size_t groups = src.n_ / r->digits_;
    if (groups > dst.n_ / r->bytes_)
        safe_fault("decoded bytes", groups * r->bytes_, dst.n_);
    size_t fast = radix_fast_decode_(dst, src, r), bytes = fast / r->digits_ * r->bytes_;
    bytes += radix_plain_decode_(mspan_drop(dst, bytes), span_drop(src, fast), r, done);
    *done += fast;
    return bytes;
}

size_t mspan_wrap(mspan dst, span src, size_t width, size_t *column)
{
    if (width == 0 || *column > width)
        safe_fault("column", *column, width);
    size_t left = src.n_, room = width - *column, free = dst.n_;
    unsigned char *d = dst.p_;
    unsigned char const *p = src.p_;
    /* Copying a few bytes too many costs less than a call that copies few. */
    while (left > room) {
        if (free <= room)
            safe_fault("wrapped bytes", dst.n_ - free + room + 1, dst.n_);
        if (room <= 16 && left >= 16 && free >= 17)
            memcpy(d, p, 16);
        else
            memcpy(d, p, room);
        d[room] = '\n';
        d += room + 1;
        p += room;
        free -= room + 1;
        left -= room;
        room = width;
    }
    if (left > free)
        safe_fault("wrapped bytes", dst.n_ - free + left, dst.n_);
    if (left)
        memcpy(d, p, left);
    *column = width - room + left;
    return dst.n_ - free + left;
}
