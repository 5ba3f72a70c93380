/* regexp.c - regular expressions: both syntaxes, groups, directions, context, bad patterns. */

#include "sys/regexp.h"
#include "unit.h"

static regexp compiled(span pattern, enum regexp_syntax syntax, bool fold)
{
    regexp r = {0};
    zstr why = Z("kept");
    regexp_compile(&r, pattern, syntax, fold, &why);
    ck_assert(zstr_is_none(why) && !regexp_is_none(r));
    return r;
}

static void check_found(regexp r, span text, size_t from, size_t start, size_t end)
{
    struct regexp_found found = {0};
    ck_assert_int_eq(regexp_find(r, text, from, &found), 0);
    ck_assert_uint_eq(found.start, start);
    ck_assert_uint_eq(found.end, end);
}

START_TEST(finding)
{
    regexp r = compiled(S("b*c"), REGEXP_BASIC, false);
    struct regexp_found found = {0};
    check_found(r, S("abbcbc"), 0, 1, 4);
    check_found(r, S("abbcbc"), 4, 4, 6);
    ck_assert_int_eq(regexp_find(r, S("abbcbc"), 6, &found), ENOENT);
    ck_assert_int_eq(regexp_find(r, (span){0}, 0, &found), ENOENT);
    ck_assert(!regexp_has_group(r));
    ck_assert_int_eq(regexp_occurs(r, S("abbcbc")), 0);
    ck_assert_int_eq(regexp_occurs(r, S("abb")), ENOENT);
    ck_assert_int_eq(regexp_occurs(r, (span){0}), ENOENT);
    ck_assert_int_eq(regexp_find_back(r, S("abcbcx"), 6, &found), 0);
    ck_assert_uint_eq(found.start, 4);
    ck_assert_uint_eq(found.end, 5);
    ck_assert_int_eq(regexp_find_back(r, S("abcbcx"), 0, &found), ENOENT);
    ck_assert_int_eq(regexp_match(r, S("abbc"), 0, &found), ENOENT);
    ck_assert_int_eq(regexp_match(r, S("abbc"), 1, &found), 0);
    ck_assert_uint_eq(found.end, 4);
}
END_TEST

/* What is known from a literal at the front of the pattern is what the matcher says. */
START_TEST(occurs_by_literal)
{
    static char const *const patterns[] = {
        "^a", "^ab", "a", "ab", "^ab*", "ab*", "b+", "b?c", "^a[bc]*d", "a.c", "ab$", "^ab$", "a\\|b", "*a", "^*a",
        "a|b", "a{2}", "", "^", "abcdefghijklmnopqrstuvwxyzabcdefghijk", "abcdefghijklmnopqrstuvwxyzabcdef*",
    };
    static char const *const texts[] = {
        "", "a", "b", "ab", "ba", "xab", "x\nab", "x\nb", "acd", "abcbd", "b+", "c", "bc", "*a", "a|b", "aa", "a{2}",
        "aab", "AB", "xabcdefghijklmnopqrstuvwxyzabcdefghijkl", "abcdefghijklmnopqrstuvwxyzabcde",
    };
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        for (int way = 0; way < 4; way++) {
            span pattern = {(unsigned char const *)patterns[i], strlen(patterns[i])};
            regexp r = compiled(pattern, way & 1 ? REGEXP_EMACS : REGEXP_BASIC, false);
            if (way & 2)
                regexp_anchor_at_ends(r);
            for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
                span text = {(unsigned char const *)texts[k], strlen(texts[k])};
                struct regexp_found found;
                ck_assert_msg(regexp_occurs(r, text) == regexp_find(r, text, 0, &found), "%s in %s", patterns[i],
                              texts[k]);
            }
        }
}
END_TEST

START_TEST(groups_and_context)
{
    regexp r = compiled(S("x\\(y*\\)\\|z"), REGEXP_BASIC, false);
    struct regexp_found found = {0};
    ck_assert(regexp_has_group(r));
    ck_assert_int_eq(regexp_find(r, S("axyyb"), 0, &found), 0);
    ck_assert(found.has_group && found.group_start == 2 && found.group_end == 4);
    ck_assert_int_eq(regexp_find(r, S("az"), 0, &found), 0);
    ck_assert(!found.has_group && found.start == 1);
    regexp start = compiled(S("^b"), REGEXP_BASIC, false);
    ck_assert_int_eq(regexp_find(start, S("ab"), 1, &found), ENOENT);
    check_found(start, S("a\nb"), 0, 2, 3);
    /* More groups than the expression before. */
    regexp many = compiled(S("\\(a\\)\\(b\\)\\(c\\)\\(d\\)"), REGEXP_BASIC, false);
    check_found(many, S("xabcd"), 0, 1, 5);
    check_found(r, S("xy"), 0, 0, 2);
}
END_TEST

