/* child.c - see child.h. */

#include "sys/child.h"

#include <config.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static bool pipe_signal_was_heeded;

oserr child_start(child *c, zstr program, zstr argument, fdh in, fdh out)
{
    posix_spawn_file_actions_t actions;
    oserr err = posix_spawn_file_actions_init(&actions);
    if (err)
        return err;
    /* Only then do they stay open: the descriptors themselves are close-on-exec. */
    err = posix_spawn_file_actions_adddup2(&actions, fd_number(in), STDIN_FILENO);
    if (!err)
        err = posix_spawn_file_actions_adddup2(&actions, fd_number(out), STDOUT_FILENO);
    char *argv[] = {(char *)(uintptr_t)zstr_c(program),
                    zstr_is_none(argument) ? NULL : (char *)(uintptr_t)zstr_c(argument), NULL};
    posix_spawnattr_t attributes;
    sigset_t pipe_signal;
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    pid_t pid = 0;
    if (!err)
        err = posix_spawnattr_init(&attributes);
    if (!err) {
        posix_spawnattr_setsigdefault(&attributes, &pipe_signal);
        posix_spawnattr_setflags(&attributes, pipe_signal_was_heeded ? POSIX_SPAWN_SETSIGDEF : 0);
        err = posix_spawnp(&pid, zstr_c(program), &actions, &attributes, argv, environ);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    if (!err)
        *c = (child){(int)pid};
    return err;
}

bool child_finish(child *c)
{
    int status = 0;
    pid_t pid = c->pid_, got;
    *c = (child){0};
    do
        got = waitpid(pid, &status, 0);
    while (got < 0 && errno == EINTR);
    return got == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void children_begin(void)
{
    signal(SIGCHLD, SIG_DFL);
    pipe_signal_was_heeded = signal(SIGPIPE, SIG_IGN) != SIG_IGN;
}

void children_only_write(void)
{
    if (pipe_signal_was_heeded)
        signal(SIGPIPE, SIG_DFL);
}
