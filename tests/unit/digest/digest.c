/* digest.c - algorithms by name and length, and files through them. */

#include "digest/digest.h"
#include "unit.h"

START_TEST(names_and_lengths)
{
    check_text(zstr_span(digest_name(DIGEST_BLAKE2B)), "BLAKE2b");
    check_text(zstr_span(digest_name(DIGEST_SM3)), "SM3");
    ck_assert_uint_eq(digest_most_bits(DIGEST_SHA384), 384);
    ck_assert(digest_is_number(DIGEST_CRC32B) && !digest_is_number(DIGEST_MD5));
    for (size_t bits = 0; bits < 600; bits++) {
        bool sha = bits == 224 || bits == 256 || bits == 384 || bits == 512;
        ck_assert_int_eq(digest_bits_allowed(DIGEST_SHA2, bits), sha);
        ck_assert_int_eq(digest_bits_allowed(DIGEST_SHA3, bits), sha);
        ck_assert_int_eq(digest_bits_allowed(DIGEST_BLAKE2B, bits), bits > 0 && bits <= 512 && bits % 8 == 0);
        ck_assert_int_eq(digest_bits_allowed(DIGEST_MD5, bits), bits == 128);
    }
}
END_TEST

static void check_digest(enum digest_algorithm algorithm, size_t bits, char const *wanted)
{
    reader in = {0};
    fdh fd = FDH_NONE;
    buf digest = {0}, hex = {0};
    uintmax_t length = 0;
    ck_assert_int_eq(fd_open(&fd, FDH_CWD, Z("in"), O_RDONLY, 0), 0);
    reader_open(&in, fd);
    struct digest_kind kind = {algorithm, bits};
    ck_assert_int_eq(digest_input(&in, kind, &digest, &length), 0);
    ck_assert_int_eq(reader_close(&in), 0);
    ck_assert_uint_eq(length, 6);
    digest_append_hex(&hex, buf_span(&digest));
    check_text(buf_span(&hex), wanted);
}

START_TEST(a_file)
{
    FILE *f = fopen("in", "w");
    ck_assert_ptr_nonnull(f);
    fputs("hello\n", f);
    fclose(f);
    check_digest(DIGEST_CRC, 32, "b3beab91");
    check_digest(DIGEST_CRC32B, 32, "363a3020");
    check_digest(DIGEST_BSD, 16, "9073");
    check_digest(DIGEST_SYSV, 16, "021e");
    check_digest(DIGEST_MD5, 128, "b1946ac92492d2347c6235b4d2611184");
    check_digest(DIGEST_BLAKE2B, 128, "ea41b4de6c03f13a95758b28dd75693e");
    check_digest(DIGEST_SHA2, 224, "2d6d67d91d0badcdd06cbbba1fe11538a68a37ec9c2e26457ceff12b");
}
END_TEST

UNIT_MAIN("digest", names_and_lengths, a_file)
