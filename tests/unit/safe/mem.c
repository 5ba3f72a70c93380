/* mem.c - blocks of memory: growing, limits of the address space, recycling, sliding. */

#include "safe/mem.h"
#include "unit.h"

START_TEST(growing_from_nothing)
{
    struct mem m = {0};
    mem_grow(&m, 0, 0, 100, MEM_BYTES);
    ck_assert_uint_eq(m.cap_, 0);
    mem_grow(&m, 0, 1, 100, MEM_BYTES);
    ck_assert_uint_ge(m.cap_, 1);
    m.p_[0] = 'x';
    unsigned char *had = m.p_;
    mem_grow(&m, 1, 1, 100, MEM_BYTES);
    ck_assert_ptr_eq(m.p_, had);
    mem_recycle(&m);
    ck_assert(m.p_ == NULL && m.cap_ == 0);
    mem_recycle(&m);
    ck_assert(m.p_ == NULL);
}
END_TEST

static void grow_step_by_step(enum mem_kind kind)
{
    struct mem m = {0};
    for (size_t n = 1; n < 20000000; n += n / 2 + 1) {
        mem_grow(&m, n / 2, n, PTRDIFF_MAX, kind);
        ck_assert_uint_ge(m.cap_, n);
        bool kept = true;
        for (size_t i = 0; i < n / 3; i += 97)
            kept &= m.p_[i] == (unsigned char)(i * 7);
        ck_assert(kept);
        for (size_t i = 0; i < m.cap_; i++)
            m.p_[i] = (unsigned char)(i * 7);
    }
}

START_TEST(growing_keeps_what_it_is_told)
{
    grow_step_by_step(MEM_BYTES);
    grow_step_by_step(MEM_TYPED);
}
END_TEST

START_TEST(growing_where_the_address_space_is_limited)
{
    struct rlimit limit = {.rlim_cur = (rlim_t)1 << 40, .rlim_max = RLIM_INFINITY};
    getrlimit(RLIMIT_AS, &limit);
    limit.rlim_cur = (rlim_t)1 << 45;
    ck_assert_int_eq(setrlimit(RLIMIT_AS, &limit), 0);
    grow_step_by_step(MEM_BYTES);
    struct mem m = {0};
    mem_grow(&m, 0, 1000000, PTRDIFF_MAX, MEM_BYTES);
    ck_assert_uint_eq(m.reserved_, 0);
    ck_assert(!mem_try_grow(&m, 0, (size_t)1 << 46, PTRDIFF_MAX, MEM_BYTES));
    ck_assert_uint_ge(m.cap_, 1000000);
}
END_TEST

START_TEST(large_blocks_grow_in_place)
{
    struct mem m = {0};
    mem_grow(&m, 0, 1000000, PTRDIFF_MAX, MEM_TYPED);
    if (m.reserved_ == 0)
        return;                 /* this machine limits the address space */
    unsigned char *had = m.p_;
    mem_grow(&m, 1000000, 50000000, PTRDIFF_MAX, MEM_TYPED);
    ck_assert_ptr_eq(m.p_, had);
    m.p_[49999999] = 'x';
    ck_assert_uint_eq(m.p_[1000000], 0);
}
END_TEST

START_TEST(refusing_leaves_everything)
{
    struct mem m = {0};
    mem_grow(&m, 0, 100, 1000, MEM_BYTES);
    m.p_[0] = 'k';
    struct mem before = m;
    ck_assert(!mem_try_grow(&m, 100, (size_t)1 << 60, PTRDIFF_MAX, MEM_BYTES));
    ck_assert(!mem_try_grow(&m, 100, PTRDIFF_MAX, PTRDIFF_MAX, MEM_BYTES));
    ck_assert(m.p_ == before.p_ && m.cap_ == before.cap_ && m.p_[0] == 'k');
    FAULTS("ceiling of a buffer (1001, 1000)", mem_grow(&m, 0, 1001, 1000, MEM_BYTES));
    FAULTS("ceiling of a buffer (1001, 1000)", mem_try_grow(&m, 0, 1001, 1000, MEM_BYTES));
    EXITS(1, "safe-coreutils: memory exhausted\n", mem_grow(&m, 0, (size_t)1 << 60, PTRDIFF_MAX, MEM_BYTES));
}
END_TEST

START_TEST(a_ceiling_can_be_reached)
{
    static size_t const ceilings[] = {1, 64, 65, 4096, 1 << 18, (1 << 18) + 1, 1 << 20, 3000001};
    for (size_t i = 0; i < sizeof ceilings / sizeof *ceilings; i++) {
        struct mem m = {0};
        mem_grow(&m, 0, 1, ceilings[i], MEM_BYTES);
        mem_grow(&m, 1, ceilings[i] / 2 + 1, ceilings[i], MEM_BYTES);
        mem_grow(&m, 1, ceilings[i], ceilings[i], MEM_BYTES);
        ck_assert_uint_ge(m.cap_, ceilings[i]);
        m.p_[ceilings[i] - 1] = 'x';
    }
}
END_TEST

START_TEST(bytes_serve_again_typed_memory_never)
{
    struct mem a = {0}, b = {0}, c = {0};
    mem_grow(&a, 0, 500, PTRDIFF_MAX, MEM_BYTES);
    unsigned char *had = a.p_;
    mem_recycle(&a);
    mem_grow(&b, 0, 500, PTRDIFF_MAX, MEM_TYPED);
    ck_assert_ptr_ne(b.p_, had);
    mem_grow(&c, 0, 500, PTRDIFF_MAX, MEM_BYTES);
    if (SAFE_POISON)
        ck_assert_ptr_ne(c.p_, had);
    else
        ck_assert_ptr_eq(c.p_, had);
    /* New memory of vectors is zero, as it was never anything else. */
    for (size_t i = 0; i < 500; i++)
        ck_assert_uint_eq(b.p_[i], 0);
}
END_TEST

