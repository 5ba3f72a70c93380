/* collation.c - keys from tables are the system's keys; names of months and locales. */

#include "sys/collate.h"
#include "sys/locale.h"
#include "sys/months.h"
#include "text/collation.h"
#include "unit.h"

static void check_keys(struct collation const *c, char const *alphabet, uint64_t *state)
{
    size_t n = strlen(alphabet);
    for (int i = 0; i < 3000; i++) {
        char s[12];
        size_t len = unit_random(state) % sizeof s;
        for (size_t k = 0; k < len; k++)
            s[k] = alphabet[unit_random(state) % n];
        buf ours = {0}, theirs = {0};
        collation_append_primary(c, view(s, len), &ours);
        collate_append_primary(&theirs, view(s, len));
        check_span(buf_span(&ours), buf_span(&theirs));
        buf_recycle(&ours);
        buf_recycle(&theirs);
    }
}

static void check_locale(char const *name)
{
    struct collation c = {0};
    uint64_t state = 11;
    if (!unit_locale(name))
        return;
    check_keys(&c, "abc", &state);      /* without tables */
    collation_make(&c);
    check_keys(&c, "abcdefghijklmnopqrstuvwxyzABCXYZ0189 '-.,_", &state);
    check_keys(&c, "ab\303\251\377\t\n", &state);
}

START_TEST(keys_in_english)
{
    check_locale("en_US.UTF-8");
}
END_TEST

START_TEST(keys_in_swedish)
{
    check_locale("sv_SE");
}
END_TEST

START_TEST(keys_in_japanese)
{
    check_locale("ja_JP.UTF-8");
}
END_TEST

START_TEST(keys_of_bytes)
{
    struct collation c = {0};
    buf key = {0};
    setenv("LC_ALL", "C", 1);
    collation_make(&c);
    ck_assert(!c.made);
    collation_append_primary(&c, S("b\0a"), &key);
    check_span(buf_span(&key), S("b\0a"));
    ck_assert_str_eq(zstr_c(months_short_name(0)), "Jan");
    ck_assert_str_eq(zstr_c(months_short_name(11)), "Dec");
    FAULTS("month (12, 12)", months_short_name(12));
    ck_assert_str_eq(zstr_c(locale_name(LOCALE_COLLATE)), "C");
    ck_assert(locale_exists());
    setenv("LC_ALL", "no_SUCH.locale", 1);
    ck_assert(!locale_exists());
}
END_TEST

START_TEST(parts_between_nuls)
{
    buf work = {0};
    if (!unit_locale("en_US.UTF-8"))
        return;
    ck_assert_int_gt(collate_compare(S("a\0b"), S("a"), &work), 0);
    ck_assert_int_lt(collate_compare(S("a\0a"), S("A\0"), &work), 0);
    ck_assert_int_lt(collate_compare(S("\0"), S("\0\0"), &work), 0);
    ck_assert_int_eq(collate_compare(S("\0"), S("\0"), &work), 0);
    buf a = {0}, b = {0};
    collate_append_primary(&a, S("a\0b"));
    collate_append_primary(&b, S("A"));
    check_span(buf_span(&a), buf_span(&b));
    buf_clear(&a);
    collate_append_key(&a, S("a\0b"));
    ck_assert(!span_starts(buf_span(&a), buf_span(&b)) || buf_len(&a) > buf_len(&b));
}
END_TEST

static int sign(int d)
{
    return (d > 0) - (d < 0);
}

/* Where primary keys differ, texts do as their keys do; and the order is that of strcoll(3). */
static void check_order(char const *name)
{
    static char const *const letters[] = {"a", "b", "A", "0", "1", ".", "-", " ", "\303\251", "\314\201", "ch"};
    enum { COUNT = sizeof letters / sizeof *letters };
    struct collator c = {0};
    uint64_t state = 5;
    buf a = {0}, b = {0};
    if (!unit_locale(name))
        return;
    for (int round = 0; round < 20000; round++) {
        char x[64] = "", y[64] = "";
        for (uint64_t n = unit_random(&state) % 6; n > 0; n--)
            strcat(x, letters[unit_random(&state) % COUNT]);
        for (uint64_t n = unit_random(&state) % 6; n > 0; n--)
            strcat(y, letters[unit_random(&state) % COUNT]);
        buf_clear(&a);
        buf_clear(&b);
        collate_append_primary(&a, text(x));
        collate_append_primary(&b, text(y));
        int primary = span_cmp(buf_span(&a), buf_span(&b)), order = strcoll(x, y);
        ck_assert_msg(primary == 0 || sign(primary) == sign(order), "[%s] [%s]", x, y);
        struct collator_key x_key = {0}, y_key = {0};
        int got = collator_compare(&c, text(x), &x_key, text(y), &y_key);
        ck_assert_msg(sign(got) == sign(order), "[%s] [%s]: %d, not %d", x, y, got, order);
        buf_recycle(&x_key.bytes);
        buf_recycle(&y_key.bytes);
    }
}

START_TEST(order_of_the_system)
{
    check_order("en_US.UTF-8");
    check_order("sv_SE.UTF-8");
    check_order("ja_JP.UTF-8");
}
END_TEST

/* The answers are the same before and after the tables are made. */
START_TEST(comparing)
{
    struct collator c = {0};
    struct collator_key a = {0}, b = {0}, d = {0};
    if (!unit_locale("en_US.UTF-8"))
        return;
    for (int i = 0; i < 3000; i++) {
        a.made = b.made = d.made = false;
        ck_assert_int_lt(collator_compare(&c, S("apple"), &a, S("Banana"), &b), 0);
        ck_assert_int_gt(collator_compare(&c, S("cherry"), &d, S("Banana"), &b), 0);
        ck_assert(a.made && b.made && d.made);
    }
    ck_assert(c.keys == 9000 && c.collation.made);
    ck_assert_int_eq(collator_compare(&c, S("cherry"), &d, S("cherry"), &a), 0);
    collator_make_key(&c, S("cherry"), &a);
    ck_assert(a.made && span_eq(buf_span(&a.bytes), buf_span(&d.bytes)));
}
END_TEST

UNIT_MAIN("collation", keys_in_english, keys_in_swedish, keys_in_japanese, keys_of_bytes, parts_between_nuls,
          order_of_the_system, comparing)
