/* zstr.c - strings, and the argument vector. */

#include "safe/args.h"
#include "safe/zstr.h"
#include "unit.h"

START_TEST(literals_and_none)
{
    ck_assert(zstr_is_none(Z_NONE) && !zstr_is_none(Z("")));
    ck_assert_uint_eq(zstr_len(Z_NONE), 0);
    ck_assert_uint_eq(zstr_len(Z("abc")), 3);
    check_text(zstr_span(Z("abc")), "abc");
    check_text(zstr_span(Z_NONE), "");
    ck_assert(zstr_eq(Z("abc"), Z("abc")) && !zstr_eq(Z("abc"), Z("ab")));
    ck_assert(zstr_eq(Z_NONE, Z("")));
    ck_assert_str_eq(zstr_c(Z_NONE), "");
    ck_assert_str_eq(zstr_c(Z("abc")), "abc");
    ck_assert(zstr_is_none(zstr_of_c_(NULL)));
    ck_assert_uint_eq(zstr_len(zstr_of_c_("four")), 4);
}
END_TEST

START_TEST(dropping)
{
    ck_assert_str_eq(zstr_c(zstr_drop(Z("abc"), 0)), "abc");
    ck_assert_str_eq(zstr_c(zstr_drop(Z("abc"), 2)), "c");
    zstr end = zstr_drop(Z("abc"), 3);
    ck_assert(!zstr_is_none(end) && zstr_len(end) == 0);
    ck_assert_str_eq(zstr_c(end), "");
    ck_assert(zstr_is_none(zstr_drop(Z_NONE, 0)));
    FAULTS("string drop (4, 3)", zstr_drop(Z("abc"), 4));
    FAULTS("string drop (1, 0)", zstr_drop(Z_NONE, 1));
}
END_TEST

START_TEST(from_spans)
{
    arena a = {0};
    zstr z = Z_NONE;
    char original[] = "abc";
    ck_assert(zstr_from(&a, view(original, 3), &z));
    original[0] = 'X';
    ck_assert_str_eq(zstr_c(z), "abc");
    ck_assert_uint_eq(zstr_len(z), 3);
    ck_assert(!zstr_from(&a, S("ab\0cd"), &z));
    ck_assert_str_eq(zstr_c(z), "ab");
    ck_assert_uint_eq(zstr_len(z), 2);
    ck_assert(zstr_from(&a, (span){0}, &z));
    ck_assert(!zstr_is_none(z) && zstr_len(z) == 0);
    ck_assert(!zstr_from(&a, S("abc\0"), &z));
    ck_assert_str_eq(zstr_c(z), "abc");
}
END_TEST

/* A string whose bytes now belong to others may have no end any more: nobody may look for it. */
START_TEST(released)
{
    arena a = {0};
    zstr z = Z_NONE;
    arena_mark before = arena_save(&a);
    zstr_from(&a, S("short"), &z);
    arena_release(&a, before);
    ck_assert_str_eq(zstr_c(z), "short");
    mspan_fill(arena_bytes(&a, 1000), 'x');
    check_text(zstr_span(z), "xxxxx");
    FAULTS("string that was released (5, 0)", zstr_c(z));
    FAULTS("string that was released (3, 0)", zstr_c(zstr_drop(z, 2)));
}
END_TEST

START_TEST(paths)
{
    arena a = {0};
    ck_assert_str_eq(zstr_c(zstr_join_path(&a, Z("dir"), Z("name"))), "dir/name");
    ck_assert_str_eq(zstr_c(zstr_join_path(&a, Z("dir/"), Z("name"))), "dir/name");
    ck_assert_str_eq(zstr_c(zstr_join_path(&a, Z("/"), Z("name"))), "/name");
    ck_assert_str_eq(zstr_c(zstr_join_path(&a, Z(""), Z("name"))), "name");
    ck_assert_str_eq(zstr_c(zstr_join_path(&a, Z_NONE, Z("name"))), "name");
    ck_assert_str_eq(zstr_c(zstr_join_path(&a, Z("dir"), Z(""))), "dir/");
    zstr both = zstr_join_path(&a, Z("a"), Z("b"));
    ck_assert_uint_eq(zstr_len(both), 3);
}
END_TEST

