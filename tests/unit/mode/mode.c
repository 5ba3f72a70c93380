/* mode.c - permission bits in words. */

#include "mode/mode.h"
#include "unit.h"

static struct { char const *text; mode_t old; bool directory; mode_t umask, want; } const cases[] = {
    {"755", 0, false, 0, 0755}, {"0", 07777, false, 0, 0}, {"7777", 0, false, 0, 07777},
    {"755", 06000, true, 0, 06755}, {"00755", 06000, true, 0, 0755}, {"755", 06000, false, 0, 0755},
    {"2755", 04000, true, 0, 06755}, {"u=rwx,go=rx", 0, false, 0, 0755}, {"u=rwx,go-w", 0666, false, 0, 0744},
    {"+x", 0644, false, 022, 0755}, {"+w", 0444, false, 022, 0644}, {"a+w", 0444, false, 022, 0666},
    {"-w", 0666, false, 022, 0466}, {"=r", 0777, false, 077, 0400}, {"=", 0777, false, 022, 0},
    {"u=g", 0070, false, 0, 0770}, {"g=u-w", 0700, false, 0, 0750}, {"o=u,u=o", 0750, false, 0, 0757},
    {"a+X", 0644, false, 0, 0644}, {"a+X", 0744, false, 0, 0755}, {"a+X", 0644, true, 0, 0755},
    {"u+s", 0755, false, 0, 04755}, {"g+s", 0755, false, 0, 02755}, {"o+s", 0755, false, 0, 0755},
    {"+t", 0755, true, 0, 01755}, {"a-s", 06755, true, 0, 0755}, {"u=rwx", 06755, true, 0, 06755},
    {"ug=rw,o+r", 06755, false, 0, 0665}, {"+644", 0111, false, 0, 0755}, {"-111", 0777, false, 022, 0666},
    {"=644,+x", 0, false, 022, 0755}, {"u+rw-x", 0100, false, 0, 0600}, {"a=,u+r", 0777, false, 0, 0400},
    {"u-s,g+s", 06755, true, 0, 02755}, {"+", 0644, false, 0, 0644}, {"ugo+", 0644, false, 0, 0644},
};

START_TEST(changes)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        mode_changes c = {0};
        mode_t changed = 0;
        ck_assert_msg(mode_parse(&c, text(cases[i].text)), "%s", cases[i].text);
        struct mode_target t = {cases[i].old, cases[i].directory, cases[i].umask};
        mode_t got = mode_apply(&c, t, &changed);
        ck_assert_msg(got == cases[i].want, "%s on %o: %o, not %o", cases[i].text, cases[i].old, got,
                      cases[i].want);
        ck_assert_uint_eq((got ^ (cases[i].old & 07777)) & ~changed, 0);
    }
}
END_TEST

START_TEST(no_modes)
{
    char const *const bad[] = {"", "8", "78", "17777", "u", "u=rwz", "u=rw,", ",u=r", "u=,,g=r", "rw", "u+7",
                               "+8", "+17777", "a=77x", " 755", "755 ", "u=gx", "x=u",
                               "--help", "u=r g=r", "755,u+x"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        mode_changes c = {0};
        ck_assert_msg(!mode_parse(&c, text(bad[i])), "[%s] is taken", bad[i]);
    }
    mode_changes c = {0};
    ck_assert(!mode_parse(&c, S("75\0005")));
}
END_TEST

START_TEST(exactly)
{
    mode_changes c = {0};
    mode_t changed = 0;
    mode_exactly(&c, S_IFREG | 02640);
    struct mode_target dir = {.old = 06777, .directory = true, .umask = 077};
    ck_assert_uint_eq(mode_apply(&c, dir, &changed), 02640);
    ck_assert_uint_eq(changed, 07777);
    mode_changes none = {0};
    ck_assert_uint_eq(mode_apply(&none, dir, &changed), 06777);
    ck_assert_uint_eq(changed, 0);
}
END_TEST

UNIT_MAIN("modes", changes, no_modes, exactly)
