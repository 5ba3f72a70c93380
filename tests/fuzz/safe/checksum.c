/* checksum.c - sums and digests: each kernel against its plain form, and parts against the whole. */
/* again: GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-AVX512F,-PCLMULQDQ */

#include "fuzz/fuzz.h"
#include "safe/blake2b.h"
#include "safe/checksum.h"
#include "safe/sha3.h"

static uint16_t rotating(span s, uint16_t sum)
{
    for (size_t i = 0; i < s.n_; i++)
        sum = (uint16_t)((uint16_t)(sum >> 1 | sum << 15) + s.p_[i]);
    return sum;
}

static void check_sums(span s, size_t cut, uint32_t crc)
{
    span head = span_first(s, cut), tail = span_drop(s, cut);
    REQUIRE(crc_posix(crc, s) == checksum_plain_posix_(crc, s));
    REQUIRE(crc_posix(crc_posix(crc, head), tail) == crc_posix(crc, s));
    REQUIRE(crc_ethernet(crc, s) == checksum_plain_ethernet_(crc, s));
    REQUIRE(crc_ethernet(crc_ethernet(crc, head), tail) == crc_ethernet(crc, s));
    REQUIRE(span_sum(s) == checksum_plain_sum_(s) && span_sum(head) + span_sum(tail) == span_sum(s));
    REQUIRE(span_rotating_sum(s, (uint16_t)crc) == rotating(s, (uint16_t)crc));
}

static void check_sha3(span s, size_t cut, size_t size)
{
    unsigned char whole[64] = {0}, parts[64] = {0};
    struct sha3 h = {0};
    sha3_start(&h, size);
    sha3_add(&h, s);
    sha3_finish(&h, (mspan){whole, size});
    sha3_start(&h, size);
    sha3_add(&h, span_first(s, cut));
    for (size_t i = cut; i < s.n_; i++)
        sha3_add(&h, (span){s.p_ + i, 1});
    sha3_finish(&h, (mspan){parts, size});
    REQUIRE(memcmp(whole, parts, sizeof whole) == 0);
}

static void check_blake2b(span s, size_t cut, size_t size)
{
    unsigned char whole[BLAKE2B_MOST] = {0}, parts[BLAKE2B_MOST] = {0};
    struct blake2b h = {0};
    blake2b_start(&h, size);
    blake2b_add(&h, s);
    blake2b_finish(&h, (mspan){whole, size});
    blake2b_start(&h, size);
    blake2b_add(&h, span_first(s, cut));
    for (size_t i = cut; i < s.n_; i++)
        blake2b_add(&h, (span){s.p_ + i, 1});
    blake2b_finish(&h, (mspan){parts, size});
    REQUIRE(memcmp(whole, parts, sizeof whole) == 0);

    uint64_t fast[8] = {0}, plain[8] = {0};
    size_t blocks = s.n_ / BLAKE2B_BLOCK;
    for (size_t i = 0; i < 8; i++)
        fast[i] = plain[i] = cut * 0x9E3779B97F4A7C15u + i;
    struct blake2b_position at = {.done = cut, .last = size % 2 ? UINT64_MAX : 0};
    blake2b_blocks_(fast, s.p_, blocks, at);
    blake2b_plain_blocks_(plain, s.p_, blocks, at);
    REQUIRE(memcmp(fast, plain, sizeof fast) == 0);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    unsigned times = 1 + fuzz_byte(&f) % 9, cut = fuzz_byte(&f) * 8;
    uint32_t crc = (uint32_t)fuzz_u64(&f);
    span s = fuzz_rest(&f);
    /* Long enough for the widest loops. */
    mspan room = fuzz_room(s.n_ * times), rest = room;
    for (unsigned i = 0; i < times; i++)
        mspan_put(&rest, s);
    span all = mspan_span(room);
    size_t at = cut < all.n_ ? cut : all.n_;
    check_sums(all, at, crc);
    check_sha3(all, at, (size_t[]){28, 32, 48, 64}[times % 4]);
    check_blake2b(all, at, 1 + crc % BLAKE2B_MOST);
    free(room.p_);
    return 0;
}
