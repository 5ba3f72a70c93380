/* users.h - names of users and groups, each looked up once.

   The all-zero value is an empty cache.  Names stay good as long as the program runs. */

#ifndef USERS_USERS_H
#define USERS_USERS_H

#include "safe/arena.h"
#include "safe/zstr.h"

struct users_entry {
    uint32_t id;
    bool known;                 /* this slot is in use */
    zstr name;                  /* none when the number has no name */
};
VEC_DEFINE(users_table, users_slots, struct users_entry);

typedef struct SAFE_OWNER {
    users_table slots;          /* hash table with a power of two of slots */
    size_t used;
    struct users_entry last;
    arena names;
} users;

/* Name of the user (the group) ID in CACHE, or none.  One cache holds users or groups, not both. */
zstr users_user(users *cache, uint32_t id);
zstr users_group(users *cache, uint32_t id);

#endif
