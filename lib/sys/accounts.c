/* accounts.c - see accounts.h. */

#include "sys/accounts.h"

#include <config.h>
#include <grp.h>
#include <pwd.h>

bool account_user_name(arena *a, uint32_t id, zstr *name)
{
    struct passwd *pw = getpwuid((uid_t)id);
    return pw && zstr_from(a, zstr_span(zstr_of_c_(pw->pw_name)), name);
}

bool account_group_name(arena *a, uint32_t id, zstr *name)
{
    struct group *gr = getgrgid((gid_t)id);
    return gr && zstr_from(a, zstr_span(zstr_of_c_(gr->gr_name)), name);
}

bool account_user_id(zstr name, uint32_t *id)
{
    struct passwd *pw = getpwnam(zstr_c(name));
    if (!pw)
        return false;
    *id = pw->pw_uid;
    return true;
}

bool account_group_id(zstr name, uint32_t *id)
{
    struct group *gr = getgrnam(zstr_c(name));
    if (!gr)
        return false;
    *id = gr->gr_gid;
    return true;
}
