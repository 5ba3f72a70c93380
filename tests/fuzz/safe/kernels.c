/* kernels.c - each kernel against its plain twin. */
/* again: GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX512F */

#include "fuzz/fuzz.h"
#include "safe/chacha.h"
#include "safe/kernels.h"

/* Long runs: sums in bytes wrap only after thousands of hits. */
static void check_repeated(span s, unsigned times, unsigned char a)
{
    mspan room = fuzz_room(s.n_ * times), rest = room;
    for (unsigned i = 0; i < times; i++)
        mspan_put(&rest, s);
    REQUIRE(kernel_count(room.p_, room.n_, a) == kernel_plain_count(room.p_, room.n_, a));
    free(room.p_);
}

/* Two blocks of N bytes that are to become the same. */
struct twins { mspan fast, plain; };
static struct twins twins_of(size_t n)
{
    return (struct twins){fuzz_room(n), fuzz_room(n)};
}
static void check_twins(struct twins t, size_t fast, size_t plain)
{
    REQUIRE(fast == plain && memcmp(t.fast.p_, t.plain.p_, fast) == 0);
    free(t.fast.p_);
    free(t.plain.p_);
}

/* What writes bytes: S to other memory, then in place. */
static void check_filters(span s, byteset const *set, bytemap const *map)
{
    struct twins t = twins_of(s.n_);
    check_twins(t, kernel_filter(t.fast.p_, s.p_, s.n_, set),
                kernel_plain_filter(t.plain.p_, s.p_, s.n_, set));
    int last = s.n_ % 3 ? s.p_[0] : -1, plain_last = last;
    t = twins_of(s.n_);
    check_twins(t, kernel_squeeze(t.fast.p_, s, set, &last),
                kernel_plain_squeeze(t.plain.p_, s, set, &plain_last));
    REQUIRE(last == plain_last);
    t = twins_of(s.n_);
    mspan_copy(t.fast, s);
    mspan_copy(t.plain, s);
    check_twins(t, kernel_filter(t.fast.p_, t.fast.p_, s.n_, set),
                kernel_plain_filter(t.plain.p_, t.plain.p_, s.n_, set));
    t = twins_of(s.n_);
    mspan_copy(t.fast, s);
    mspan_copy(t.plain, s);
    kernel_map(t.fast.p_, s.n_, map);
    kernel_plain_map(t.plain.p_, s.n_, map);
    check_twins(t, s.n_, s.n_);
}

/* cat's: bytes that become texts. */
static void check_expansions(span s, byteexpand const *texts, byteclass const *few)
{
    struct twins t = twins_of(s.n_ * 8);
    check_twins(t, kernel_expand_few(t.fast.p_, s, texts, few), kernel_plain_expand(t.plain.p_, s, texts));
}

static void check_index(span s, unsigned char a, unsigned char b)
{
    enum { SPARE = 8 };
    size_t n = s.n_ < 65536 ? s.n_ : 65536, most = (n + SPARE) * sizeof(uint16_t);
    mspan fast = fuzz_room(most), plain = fuzz_room(most);
    size_t count = kernel_index2((uint16_t *)(void *)fast.p_, s.p_, n, a, b);
    REQUIRE(count == kernel_plain_index2((uint16_t *)(void *)plain.p_, s.p_, n, a, b));
    REQUIRE(memcmp(fast.p_, plain.p_, count * sizeof(uint16_t)) == 0);
    free(fast.p_);
    free(plain.p_);
}

/* Words of S as numbers of up to eight digits. */
static void check_decimal(span s)
{
    enum { MOST = 64 };
    uint64_t fast[MOST], plain[MOST];
    size_t n = 0;
    for (; n < MOST && s.n_ >= 4; n++)
        fast[n] = plain[n] = span_load32(span_take(&s, 4)) % 100000000;
    kernel_decimal(fast, n);
    kernel_plain_decimal(plain, n);
    REQUIRE(memcmp(fast, plain, n * sizeof *fast) == 0);
}

/* Some blocks of a stream, from any place on. */
static void check_chacha(span s)
{
    unsigned char fast[2 * CHACHA_STEP], plain[2 * CHACHA_STEP];
    struct chacha c;
    if (s.n_ < CHACHA_KEY + 9)
        return;
    chacha_start(&c, span_first(s, CHACHA_KEY), s.p_[CHACHA_KEY] % 16 * 2);
    c.block_ = span_load64(span_drop(s, CHACHA_KEY + 1));
    chacha_blocks_(&c, (mspan){fast, sizeof fast});
    chacha_plain_blocks_(&c, (mspan){plain, sizeof plain});
    REQUIRE(memcmp(fast, plain, sizeof fast) == 0);
}

/* Bytes of SET become texts of up to seven bytes, others stay. */
static void make_texts(byteexpand *texts, byteset const *set, span from)
{
    for (unsigned c = 0; c < 256; c++) {
        size_t n = set->in_[c] ? c % 8 : 1;
        unsigned char self = (unsigned char)c;
        byteexpand_set(texts, self, set->in_[c] && n <= from.n_ ? span_first(from, n) : (span){&self, 1});
    }
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    unsigned char a = (unsigned char)fuzz_byte(&f), b = (unsigned char)fuzz_byte(&f);
    byteset set = {0};
    for (unsigned i = fuzz_byte(&f) % 8; i > 0; i--)
        set.in_[fuzz_byte(&f)] = 1;
    byteclass class = {0};
    byteclass_make(&class, &set);
    unsigned times = 1 + fuzz_byte(&f) * 8;
    span s = fuzz_rest(&f);
    if (s.n_ > 0 && s.n_ * times < 100000) {
        check_repeated(s, times, a);
        check_repeated(s, times, s.p_[0]);
    }
    REQUIRE(kernel_count(s.p_, s.n_, a) == kernel_plain_count(s.p_, s.n_, a));
    REQUIRE(kernel_find2(NULL, 0, a, b) == 0 && kernel_find_pair(NULL, 0, a, b) == 0);
    REQUIRE(kernel_find_class(NULL, 0, &class) == 0 && kernel_count(NULL, 0, a) == 0);
    static bytemap map;
    static byteexpand texts;
    for (unsigned c = 0; c < 256; c++)
        map.to_[c] = (unsigned char)(set.in_[c] ? a : c ^ (c < b ? 0x20 : 0));
    make_texts(&texts, &set, s);
    for (size_t from = 0; from <= s.n_; from += from < 70 ? 1 : s.n_ / 7 + 1) {
        span t = span_drop(s, from);
        REQUIRE(kernel_find2(t.p_, t.n_, a, b) == kernel_plain_find2(t.p_, t.n_, a, b));
        REQUIRE(kernel_find_pair(t.p_, t.n_, a, b) == kernel_plain_find_pair(t.p_, t.n_, a, b));
        if (from % 9 == 0) {
            check_filters(t, &set, &map);
            check_expansions(t, &texts, &class);
            check_index(t, a, b);
            check_decimal(t);
            check_chacha(t);
        }
        REQUIRE(kernel_find_class(t.p_, t.n_, &class) == kernel_plain_find_class(t.p_, t.n_, &class));
    }
    return 0;
}
