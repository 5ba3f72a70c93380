/* chacha.c - the stream against published blocks, by the kernel and by its plain twin, and decimal digits. */

#include "safe/chacha.h"
#include "safe/decimal.h"
#include "safe/kernels.h"
#include "unit.h"

#include <inttypes.h>

/* Both forms, from BLOCK on. */
static void check_twins(struct chacha c, uint64_t block)
{
    unsigned char fast[3 * CHACHA_STEP], plain[3 * CHACHA_STEP];
    c.block_ = block;
    chacha_blocks_(&c, room(fast, sizeof fast));
    chacha_plain_blocks_(&c, room(plain, sizeof plain));
    ck_assert_mem_eq(fast, plain, sizeof fast);
}

START_TEST(twins)
{
    unsigned char key[CHACHA_KEY];
    uint64_t seed = 7;
    for (unsigned rounds = 0; rounds <= 20; rounds += 2) {
        struct chacha c;
        for (size_t i = 0; i < sizeof key; i++)
            key[i] = (unsigned char)unit_random(&seed);
        chacha_start(&c, view(key, sizeof key), rounds);
        check_twins(c, unit_random(&seed));
        /* Where counts of blocks get a second word, and where they wrap. */
        for (uint64_t before = 0; before <= 12; before++) {
            check_twins(c, ((uint64_t)1 << 32) - before);
            check_twins(c, 0 - before);
        }
    }
}
END_TEST

static void check_stream(unsigned rounds, unsigned char const *want, size_t n)
{
    unsigned char key[CHACHA_KEY] = {0}, got[2 * CHACHA_STEP], again[CHACHA_STEP];
    struct chacha c;
    chacha_start(&c, view(key, sizeof key), rounds);
    chacha_fill(&c, room(got, sizeof got));
    ck_assert_mem_eq(got, want, n);
    /* In smaller steps the stream is the same. */
    chacha_start(&c, view(key, sizeof key), rounds);
    chacha_fill(&c, room(again, sizeof again));
    ck_assert_mem_eq(again, got, sizeof again);
    chacha_fill(&c, room(again, sizeof again));
    ck_assert_mem_eq(again, got + CHACHA_STEP, sizeof again);
}

static void published(char const *tunables)
{
    setenv("GLIBC_TUNABLES", tunables, 1);
    /* RFC 8439, A.1, vectors 1 and 2 (block counters 0 and 1). */
    static unsigned char const rounds20[] = {
        0x76, 0xb8, 0xe0, 0xad, 0xa0, 0xf1, 0x3d, 0x90, 0x40, 0x5d, 0x6a, 0xe5, 0x53, 0x86, 0xbd, 0x28,
        0xbd, 0xd2, 0x19, 0xb8, 0xa0, 0x8d, 0xed, 0x1a, 0xa8, 0x36, 0xef, 0xcc, 0x8b, 0x77, 0x0d, 0xc7,
        0xda, 0x41, 0x59, 0x7c, 0x51, 0x57, 0x48, 0x8d, 0x77, 0x24, 0xe0, 0x3f, 0xb8, 0xd8, 0x4a, 0x37,
        0x6a, 0x43, 0xb8, 0xf4, 0x15, 0x18, 0xa1, 0x1c, 0xc3, 0x87, 0xb6, 0x69, 0xb2, 0xee, 0x65, 0x86,
        0x9f, 0x07, 0xe7, 0xbe, 0x55, 0x51, 0x38, 0x7a, 0x98, 0xba, 0x97, 0x7c, 0x73, 0x2d, 0x08, 0x0d,
    };
    static unsigned char const rounds8[] = {
        0x3e, 0x00, 0xef, 0x2f, 0x89, 0x5f, 0x40, 0xd6, 0x7f, 0x5b, 0xb8, 0xe8, 0x1f, 0x09, 0xa5, 0xa1,
        0x2c, 0x84, 0x0e, 0xc3, 0xce, 0x9a, 0x7f, 0x3b, 0x18, 0x1b, 0xe1, 0x88, 0xef, 0x71, 0x1a, 0x1e,
    };
    check_stream(20, rounds20, sizeof rounds20);
    check_stream(8, rounds8, sizeof rounds8);
}

