/* span.c - views that read: every function at its borders, and the faults behind them. */

#include "unit.h"

static span const abc = {(unsigned char const *)"abc", 3};
static span const none = {0};

START_TEST(lengths_and_bytes)
{
    ck_assert_uint_eq(span_len(abc), 3);
    ck_assert_uint_eq(span_len(none), 0);
    ck_assert_uint_eq(span_len(S("a\0b")), 3);
    ck_assert(!span_empty(abc));
    ck_assert(span_empty(none) && span_empty(S("")));
    ck_assert_int_eq(span_at(abc, 0), 'a');
    ck_assert_int_eq(span_at(abc, 2), 'c');
    ck_assert_int_eq(span_peek(abc, 2), 'c');
    ck_assert_int_eq(span_peek(abc, 3), -1);
    ck_assert_int_eq(span_peek(none, 0), -1);
    ck_assert_int_eq(span_peek(abc, SIZE_MAX), -1);
    ck_assert_int_eq(span_last(abc), 'c');
    ck_assert_int_eq(span_last(S("\xff")), 255);
    ck_assert_int_eq(span_last(none), -1);
    FAULTS("span index (3, 3)", span_at(abc, 3));
    FAULTS("span index (0, 0)", span_at(none, 0));
    FAULTS("span index (18446744073709551615, 3)", span_at(abc, SIZE_MAX));
}
END_TEST

START_TEST(parts)
{
    check_text(span_first(abc, 0), "");
    check_text(span_first(abc, 2), "ab");
    check_text(span_first(abc, 3), "abc");
    check_text(span_drop(abc, 0), "abc");
    check_text(span_drop(abc, 3), "");
    check_text(span_sub(abc, 1, 1), "b");
    check_text(span_sub(abc, 3, 0), "");
    check_text(span_tail(abc, 0), "");
    check_text(span_tail(abc, 2), "bc");
    check_text(span_tail(abc, 3), "abc");
    check_text(span_chop(abc, 0), "abc");
    check_text(span_chop(abc, 3), "");
    check_text(span_before(abc, span_drop(abc, 2)), "ab");
    check_text(span_before(abc, abc), "");
    check_text(span_at_most(abc, 2), "ab");
    check_text(span_at_most(abc, 3), "abc");
    check_text(span_at_most(abc, UINTMAX_MAX), "abc");
    check_text(span_at_most(none, 1), "");
    check_text(span_first(none, 0), "");
    check_text(span_drop(none, 0), "");
    check_text(span_tail(none, 0), "");
    check_text(span_chop(none, 0), "");
}
END_TEST

START_TEST(parts_that_are_not_there)
{
    FAULTS("span prefix (4, 3)", span_first(abc, 4));
    FAULTS("span drop (4, 3)", span_drop(abc, 4));
    FAULTS("span prefix (2, 1)", span_sub(abc, 2, 2));
    FAULTS("span drop (4, 3)", span_sub(abc, 4, 0));
    FAULTS("span prefix (18446744073709551615, 1)", span_sub(abc, 2, SIZE_MAX));
    FAULTS("span tail (4, 3)", span_tail(abc, 4));
    FAULTS("span chop (4, 3)", span_chop(abc, 4));
    FAULTS("span chop (3, 2)", span_before(span_first(abc, 2), abc));
    FAULTS("span drop (1, 0)", span_drop(none, 1));
    span s = abc;
    FAULTS("span prefix (4, 3)", span_take(&s, 4));
    FAULTS("span prefix (8, 7)", span_load64(S("1234567")));
    FAULTS("span prefix (4, 3)", span_load32(abc));
}
END_TEST

START_TEST(taking_bytes_off)
{
    span s = S("abcdef");
    check_text(span_take(&s, 0), "");
    check_text(span_take(&s, 2), "ab");
    check_text(s, "cdef");
    unsigned char c = 0;
    ck_assert(span_next(&s, &c));
    ck_assert_int_eq(c, 'c');
    check_text(span_take(&s, 3), "def");
    ck_assert(span_empty(s));
    ck_assert(!span_next(&s, &c));
    ck_assert_int_eq(c, 'c');
    s = none;
    check_text(span_take(&s, 0), "");
    ck_assert(!span_next(&s, &c));
}
END_TEST

START_TEST(cutting_at_a_byte)
{
    span s = S("one::two"), field = S("kept");
    ck_assert(span_cut(&s, ':', &field));
    check_text(field, "one");
    ck_assert(span_cut(&s, ':', &field));
    check_text(field, "");
    check_text(s, "two");
    field = S("kept");
    ck_assert(!span_cut(&s, ':', &field));
    check_text(s, "two");
    check_text(field, "kept");
    s = S("end:");
    ck_assert(span_cut(&s, ':', &field) && span_empty(s));
    ck_assert(!span_cut(&s, ':', &field));
}
END_TEST

