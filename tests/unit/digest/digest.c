/* digest.c - algorithms by name, inputs through all of them, digests as text. */

#include "digest/digest.h"
#include "digests.h"

START_TEST(algorithms)
{
    ck_assert_str_eq(zstr_c(digest_name(DIGEST_BSD)), "BSD");
    ck_assert_str_eq(zstr_c(digest_name(DIGEST_CRC32B)), "CRC32B");
    ck_assert_str_eq(zstr_c(digest_name(DIGEST_BLAKE2B)), "BLAKE2b");
    ck_assert_str_eq(zstr_c(digest_name(DIGEST_SM3)), "SM3");
    for (enum digest_algorithm a = DIGEST_BSD; a <= DIGEST_SM3; a++) {
        ck_assert_int_eq(digest_is_number(a), a <= DIGEST_CRC32B);
        ck_assert(digest_bits_allowed(a, digest_most_bits(a)));
        ck_assert(!digest_bits_allowed(a, digest_most_bits(a) + 8) && !digest_bits_allowed(a, 0));
        ck_assert(!digest_bits_allowed(a, SIZE_MAX) && !digest_bits_allowed(a, digest_most_bits(a) - 1));
        ck_assert_int_eq(digest_bits_allowed(a, 8), a == DIGEST_BLAKE2B);
    }
    ck_assert_uint_eq(digest_most_bits(DIGEST_SYSV), 16);
    ck_assert_uint_eq(digest_most_bits(DIGEST_MD5), 128);
    ck_assert(digest_bits_allowed(DIGEST_SHA3, 224) && !digest_bits_allowed(DIGEST_SHA3, 232));
    ck_assert(digest_bits_allowed(DIGEST_SHA2, 384) && !digest_bits_allowed(DIGEST_SHA256, 224));
    FAULTS("zstrs index (14, 14)", digest_name(DIGEST_SM3 + 1));
}
END_TEST

/* The digest of the file NAME, which is LENGTH bytes long, in hexadecimal. */
static char const *of_file(char const *name, struct digest_kind kind, uintmax_t length)
{
    reader in = {0};
    fdh f = FDH_NONE;
    buf out = {0};
    uintmax_t got = 77;
    buf_append(&out, S("what was there before"));
    ck_assert_int_eq(fd_open(&f, FDH_CWD, zstr_of_c_(name), O_RDONLY, 0), 0);
    reader_open(&in, f);
    ck_assert_int_eq(digest_input(&in, kind, &out, &got), 0);
    ck_assert_int_eq(reader_close(&in), 0);
    ck_assert_uint_eq(got, length);
    return hex(buf_span(&out));
}

START_TEST(old_sums)
{
    struct { enum digest_algorithm algorithm; unsigned empty, abc, more; } const cases[] = {
        {DIGEST_BSD, 0, 16556, 55401}, {DIGEST_SYSV, 0, 294, 40751},
        {DIGEST_CRC, 4294967295, 1219131554, 4026004798}, {DIGEST_CRC32B, 0, 891568578, 3008608506},
    };
    unit_write("empty", S(""));
    unit_write("abc", S("abc"));
    unit_write("more", digest_message(100000));
    for (size_t i = 0; i < 4; i++) {
        struct digest_kind kind = {cases[i].algorithm, digest_most_bits(cases[i].algorithm)};
        char want[20];
        int width = kind.bits == 16 ? 4 : 8;
        sprintf(want, "%0*x", width, cases[i].empty);
        ck_assert_str_eq(of_file("empty", kind, 0), want);
        sprintf(want, "%0*x", width, cases[i].abc);
        ck_assert_str_eq(of_file("abc", kind, 3), want);
        sprintf(want, "%0*x", width, cases[i].more);
        ck_assert_str_eq(of_file("more", kind, 100000), want);
    }
}
END_TEST

