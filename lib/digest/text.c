/* text.c - digests as text and back. */

#include "digest/digest.h"

#include "encode/encode.h"
#include "safe/ascii.h"

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

static bool decode_hex(span text, buf *out)
{
    while (!span_empty(text)) {
        span pair = span_take(&text, 2);
        unsigned high = ascii_digit(span_at(pair, 0), 16), low = ascii_digit(span_at(pair, 1), 16);
        if (high > 15 || low > 15)
            return false;
        buf_push(out, low_byte(high * 16 + low));
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