START_TEST(finding_a_byte)
{
    span s = S("a\0b\0c");
    ck_assert_uint_eq(span_find(s, 'a'), 0);
    ck_assert_uint_eq(span_find(s, 0), 1);
    ck_assert_uint_eq(span_find(s, 'x'), 5);
    ck_assert_uint_eq(span_find(none, 0), 0);
    ck_assert_uint_eq(span_find(span_first(s, 4), 'c'), 4);
    ck_assert_uint_eq(span_rfind(s, 0), 3);
    ck_assert_uint_eq(span_rfind(s, 'a'), 0);
    ck_assert_uint_eq(span_rfind(s, 'x'), 5);
    ck_assert_uint_eq(span_rfind(none, 0), 0);
    ck_assert_uint_eq(span_rfind(S("/and/more than a few bytes behind it"), '/'), 4);
    ck_assert_uint_eq(span_rfind(span_drop(S("/without another one behind"), 1), '/'), 26);
    ck_assert(span_has(s, 'c') && !span_has(span_first(s, 4), 'c') && !span_has(none, 0));
    ck_assert_uint_eq(span_find2(s, 'c', 'b'), 2);
    ck_assert_uint_eq(span_find2(s, 'c', 'c'), 4);
    ck_assert_uint_eq(span_find2(s, 'x', 'y'), 5);
    ck_assert_uint_eq(span_find2(none, 'x', 'y'), 0);
    ck_assert_uint_eq(span_count(s, 0), 2);
    ck_assert_uint_eq(span_count(s, 'x'), 0);
    ck_assert_uint_eq(span_count(none, 0), 0);
}
END_TEST

START_TEST(equality_and_order)
{
    ck_assert(span_eq(abc, S("abc")) && !span_eq(abc, S("abd")) && !span_eq(abc, S("ab")));
    ck_assert(span_eq(none, S("")) && !span_eq(none, abc));
    ck_assert(span_starts(abc, S("ab")) && span_starts(abc, abc) && span_starts(abc, none));
    ck_assert(!span_starts(abc, S("abcd")) && !span_starts(abc, S("b")) && span_starts(none, none));
    ck_assert(span_ends(abc, S("bc")) && span_ends(abc, abc) && span_ends(abc, none));
    ck_assert(!span_ends(abc, S("xabc")) && !span_ends(abc, S("b")) && span_ends(none, S("")));
    ck_assert_int_eq(span_cmp(abc, S("abc")), 0);
    ck_assert_int_lt(span_cmp(S("ab"), abc), 0);
    ck_assert_int_gt(span_cmp(abc, S("ab")), 0);
    ck_assert_int_gt(span_cmp(S("\x80"), S("\x7f")), 0);
    ck_assert_int_lt(span_cmp(none, S("\0")), 0);
    ck_assert_int_eq(span_cmp(none, S("")), 0);
    ck_assert_uint_eq(span_common(abc, S("abd")), 2);
    ck_assert_uint_eq(span_common(abc, none), 0);
    ck_assert_uint_eq(span_common(S("0123456789abcdef!"), S("0123456789abcdef?")), 16);
    ck_assert_uint_eq(span_common(S("0123456789ab"), S("0123456X89ab")), 7);
    ck_assert_uint_eq(span_common(S("01234567"), S("01234567")), 8);
}
END_TEST

START_TEST(searching)
{
    ck_assert_uint_eq(span_search_last(S("abcabd"), S("ab")), 3);
    ck_assert_uint_eq(span_search_last(S("abcabd"), S("abc")), 0);
    ck_assert_uint_eq(span_search_last(S("aaa"), S("aa")), 1);
    ck_assert_uint_eq(span_search_last(S("a\0ba\0"), S("a\0")), 3);
    ck_assert_uint_eq(span_search_last(abc, abc), 0);
    ck_assert_uint_eq(span_search_last(abc, S("abcd")), 3);
    ck_assert_uint_eq(span_search_last(abc, S("x")), 3);
    ck_assert_uint_eq(span_search_last(abc, none), 3);
    ck_assert_uint_eq(span_search_last(none, none), 0);
    ck_assert_uint_eq(span_search(S("abcabd"), S("abd")), 3);
    ck_assert_uint_eq(span_search(S("abcabd"), S("")), 0);
    ck_assert_uint_eq(span_search(none, none), 0);
    ck_assert_uint_eq(span_search(none, S("a")), 0);
    ck_assert_uint_eq(span_search(abc, S("abcd")), 3);
    ck_assert_uint_eq(span_search(abc, abc), 0);
    ck_assert_uint_eq(span_search(S("a\0b\0c"), S("\0c")), 3);
    ck_assert_uint_eq(span_search(S("aaab"), S("ab")), 2);
    ck_assert_uint_eq(span_search(abc, S("x")), 3);
}
END_TEST