START_TEST(digests_of_a_file)
{
    struct { struct digest_kind kind; char const *abc; } const cases[] = {
        {{DIGEST_MD5, 128}, "900150983cd24fb0d6963f7d28e17f72"},
        {{DIGEST_SHA1, 160}, "a9993e364706816aba3e25717850c26c9cd0d89d"},
        {{DIGEST_SHA224, 224}, "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"},
        {{DIGEST_SHA2, 224}, "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"},
        {{DIGEST_SHA256, 256}, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {{DIGEST_SHA2, 256}, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {{DIGEST_SHA384, 384}, "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded163"
                               "1a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"},
        {{DIGEST_SHA3, 256}, "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532"},
        {{DIGEST_SHA3, 224}, "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf"},
        {{DIGEST_BLAKE2B, 8}, "6b"}, {{DIGEST_BLAKE2B, 64}, "d8bb14d833d59559"},
        {{DIGEST_SM3, 256}, "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"},
    };
    unit_write("abc", S("abc"));
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_str_eq(of_file("abc", cases[i].kind, 3), cases[i].abc);
}
END_TEST

/* Pipes and errors while reading. */
START_TEST(other_inputs)
{
    reader in = {0}, directory = {0};
    fdh f = FDH_NONE;
    int ends[2];
    buf out = {0};
    uintmax_t length = 0;
    ck_assert_int_eq(pipe(ends), 0);
    ck_assert_int_eq(write(ends[1], "abc", 3), 3);
    close(ends[1]);
    reader_open(&in, (fdh){ends[0] + 1});
    ck_assert_int_eq(digest_input(&in, (struct digest_kind){DIGEST_MD5, 128}, &out, &length), 0);
    ck_assert_str_eq(hex(buf_span(&out)), "900150983cd24fb0d6963f7d28e17f72");
    ck_assert_uint_eq(length, 3);
    ck_assert_int_eq(fd_open(&f, FDH_CWD, Z("/"), O_RDONLY, 0), 0);
    reader_open(&directory, f);
    for (enum digest_algorithm a = DIGEST_BSD; a <= DIGEST_SM3; a++) {
        struct digest_kind kind = {a, digest_most_bits(a)};
        ck_assert_int_eq(digest_input(&directory, kind, &out, &length), EISDIR);
    }
}
END_TEST

START_TEST(as_text)
{
    buf out = {0};
    digest_append_hex(&out, S("\0\x01\xab\xff"));
    digest_append_hex(&out, (span){0});
    check_text(buf_span(&out), "0001abff");
    digest_append_base64(&out, S("f"));
    check_text(buf_span(&out), "0001abffZg==");
    ck_assert_uint_eq(digest_number(S("\x48\xaa\x78\xa2")), 1219131554);
    ck_assert_uint_eq(digest_number(S("\xff\xfe")), 65534);
    ck_assert_uint_eq(digest_number((span){0}), 0);
}
END_TEST

START_TEST(from_text)
{
    struct { char const *text; size_t bits; bool base64, good; char const *hex; } const cases[] = {
        {"00ABcdef", 32, false, true, "00abcdef"}, {"00ABcdef", 24, false, false, ""},
        {"00ABcde", 28, false, false, ""}, {"00ABcdeg", 32, false, false, ""}, {"", 8, false, false, ""},
        {"0x", 8, false, false, ""}, {"@G", 8, false, false, ""}, {"/:", 8, false, false, ""},
        {"Zm9v", 24, true, true, "666f6f"}, {"Zg==", 8, true, true, "66"}, {"Zm8=", 16, true, true, "666f"},
        {"Zh==", 8, true, true, ""}, {"Zg==", 16, true, false, ""}, {"Zg", 8, true, false, ""},
        {"Zm9v", 24, false, false, ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        buf out = {0};
        buf_append(&out, S("before"));
        bool good = digest_decode(text(cases[i].text), cases[i].bits, cases[i].base64, &out);
        ck_assert_msg(good == cases[i].good, "%s", cases[i].text);
        if (good)
            ck_assert_str_eq(hex(buf_span(&out)), cases[i].hex);
    }
}
END_TEST

UNIT_MAIN("digest", algorithms, old_sums, digests_of_a_file, other_inputs, as_text, from_text)
