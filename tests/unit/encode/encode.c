/* encode.c - the encodings: examples of RFC 4648, and texts that are broken in every way. */

#include "encode/encode.h"
#include "unit.h"

START_TEST(examples)
{
    struct { enum encoding encoding; span bytes, text; } const cases[] = {
        {ENCODING_BASE64, S(""), S("")}, {ENCODING_BASE64, S("f"), S("Zg==")},
        {ENCODING_BASE64, S("fo"), S("Zm8=")}, {ENCODING_BASE64, S("foo"), S("Zm9v")},
        {ENCODING_BASE64, S("foobar"), S("Zm9vYmFy")}, {ENCODING_BASE64, S("\xfb\xff\xbf"), S("+/+/")},
        {ENCODING_BASE64URL, S("\0\1\xfe\xffhell"), S("AAH-_2hlbGw=")},
        {ENCODING_BASE32, S("f"), S("MY======")}, {ENCODING_BASE32, S("fo"), S("MZXQ====")},
        {ENCODING_BASE32, S("foo"), S("MZXW6===")}, {ENCODING_BASE32, S("foob"), S("MZXW6YQ=")},
        {ENCODING_BASE32, S("fooba"), S("MZXW6YTB")}, {ENCODING_BASE32, S("foobar"), S("MZXW6YTBOI======")},
        {ENCODING_BASE32HEX, S("foobar"), S("CPNMUOJ1E8======")},
        {ENCODING_BASE16, S("foobar"), S("666F6F626172")},
        {ENCODING_BASE2MSBF, S("A"), S("01000001")}, {ENCODING_BASE2LSBF, S("A"), S("10000010")},
        {ENCODING_Z85, S("\x86\x4F\xD2\x6F\xB5\x59\xF7\x5B"), S("HelloWorld")},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        buf digits = {0}, bytes = {0};
        struct decoder d = {0};
        encode_append(&digits, cases[i].encoding, cases[i].bytes);
        check_span(buf_span(&digits), cases[i].text);
        decoder_make(&d, cases[i].encoding, false);
        ck_assert(decoder_add(&d, &bytes, cases[i].text) && decoder_finish(&d, &bytes));
        check_span(buf_span(&bytes), cases[i].bytes);
    }
}
END_TEST

/* Base 85 leaves out what is no whole group; nothing that was there is lost. */
START_TEST(appending)
{
    buf digits = {0};
    struct encoder e = {0};
    encode_append(&digits, ENCODING_Z85, S("\x86\x4F\xD2\x6Fxyz"));
    check_text(buf_span(&digits), "Hello");
    encoder_make(&e, ENCODING_BASE64);
    ck_assert(e.padded && byteset_has(&e.garbage, '!') && !byteset_has(&e.garbage, '='));
    encoder_append(&e, &digits, S("foo"));
    encoder_append(&e, &digits, (span){0});
    encoder_append(&e, &digits, S("f"));
    check_text(buf_span(&digits), "HelloZm9vZg==");
}
END_TEST

START_TEST(alphabets)
{
    for (enum encoding e = ENCODING_BASE64; e <= ENCODING_Z85; e++) {
        static size_t const sizes[] = {64, 64, 58, 32, 32, 16, 2, 2, 85};
        span alphabet = encoding_alphabet(e);
        ck_assert_uint_eq(span_len(alphabet), sizes[e]);
        for (size_t i = 0; i < span_len(alphabet); i++)
            ck_assert_uint_eq(span_find(alphabet, span_at(alphabet, i)), i);
    }
}
END_TEST

struct text_case {
    enum encoding encoding;
    bool good;
    char const *text, *bytes;
};

/* What GNU basenc -d writes for these, and whether it succeeds. */
static struct text_case const texts[] = {
    {ENCODING_BASE64, true, "", ""}, {ENCODING_BASE64, true, "Zg", "f"}, {ENCODING_BASE64, true, "Zm8", "fo"},
    {ENCODING_BASE64, false, "Zg=", "f"}, {ENCODING_BASE64, false, "Zh==", "f"},
    {ENCODING_BASE64, false, "Z", ""}, {ENCODING_BASE64, false, "====", ""},
    {ENCODING_BASE64, false, "Zm9v====", "foo"}, {ENCODING_BASE64, true, "Zg==Zm8=", "ffo"},
    {ENCODING_BASE64, false, "Zm9v!Zm9v", "foo"}, {ENCODING_BASE64, true, "Z\nm\n9v\n", "foo"},
    {ENCODING_BASE64, true, "\n\n", ""}, {ENCODING_BASE64, false, "Zm=v", "f"},
    {ENCODING_BASE64, false, "=Zm9", ""}, {ENCODING_BASE64, false, "Zm9", "fo"},
    {ENCODING_BASE64, false, "Zm9vZ", "foo"}, {ENCODING_BASE64URL, false, "+/+/", ""},
    {ENCODING_BASE32, true, "MY", "f"}, {ENCODING_BASE32, true, "MZXW6", "foo"},
    {ENCODING_BASE32, false, "MY===", ""}, {ENCODING_BASE32, false, "MZ======", "f"},
    {ENCODING_BASE32, false, "my======", ""}, {ENCODING_BASE32, false, "========", ""},
    {ENCODING_BASE32, false, "MZXW6YT1", "foob"},
    {ENCODING_BASE16, true, "4A", "J"}, {ENCODING_BASE16, true, "fF", "\xff"},
    {ENCODING_BASE16, false, "4a4", "J"}, {ENCODING_BASE16, false, "0g", ""},
    {ENCODING_BASE16, false, "ABCDEF0", "\xab\xcd\xef"}, {ENCODING_BASE2MSBF, true, "10000010", "\x82"},
    {ENCODING_BASE2LSBF, true, "10000010", "A"}, {ENCODING_BASE2MSBF, false, "0100000", ""},
    {ENCODING_BASE2MSBF, false, "0100000201000001", ""}, {ENCODING_BASE2LSBF, false, "0100000", ""},
    {ENCODING_Z85, true, "%nSc0", "\xff\xff\xff\xff"}, {ENCODING_Z85, false, "%nSc1", ""},
    {ENCODING_Z85, false, "Hell", ""}, {ENCODING_Z85, false, "Hel\"o", ""},
    {ENCODING_Z85, false, "HelloWor", "\x86O\xd2o"},
};

