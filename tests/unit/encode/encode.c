/* encode.c - messages as text and back, whole and in parts. */

#include "encode/encode.h"
#include "unit.h"

enum { ENCODINGS = ENCODING_Z85 + 1 };

START_TEST(vectors_of_rfc_4648)
{
    static char const *const base64[] = {"", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"};
    static char const *const base32[] = {"", "MY======", "MZXQ====", "MZXW6===", "MZXW6YQ=", "MZXW6YTB",
                                         "MZXW6YTBOI======"};
    for (size_t n = 0; n <= 6; n++) {
        buf a = {0}, b = {0};
        encode_append(&a, ENCODING_BASE64, span_first(S("foobar"), n));
        encode_append(&b, ENCODING_BASE32, span_first(S("foobar"), n));
        check_text(buf_span(&a), base64[n]);
        check_text(buf_span(&b), base32[n]);
    }
}
END_TEST

START_TEST(there_and_back_in_parts)
{
    static unsigned char bytes[600];
    uint64_t seed = 5;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)unit_random(&seed);
    for (int e = 0; e < ENCODINGS; e++)
        for (size_t n = 0; n <= sizeof bytes && e != ENCODING_BASE58; n += e == ENCODING_Z85 ? 4 : 1) {
            buf encoded = {0}, decoded = {0};
            struct decoder d = {0};
            size_t part = 1 + unit_random(&seed) % 50;
            encode_append(&encoded, (enum encoding)e, view(bytes, n));
            decoder_make(&d, (enum encoding)e, false);
            for (span s = buf_span(&encoded); !span_empty(s);) {
                ck_assert(decoder_add(&d, &decoded, span_take(&s, part < span_len(s) ? part : span_len(s))));
                ck_assert(decoder_add(&d, &decoded, S("\n")));
            }
            ck_assert(decoder_finish(&d, &decoded));
            check_span(buf_span(&decoded), view(bytes, n));
            buf_recycle(&encoded);
            buf_recycle(&decoded);
            buf_recycle(&d.held);
        }
}
END_TEST

static bool decode(enum encoding encoding, char const *s, bool skip, buf *out)
{
    struct decoder d = {0};
    buf_clear(out);
    decoder_make(&d, encoding, skip);
    return decoder_add(&d, out, text(s)) && decoder_finish(&d, out);
}

START_TEST(padding_and_garbage)
{
    static struct { enum encoding encoding; char const *in, *out; bool skip, good; } const rows[] = {
        {ENCODING_BASE64, "Zg", "f", false, true}, {ENCODING_BASE64, "Zg=", "f", false, false},
        {ENCODING_BASE64, "Zh==", "f", false, false}, {ENCODING_BASE64, "Z", "", false, false},
        {ENCODING_BASE64, "Zm9v!", "foo", false, false}, {ENCODING_BASE64, "Z!m 9v", "foo", true, true},
        {ENCODING_BASE64, "Zg==Zg==", "ff", false, true}, {ENCODING_BASE64, "====", "", false, false},
        {ENCODING_BASE64URL, "Zm9v+A==", "", false, false}, {ENCODING_BASE32, "MZXW6==", "", false, false},
        {ENCODING_BASE32, "MZXW6", "foo", false, true}, {ENCODING_BASE16, "6", "", false, false},
        {ENCODING_BASE16, "6a6A=", "jj", true, true}, {ENCODING_Z85, "%nSc1", "", false, false},
        {ENCODING_BASE2MSBF, "0110\n0001", "a", false, true},
    };
    buf out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        ck_assert_int_eq(decode(rows[i].encoding, rows[i].in, rows[i].skip, &out), rows[i].good);
        check_text(buf_span(&out), rows[i].out);
    }
}
END_TEST

START_TEST(one_digest_in_base64)
{
    buf out = {0};
    bool exact = false;
    ck_assert(encode_decode_base64(S("Zm8="), &out, &exact) && exact);
    check_text(buf_span(&out), "fo");
    ck_assert(encode_decode_base64(S("Zm9="), &out, &exact) && !exact);
    ck_assert(!encode_decode_base64(S("Zm8"), &out, &exact));
    ck_assert(!encode_decode_base64(S("Z==="), &out, &exact));
    ck_assert(!encode_decode_base64(S("Zm\n8="), &out, &exact));
}
END_TEST

START_TEST(base58)
{
    static unsigned char bytes[300];
    uint64_t seed = 6;
    buf out = {0}, back = {0};
    base58_append(&out, S("Hello World!"));
    check_text(buf_span(&out), "2NEpo7TZRRrLZSi2U");
    buf_clear(&out);
    base58_append(&out, S("\0\0\x28\x7f\xb4\xcd"));
    check_text(buf_span(&out), "11233QC4");
    ck_assert(!base58_decode(&back, S("0")));
    for (size_t n = 0; n < sizeof bytes; n++) {
        for (size_t i = n % 3; i < n; i++)
            bytes[i] = (unsigned char)unit_random(&seed);
        buf_clear(&out);
        buf_clear(&back);
        base58_append(&out, view(bytes, n));
        ck_assert(base58_decode(&back, buf_span(&out)));
        check_span(buf_span(&back), view(bytes, n));
    }
}
END_TEST

START_TEST(one_encoder_for_many_parts)
{
    struct encoder e = {0};
    buf out = {0};
    encoder_make(&e, ENCODING_BASE64URL);
    encoder_append(&e, &out, S("\xfb\xff\xfe"));
    encoder_append(&e, &out, S("\xfb"));
    check_text(buf_span(&out), "-__--w==");
    ck_assert_uint_eq(span_len(encoding_alphabet(ENCODING_Z85)), 85);
    buf_clear(&out);
    encode_append(&out, ENCODING_Z85, S("abcde"));
    ck_assert_uint_eq(buf_len(&out), 5);
}
END_TEST

UNIT_MAIN("encode", vectors_of_rfc_4648, one_encoder_for_many_parts, there_and_back_in_parts,
          padding_and_garbage, one_digest_in_base64, base58)
