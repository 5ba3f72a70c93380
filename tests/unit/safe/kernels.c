/* kernels.c - each kernel against its plain twin on random input, as the processor chooses and with each
   level of instructions switched off. */

#include "sys/cpu.h"
#include "safe/kernels.h"
#include "unit.h"

#include <sys/mman.h>

enum { SIZE = 1 << 16 };

/* Bytes of which one in RARE is a '\n' or ',' and the others anything. */
static unsigned char *random_bytes(uint64_t *seed, unsigned rare)
{
    static unsigned char bytes[SIZE];
    for (size_t i = 0; i < SIZE; i++) {
        uint64_t r = unit_random(seed);
        bytes[i] = r % rare ? (unsigned char)((r >> 20) % 250 | 16) : (r >> 40) % 2 ? '\n' : ',';
    }
    return bytes;
}

static void compare_at(unsigned char const *p, size_t n, byteclass const *class)
{
    ck_assert_uint_eq(kernel_count(p, n, '\n'), kernel_plain_count(p, n, '\n'));
    ck_assert_uint_eq(kernel_count(p, n, 0xFA), kernel_plain_count(p, n, 0xFA));
    ck_assert_uint_eq(kernel_find2(p, n, '\n', ','), kernel_plain_find2(p, n, '\n', ','));
    ck_assert_uint_eq(kernel_find2(p, n, 1, 2), kernel_plain_find2(p, n, 1, 2));
    ck_assert_uint_eq(kernel_find_class(p, n, class), kernel_plain_find_class(p, n, class));
    ck_assert_uint_eq(kernel_find_pair(p, n, '\n', ','), kernel_plain_find_pair(p, n, '\n', ','));
    ck_assert_uint_eq(kernel_find_pair(p, n, ',', ','), kernel_plain_find_pair(p, n, ',', ','));
}

static void compare_expand(unsigned char const *p, size_t n)
{
    static unsigned char got[8 * SIZE + 1], want[8 * SIZE + 1];
    byteexpand e = {0};
    byteset set = {0};
    byteclass few = {0};
    for (unsigned i = 0; i < 256; i++) {
        e.text_[i] = i % 9 == 1 ? 0x31323334353637 : i;
        e.len_[i] = i % 9 == 1 ? (unsigned char)(i % 8) : 1;
        set.in_[i] = i % 9 == 1;
    }
    byteclass_make(&few, &set);
    memset(got, '#', sizeof got);
    size_t count = kernel_plain_expand(want, (span){p, n}, &e);
    ck_assert_uint_eq(kernel_expand_few(got, (span){p, n}, &e, &few), count);
    ck_assert_int_eq(memcmp(got, want, count), 0);
    ck_assert_int_eq(got[8 * n], '#');
}

static void compare_index(unsigned char const *p, size_t n)
{
    static uint16_t got[SIZE + 8], want[SIZE + 8];
    size_t count = kernel_plain_index2(want, p, n, '\n', ',');
    ck_assert_uint_eq(kernel_index2(got, p, n, '\n', ','), count);
    ck_assert_int_eq(memcmp(got, want, count * sizeof *got), 0);
}

static byteclass random_class(uint64_t *seed, unsigned members)
{
    byteset set = {0};
    byteclass class = {0};
    for (; members > 0; members--)
        byteset_add(&set, (unsigned char)unit_random(seed));
    byteclass_make(&class, &set);
    return class;
}

static void compare_all(void)
{
    uint64_t seed = 77;
    static unsigned const rare[] = {2, 30, 1000, 1 << 30};
    for (size_t k = 0; k < 4; k++) {
        unsigned char *bytes = random_bytes(&seed, rare[k]);
        byteclass class = random_class(&seed, k == 0 ? 0 : (unsigned)k * 2 - 1);
        for (size_t n = 0; n < 300; n++)
            compare_at(bytes + n % 40, n, &class);
        for (int round = 0; round < 1000; round++) {
            size_t start = unit_random(&seed) % SIZE, n = unit_random(&seed) % (SIZE - start + 1);
            compare_at(bytes + start, n, &class);
            compare_index(bytes + start, n);
            compare_expand(bytes + start, n);
        }
    }
}

/* More of one byte than a lane of eight bits can count. */
static void compare_full(void)
{
    static unsigned char bytes[SIZE];
    memset(bytes, 'a', SIZE);
    for (size_t n = SIZE - 300; n <= SIZE; n++)
        ck_assert_uint_eq(kernel_count(bytes, n, 'a'), n);
    ck_assert_uint_eq(kernel_count(bytes, 0, 'a'), 0);
    ck_assert_uint_eq(kernel_find2(bytes, SIZE, 'b', 'c'), SIZE);
    for (size_t at = 0; at < 200; at++) {
        bytes[at] = 'b';
        ck_assert_uint_eq(kernel_find2(bytes, SIZE, 'b', 'c'), at);
        ck_assert_uint_eq(kernel_find2(bytes, SIZE, 'c', 'b'), at);
        bytes[at] = 'a';
    }
}

/* Nothing is read behind the end, where memory may end as well. */
static void compare_at_a_border(void)
{
    long page = sysconf(_SC_PAGESIZE);
    int protection = PROT_READ | PROT_WRITE, kind = MAP_PRIVATE | MAP_ANONYMOUS;
    unsigned char *p = mmap(NULL, (size_t)page * 2, protection, kind, -1, 0);
    ck_assert(p != MAP_FAILED && mprotect(p + page, (size_t)page, PROT_NONE) == 0);
    memset(p, 'x', (size_t)page);
    byteclass none = {0};
    for (size_t n = 0; n < 400; n++) {
        unsigned char const *start = p + (size_t)page - n;
        ck_assert_uint_eq(kernel_count(start, n, 'x'), n);
        ck_assert_uint_eq(kernel_find2(start, n, 'a', 'b'), n);
        ck_assert_uint_eq(kernel_find_class(start, n, &none), n);
    }
}

static void compare_with(char const *tunables)
{
    setenv("GLIBC_TUNABLES", tunables, 1);
    compare_all();
    compare_full();
    compare_at_a_border();
}

START_TEST(as_the_processor_chooses)
{
    unsetenv("GLIBC_TUNABLES");
    compare_all();
    compare_full();
    compare_at_a_border();
}
END_TEST

START_TEST(without_avx512)
{
    compare_with("glibc.cpu.hwcaps=-AVX512F");
    ck_assert(!cpu_has(CPU_AVX512));
}
END_TEST

START_TEST(without_avx2)
{
    compare_with("glibc.malloc.check=1:glibc.cpu.hwcaps=-ERMS,-AVX2");
    ck_assert(!cpu_has(CPU_AVX2) && !cpu_has(CPU_AVX512));
}
END_TEST

UNIT_MAIN("kernels", as_the_processor_chooses, without_avx512, without_avx2)
