/* human.c - amounts of bytes in units; the large table is what GNU du --apparent-size says. */

#include "human/human.h"
#include "unit.h"

static char const *const sizes[] = {"si", "human-readable", "1", "K", "kB", "MiB", "1000", "3", "MB", "G"};
enum { SIZES = sizeof sizes / sizeof *sizes };

static struct { uint64_t amount; char const *forms[SIZES]; } const table[] = {
    {0, {"0", "0", "0", "0K", "0kB", "0MiB", "0", "0", "0MB", "0G"}},
    {1, {"1", "1", "1", "1K", "1kB", "1MiB", "1", "1", "1MB", "1G"}},
    {511, {"511", "511", "511", "1K", "1kB", "1MiB", "1", "171", "1MB", "1G"}},
    {512, {"512", "512", "512", "1K", "1kB", "1MiB", "1", "171", "1MB", "1G"}},
    {1023, {"1.1k", "1023", "1023", "1K", "2kB", "1MiB", "2", "341", "1MB", "1G"}},
    {1024, {"1.1k", "1.0K", "1024", "1K", "2kB", "1MiB", "2", "342", "1MB", "1G"}},
    {1025, {"1.1k", "1.1K", "1025", "2K", "2kB", "1MiB", "2", "342", "1MB", "1G"}},
    {10189, {"11k", "10K", "10189", "10K", "11kB", "1MiB", "11", "3397", "1MB", "1G"}},
    {10240, {"11k", "10K", "10240", "10K", "11kB", "1MiB", "11", "3414", "1MB", "1G"}},
    {10241, {"11k", "11K", "10241", "11K", "11kB", "1MiB", "11", "3414", "1MB", "1G"}},
    {999, {"999", "999", "999", "1K", "1kB", "1MiB", "1", "333", "1MB", "1G"}},
    {1000, {"1.0k", "1000", "1000", "1K", "1kB", "1MiB", "1", "334", "1MB", "1G"}},
    {1001, {"1.1k", "1001", "1001", "1K", "2kB", "1MiB", "2", "334", "1MB", "1G"}},
    {9999, {"10k", "9.8K", "9999", "10K", "10kB", "1MiB", "10", "3333", "1MB", "1G"}},
    {10000, {"10k", "9.8K", "10000", "10K", "10kB", "1MiB", "10", "3334", "1MB", "1G"}},
    {1048575, {"1.1M", "1.0M", "1048575", "1024K", "1049kB", "1MiB", "1049", "349525", "2MB", "1G"}},
    {1048576, {"1.1M", "1.0M", "1048576", "1024K", "1049kB", "1MiB", "1049", "349526", "2MB", "1G"}},
    {1048577, {"1.1M", "1.1M", "1048577", "1025K", "1049kB", "2MiB", "1049", "349526", "2MB", "1G"}},
    {104857600, {"105M", "100M", "104857600", "102400K", "104858kB", "100MiB", "104858", "34952534",
        "105MB", "1G"}},
    {123456789, {"124M", "118M", "123456789", "120564K", "123457kB", "118MiB", "123457", "41152263",
        "124MB", "1G"}},
    {1073741823, {"1.1G", "1.0G", "1073741823", "1048576K", "1073742kB", "1024MiB", "1073742",
        "357913941", "1074MB", "1G"}},
    {1099511627776U, {"1.1T", "1.0T", "1099511627776", "1073741824K", "1099511628kB", "1048576MiB",
        "1099511628", "366503875926", "1099512MB", "1024G"}},
};

static void check_amount(uint64_t amount, struct human_unit unit, enum human_rounding how, char const *want)
{
    buf out = {0};
    human_append(&out, amount, 1, unit, how);
    check_text(buf_span(&out), want);
    buf_recycle(&out);
}

START_TEST(as_du_shows_them)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        for (size_t k = 0; k < SIZES; k++) {
            struct human_unit unit = {0};
            ck_assert_int_eq(human_parse(text(sizes[k]), &unit), HUMAN_OK);
            check_amount(table[i].amount, unit, HUMAN_UP, table[i].forms[k]);
        }
}
END_TEST