/* Programs that open one large input after the other stay where they are. */
START_TEST(large_blocks_serve_again)
{
    struct mem first = {0}, typed = {0}, low = {0};
    mem_grow(&first, 0, 300000, PTRDIFF_MAX, MEM_BYTES);
    unsigned char *had = first.p_;
    mem_recycle(&first);
    for (int i = 0; i < 5000; i++) {
        struct mem m = {0};
        mem_grow(&m, 0, 300000 + (size_t)i * 100, PTRDIFF_MAX, MEM_BYTES);
        ck_assert(SAFE_POISON || m.p_ == had || m.reserved_ == 0);
        m.p_[0] = m.p_[m.cap_ - 1] = 'x';
        mem_recycle(&m);
    }
    mem_grow(&typed, 0, 300000, PTRDIFF_MAX, MEM_TYPED);
    ck_assert_ptr_ne(typed.p_, had);
    mem_grow(&low, 0, 300000, 300001, MEM_BYTES);
    ck_assert_uint_le(low.cap_, 303104);
    FAULTS("ceiling of a buffer (400000, 300001)", mem_grow(&low, 0, 400000, 300001, MEM_BYTES));
}
END_TEST

START_TEST(large_blocks_serve_again_where_the_address_space_is_limited)
{
    struct rlimit limit = {0};
    struct mem first = {0};
    getrlimit(RLIMIT_AS, &limit);
    limit.rlim_cur = (rlim_t)1 << 45;
    ck_assert_int_eq(setrlimit(RLIMIT_AS, &limit), 0);
    mem_grow(&first, 0, 1000000, PTRDIFF_MAX, MEM_BYTES);
    unsigned char *had = first.p_;
    mem_recycle(&first);
    mem_grow(&first, 0, 300000, PTRDIFF_MAX, MEM_BYTES);
    ck_assert(SAFE_POISON || first.p_ == had);
    mem_recycle(&first);
    mem_grow(&first, 0, 2000000, PTRDIFF_MAX, MEM_BYTES);
    ck_assert_ptr_ne(first.p_, had);
}
END_TEST

/* Whoever writes to what he gave back spoils at most bytes. */
START_TEST(stale_views_reach_no_pointers)
{
    enum { BLOCKS = 300 };
    static unsigned char *given[BLOCKS];
    for (size_t size = 64; size <= 4096; size *= 4) {
        struct mem m[BLOCKS] = {0};
        for (int i = 0; i < BLOCKS; i++) {
            mem_grow(&m[i], 0, size, PTRDIFF_MAX, MEM_BYTES);
            given[i] = m[i].p_;
        }
        for (int i = 0; i < BLOCKS; i++)
            mem_recycle(&m[i]);
        for (int i = 0; i < BLOCKS && !SAFE_POISON; i++)
            memset(given[i], 0xAA, size);
        for (int i = 0; i < BLOCKS; i++) {
            mem_grow(&m[i], 0, size, PTRDIFF_MAX, MEM_BYTES);
            memset(m[i].p_, i, size);
        }
        for (int i = 0; i < BLOCKS; i++)
            ck_assert(m[i].p_[0] == (unsigned char)i && m[i].p_[size - 1] == (unsigned char)i);
    }
}
END_TEST

START_TEST(recycled_memory_stays_readable)
{
    /* A block of 2000 bytes holds no whole page, which is what the poison build makes unreadable; the middle
       of the large ones lies in one. */
    static size_t const sizes[] = {64, 2000, 1 << 18, 1 << 20};
    for (size_t i = 0; i < 4; i++) {
        struct mem m = {0};
        mem_grow(&m, 0, sizes[i], PTRDIFF_MAX, MEM_BYTES);
        memset(m.p_, 'x', sizes[i]);
        unsigned char volatile *p = m.p_;
        mem_recycle(&m);
        if (SAFE_POISON && sizes[i] > 2000)
            DIES(SIGSEGV, _exit(p[sizes[i] / 2]));
        else
            ck_assert_uint_le(p[sizes[i] / 2], 255);
    }
}
END_TEST

START_TEST(sliding)
{
    struct mem m = {0};
    mem_grow(&m, 0, 20000, PTRDIFF_MAX, MEM_BYTES);
    memcpy(m.p_, "abcdef", 6);
    mem_slide(&m, 2, 4);
    ck_assert_int_eq(memcmp(m.p_, "cdef", 4), 0);
    ck_assert_uint_ge(m.cap_, 20000);
    mem_slide(&m, 0, 4);
    ck_assert_int_eq(memcmp(m.p_, "cdef", 4), 0);
    mem_slide(&m, 4, 0);
    struct mem none = {0};
    mem_slide(&none, 0, 0);
    ck_assert(SAFE_POISON || none.p_ == NULL);
}
END_TEST

UNIT_MAIN("mem", growing_from_nothing, growing_keeps_what_it_is_told,
          growing_where_the_address_space_is_limited, large_blocks_grow_in_place,
          refusing_leaves_everything, a_ceiling_can_be_reached,
          bytes_serve_again_typed_memory_never, large_blocks_serve_again,
          large_blocks_serve_again_where_the_address_space_is_limited, stale_views_reach_no_pointers,
          recycled_memory_stays_readable, sliding)
