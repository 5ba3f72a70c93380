/* text.c - bytes as text and back, in parts cut anywhere; garbage left out; any text refused or taken alike in
   one part and in two. */
/* limits: -runs=300000 */

#include "encode/encode.h"
#include "fuzz/fuzz.h"

/* Decode TEXT, cut at CUT; whether it is right. */
static bool decode(enum encoding encoding, bool skip, span text, size_t cut, buf *out)
{
    struct decoder d = {0};
    buf_clear(out);
    decoder_make(&d, encoding, skip);
    bool good = decoder_add(&d, out, span_first(text, cut)) && decoder_add(&d, out, span_drop(text, cut))
                && decoder_finish(&d, out);
    buf_recycle(&d.held);
    return good;
}

static void check_round_trip(enum encoding encoding, span bytes, size_t cut)
{
    static buf text, back, spoiled;
    struct encoder e = {0};
    encoder_make(&e, encoding);
    if (encoding == ENCODING_Z85)
        bytes = span_first(bytes, bytes.n_ / 4 * 4);
    buf_clear(&text);
    encode_append(&text, encoding, bytes);
    size_t n = buf_len(&text), at = cut < n ? cut : n;
    REQUIRE(decode(encoding, false, buf_span(&text), at, &back) && span_eq(buf_span(&back), bytes));
    buf_clear(&spoiled);
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)(i * 37 + cut);
        if (byteset_has(&e.garbage, c))
            buf_push(&spoiled, c);
        buf_push(&spoiled, span_at(buf_span(&text), i));
    }
    REQUIRE(decode(encoding, true, buf_span(&spoiled), at, &back) && span_eq(buf_span(&back), bytes));
}

/* Any text; half of them of digits and padding only. */
static void check_text(enum encoding encoding, span from, size_t cut, unsigned how)
{
    static buf whole, parts;
    span alphabet = encoding_alphabet(encoding);
    mspan text = fuzz_room(from.n_);
    for (size_t i = 0; i < from.n_; i++) {
        unsigned char c = from.p_[i];
        text.p_[i] = how & 1 ? c : c % 16 == 0 ? '=' : c % 32 == 1 ? '\n' : alphabet.p_[c % alphabet.n_];
    }
    size_t at = cut < from.n_ ? cut : from.n_;
    bool good = decode(encoding, how & 2, mspan_span(text), 0, &whole);
    REQUIRE(decode(encoding, how & 2, mspan_span(text), at, &parts) == good);
    REQUIRE(span_eq(buf_span(&whole), buf_span(&parts)));
    free(text.p_);
}

static void check_base58(span bytes)
{
    static buf text, back;
    buf_clear(&text);
    buf_clear(&back);
    base58_append(&text, bytes);
    REQUIRE(base58_decode(&back, buf_span(&text)) && span_eq(buf_span(&back), bytes));
    buf_clear(&back);
    base58_decode(&back, bytes);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static enum encoding const encodings[] = {
        ENCODING_BASE64, ENCODING_BASE64URL, ENCODING_BASE32, ENCODING_BASE32HEX, ENCODING_BASE16,
        ENCODING_BASE2MSBF, ENCODING_BASE2LSBF, ENCODING_Z85,
    };
    fuzz f = {data, size};
    unsigned how = fuzz_byte(&f), cut = fuzz_byte(&f);
    span bytes = fuzz_rest(&f);
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
        check_round_trip(encodings[i], bytes, cut);
        check_text(encodings[i], bytes, cut, how);
    }
    if (bytes.n_ < 300)
        check_base58(bytes);
    return 0;
}
