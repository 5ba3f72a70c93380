/* backup.c - keeping what is about to be replaced. */

#include "backup/backup.h"
#include "unit.h"

static char const *simple(zstr name, zstr suffix)
{
    static arena a;
    return zstr_c(backup_simple_name(&a, name, suffix));
}

START_TEST(suffixes)
{
    unsetenv("SIMPLE_BACKUP_SUFFIX");
    ck_assert_str_eq(zstr_c(backup_suffix(Z_NONE)), "~");
    ck_assert_str_eq(zstr_c(backup_suffix(Z(".bak"))), ".bak");
    ck_assert_str_eq(zstr_c(backup_suffix(Z(""))), "~");
    ck_assert_str_eq(zstr_c(backup_suffix(Z("a/b"))), "~");
    setenv("SIMPLE_BACKUP_SUFFIX", ".orig", 1);
    ck_assert_str_eq(zstr_c(backup_suffix(Z_NONE)), ".orig");
    ck_assert_str_eq(zstr_c(backup_suffix(Z(".bak"))), ".bak");
    setenv("SIMPLE_BACKUP_SUFFIX", "/x", 1);
    ck_assert_str_eq(zstr_c(backup_suffix(Z_NONE)), "~");
}
END_TEST

START_TEST(simple_names)
{
    ck_assert_str_eq(simple(Z("file"), Z("~")), "file~");
    ck_assert_str_eq(simple(Z("dir/file"), Z(".bak")), "dir/file.bak");
    ck_assert_str_eq(simple(Z("dir///"), Z("~")), "dir~");
    char longest[256];
    memset(longest, 'x', 255);
    longest[255] = 0;
    zstr made = zstr_of_c_(simple(zstr_of_c_(longest), Z(".bak")));
    ck_assert_uint_eq(zstr_len(made), 255);
    ck_assert_int_eq(span_last(zstr_span(made)), '~');
    ck_assert_uint_eq(zstr_len(zstr_of_c_(simple(zstr_of_c_(longest + 4), Z(".bak")))), 255);
}
END_TEST

static struct backup const numbered = {BACKUP_NUMBERED, {"~", 1}}, existing = {BACKUP_EXISTING, {"~", 1}},
                           plain = {BACKUP_SIMPLE, {"~", 1}};

/* The name that the next backup of "f" would have. */
static char const *next_of_f(struct backup how)
{
    static arena a;
    zstr made = Z_NONE;
    ck_assert_int_eq(backup_name(&a, FDH_CWD, Z("f"), how, &made), 0);
    return zstr_c(made);
}

START_TEST(numbers)
{
    unit_enter("numbers");
    ck_assert_str_eq(next_of_f(plain), "f~");
    ck_assert_str_eq(next_of_f(existing), "f~");
    ck_assert_str_eq(next_of_f(numbered), "f.~1~");
    unit_write("f.~2~", S(""));
    ck_assert_str_eq(next_of_f(existing), "f.~3~");
    ck_assert_str_eq(next_of_f(numbered), "f.~3~");
    ck_assert_str_eq(next_of_f(plain), "f~");
    unit_write("f.~10~", S(""));
    unit_write("f.~011~", S(""));
    unit_write("f.~x~", S(""));
    unit_write("f.~~", S(""));
    unit_write("g.~77~", S(""));
    unit_write("ff.~78~", S(""));
    ck_assert_str_eq(next_of_f(numbered), "f.~11~");
    unit_write("f.~99~", S(""));
    ck_assert_str_eq(next_of_f(numbered), "f.~100~");
}
END_TEST

START_TEST(making_them)
{
    arena a = {0};
    zstr made = Z_NONE;
    unit_enter("making");
    unit_write("f", S("one"));
    ck_assert_int_eq(backup_make(&a, FDH_CWD, Z("f"), plain, &made), 0);
    ck_assert_str_eq(zstr_c(made), "f~");
    check_text(unit_read("f~"), "one");
    ck_assert(!unit_exists("f"));
    unit_write("f", S("two"));
    ck_assert_int_eq(backup_make(&a, FDH_CWD, Z("f"), plain, &made), 0);
    check_text(unit_read("f~"), "two");
    unit_write("f", S("three"));
    ck_assert_int_eq(backup_make(&a, FDH_CWD, Z("./f"), numbered, &made), 0);
    ck_assert_str_eq(zstr_c(made), "./f.~1~");
    unit_write("f", S("four"));
    ck_assert_int_eq(backup_make(&a, FDH_CWD, Z("f"), existing, &made), 0);
    ck_assert_str_eq(zstr_c(made), "f.~2~");
    check_text(unit_read("f.~1~"), "three");
    check_text(unit_read("f.~2~"), "four");
}
END_TEST

START_TEST(in_another_directory)
{
    arena a = {0};
    zstr made = Z_NONE;
    fdh dir = FDH_NONE;
    ck_assert_int_eq(mkdir("other", 0755), 0);
    ck_assert_int_eq(fd_open(&dir, FDH_CWD, Z("other"), O_RDONLY | O_DIRECTORY, 0), 0);
    unit_write("other/f", S("x"));
    unit_write("f.~5~", S(""));
    ck_assert_int_eq(backup_make(&a, dir, Z("f"), numbered, &made), 0);
    ck_assert_str_eq(zstr_c(made), "f.~1~");
    ck_assert(unit_exists("other/f.~1~"));
}
END_TEST

START_TEST(nothing_there)
{
    arena a = {0};
    zstr made = Z("kept");
    unit_enter("nothing");
    ck_assert_int_eq(backup_make(&a, FDH_CWD, Z("f"), plain, &made), ENOENT);
    ck_assert_int_eq(backup_make(&a, FDH_CWD, Z("f"), numbered, &made), ENOENT);
    ck_assert_int_eq(backup_make(&a, FDH_CWD, Z("no/f"), numbered, &made), ENOENT);
    ck_assert_int_eq(backup_name(&a, FDH_CWD, Z("no/f"), numbered, &made), ENOENT);
    ck_assert_str_eq(zstr_c(made), "kept");
}
END_TEST

UNIT_MAIN("backups", suffixes, simple_names, numbers, making_them, in_another_directory, nothing_there)
