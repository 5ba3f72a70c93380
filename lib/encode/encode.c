/* encode.c - alphabets, and bytes to text. */

#include "encode/encode.h"

span encoding_alphabet(enum encoding encoding)
{
    switch (encoding) {
    case ENCODING_BASE64: return S("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
    case ENCODING_BASE64URL: return S("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    case ENCODING_BASE58: return S("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");
    case ENCODING_BASE32: return S("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
    case ENCODING_BASE32HEX: return S("0123456789ABCDEFGHIJKLMNOPQRSTUV");
    case ENCODING_BASE16: return S("0123456789ABCDEF");
    case ENCODING_BASE2MSBF:
    case ENCODING_BASE2LSBF: return S("01");
    case ENCODING_Z85:
        return S("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#");
    }
    return S("");
}

void encoder_make(struct encoder *e, enum encoding encoding)
{
    e->encoding = encoding;
    radix_make(&e->radix, encoding_alphabet(encoding), encoding == ENCODING_BASE2LSBF);
    if (encoding == ENCODING_BASE16)
        for (unsigned c = 'A'; c <= 'F'; c++)
            radix_alias(&e->radix, low_byte(c + 0x20), low_byte(c));
    e->padded = encoding <= ENCODING_BASE32HEX;
    for (unsigned c = 0; c < 256; c++)
        if (radix_value(&e->radix, low_byte(c)) == RADIX_NO_DIGIT && !(e->padded && c == '='))
            byteset_add(&e->garbage, low_byte(c));
}

/* An incomplete group: as many digits as its bits need, then padding. */
static void append_last(struct encoder const *e, buf *out, span bytes)
{
    size_t whole = radix_group_bytes(&e->radix), digits = radix_group_digits(&e->radix);
    buf group = {}, text = {};
    buf_append(&group, bytes);
    buf_append_fill(&group, whole - span_len(bytes), 0);
    buf_commit(&text, radix_encode(buf_tail(&text, digits), buf_span(&group), &e->radix));
    size_t used = (span_len(bytes) * digits + whole - 1) / whole;
    buf_append(out, span_first(buf_span(&text), used));
    buf_append_fill(out, digits - used, '=');
    buf_recycle(&group);
    buf_recycle(&text);
}

void encoder_append(struct encoder const *e, buf *out, span bytes)
{
    size_t whole = radix_group_bytes(&e->radix), rest = span_len(bytes) % whole;
    size_t digits = span_len(bytes) / whole * radix_group_digits(&e->radix);
    buf_commit(out, radix_encode(buf_tail(out, digits), span_chop(bytes, rest), &e->radix));
    if (rest > 0 && e->padded)
        append_last(e, out, span_tail(bytes, rest));
}

void encode_append(buf *out, enum encoding encoding, span bytes)
{
    struct encoder e = {};
    encoder_make(&e, encoding);
    encoder_append(&e, out, bytes);
}
