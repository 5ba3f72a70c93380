/* locale.c - what depends on the locale: categories, character set, messages, order, patterns; and the
   environment that says which locale that is. */

#include "sys/build.h"
#include "sys/collate.h"
#include "sys/env.h"
#include "sys/host.h"
#include "sys/locale.h"
#include "sys/message.h"
#include "sys/pattern.h"
#include "sys/wide.h"
#include "unit.h"

static void clear_environment(void)
{
    char const *const variables[] = {"LC_ALL", "LC_CTYPE", "LC_COLLATE", "LC_MESSAGES", "LC_NUMERIC",
        "LC_TIME", "LANG"};
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        unsetenv(variables[i]);
}

START_TEST(the_environment)
{
    setenv("UNIT_VARIABLE", "value", 1);
    setenv("UNIT_EMPTY", "", 1);
    ck_assert_str_eq(zstr_c(env_get(Z("UNIT_VARIABLE"))), "value");
    ck_assert(zstr_is_none(env_get(Z("UNIT_NOTHING"))));
    ck_assert(!zstr_is_none(env_get(Z("UNIT_EMPTY"))) && zstr_len(env_get(Z("UNIT_EMPTY"))) == 0);
    ck_assert(env_has(Z("UNIT_EMPTY")) && !env_has(Z("UNIT_NOTHING")));
}
END_TEST

START_TEST(no_locale)
{
    clear_environment();
    for (int k = 0; k < LOCALE_CATEGORIES; k++)
        ck_assert(locale_is_c((enum locale_category)k));
    ck_assert_int_eq(locale_charset(), CHARSET_SINGLE_BYTE);
    ck_assert_str_eq(zstr_c(locale_decimal_point()), ".");
    ck_assert_str_eq(zstr_c(locale_thousands_separator()), "");
    ck_assert_uint_eq(zstr_len(locale_grouping()), 0);
    ck_assert(collate_by_bytes());
    ck_assert_str_eq(setlocale(LC_ALL, NULL), "C");
}
END_TEST

START_TEST(which_variable_counts)
{
    if (!unit_locale("en_US.UTF-8"))
        return;
    clear_environment();
    setenv("LC_ALL", "", 1);
    setenv("LC_CTYPE", "POSIX", 1);
    setenv("LANG", "en_US.UTF-8", 1);
    ck_assert(locale_is_c(LOCALE_CTYPE) && !locale_is_c(LOCALE_NUMERIC));
    ck_assert_str_eq(zstr_c(locale_thousands_separator()), ",");
    ck_assert_str_eq(zstr_c(locale_grouping()), "\3\3");
    ck_assert_int_eq(locale_charset(), CHARSET_SINGLE_BYTE);
}
END_TEST

START_TEST(all_counts_more)
{
    if (!unit_locale("de_DE.iso88591"))
        return;
    setenv("LC_CTYPE", "C", 1);
    locale_use(LOCALE_NUMERIC);
    ck_assert_str_eq(setlocale(LC_CTYPE, NULL), "C");
    locale_use(LOCALE_TIME);
    ck_assert_str_ne(setlocale(LC_CTYPE, NULL), "C");
    ck_assert_int_eq(locale_charset(), CHARSET_SINGLE_BYTE);
    ck_assert_str_eq(zstr_c(locale_decimal_point()), ",");
}
END_TEST

START_TEST(a_locale_that_is_not_there)
{
    clear_environment();
    setenv("LC_ALL", "xx_YY.nonsense", 1);
    ck_assert(locale_is_c(LOCALE_CTYPE) && locale_is_c(LOCALE_COLLATE));
    ck_assert_int_eq(locale_charset(), CHARSET_SINGLE_BYTE);
    ck_assert_str_eq(zstr_c(message_error(ENOENT)), "No such file or directory");
}
END_TEST

START_TEST(character_sets)
{
    EXITS(0, "", _exit(unit_locale("C.UTF-8") && locale_charset() != CHARSET_UTF8));
    EXITS(0, "", _exit(unit_locale("en_US.UTF-8") && locale_charset() != CHARSET_UTF8));
    EXITS(0, "", _exit(unit_locale("ja_JP.eucjp") && locale_charset() != CHARSET_OTHER));
    EXITS(0, "", _exit(unit_locale("ru_RU.koi8r") && locale_charset() != CHARSET_SINGLE_BYTE));
}
END_TEST

START_TEST(messages)
{
    clear_environment();
    ck_assert_str_eq(zstr_c(message_text(Z("no such message id"))), "no such message id");
    ck_assert_uint_eq(zstr_len(message_text(Z(""))), 0);
    ck_assert_str_eq(zstr_c(message_error(EISDIR)), "Is a directory");
    ck_assert_str_eq(zstr_c(message_error(99999)), "Unknown error 99999");
}
END_TEST

