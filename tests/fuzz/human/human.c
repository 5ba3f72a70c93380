/* human.c - amounts in blocks against 128-bit division; sizes that are read give a usable unit. */

#include "fuzz/fuzz.h"
#include "human/human.h"

__extension__ typedef unsigned __int128 wide;

static void check_blocks(buf *out, uint64_t amount, uint64_t size, uint64_t block)
{
    wide product = (wide)amount * size, low = product / block, rest = product % block;
    wide half = rest > block - rest || (rest == block - rest && (low & 1)) ? 1 : 0;
    wide want[] = {[HUMAN_UP] = low + (rest != 0), [HUMAN_NEAREST] = low + half, [HUMAN_DOWN] = low};
    for (int how = HUMAN_UP; how <= HUMAN_DOWN; how++) {
        char digits[48] = "";
        size_t at = sizeof digits;
        wide v = want[how];
        do
            digits[--at] = (char)('0' + (int)(v % 10));
        while ((v /= 10) != 0);
        buf_clear(out);
        human_append(out, amount, size, HUMAN_BLOCKS(block), (enum human_rounding)how);
        span said = buf_span(out);
        REQUIRE(said.n_ == sizeof digits - at && memcmp(said.p_, digits + at, said.n_) == 0);
    }
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static buf out;
    fuzz f = {data, size};
    uint64_t amount = fuzz_u64(&f), bytes = fuzz_u64(&f), block = fuzz_u64(&f);
    bytes += bytes == 0;
    block += block == 0;
    check_blocks(&out, amount, bytes, block);
    enum human_rounding how = (enum human_rounding)(fuzz_byte(&f) % 3);
    struct human_unit scaled[] = {HUMAN_BINARY, HUMAN_DECIMAL};
    for (unsigned i = 0; i < 2; i++) {
        buf_clear(&out);
        human_append(&out, amount, bytes, scaled[i], how);
        REQUIRE(buf_len(&out) > 0 && buf_len(&out) < 24);
    }
    struct human_unit unit = {.block = 77};
    if (human_parse(fuzz_rest(&f), &unit) == HUMAN_OK) {
        REQUIRE(unit.block > 0);
        buf_clear(&out);
        human_append(&out, amount, bytes, unit, how);
        REQUIRE(buf_len(&out) > 0);
    } else {
        REQUIRE(unit.block == 77);
    }
    return 0;
}
