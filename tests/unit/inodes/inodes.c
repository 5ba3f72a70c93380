/* inodes.c - the map from files to numbers, against a plain table. */

#include "inodes/inodes.h"
#include "unit.h"

START_TEST(nothing_known)
{
    inodes m = {0};
    size_t value = 7;
    ck_assert(!inodes_find(&m, 0, 0, &value) && !inodes_find(&m, 1, 2, &value));
    ck_assert_uint_eq(value, 7);
}
END_TEST

START_TEST(setting_and_replacing)
{
    inodes m = {0};
    size_t value = 7;
    inodes_set(&m, 1, 2, 0);
    ck_assert(inodes_find(&m, 1, 2, &value) && value == 0);
    ck_assert(!inodes_find(&m, 2, 1, &value) && !inodes_find(&m, 1, 1, &value));
    inodes_set(&m, 1, 2, 99);
    ck_assert(inodes_find(&m, 1, 2, &value) && value == 99);
    ck_assert_uint_eq(m.used, 1);
}
END_TEST

START_TEST(many_files)
{
    enum { MANY = 50000 };
    inodes m = {0};
    bool right = true;
    for (size_t i = 0; i < MANY; i++)
        inodes_set(&m, i % 7, i / 3 * 4096, i);
    for (size_t i = 0; i < MANY; i++) {
        size_t value = MANY;
        right &= inodes_find(&m, i % 7, i / 3 * 4096, &value) && value % 7 == i % 7 && value / 3 == i / 3;
        right &= !inodes_find(&m, i % 7, i / 3 * 4096 + 1, &value);
    }
    ck_assert(right);
}
END_TEST

/* The slots of those that are forgotten must not hide what was put behind them. */
START_TEST(forgetting)
{
    enum { MANY = 3000 };
    inodes m = {0};
    bool right = true;
    size_t value = 0;
    inodes_forget(&m, 1, 1);
    for (size_t i = 0; i < MANY; i++)
        inodes_set(&m, i % 3, i / 3, i);
    for (size_t step = 0; step < MANY; step++) {
        size_t gone = step * 7 % MANY;
        inodes_forget(&m, gone % 3, gone / 3);
        inodes_forget(&m, gone % 3, gone / 3);
        right &= !inodes_find(&m, gone % 3, gone / 3, &value);
        if (step % 100 == 0)
            for (size_t i = 0; i < MANY; i++) {
                bool known = inodes_find(&m, i % 3, i / 3, &value);
                right &= known == (i * 2143 % MANY > step);     /* 2143 * 7 is 1 modulo MANY */
                right &= !known || value == i;
            }
    }
    ck_assert(right);
    ck_assert_uint_eq(m.used, 0);
}
END_TEST

UNIT_MAIN("inodes", nothing_known, setting_and_replacing, many_files, forgetting)