static int order_of(span x, span y)
{
    static buf work;
    int order = collate_compare(x, y, &work), back = collate_compare(y, x, &work);
    ck_assert_int_eq((order > 0) - (order < 0), (back < 0) - (back > 0));
    return (order > 0) - (order < 0);
}

START_TEST(order_of_bytes)
{
    if (!unit_locale("C.UTF-8"))
        setenv("LC_ALL", "C", 1);
    ck_assert(collate_by_bytes());
    ck_assert_int_eq(order_of(S("B"), S("a")), -1);
    buf key = {0};
    collate_append_key(&key, S("text"));
    collate_append_primary(&key, S("er"));
    check_text(buf_span(&key), "texter");
}
END_TEST

START_TEST(order_of_the_locale)
{
    if (!unit_locale("en_US.UTF-8"))
        return;
    ck_assert(!collate_by_bytes());
    ck_assert_int_eq(order_of(S("a"), S("B")), -1);
    ck_assert_int_eq(order_of(S("B"), S("a")), 1);
    ck_assert_int_eq(order_of(S("same"), S("same")), 0);
    ck_assert_int_eq(order_of(S(""), S("a")), -1);
    static char longer[10000];
    memset(longer, 'a', sizeof longer - 1);
    ck_assert_int_eq(order_of(text(longer), text(longer + 1)), 1);
    ck_assert_int_eq(order_of(text(longer), S("b")), -1);
}
END_TEST

START_TEST(order_with_nul)
{
    if (!unit_locale("en_US.UTF-8"))
        return;
    ck_assert(locale_exists());
    ck_assert_str_eq(zstr_c(locale_name(LOCALE_COLLATE)), "en_US.UTF-8");
    ck_assert_int_eq(order_of(S("a\0b"), S("a\0C")), -1);
    ck_assert_int_eq(order_of(S("a"), S("a\0")), -1);
    ck_assert_int_eq(order_of(S("a\0b"), S("a\0b")), 0);
    ck_assert_int_eq(order_of((span){0}, S("a")), -1);
}
END_TEST

START_TEST(patterns)
{
    setenv("LC_ALL", "C", 1);
    ck_assert(pattern_matches(Z("*.c"), Z("x.c"), false) && !pattern_matches(Z("*.c"), Z("x.h"), false));
    ck_assert(pattern_matches(Z("[a-c]?"), Z("bx"), false) && !pattern_matches(Z("[a-c]"), Z("bx"), false));
    ck_assert(pattern_matches(Z("*"), Z(".x"), false) && !pattern_matches(Z("*"), Z(".x"), true));
    ck_assert(pattern_matches(Z(".*"), Z(".x"), true) && pattern_matches(Z("a/*"), Z("a/b/c"), false));
    ck_assert(pattern_matches(Z(""), Z(""), true) && !pattern_matches(Z(""), Z("x"), true));
    ck_assert(pattern_matches(Z("["), Z("["), false) && pattern_matches(Z("\\*"), Z("*"), false));
    ck_assert(pattern_matches(Z("?"), Z("\377"), false));
}
END_TEST

START_TEST(wide_characters)
{
    uint32_t code = 0;
    unsigned char bytes[16];
    if (!unit_locale("ja_JP.eucjp"))
        return;
    ck_assert_uint_eq(wide_decode(S("\244\242x"), &code), 2);
    ck_assert_uint_eq(code, 0x3042);
    ck_assert(wide_width(code) == 2 && wide_is(code, 1) && !wide_is(code, 4) && !wide_is(code, 99));
    ck_assert_uint_eq(wide_encode(code, room(bytes, 16)), 2);
    check_span(view(bytes, 2), S("\244\242"));
    ck_assert_uint_eq(wide_encode(0x1F600, room(bytes, 16)), 0);
    ck_assert_uint_eq(wide_decode(S("\244"), &code), 0);
    ck_assert_uint_eq(wide_decode(S("\0"), &code), 1);
    ck_assert_uint_eq(wide_unfinished(S("x\244")), 1);
    ck_assert_uint_eq(wide_unfinished(S("x\244\242")), 0);
    ck_assert_uint_eq(wide_unfinished(S("\377\0")), 0);
    ck_assert(wide_upper('a') == 'A' && wide_lower('A') == 'a' && wide_upper(0x3042) == 0x3042);
}
END_TEST

START_TEST(this_machine)
{
    arena a = {0};
    zstr name = Z_NONE;
    char want[256] = "";
    gethostname(want, sizeof want - 1);
    ck_assert_int_eq(host_name(&a, &name), 0);
    ck_assert_str_eq(zstr_c(name), want);
    ck_assert_str_eq(zstr_c(build_version()), PACKAGE_VERSION);
}
END_TEST

UNIT_MAIN("locale", the_environment, no_locale, which_variable_counts, all_counts_more,
          a_locale_that_is_not_there,
          character_sets, messages, order_of_bytes, order_of_the_locale, order_with_nul, patterns,
              wide_characters,
              this_machine)
