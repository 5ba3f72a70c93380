/* tempfile.c - see tempfile.h. */

#include "sys/tempfile.h"

#include <config.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A file with a name that is taken away at once. */
static oserr open_and_unlink(fdh *out, zstr dir)
{
    static char const template[] = "/sortXXXXXX";
    size_t n = zstr_len(dir);
    char *name = malloc(n + sizeof template);
    if (!name)
        return ENOMEM;
    memcpy(name, zstr_c(dir), n);
    memcpy(name + n, template, sizeof template);
    sigset_t all, before;
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    int fd = mkostemp(name, O_CLOEXEC);
    oserr err = fd < 0 ? errno : 0;
    if (fd >= 0)
        unlink(name);
    sigprocmask(SIG_SETMASK, &before, NULL);
    free(name);
    if (err)
        return err;
    fdh f = {fd + 1};
    if (fd > 2) {
        *out = f;
        return 0;
    }
    err = fd_dup(out, f);
    fd_close(&f);
    return err;
}

oserr tempfile_open(fdh *out, zstr dir)
{
#ifdef O_TMPFILE
    oserr err = fd_open(out, FDH_CWD, dir, O_TMPFILE | O_RDWR | O_EXCL, 0600);
    if (err != EOPNOTSUPP && err != EISDIR && err != EINVAL && err != ENOENT)
        return err;
#endif
    return open_and_unlink(out, dir);
}
