/* accounts.h - the databases of users and groups. */

#ifndef SYS_ACCOUNTS_H
#define SYS_ACCOUNTS_H

#include "safe/arena.h"
#include "safe/zstr.h"

/* The name of a user (a group) by number, copied into A; false, *NAME unchanged, when there is none. */
bool account_user_name(arena *a, uint32_t id, zstr *name);
bool account_group_name(arena *a, uint32_t id, zstr *name);
/* The number of a user (a group) by name. */
bool account_user_id(zstr name, uint32_t *id);
bool account_group_id(zstr name, uint32_t *id);

#endif