/* What span_after_nth and span_after_nth_last say, by looking at each byte. */
static size_t plain_after_nth(span s, unsigned char c, uint64_t *n)
{
    for (size_t i = 0; i < s.n_; i++) {
        if (*n == 0)
            return i;
        *n -= s.p_[i] == c;
    }
    return s.n_;
}

static size_t plain_after_nth_last(span s, unsigned char c, uint64_t *n)
{
    for (size_t i = s.n_; i > 0; i--)
        if (s.p_[i - 1] == c) {
            if (*n == 0)
                return i;
            *n -= 1;
        }
    return 0;
}

START_TEST(counting_up_to_the_nth)
{
    static unsigned char bytes[20000];
    uint64_t seed = 7;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = unit_random(&seed) % 50 == 0 ? '\n' : 'x';
    for (int round = 0; round < 4000; round++) {
        size_t len = unit_random(&seed) % (sizeof bytes + 1);
        uint64_t wanted = unit_random(&seed) % 420;
        span s = view(bytes, len);
        uint64_t a = wanted, b = wanted;
        ck_assert_uint_eq(span_after_nth(s, '\n', &a), plain_after_nth(s, '\n', &b));
        ck_assert_uint_eq(a, b);
        a = b = wanted;
        ck_assert_uint_eq(span_after_nth_last(s, '\n', &a), plain_after_nth_last(s, '\n', &b));
        ck_assert_uint_eq(a, b);
    }
    uint64_t n = UINT64_MAX;
    ck_assert_uint_eq(span_after_nth(S("a\nb\n"), '\n', &n), 4);
    ck_assert_uint_eq(n, UINT64_MAX - 2);
    n = 0;
    ck_assert_uint_eq(span_after_nth(none, '\n', &n), 0);
    ck_assert_uint_eq(span_after_nth_last(none, '\n', &n), 0);
}
END_TEST

START_TEST(numbers_in_bytes)
{
    span_prefetch(S("only a hint"));
    span_prefetch((span){0});
    ck_assert_uint_eq(span_prefix_key(none), 0);
    ck_assert_uint_eq(span_prefix_key(S("\x01")), 0x0100000000000000);
    ck_assert_uint_eq(span_prefix_key(S("1234567")), 0x3132333435363700);
    ck_assert_uint_eq(span_prefix_key(S("123456789")), 0x3132333435363738);
    ck_assert(span_prefix_key(S("ab")) < span_prefix_key(S("b")));
    ck_assert_uint_eq(span_load64(S("\1\2\3\4\5\6\7\10\11")), 0x0807060504030201);
    ck_assert_uint_eq(span_load32(S("\1\2\3\4\5")), 0x04030201);
}
END_TEST

START_TEST(uneven_bytes_in_words)
{
    ck_assert_uint_eq(word_find_uneven(span_load64(S("abcdefgh")), ' '), 8);
    ck_assert_uint_eq(word_find_uneven(0, 0), 8);
    ck_assert_uint_eq(word_find_uneven(0x7f7f7f7f7f7f7f7f, 128), 0);
    ck_assert_uint_eq(word_find_nonzero(0), 8);
    ck_assert_uint_eq(word_find_nonzero(1), 0);
    ck_assert_uint_eq(word_find_nonzero(0x8000), 1);
    ck_assert_uint_eq(word_find_nonzero(UINT64_C(1) << 63), 7);
    uint64_t seed = 1;
    for (unsigned round = 0; round < 100000; round++) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        /* Few bytes differ from the limit by much. */
        unsigned char low = (unsigned char)((seed >> 50) % 129);
        uint64_t v = 0;
        size_t expected = 8;
        for (size_t i = 8; i-- > 0;) {
            unsigned char c = (unsigned char)(low + (seed >> (3 * i)) % 8 - 1);
            v = v << 8 | c;
            if (c < low || c >= 128)
                expected = i;
        }
        ck_assert_uint_eq(word_find_uneven(v, low), expected);
    }
}
END_TEST

START_TEST(each_byte_in_turn)
{
    unsigned sum = 0, rounds = 0;
    SPAN_FOREACH(c, S("\1\2\xff")) {
        if (c == 2)
            continue;
        sum += c;
        rounds++;
    }
    ck_assert_uint_eq(sum, 256);
    ck_assert_uint_eq(rounds, 2);
    SPAN_FOREACH(c, none)
        ck_abort_msg("a byte %d of nothing", c);
    SPAN_FOREACH(c, abc) {
        rounds = c;
        break;
    }
    ck_assert_uint_eq(rounds, 'a');
}
END_TEST

UNIT_MAIN("span", lengths_and_bytes, parts, parts_that_are_not_there, taking_bytes_off, cutting_at_a_byte,
          finding_a_byte, equality_and_order, searching, counting_up_to_the_nth, numbers_in_bytes,
          uneven_bytes_in_words, each_byte_in_turn)
