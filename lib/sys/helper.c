/* helper.c - see helper.h. */

#include "sys/helper.h"

#include <config.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

oserr helper_run(zstr program, zstr argument, bool *ok)
{
    char *argv[] = {(char *)(uintptr_t)zstr_c(program), (char *)(uintptr_t)zstr_c(argument), NULL};
    pid_t pid = 0, got;
    int status = 0;
    *ok = false;
    /* A parent may have told us to ignore our children: then nobody could wait for them. */
    signal(SIGCHLD, SIG_DFL);
    oserr err = posix_spawnp(&pid, argv[0], NULL, NULL, argv, environ);
    if (err)
        return err;
    do
        got = waitpid(pid, &status, 0);
    while (got < 0 && errno == EINTR);
    *ok = got == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    return 0;
}