START_TEST(right_and_wrong_texts)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t step = 1; step < 12; step++) {
            struct decoder d = {0};
            buf bytes = {0};
            span rest = text(texts[i].text);
            bool good = true;
            decoder_make(&d, texts[i].encoding, false);
            while (good && !span_empty(rest))
                good = decoder_add(&d, &bytes, span_take(&rest, span_len(span_at_most(rest, step))));
            good = good && decoder_finish(&d, &bytes);
            ck_assert_msg(good == texts[i].good, "%s", texts[i].text);
            check_text(buf_span(&bytes), texts[i].bytes);
        }
}
END_TEST

START_TEST(garbage)
{
    struct decoder d = {0};
    buf bytes = {0};
    decoder_make(&d, ENCODING_BASE64, true);
    ck_assert(decoder_add(&d, &bytes, S(" Z m9\tv*!\xff\0Z")) && decoder_add(&d, &bytes, S("?g")));
    ck_assert(decoder_finish(&d, &bytes));
    check_text(buf_span(&bytes), "foof");
    ck_assert(!decoder_add(&d, &bytes, S("Z=g=")));
}
END_TEST

/* Lines of all lengths, there and back. */
START_TEST(long_texts)
{
    static unsigned char message[5000];
    uint64_t seed = 3;
    for (size_t i = 0; i < sizeof message; i++)
        message[i] = (unsigned char)(unit_random(&seed) >> 20);
    for (enum encoding e = ENCODING_BASE64; e <= ENCODING_Z85; e++) {
        if (e == ENCODING_BASE58)
            continue;
        for (size_t width = 1; width < 100; width += 9) {
            buf digits = {0}, lines = {0}, bytes = {0};
            struct decoder d = {0};
            encode_append(&digits, e, view(message, sizeof message));
            for (span rest = buf_span(&digits); !span_empty(rest);) {
                buf_append(&lines, span_take(&rest, span_len(span_at_most(rest, width))));
                buf_push(&lines, '\n');
            }
            decoder_make(&d, e, false);
            for (span rest = buf_span(&lines); !span_empty(rest);)
                ck_assert(decoder_add(&d, &bytes, span_take(&rest, span_len(span_at_most(rest, 777)))));
            ck_assert(decoder_finish(&d, &bytes));
            check_span(buf_span(&bytes), view(message, sizeof message));
        }
    }
}
END_TEST

START_TEST(base64_of_digests)
{
    struct { char const *text, *bytes; bool good, exact; } const cases[] = {
        {"", "", true, true}, {"Zm9v", "foo", true, true}, {"Zg==", "f", true, true},
        {"Zh==", "f", true, false}, {"Zm9=", "fo", true, false}, {"Zg", "", false, false},
        {"Zm9v\n", "", false, false}, {"Z===", "", false, false}, {"====", "", false, false},
        {"Zm9*", "fo", false, false}, {"=m9v", "", false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        buf bytes = {0};
        bool exact = !cases[i].exact;
        bool good = encode_decode_base64(text(cases[i].text), &bytes, &exact);
        ck_assert_msg(good == cases[i].good, "%s", cases[i].text);
        ck_assert_msg(exact == cases[i].exact, "%s", cases[i].text);
        if (good)
            check_text(buf_span(&bytes), cases[i].bytes);
    }
}
END_TEST

START_TEST(base_58_has_no_encoder)
{
    struct encoder e = {0};
    FAULTS("base (58, 85)", encoder_make(&e, ENCODING_BASE58));
}
END_TEST

UNIT_MAIN("encode", examples, appending, alphabets, right_and_wrong_texts, garbage, long_texts,
          base64_of_digests, base_58_has_no_encoder)
