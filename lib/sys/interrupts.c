/* interrupts.c - see interrupts.h. */

#include "sys/interrupts.h"

#include <config.h>

#include "sys/ending.h"

static sigset_t held;
static volatile sig_atomic_t ending;        /* the last such signal that came in */
static volatile sig_atomic_t stops;         /* how often SIGTSTP came in */

static void note_end(int sig)
{
    if (!ending)
        ending = sig;
}

static void note_stop(int sig)
{
    (void)sig;
    if (!ending && stops < SIG_ATOMIC_MAX)
        stops++;
}

static void hold_one(int sig, void (*handler)(int))
{
    struct sigaction now, ours = {.sa_handler = handler, .sa_flags = SA_RESTART, .sa_mask = held};
    if (sigismember(&held, sig) == 1 && sigaction(sig, NULL, &now) == 0)
        sigaction(sig, &ours, NULL);
}

static void add_if_heeded(int sig)
{
    struct sigaction now;
    if (sigaction(sig, NULL, &now) == 0 && now.sa_handler != SIG_IGN)
        sigaddset(&held, sig);
}

void interrupts_hold(void)
{
    sigemptyset(&held);
    for (size_t i = 0; i < NUM_ENDS; i++)
        add_if_heeded(ends[i]);
    add_if_heeded(SIGTSTP);
    for (size_t i = 0; i < NUM_ENDS; i++)
        hold_one(ends[i], note_end);
    hold_one(SIGTSTP, note_stop);
}

bool interrupts_pending(void)
{
    return ending || stops;
}

void interrupts_let_go(void)
{
    while (interrupts_pending()) {
        sigset_t before;
        sigprocmask(SIG_BLOCK, &held, &before);
        int sig = ending;
        if (stops) {
            stops = stops - 1;
            sig = SIGSTOP;
        } else {
            ending = 0;
            signal(sig, SIG_DFL);
        }
        raise(sig);
        sigprocmask(SIG_SETMASK, &before, NULL);        /* where a signal that ends the process acts */
    }
}

void interrupts_release(void)
{
    for (size_t i = 0; i < NUM_ENDS; i++)
        if (sigismember(&held, ends[i]) == 1)
            signal(ends[i], SIG_DFL);
    if (sigismember(&held, SIGTSTP) == 1)
        signal(SIGTSTP, SIG_DFL);
}
