/* buf.c - a buffer against a plain array, through every way of growing, shrinking and giving back. */

#include "fuzz/fuzz.h"
#include "safe/buf.h"

enum { MOST = 1 << 19 };

static struct { unsigned char bytes[MOST]; size_t n; } model;

static void add(unsigned char const *p, size_t n)
{
    memmove(model.bytes + model.n, p, n);
    model.n += n;
}

static void add_text(uint64_t v, unsigned base, size_t width)
{
    char text[80] = "";
    size_t at = sizeof text;
    do
        text[--at] = "0123456789abcdef"[v % base];
    while ((v /= base) > 0);
    while (sizeof text - at < width && at > 0)
        text[--at] = '0';
    add((unsigned char const *)text + at, sizeof text - at);
}

static void grow(fuzz *f, buf *b, unsigned op)
{
    size_t n = (size_t)fuzz_byte(f) << (fuzz_byte(f) % 11);
    if (model.n + n + 128 > MOST)
        return;
    if (op == 0) {
        span s = fuzz_part(f, n);
        buf_append(b, s);
        if (s.n_)
            add(s.p_, s.n_);
    } else if (op == 1) {
        size_t from = model.n ? fuzz_byte(f) % model.n : 0, len = n < model.n - from ? n : model.n - from;
        buf_append(b, span_sub(buf_span(b), from, len));        /* a part of itself */
        add(model.bytes + from, len);
    } else if (op == 2) {
        unsigned char c = (unsigned char)fuzz_byte(f);
        buf_append_fill(b, n, c);
        memset(model.bytes + model.n, c, n);
        model.n += n;
    } else if (op == 3) {
        uint64_t v = fuzz_u64(f);
        unsigned base = 2 + fuzz_byte(f) % 15;
        buf_append_base(b, v, base, n % 70);
        add_text(v, base, n % 70);
    } else {
        mspan room = buf_tail(b, n);
        mspan rest = mspan_copy(room, span_at_most(buf_span(b), n < room.n_ ? n : room.n_));
        add(model.bytes, room.n_ - rest.n_);
        buf_commit_before(b, rest);
    }
}

static void shrink(fuzz *f, buf *b, buf *other, unsigned op)
{
    size_t n = model.n ? (size_t)fuzz_u64(f) % (model.n + 1) : 0;
    if (op == 0) {
        buf_truncate(b, n);
        model.n = n;
    } else if (op == 1) {
        buf_drop_front(b, n);
        model.n -= n;
        memmove(model.bytes, model.bytes + n, model.n);
    } else {
        if (op == 2)
            buf_recycle(b);
        else
            buf_clear(b);
        buf_swap(b, other);
        buf_clear(b);
        model.n = 0;
    }
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    buf b = {0}, other = {0};
    buf_set_ceiling(&b, MOST);
    model.n = 0;
    while (f.left > 0) {
        unsigned op = fuzz_byte(&f) % 9;
        if (op < 5)
            grow(&f, &b, op);
        else
            shrink(&f, &b, &other, op - 5);
        REQUIRE(buf_len(&b) == model.n && buf_capacity(&b) >= model.n);
        REQUIRE(model.n == 0 || memcmp(buf_span(&b).p_, model.bytes, model.n) == 0);
    }
    buf_recycle(&b);
    buf_recycle(&other);
    return 0;
}