START_TEST(rounding)
{
    check_amount(1536, HUMAN_BLOCKS(1024), HUMAN_DOWN, "1");
    check_amount(1536, HUMAN_BLOCKS(1024), HUMAN_UP, "2");
    check_amount(1536, HUMAN_BLOCKS(1024), HUMAN_NEAREST, "2");
    check_amount(2560, HUMAN_BLOCKS(1024), HUMAN_NEAREST, "2");
    check_amount(2561, HUMAN_BLOCKS(1024), HUMAN_NEAREST, "3");
    check_amount(1500, HUMAN_BLOCKS(1024), HUMAN_NEAREST, "1");
    check_amount(9949, HUMAN_DECIMAL, HUMAN_NEAREST, "9.9k");
    check_amount(9950, HUMAN_DECIMAL, HUMAN_UP, "10k");
    check_amount(999999, HUMAN_DECIMAL, HUMAN_UP, "1.0M");
    check_amount(999999, HUMAN_DECIMAL, HUMAN_DOWN, "999k");
    check_amount(1023, HUMAN_BINARY, HUMAN_NEAREST, "1023");
}
END_TEST

START_TEST(beyond_64_bits)
{
    buf out = {0};
    human_append(&out, UINT64_MAX, UINT64_MAX, HUMAN_BLOCKS(1), HUMAN_NEAREST);
    check_text(buf_span(&out), "340282366920938463426481119284349108225");
    buf_clear(&out);
    human_append(&out, UINT64_MAX, UINT64_MAX, HUMAN_BLOCKS(UINT64_MAX), HUMAN_NEAREST);
    check_text(buf_span(&out), "18446744073709551615");
    buf_clear(&out);
    human_append(&out, UINT64_MAX, 4096, HUMAN_BINARY, HUMAN_UP);
    check_text(buf_span(&out), "64Z");
    buf_clear(&out);
    human_append(&out, UINT64_MAX, UINT64_MAX, HUMAN_BINARY, HUMAN_UP);
    check_text(buf_span(&out), "268435456Q");
    buf_clear(&out);
    human_append(&out, 0, UINT64_MAX, HUMAN_BINARY, HUMAN_UP);
    check_text(buf_span(&out), "0");
}
END_TEST

START_TEST(separators_of_the_locale)
{
    struct human_unit unit = {0};
    ck_assert_int_eq(human_parse(S("'1"), &unit), HUMAN_OK);
    ck_assert(unit.group);
    if (!unit_locale("en_US.UTF-8"))
        return;
    check_amount(1234567, unit, HUMAN_UP, "1,234,567");
    check_amount(123, unit, HUMAN_UP, "123");
    check_amount(1234, unit, HUMAN_UP, "1,234");
}
END_TEST

START_TEST(decimal_points)
{
    if (unit_locale("de_DE.iso88591"))
        check_amount(1536, HUMAN_BINARY, HUMAN_UP, "1,5K");
}
END_TEST

START_TEST(parsing)
{
    struct { char const *text; enum human_err err; uint64_t block; } const cases[] = {
        {"1", HUMAN_OK, 1}, {"0x10", HUMAN_OK, 16}, {"010", HUMAN_OK, 8}, {"K", HUMAN_OK, 1024},
        {"2kB", HUMAN_OK, 2000}, {"1KiB", HUMAN_OK, 1024}, {"", HUMAN_INVALID, 42}, {"0", HUMAN_INVALID, 42},
        {"x", HUMAN_INVALID, 42}, {"-1", HUMAN_INVALID, 42}, {"1x", HUMAN_BAD_SUFFIX, 42},
        {"1Kx", HUMAN_BAD_SUFFIX, 42}, {"1Z", HUMAN_TOO_LARGE, 42}, {"16E", HUMAN_TOO_LARGE, 42},
        {"18446744073709551616", HUMAN_TOO_LARGE, 42}, {"'", HUMAN_INVALID, 42}, {"2KD", HUMAN_OK, 2000},
        {"1Q", HUMAN_BAD_SUFFIX, 42}, {"Q", HUMAN_INVALID, 42}, {"p", HUMAN_BAD_SUFFIX, 42},
        {"08", HUMAN_INVALID, 42}, {"0K", HUMAN_INVALID, 42},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct human_unit unit = HUMAN_BLOCKS(42);
        enum human_err err = human_parse(text(cases[i].text), &unit);
        ck_assert_msg(err == cases[i].err, "[%s] gives %d", cases[i].text, (int)err);
        ck_assert_msg(unit.block == cases[i].block, "[%s] is %ju", cases[i].text, (uintmax_t)unit.block);
    }
}
END_TEST

