/* sha3.c - SHA-3: the empty message and "abc" of FIPS 202's examples, and every kind of length. */

#include "safe/sha3.h"
#include "digests.h"

static span digest(size_t size, span s, size_t step)
{
    static unsigned char result[65];
    struct sha3 h = {0};
    memset(result, 'k', sizeof result);
    sha3_start(&h, size);
    while (!span_empty(s))
        sha3_add(&h, span_take(&s, span_len(span_at_most(s, step))));
    sha3_add(&h, (span){0});
    sha3_finish(&h, room(result, sizeof result));
    ck_assert_int_eq(result[size], 'k');
    return view(result, size);
}

START_TEST(answers)
{
    struct { size_t size; char const *empty, *abc, *all; } const cases[] = {
        {28, "6b4e03423667dbb73b6e15454f0eb1abd4597f9a1b078e3f5b5a6bc7",
         "e642824c3f8cf24ad09234ee7d3c766fc9a3a5168d0c94ad73b46fdf",
         "1d1cc93e395b09c86678de22e756edb46a0ef04abe2643bd61491103"},
        {32, "a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a",
         "3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
         "ab7dc51da17cc9b12672f17a43d33dc1b93f624da9ef7a3174a320a9f09ec631"},
        {48, "0c63a75b845e4f7d01107d852e4c2485c51a50aaaa94fc61995e71bbee983a2a"
             "c3713831264adb47fb6bd1e058d5f004",
         "ec01498288516fc926459f58e2c6ad8df9b473cb0fc08c2596da7cf0e49be4b2"
         "98d88cea927ac7f539f1edf228376d25",
         "016bdd77ca1720b61d4b3b19a311647238dca8488b7279063d83987b377da051"
         "08c876d296a3e3ad8ef713cc07cfb4a8"},
        {64, "a69f73cca23a9ac5c8b567dc185a756e97c982164fe25859e0d1dcc1475c80a6"
             "15b2123af1f5f94c11e3e9402c3ac558f500199d95b6d3e301758586281dcd26",
         "b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e"
         "10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0",
         "2d60c330094db08b61dbaf6ad2641c15496776ee3b700335c760aff1917f9319"
         "337a80c03838229d9d396e22149596b8b893e94d33487a35e8d402c09a191c70"},
    };
    for (size_t i = 0; i < 4; i++) {
        ck_assert_str_eq(hex(digest(cases[i].size, S(""), 1)), cases[i].empty);
        ck_assert_str_eq(hex(digest(cases[i].size, S("abc"), 3)), cases[i].abc);
        ck_assert_str_eq(hex(digest_of_digests(digest, cases[i].size)), cases[i].all);
    }
}
END_TEST

START_TEST(refusals)
{
    struct sha3 h = {0};
    unsigned char result[64];
    FAULTS("SHA-3 state (0, 0)", sha3_add(&h, S("x")));
    FAULTS("SHA-3 state (0, 0)", sha3_finish(&h, room(result, 64)));
    FAULTS("SHA-3 size (0, 64)", sha3_start(&h, 0));
    FAULTS("SHA-3 size (27, 64)", sha3_start(&h, 27));
    FAULTS("SHA-3 size (65, 64)", sha3_start(&h, 65));
    sha3_start(&h, 28);
    FAULTS("mspan prefix (28, 27)", sha3_finish(&h, room(result, 27)));
}
END_TEST

UNIT_MAIN("SHA-3", answers, refusals)
