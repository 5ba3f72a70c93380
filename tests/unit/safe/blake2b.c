/* blake2b.c - BLAKE2b: the example of RFC 7693, every kind of length, and the vector form against the plain
   one. */

#include "safe/blake2b.h"
#include "digests.h"

static span digest(size_t size, span s, size_t step)
{
    static unsigned char result[BLAKE2B_MOST + 1];
    struct blake2b b = {0};
    memset(result, 'k', sizeof result);
    blake2b_start(&b, size);
    while (!span_empty(s))
        blake2b_add(&b, span_take(&s, span_len(span_at_most(s, step))));
    blake2b_add(&b, (span){0});
    blake2b_finish(&b, room(result, sizeof result));
    ck_assert_int_eq(result[size], 'k');
    return view(result, size);
}

static void known_answers(char const *tunables)
{
    setenv("GLIBC_TUNABLES", tunables, 1);
    ck_assert_str_eq(hex(digest(64, S("abc"), 3)),
        "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
        "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923");
    ck_assert_str_eq(hex(digest(1, S("abc"), 3)), "6b");
    ck_assert_str_eq(hex(digest(8, S("abc"), 3)), "d8bb14d833d59559");
    ck_assert_str_eq(hex(digest_of_digests(digest, 1)), "f1");
    ck_assert_str_eq(hex(digest_of_digests(digest, 20)), "ec29dfb0673198f85125201130b4862756611742");
    ck_assert_str_eq(hex(digest_of_digests(digest, 32)),
        "ff0229b5c773326d5f2de82dec6efc3b4b6ac3c36e64836c48cf7dcecd7d6a1c");
    ck_assert_str_eq(hex(digest_of_digests(digest, 63)),
        "f0cdca472a8fb66c0091238cdd058f409db779f8e30b1edcb6ae2e62547ab591"
        "da8e32a7fdcfbe45af054843ee61dffa63a35968579f6491d674ee0769db5b");
    ck_assert_str_eq(hex(digest_of_digests(digest, 64)),
        "0768b7e355c40437684187c60fcced44b977037647a0ea0412d9bb4aa8811cbe"
        "9e41ec2f64641e40e503a4170f10ed3baaa95a46cce3d69a2fa2427589dee0c7");
}

START_TEST(answers_as_the_processor_chooses)
{
    known_answers("");
}
END_TEST

START_TEST(answers_without_avx2)
{
    known_answers("glibc.cpu.hwcaps=-AVX2");
}
END_TEST

START_TEST(vector_and_plain_form)
{
    unsigned char bytes[8 * BLAKE2B_BLOCK];
    uint64_t seed = 5;
    for (int round = 0; round < 2000; round++) {
        uint64_t a[8], b[8];
        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = (unsigned char)unit_random(&seed);
        for (size_t i = 0; i < 8; i++)
            a[i] = b[i] = unit_random(&seed);
        struct blake2b_position at = {.done = unit_random(&seed), .last = round % 2 ? UINT64_MAX : 0};
        size_t blocks = at.last ? 1 : unit_random(&seed) % 8;
        blake2b_blocks_(a, bytes + round % 3, blocks, at);
        blake2b_plain_blocks_(b, bytes + round % 3, blocks, at);
        ck_assert_int_eq(memcmp(a, b, sizeof a), 0);
    }
}
END_TEST

START_TEST(refusals)
{
    struct blake2b b = {0};
    unsigned char result[63];
    FAULTS("BLAKE2b size (0, 64)", blake2b_start(&b, 0));
    FAULTS("BLAKE2b size (65, 64)", blake2b_start(&b, 65));
    blake2b_start(&b, 64);
    FAULTS("mspan prefix (64, 63)", blake2b_finish(&b, room(result, 63)));
}
END_TEST

START_TEST(starting_again)
{
    struct blake2b b = {0};
    unsigned char first[32], second[32];
    blake2b_start(&b, 32);
    blake2b_add(&b, digest_message(500));
    blake2b_finish(&b, room(first, 32));
    blake2b_start(&b, 32);
    blake2b_add(&b, digest_message(500));
    blake2b_finish(&b, room(second, 32));
    ck_assert_int_eq(memcmp(first, second, 32), 0);
}
END_TEST

UNIT_MAIN("blake2b", answers_as_the_processor_chooses, answers_without_avx2, vector_and_plain_form, refusals,
          starting_again)
