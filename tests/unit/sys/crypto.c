/* crypto.c - the digests of RFC 1321, FIPS 180, FIPS 202 and SM3, by the library and by plain C. */

#include "sys/crypto.h"
#include "digests.h"

struct answer {
    enum crypto_kind kind;
    size_t size;
    char const *abc, *all;
};

static struct answer const answers[] = {
    {CRYPTO_MD5, 16, "900150983cd24fb0d6963f7d28e17f72", "9d823e39d4e11220964094ef056a67dd"},
    {CRYPTO_SHA1, 20, "a9993e364706816aba3e25717850c26c9cd0d89d", "c87b6a2e7d350397085a36a6bc5d8ccc2c8fe1aa"},
    {CRYPTO_SHA224, 28, "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
     "9df8450f5491d988047d0bd6fe05a980def955d5607fddbd94e72a6f"},
    {CRYPTO_SHA256, 32, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
     "073fd975f2ee890b3420edb833bf4dd70918ce82cd1cecabf7a22e4ef0d32d73"},
    {CRYPTO_SHA384, 48,
     "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded163"
     "1a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
     "ba6557870d885f99240befe72afbe8a1702e26e53d49676e"
     "722b60ef4f3693f6cb634552b9150bd57df87ff1dd181d0b"},
    {CRYPTO_SHA512, 64,
     "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
     "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
     "fe81bc64dbf2381427db4dfa159b7a1c35e3b7c628280adab3f94d1819578afc"
     "574de834da6907461dd5672c54d13485234c99efff0f3d99271f08acec0429bc"},
    {CRYPTO_SM3, 32, "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
     "4f21c603991edf003d2e2399d04734d03b5f3010132406b82b62456194cd80ab"},
    {CRYPTO_SHA3_224, 28, "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf",
     "1d1cc93e395b09c86678de22e756edb46a0ef04abe2643bd61491103"},
    {CRYPTO_SHA3_256, 32, "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
     "ab7dc51da17cc9b12672f17a43d33dc1b93f624da9ef7a3174a320a9f09ec631"},
    {CRYPTO_SHA3_384, 48,
     "ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c25"
     "96da7cf0e49be4b298d88cea927ac7f539f1edf228376d25",
     "016bdd77ca1720b61d4b3b19a311647238dca8488b727906"
     "3d83987b377da05108c876d296a3e3ad8ef713cc07cfb4a8"},
    {CRYPTO_SHA3_512, 64,
     "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e"
     "10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0",
     "2d60c330094db08b61dbaf6ad2641c15496776ee3b700335c760aff1917f9319"
     "337a80c03838229d9d396e22149596b8b893e94d33487a35e8d402c09a191c70"},
};

static enum crypto_kind kind;
static uintmax_t expected;

static span digest(size_t size, span s, size_t step)
{
    static unsigned char result[CRYPTO_MOST + 1];
    struct crypto c = {0};
    memset(result, 'k', sizeof result);
    crypto_start(&c, kind, expected);
    while (!span_empty(s))
        crypto_add(&c, span_take(&s, span_len(span_at_most(s, step))));
    crypto_add(&c, (span){0});
    crypto_finish(&c, room(result, sizeof result));
    ck_assert_int_eq(result[size], 'k');
    return view(result, size);
}

static void check_all(void)
{
    ck_assert_uint_eq(sizeof answers / sizeof *answers, CRYPTO_KINDS);
    for (size_t i = 0; i < CRYPTO_KINDS; i++) {
        kind = answers[i].kind;
        ck_assert_uint_eq(crypto_size(kind), answers[i].size);
        ck_assert_str_eq(hex(digest(answers[i].size, S("abc"), 3)), answers[i].abc);
        ck_assert_str_eq(hex(digest_of_digests(digest, answers[i].size)), answers[i].all);
    }
}

START_TEST(for_a_few_bytes)
{
    check_all();
}
END_TEST

START_TEST(for_many_bytes)
{
    expected = UINTMAX_MAX;
    check_all();
}
END_TEST

START_TEST(plain_only)
{
    crypto_plain_only();
    expected = UINTMAX_MAX;
    check_all();
}
END_TEST

/* The examples of RFC 1321, appendix A.5. */
START_TEST(md5_suite)
{
    static char const *const suite[][2] = {
        {"", "d41d8cd98f00b204e9800998ecf8427e"},
        {"a", "0cc175b9c0f1b6a831c399e269772661"},
        {"message digest", "f96b697d7cb7938d525a2f31aaf161d0"},
        {"abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"},
        {"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
         "d174ab98d277d9f5a5611c2c9f419d9f"},
        {"12345678901234567890123456789012345678901234567890123456789012345678901234567890",
         "57edf4a22be3c955ac49da2e2107b67a"},
    };
    kind = CRYPTO_MD5;
    for (size_t i = 0; i < sizeof suite / sizeof *suite; i++)
        ck_assert_str_eq(hex(digest(16, text(suite[i][0]), 1000)), suite[i][1]);
}
END_TEST

START_TEST(refusals)
{
    for (size_t i = 0; i < CRYPTO_KINDS; i++) {
        struct crypto c = {0};
        unsigned char result[CRYPTO_MOST];
        size_t size = crypto_size(answers[i].kind);
        char said[100];
        sprintf(said, "safe-coreutils: internal error: mspan prefix (%zu, %zu)\n", size, size - 1);
        crypto_start(&c, answers[i].kind, 0);
        IN_CHILD_(crypto_finish(&c, room(result, size - 1)), SIGABRT, said);
    }
}
END_TEST

UNIT_MAIN("crypto", for_a_few_bytes, for_many_bytes, plain_only, md5_suite, refusals)
