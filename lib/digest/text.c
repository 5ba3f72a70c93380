/* text.c - digests as text and back. */

#include "digest/digest.h"

#include "encode/encode.h"

void digest_append_hex(buf *out, span digest)
{
    span digits = S("0123456789abcdef");
    SPAN_FOREACH(c, digest) {
        buf_push(out, span_at(digits, c >> 4));
        buf_push(out, span_at(digits, c & 15));
    }
}

void digest_append_base64(buf *out, span digest)
{
    encode_append(out, ENCODING_BASE64, digest);
}

static int hex_value(unsigned char c)
{
    unsigned lower = c | 0x20U;
    if (c >= '0' && c <= '9')
        return c - '0';
    return lower >= 'a' && lower <= 'f' ? as_int(lower - 'a' + 10) : -1;
}

static bool decode_hex(span text, buf *out)
{
    while (!span_empty(text)) {
        span pair = span_take(&text, 2);
        int high = hex_value(span_at(pair, 0)), low = hex_value(span_at(pair, 1));
        if (high < 0 || low < 0)
            return false;
        buf_push(out, low_byte(as_size(high * 16 + low)));
    }
    return true;
}

bool digest_decode(span text, size_t bits, bool base64, buf *out)
{
    buf_clear(out);
    if (!base64)
        return span_len(text) == bits / 4 && bits % 8 == 0 && decode_hex(text, out);
    bool exact = true;
    if (span_len(text) != (bits / 8 + 2) / 3 * 4 || !encode_decode_base64(text, out, &exact)
        || buf_len(out) != bits / 8)
        return false;
    if (!exact)
        buf_clear(out);         /* no digest is written like this */
    return true;
}
