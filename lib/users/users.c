/* users.c - see users.h. */

#include "users/users.h"

#include "safe/checked.h"
#include "sys/accounts.h"

enum { FIRST_SLOTS = 64 };

/* Where ID is, or the free place it would go to. */
static size_t place_of(users const *u, uint32_t id)
{
    size_t n = users_table_len(&u->slots);
    size_t i = id * (size_t)2654435761U & (n - 1);
    while (AT(users_table, &u->slots, i).known && AT(users_table, &u->slots, i).id != id)
        i = (i + 1) & (n - 1);
    return i;
}

/* Double the table once half of it is in use. */
static void make_room(users *u)
{
    size_t n = users_table_len(&u->slots);
    if (n == 0)
        users_table_extend(&u->slots, FIRST_SLOTS);
    if (n == 0 || u->used < n / 2)
        return;
    users_table old = {};
    for (size_t i = 0; i < n; i++)
        users_table_push(&old, users_table_at(&u->slots, i));
    users_table_truncate(&u->slots, 0);
    users_table_extend(&u->slots, 2 * n);
    for (size_t i = 0; i < n; i++) {
        struct users_entry e = users_table_at(&old, i);
        if (e.known)
            users_table_set(&u->slots, place_of(u, e.id), e);
    }
}

static zstr look_up(users *u, uint32_t id, bool group)
{
    if (u->last.known && u->last.id == id)
        return u->last.name;
    make_room(u);
    size_t i = place_of(u, id);
    if (!AT(users_table, &u->slots, i).known) {
        struct users_entry e = {.id = id, .known = true};
        if (group)
            account_group_name(&u->names, id, &e.name);
        else
            account_user_name(&u->names, id, &e.name);
        users_table_set(&u->slots, i, e);
        u->used++;
    }
    u->last = users_table_at(&u->slots, i);
    return u->last.name;
}

zstr users_user(users *cache, uint32_t id)
{
    return look_up(cache, id, false);
}

zstr users_group(users *cache, uint32_t id)
{
    return look_up(cache, id, true);
}