START_TEST(published_as_the_processor_chooses)
{
    published("");
}
END_TEST

START_TEST(published_without_avx2)
{
    published("glibc.cpu.hwcaps=-AVX2");
}
END_TEST

START_TEST(misuse)
{
    struct chacha c = {0};
    unsigned char bytes[CHACHA_STEP] = {0};
    chacha_fill(&c, (mspan){0});
    FAULTS("chacha (31, 8)", chacha_start(&c, view(bytes, 31), 8));
    FAULTS("chacha output (255, 256)", chacha_fill(&c, room(bytes, 255)));
}
END_TEST

static void check_decimal(uint64_t v)
{
    unsigned char got[DECIMAL_ROOM];
    char want[DECIMAL_ROOM];
    mspan rest = room(got, sizeof got);
    mspan_put_decimal(&rest, v);
    int n = snprintf(want, sizeof want, "%" PRIu64, v);
    ck_assert_uint_eq(mspan_len(rest), sizeof got - (size_t)n);
    ck_assert_mem_eq(got, want, (size_t)n);
}

START_TEST(decimal)
{
    ck_assert_uint_eq(decimal_eight(0), 0);
    ck_assert_uint_eq(decimal_eight(12345678), 0x0807060504030201);
    ck_assert_uint_eq(decimal_eight(99999999), 0x0909090909090909);
    for (uint64_t v = 0; v < 20000; v++)
        check_decimal(v);
    for (uint64_t v = 1; v < UINT64_MAX / 10; v *= 10)
        for (uint64_t d = 0; d < 3; d++) {
            check_decimal(v - 1 + d);
            check_decimal(v * 7 + d);
        }
    for (int shift = 0; shift < 64; shift++)
        check_decimal(0x9E3779B97F4A7C15 >> shift);
    check_decimal(UINT64_MAX);
    check_decimal(10000000000000000000U);
    unsigned char small[DECIMAL_ROOM - 1];
    mspan rest = room(small, sizeof small);
    FAULTS("decimal number (23, 24)", mspan_put_decimal(&rest, 1));
}
END_TEST

/* Blocks of all lengths, by the kernel and by its plain twin, are what single numbers are. */
START_TEST(decimal_blocks)
{
    uint64_t v = 0, many[DECIMAL_BLOCK], plain[DECIMAL_BLOCK];
    for (size_t n = 0; n <= DECIMAL_BLOCK; n++) {
        decimal_block block = {0};
        unsigned char got[DECIMAL_BLOCK * DECIMAL_LINE], want[sizeof got + DECIMAL_ROOM];
        mspan end = room(want, sizeof want), rest = room(got, n * DECIMAL_LINE);
        for (size_t i = 0; i < n; i++) {
            v = i % 7 == 0 ? (uint64_t[]){0, 9, 10, 9999, 10000, 99999999, 12345678}[i / 7 % 7]
                           : (v * 6364136223846793005 + 1442695040888963407) % 100000000;
            many[i] = plain[i] = v;
            decimal_block_set(&block, i, v);
            mspan_put_decimal(&end, v);
            mspan_push(&end, n % 2 ? '\n' : 0);
        }
        kernel_decimal(many, n);
        kernel_plain_decimal(plain, n);
        ck_assert(memcmp(many, plain, n * sizeof *many) == 0);
        decimal_block_put(&block, n, &rest, n % 2 ? '\n' : 0);
        size_t len = n * DECIMAL_LINE - mspan_len(rest);
        ck_assert_uint_eq(len, sizeof want - mspan_len(end));
        ck_assert(memcmp(got, want, len) == 0);
    }
    decimal_block block = {0};
    unsigned char bytes[(DECIMAL_BLOCK + 1) * DECIMAL_LINE];
    mspan rest = room(bytes, sizeof bytes), small = room(bytes, 2 * DECIMAL_LINE - 1);
    FAULTS("decimal block (65, 585)", decimal_block_put(&block, DECIMAL_BLOCK + 1, &rest, 0));
    FAULTS("decimal block (2, 17)", decimal_block_put(&block, 2, &small, 0));
}
END_TEST

UNIT_MAIN("chacha", published_as_the_processor_chooses, published_without_avx2, twins, misuse, decimal, decimal_blocks)
