/* child.c - see child.h. */

#include "sys/child.h"

#include <config.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static bool pipe_signal_was_heeded;

struct start {
    char const *program;
    char *const *argv, *const *env;
    bool by_path;               /* look for the program in PATH */
};

/* Let the child start with the signals as this process found them. */
static oserr spawn(child *c, struct start const *s, posix_spawn_file_actions_t const *actions)
{
    posix_spawnattr_t attributes;
    sigset_t pipe_signal;
    pid_t pid = 0;
    oserr err = posix_spawnattr_init(&attributes);
    if (err)
        return err;
    sigemptyset(&pipe_signal);
    sigaddset(&pipe_signal, SIGPIPE);
    posix_spawnattr_setsigdefault(&attributes, &pipe_signal);
    posix_spawnattr_setflags(&attributes, pipe_signal_was_heeded ? POSIX_SPAWN_SETSIGDEF : 0);
    err = s->by_path ? posix_spawnp(&pid, s->program, actions, &attributes, s->argv, s->env)
                     : posix_spawn(&pid, s->program, actions, &attributes, s->argv, s->env);
    posix_spawnattr_destroy(&attributes);
    if (!err)
        *c = (child){(int)pid};
    return err;
}

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
    if (!err)
        err = spawn(c, &(struct start){zstr_c(program), argv, environ, true}, &actions);
    posix_spawn_file_actions_destroy(&actions);
    return err;
}

/* The environment with VARIABLE in the place of another one of its name, for the caller to free. */
static char **environment_with(zstr variable)
{
    char const *text = zstr_c(variable);
    size_t n = 0, kept = 0, name = strcspn(text, "=") + 1;
    while (environ[n])
        n++;
    char **env = calloc(n + 2, sizeof *env);
    if (!env)
        return NULL;
    for (size_t i = 0; i < n; i++)
        if (strncmp(environ[i], text, name) != 0)
            env[kept++] = environ[i];
    env[kept] = (char *)(uintptr_t)text;
    return env;
}

oserr child_start_shell(child *c, zstr shell, zstr command, zstr variable, fdh in)
{
    char **env = environment_with(variable);
    char const *slash = strrchr(zstr_c(shell), '/');
    char *argv[] = {(char *)(uintptr_t)(slash ? slash + 1 : zstr_c(shell)), (char *)(uintptr_t)"-c",
                    (char *)(uintptr_t)zstr_c(command), NULL};
    posix_spawn_file_actions_t actions;
    oserr err = env ? posix_spawn_file_actions_init(&actions) : ENOMEM;
    if (!err) {
        err = posix_spawn_file_actions_adddup2(&actions, fd_number(in), STDIN_FILENO);
        if (!err)
            err = spawn(c, &(struct start){zstr_c(shell), argv, env, false}, &actions);
        posix_spawn_file_actions_destroy(&actions);
    }
    free(env);
    return err;
}

oserr child_wait(child *c, struct child_end *end)
{
    int status = 0;
    pid_t pid = c->pid_, got;
    *c = (child){0};
    do
        got = waitpid(pid, &status, 0);
    while (got < 0 && errno == EINTR);
    if (got != pid)
        return errno;
    end->by_signal = WIFSIGNALED(status);
    end->code = end->by_signal ? WTERMSIG(status) : WEXITSTATUS(status);
    return 0;
}

bool child_finish(child *c)
{
    struct child_end end = {0};
    return child_wait(c, &end) == 0 && !end.by_signal && end.code == 0;
}

zstr child_signal_name(arena *a, int signal)
{
    char text[32];
    char const *name = sigabbrev_np(signal);
    int low = SIGRTMIN, high = SIGRTMAX;
    if (name)
        return zstr_of_c_(name);
    if (signal == low || signal == high)
        return signal == low ? Z("RTMIN") : Z("RTMAX");
    if (signal > low && signal <= low + (high - low) / 2)
        snprintf(text, sizeof text, "RTMIN+%d", signal - low);
    else if (signal > low && signal < high)
        snprintf(text, sizeof text, "RTMAX-%d", high - signal);
    else
        snprintf(text, sizeof text, "%d", signal);
    zstr made = Z_NONE;
    zstr_from(a, (span){(unsigned char const *)text, strlen(text)}, &made);
    return made;
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
