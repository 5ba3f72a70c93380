/* unfinished.c - see unfinished.h. */

#include "sys/unfinished.h"

#include <config.h>
#include <stdlib.h>
#include <unistd.h>

#include "sys/ending.h"

/* Changed only while the signals wait. */
static zstr *names;
static size_t num_names, room;

static sigset_t watched, before;

static void end(int sig)
{
    for (size_t i = 0; i < num_names; i++)
        unlink(zstr_c(names[i]));
    signal(sig, SIG_DFL);
    raise(sig);                 /* acts when this function returns */
}

void unfinished_begin(void)
{
    struct sigaction action = {.sa_handler = end};
    sigemptyset(&watched);
    for (size_t i = 0; i < NUM_ENDS; i++) {
        struct sigaction now;
        if (sigaction(ends[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
            sigaddset(&watched, ends[i]);
    }
    action.sa_mask = watched;
    for (size_t i = 0; i < NUM_ENDS; i++)
        if (sigismember(&watched, ends[i]) == 1)
            sigaction(ends[i], &action, NULL);
}

void unfinished_pause(void)
{
    sigprocmask(SIG_BLOCK, &watched, &before);
}

void unfinished_resume(void)
{
    sigprocmask(SIG_SETMASK, &before, NULL);
}

void unfinished_add(zstr name)
{
    sigset_t mask;
    sigprocmask(SIG_BLOCK, &watched, &mask);
    if (num_names == room) {
        room = room ? 2 * room : 64;
        names = reallocarray(names, room, sizeof *names);
        if (!names)
            safe_no_memory();
    }
    names[num_names++] = name;
    sigprocmask(SIG_SETMASK, &mask, NULL);
}

bool unfinished_remove_last(zstr *name, oserr *err)
{
    sigset_t mask;
    if (num_names == 0)
        return false;
    sigprocmask(SIG_BLOCK, &watched, &mask);
    *name = names[--num_names];
    *err = unlink(zstr_c(*name)) == 0 || errno == ENOENT ? 0 : errno;
    sigprocmask(SIG_SETMASK, &mask, NULL);
    return true;
}

void unfinished_keep(void)
{
    sigset_t mask;
    sigprocmask(SIG_BLOCK, &watched, &mask);
    num_names = 0;
    sigprocmask(SIG_SETMASK, &mask, NULL);
}
