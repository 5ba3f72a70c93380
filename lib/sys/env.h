/* env.h - the environment. */

#ifndef SYS_ENV_H
#define SYS_ENV_H

#include "safe/args.h"
#include "safe/zstr.h"

/* The value of NAME, or none.  The string is the environment's own; nothing in these programs changes it. */
zstr env_get(zstr name);
SAFE_INLINE bool env_has(zstr name)
{
    return !zstr_is_none(env_get(name));
}
/* All entries, as they are: "NAME=VALUE" as a rule. */
args env_all(void);

#endif
