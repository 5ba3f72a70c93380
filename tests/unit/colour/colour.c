/* colour.c - the codes of LS_COLORS and the database. */

#include "colour/colour.h"
#include "colour/terminals.h"
#include "unit.h"

START_TEST(letters_and_keywords)
{
    enum colour_kind kind = COLOUR_FILE;
    for (int k = 0; k < COLOUR_KINDS; k++) {
        ck_assert_uint_eq(zstr_len(colour_letters((enum colour_kind)k)), 2);
        ck_assert(colour_from_letters(zstr_span(colour_letters((enum colour_kind)k)), &kind));
        ck_assert_int_eq(kind, k);
    }
    ck_assert(!colour_from_letters(S("zz"), &kind) && !colour_from_letters(S("d"), &kind));
    ck_assert(colour_from_keyword(S("DIR"), &kind) && kind == COLOUR_DIR);
    ck_assert(colour_from_keyword(S("dir"), &kind) && kind == COLOUR_DIR);
    ck_assert(!colour_from_keyword(S("nonsense"), &kind) && !colour_from_keyword(S(""), &kind));
}
END_TEST

START_TEST(terminals)
{
    ck_assert(colour_terminal_known(Z("xterm-256color")) && !colour_terminal_known(Z("dumb")));
    ck_assert_uint_gt(zstrs_len(colour_terminal_patterns()), 3);
    buf text = {0};
    colour_append_database(&text);
    ck_assert_uint_lt(span_search(buf_span(&text), S("\nTERM xterm*\n")), buf_len(&text));
}
END_TEST

START_TEST(defaults_and_changes)
{
    colours c = {0};
    span code = {0}, letters = {0};
    colour_use_defaults(&c);
    check_text(colour_code(&c, COLOUR_DIR), "01;34");
    ck_assert(colour_is_set(&c, COLOUR_DIR) && !colour_is_set(&c, COLOUR_FILE));
    ck_assert(!colour_of_suffix(&c, S("x.c"), &code));
    ck_assert_int_eq(colour_parse(&c, S("di=7:ln=00:*.c=31:*.tar.gz=32"), &letters), COLOUR_OK);
    check_text(colour_code(&c, COLOUR_DIR), "7");
    ck_assert(!colour_is_set(&c, COLOUR_LINK));
    ck_assert(colour_of_suffix(&c, S("x.c"), &code));
    check_text(code, "31");
    ck_assert(colour_of_suffix(&c, S("x.tar.gz"), &code) && !colour_of_suffix(&c, S("x.gz"), &code));
}
END_TEST

START_TEST(mistakes)
{
    colours c = {0}, d = {0};
    span letters = {0};
    colour_use_defaults(&c);
    ck_assert_int_eq(colour_parse(&c, S("zz=1"), &letters), COLOUR_BAD_LETTERS);
    check_text(letters, "zz");
    colour_use_defaults(&d);
    ck_assert_int_eq(colour_parse(&d, S("di"), &letters), COLOUR_BAD_VALUE);
}
END_TEST

UNIT_MAIN("colours", letters_and_keywords, terminals, defaults_and_changes, mistakes)