START_TEST(words_and_letters)
{
    struct human_unit unit = {0};
    ck_assert(human_parse(S("human"), &unit) == HUMAN_OK && unit.scale && !unit.decimal);
    ck_assert(human_parse(S("si"), &unit) == HUMAN_OK && unit.scale && unit.decimal);
    struct { char const *text, *letters; } const cases[] = {
        {"K", "K"}, {"kB", "kB"}, {"MiB", "MiB"}, {"G", "G"},
    };
    for (size_t i = 0; i < 4; i++) {
        buf out = {0};
        ck_assert_int_eq(human_parse(text(cases[i].text), &unit), HUMAN_OK);
        human_append_letter(&out, unit);
        check_text(buf_span(&out), cases[i].letters);
    }
}
END_TEST

START_TEST(the_environment)
{
    bool named = true;
    unsetenv("BLOCK_SIZE");
    ck_assert_uint_eq(human_from_environment(Z("OWN_SIZE"), &named).block, 1024);
    ck_assert(!named);
    setenv("POSIXLY_CORRECT", "", 1);
    ck_assert_uint_eq(human_from_environment(Z_NONE, &named).block, 512);
    setenv("BLOCKSIZE", "7", 1);
    ck_assert_uint_eq(human_from_environment(Z_NONE, &named).block, 7);
    ck_assert(!named);
    setenv("BLOCK_SIZE", "8", 1);
    ck_assert_uint_eq(human_from_environment(Z("OWN_SIZE"), &named).block, 8);
    ck_assert(named);
    setenv("OWN_SIZE", "9", 1);
    ck_assert_uint_eq(human_from_environment(Z("OWN_SIZE"), &named).block, 9);
    setenv("OWN_SIZE", "nonsense", 1);
    ck_assert_uint_eq(human_from_environment(Z("OWN_SIZE"), &named).block, 512);
}
END_TEST

START_TEST(the_environment_may_be_wrong)
{
    struct { char const *text; uint64_t block; } const cases[] = {
        {"99999999999999999999", UINT64_MAX}, {"18446744073709551616", UINT64_MAX}, {"1Z", UINT64_MAX},
        {"Z", UINT64_MAX}, {"ZiB", UINT64_MAX}, {"'20E", UINT64_MAX}, {"99999999999999999999x", UINT64_MAX},
        {"5Zx", UINT64_MAX}, {"5w", 5}, {"'3Q", 3}, {"3Kx", 3072}, {"3KBx", 3000}, {"KBD", 1000}, {"p", 1},
        {"1e5", 1}, {"Q", 1024}, {"0K", 1024}, {"08", 1024}, {"", 1024}, {"-1", 1024},
    };
    unsetenv("POSIXLY_CORRECT");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool named = false;
        setenv("OWN_SIZE", cases[i].text, 1);
        struct human_unit unit = human_from_environment(Z("OWN_SIZE"), &named);
        ck_assert_msg(unit.block == cases[i].block, "[%s] is %ju", cases[i].text, (uintmax_t)unit.block);
        ck_assert(named && !unit.scale && !unit.group && !unit.letter && !unit.bytes);
    }
}
END_TEST

UNIT_MAIN("human", as_du_shows_them, rounding, beyond_64_bits, separators_of_the_locale, decimal_points,
          parsing,
          words_and_letters, the_environment, the_environment_may_be_wrong)
