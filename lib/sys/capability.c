/* capability.c - see capability.h. */

#include "sys/capability.h"

#include <config.h>
#include <errno.h>
#include <unistd.h>

#ifdef __linux__
# include <linux/capability.h>
# include <sys/syscall.h>
#endif

bool capability_known(void)
{
#if defined __linux__ && defined SYS_capget
    static signed char known;
    if (known == 0) {
        /* With no place for an answer the call only tells which version the kernel prefers. */
        struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
        known = syscall(SYS_capget, &header, NULL) == 0 || errno != ENOSYS ? 1 : 2;
    }
    return known == 1;
#else
    return false;
#endif
}
