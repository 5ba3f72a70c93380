/* users.c - names of users and groups. */

#include "sys/accounts.h"
#include "unit.h"
#include "users/users.h"

START_TEST(looking_up)
{
    arena a = {0};
    zstr name = Z("kept");
    uint32_t id = 7;
    ck_assert(account_user_name(&a, 0, &name));
    ck_assert_str_eq(zstr_c(name), "root");
    ck_assert(account_group_name(&a, 0, &name));
    ck_assert_str_eq(zstr_c(name), "root");
    ck_assert(account_user_id(Z("root"), &id) && id == 0);
    id = 7;
    ck_assert(account_group_id(Z("root"), &id) && id == 0);
}
END_TEST

START_TEST(nobody_there)
{
    arena a = {0};
    zstr name = Z("kept");
    uint32_t id = 7;
    ck_assert(!account_user_name(&a, 4000000001, &name) && !account_group_name(&a, 4000000001, &name));
    ck_assert_str_eq(zstr_c(name), "kept");
    ck_assert(!account_user_id(Z("no such user"), &id) && !account_group_id(Z(""), &id));
    ck_assert_uint_eq(id, 7);
}
END_TEST

START_TEST(a_cache)
{
    users u = {0}, g = {0};
    ck_assert_str_eq(zstr_c(users_user(&u, 0)), "root");
    ck_assert_str_eq(zstr_c(users_user(&u, 0)), "root");
    ck_assert_str_eq(zstr_c(users_group(&g, 0)), "root");
    for (uint32_t id = 4000000000; id < 4000000400; id++)
        ck_assert(zstr_is_none(users_user(&u, id)));
    for (uint32_t id = 4000000000; id < 4000000400; id++)
        ck_assert(zstr_is_none(users_user(&u, id)));
    ck_assert_str_eq(zstr_c(users_user(&u, 0)), "root");
    ck_assert_uint_eq(u.used, 401);
}
END_TEST

UNIT_MAIN("users", looking_up, nobody_there, a_cache)