START_TEST(vectors_of_strings)
{
    zstr_vec v = {0};
    zstr_vec_push(&v, Z("one"));
    zstr_vec_push(&v, Z_NONE);
    ck_assert_str_eq(zstr_c(zstr_vec_at(&v, 0)), "one");
    ck_assert(zstr_is_none(zstr_vec_at(&v, 1)));
    FAULTS("zstr_view index (2, 2)", zstr_vec_at(&v, 2));
    static const zstr table[] = {Z("x"), Z("y")};
    zstrs list = SPAN_OF(zstrs, table);
    ck_assert_uint_eq(zstrs_len(list), 2);
    ck_assert_str_eq(zstr_c(zstrs_at(list, 1)), "y");
}
END_TEST

START_TEST(arguments)
{
    char one[] = "one", two[] = "", *vector[] = {one, two, NULL};
    args a = {vector, 2};
    ck_assert_uint_eq(args_len(a), 2);
    ck_assert_str_eq(zstr_c(args_at(a, 0)), "one");
    ck_assert_uint_eq(zstr_len(args_at(a, 1)), 0);
    ck_assert(!zstr_is_none(args_at(a, 1)));
    FAULTS("argument index (2, 2)", args_at(a, 2));
    ck_assert_uint_eq(args_len(args_drop(a, 2)), 0);
    ck_assert_uint_eq(zstr_len(args_at(args_drop(a, 1), 0)), 0);
    FAULTS("arguments drop (3, 2)", args_drop(a, 3));
    ck_assert_uint_eq(args_len(args_chop(a, 2)), 0);
    ck_assert_str_eq(zstr_c(args_at(args_chop(a, 1), 0)), "one");
    FAULTS("arguments chop (3, 2)", args_chop(a, 3));
    FAULTS("argument index (0, 0)", args_at(args_drop(a, 2), 0));
}
END_TEST

START_TEST(arguments_of_our_own)
{
    arglist list = {0};
    zstr_vec v = {0};
    args none = arglist_before(&list, zstr_vec_span(&v), (args){0});
    ck_assert(args_len(none) == 0 && none.p_[0] == NULL);
    zstr_vec_push(&v, Z("a"));
    zstr_vec_push(&v, Z("b"));
    char given[] = "given", *vector[] = {given, NULL};
    args a = arglist_before(&list, zstr_vec_span(&v), (args){vector, 1});
    ck_assert_uint_eq(args_len(a), 3);
    ck_assert_str_eq(zstr_c(args_at(a, 1)), "b");
    ck_assert_ptr_eq(a.p_[2], given);
    ck_assert_ptr_null(a.p_[3]);
    /* In front of the rest of the same list, far more often than there is room for at first. */
    for (size_t n = 3; n < 1000; n++) {
        a = arglist_before(&list, zstr_vec_span(&v), args_drop(a, 1));
        ck_assert_uint_eq(args_len(a), n + 1);
        ck_assert_str_eq(zstr_c(args_at(a, 0)), "a");
        ck_assert_str_eq(zstr_c(args_at(a, 1)), "b");
        ck_assert_str_eq(zstr_c(args_at(a, n - 1)), "b");
        ck_assert_ptr_eq(a.p_[n], given);
        ck_assert_ptr_null(a.p_[n + 1]);
    }
    ck_assert_uint_eq(args_len(arglist_before(&list, (zstr_view){0}, args_drop(a, 1000))), 0);
}
END_TEST

START_TEST(arguments_outlive_an_arena)
{
    arena a = {0};
    arglist list = {0};
    zstr_vec v = {0};
    zstr z = Z_NONE;
    arena_mark before = arena_save(&a);
    zstr_from(&a, S("kept"), &z);
    zstr_vec_push(&v, z);
    zstr_vec_push(&v, Z_NONE);
    args made = arglist_before(&list, zstr_vec_span(&v), (args){0});
    arena_release(&a, before);
    mspan_fill(arena_bytes(&a, 4096), 'x');
    ck_assert_uint_eq(args_len(made), 2);
    check_text(zstr_span(args_at(made, 0)), "kept");
    check_text(zstr_span(args_at(made, 1)), "");
}
END_TEST

UNIT_MAIN("zstr", literals_and_none, dropping, from_spans, released, paths, vectors_of_strings, arguments,
          arguments_of_our_own, arguments_outlive_an_arena)
