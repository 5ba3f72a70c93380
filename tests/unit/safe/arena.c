/* arena.c - bytes that never move. */

#include "safe/arena.h"
#include "unit.h"

START_TEST(pieces_do_not_overlap)
{
    arena a = {0};
    mspan pieces[3000];
    uint64_t seed = 3;
    for (size_t i = 0; i < 3000; i++) {
        pieces[i] = arena_bytes(&a, unit_random(&seed) % (i % 100 == 0 ? 100000 : 200));
        mspan_fill(pieces[i], (unsigned char)i);
    }
    for (size_t i = 0; i < 3000; i++)
        ck_assert_uint_eq(span_count(mspan_span(pieces[i]), (unsigned char)i), mspan_len(pieces[i]));
}
END_TEST

START_TEST(sizes)
{
    arena a = {0};
    ck_assert_uint_eq(mspan_len(arena_bytes(&a, 0)), 0);
    ck_assert_uint_eq(mspan_len(arena_bytes(&a, 1)), 1);
    ck_assert_uint_eq(mspan_len(arena_bytes(&a, 4095)), 4095);
    ck_assert_uint_eq(mspan_len(arena_bytes(&a, 1)), 1);
    mspan large = arena_bytes(&a, 10000000);
    mspan_fill(large, 'x');
    FAULTS("mspan index (10000000, 10000000)", mspan_set(large, 10000000, 'x'));
    EXITS(1, "safe-coreutils: memory exhausted\n", arena_bytes(&a, (size_t)1 << 60));
    ck_assert_uint_eq(span_count(mspan_span(large), 'x'), 10000000);
}
END_TEST

START_TEST(copies)
{
    arena a = {0};
    char original[] = "abc";
    span copy = arena_dup(&a, view(original, 3));
    original[0] = 'X';
    check_text(copy, "abc");
    check_text(arena_dup(&a, (span){0}), "");
    check_span(arena_dup(&a, S("a\0b")), S("a\0b"));
}
END_TEST

START_TEST(marks)
{
    arena a = {0};
    arena_mark start = arena_save(&a);
    span first = arena_dup(&a, S("first"));
    arena_mark middle = arena_save(&a);
    span second = arena_dup(&a, S("second"));
    arena_release(&a, middle);
    check_text(first, "first");
    span third = arena_dup(&a, S("THIRD!"));
    check_text(second, "THIRD!");
    ck_assert_ptr_eq(second.p_, third.p_);
    arena_release(&a, start);
    ck_assert_ptr_eq(arena_dup(&a, S("x")).p_, first.p_);
}
END_TEST

START_TEST(marks_over_many_chunks)
{
    arena a = {0};
    span kept = arena_dup(&a, S("kept"));
    arena_mark mark = arena_save(&a);
    for (int round = 0; round < 50; round++) {
        for (int i = 0; i < 100; i++)
            mspan_fill(arena_bytes(&a, 5000), 'y');
        arena_release(&a, mark);
    }
    check_text(kept, "kept");
    /* Released chunks are used again: fifty rounds take no more than one. */
    ck_assert_uint_le(arena_chunks__len(&a.chunks_), 20);
}
END_TEST

START_TEST(marks_of_the_future)
{
    arena a = {0};
    arena_mark start = arena_save(&a);
    arena_dup(&a, S("abc"));
    arena_mark later = arena_save(&a);
    arena_release(&a, start);
    FAULTS("arena mark (0, 0)", arena_release(&a, later));
    arena_bytes(&a, 100000);
    arena_bytes(&a, 100000);
    later = arena_save(&a);
    arena_release(&a, start);
    ck_assert_uint_gt(later.chunk_, 0);
    IN_CHILD_(arena_release(&a, later), SIGABRT, "safe-coreutils: internal error: arena mark (2, 0)\n");
}
END_TEST

/* A mark that lies beyond the chunks of the arena it is given to would let that hand out other memory. */
START_TEST(marks_of_others)
{
    arena small = {0}, large = {0};
    for (int i = 0; i < 3; i++)
        arena_bytes(&small, 5000);
    arena_bytes(&large, 1000000);
    FAULTS("arena mark (1000000, 8192)", arena_release(&small, arena_save(&large)));
    arena empty = {0};
    FAULTS("arena mark (0, 0)", arena_release(&empty, arena_save(&large)));
    arena_release(&empty, arena_save(&empty));
}
END_TEST

UNIT_MAIN("arena", pieces_do_not_overlap, sizes, copies, marks, marks_over_many_chunks, marks_of_the_future,
          marks_of_others)