START_TEST(anchors)
{
    regexp ends = compiled(S("a$\\|^b"), REGEXP_BASIC, false);
    struct regexp_found found = {0};
    check_found(ends, S("xa\nb"), 0, 1, 2);
    check_found(ends, S("x\nb"), 0, 2, 3);
    regexp_anchor_at_ends(ends);
    ck_assert_int_eq(regexp_find(ends, S("xa\nb"), 0, &found), ENOENT);
    check_found(ends, S("b\nxa"), 0, 0, 1);
    check_found(ends, S("b\nxa"), 1, 3, 4);
}
END_TEST

START_TEST(syntaxes)
{
    check_found(compiled(S("a+"), REGEXP_BASIC, false), S("aaa+"), 0, 2, 4);
    check_found(compiled(S("a+"), REGEXP_EMACS, false), S("aaa+"), 0, 0, 3);
    check_found(compiled(S("a\\{2\\}"), REGEXP_BASIC, false), S("aaa"), 0, 0, 2);
    check_found(compiled(S("HeL"), REGEXP_BASIC, true), S("_hEl"), 0, 1, 4);
    check_found(compiled((span){0}, REGEXP_EMACS, false), S("x"), 1, 1, 1);
    check_found(compiled((span){(unsigned char const *)"a\0b", 3}, REGEXP_BASIC, false),
                (span){(unsigned char const *)"\0a\0b", 4}, 0, 1, 4);
}
END_TEST

START_TEST(bad_pattern)
{
    regexp r = {0};
    zstr why = Z_NONE;
    regexp_compile(&r, S("\\(a"), REGEXP_BASIC, false, &why);
    ck_assert(!zstr_is_none(why) && regexp_is_none(r));
    ck_assert_str_eq(zstr_c(why), "Unmatched ( or \\(");
}
END_TEST

/* Where characters are sorted by their codes, ranges of ASCII are matched byte by byte; nobody notices. */
START_TEST(ranges_in_utf8)
{
    struct regexp_found found = {0};
    if (!unit_locale("C.UTF-8"))
        return;
    check_found(compiled(S("[0-9]+"), REGEXP_EMACS, false), S("\303\251 \331\243 12\331\243"), 0, 6, 8);
    check_found(compiled(S("\\([a-c]\\)\\1*$"), REGEXP_BASIC, false), S("ab\303\251aaa"), 0, 4, 7);
    check_found(compiled(S("[0-9]$"), REGEXP_BASIC, false), S("\303\2511\303\2512\n"), 0, 5, 6);
    check_found(compiled(S("[0-9][^a-c]"), REGEXP_BASIC, false), S("x1\303\251"), 0, 1, 4);
    check_found(compiled(S("[0-9]."), REGEXP_BASIC, false), S("x1\303\251"), 0, 1, 4);
    check_found(compiled(S("[a-z]\\w"), REGEXP_BASIC, false), S("a\303\251"), 0, 0, 3);
    check_found(compiled(S("[[:alpha:]]*[0-9]"), REGEXP_BASIC, false), S("\303\2511"), 0, 0, 3);
    /* A match of nothing is not within a character. */
    ck_assert_int_eq(regexp_find_back(compiled(S("[0-9]*"), REGEXP_EMACS, false), S("\303\251"), 1, &found), 0);
    ck_assert_uint_eq(found.start, 0);
    regexp r = {0};
    zstr why = Z_NONE;
    regexp_compile(&r, S("\\([0-9]"), REGEXP_BASIC, false, &why);
    ck_assert(!zstr_is_none(why) && regexp_is_none(r));
}
END_TEST

START_TEST(past_the_end)
{
    struct regexp_found found = {0};
    regexp r = compiled(S("a"), REGEXP_BASIC, false);
    FAULTS("span drop (2, 1)", regexp_find(r, S("a"), 2, &found));
    FAULTS("span drop (2, 1)", regexp_match(r, S("a"), 2, &found));
    FAULTS("span prefix (2, 1)", regexp_find_back(r, S("a"), 2, &found));
}
END_TEST

UNIT_MAIN("regexp", finding, occurs_by_literal, groups_and_context, anchors, syntaxes, bad_pattern,
          ranges_in_utf8, past_the_end)
