/* signals.c - see signals.h. */

#include "sys/signals.h"

#include <config.h>
#include <signal.h>

#ifndef NSIG
# define NSIG (_NSIG)
#endif

static struct signal_name const names[] = {
    {SIGHUP, Z("HUP")}, {SIGINT, Z("INT")}, {SIGQUIT, Z("QUIT")}, {SIGILL, Z("ILL")}, {SIGTRAP, Z("TRAP")},
    {SIGABRT, Z("ABRT")}, {SIGFPE, Z("FPE")}, {SIGKILL, Z("KILL")}, {SIGBUS, Z("BUS")}, {SIGSEGV, Z("SEGV")},
    {SIGSYS, Z("SYS")}, {SIGPIPE, Z("PIPE")}, {SIGALRM, Z("ALRM")}, {SIGTERM, Z("TERM")}, {SIGURG, Z("URG")},
    {SIGSTOP, Z("STOP")}, {SIGTSTP, Z("TSTP")}, {SIGCONT, Z("CONT")}, {SIGCHLD, Z("CHLD")},
    {SIGTTIN, Z("TTIN")}, {SIGTTOU, Z("TTOU")}, {SIGXCPU, Z("XCPU")}, {SIGXFSZ, Z("XFSZ")},
    {SIGVTALRM, Z("VTALRM")}, {SIGPROF, Z("PROF")}, {SIGUSR1, Z("USR1")}, {SIGUSR2, Z("USR2")},
#ifdef SIGPOLL
    {SIGPOLL, Z("POLL")},
#endif
#ifdef SIGIO
    {SIGIO, Z("IO")},
#endif
#ifdef SIGIOT
    {SIGIOT, Z("IOT")},
#endif
#ifdef SIGCLD
    {SIGCLD, Z("CLD")},
#endif
#ifdef SIGEMT
    {SIGEMT, Z("EMT")},
#endif
#ifdef SIGINFO
    {SIGINFO, Z("INFO")},
#endif
#ifdef SIGLOST
    {SIGLOST, Z("LOST")},
#endif
#ifdef SIGPWR
    {SIGPWR, Z("PWR")},
#endif
#ifdef SIGSTKFLT
    {SIGSTKFLT, Z("STKFLT")},
#endif
#ifdef SIGWINCH
    {SIGWINCH, Z("WINCH")},
#endif
};

signal_names signals_named(void)
{
    return SPAN_OF(signal_names, names);
}

void signals_realtime(int *first, int *last)
{
#ifdef SIGRTMIN
    *first = SIGRTMIN;
    *last = SIGRTMAX;
#else
    *first = 0;
    *last = -1;
#endif
}

int signals_last(void)
{
    int first, last;
    signals_realtime(&first, &last);
    return last > NSIG - 1 ? last : NSIG - 1;
}

oserr signal_ignored(int number, bool *ignored)
{
    struct sigaction now;
    if (sigaction(number, NULL, &now) != 0)
        return errno;
    *ignored = !(now.sa_flags & SA_SIGINFO) && now.sa_handler == SIG_IGN;
    return 0;
}

oserr signal_ignore(int number, bool ignore)
{
    struct sigaction act = {.sa_handler = ignore ? SIG_IGN : SIG_DFL};
    sigemptyset(&act.sa_mask);
    return sigaction(number, &act, NULL) == 0 ? 0 : errno;
}

oserr signal_blocked(int number, bool *blocked)
{
    sigset_t now, one;
    sigemptyset(&one);
    if (sigaddset(&one, number) != 0 || sigprocmask(SIG_BLOCK, NULL, &now) != 0)
        return errno;
    *blocked = sigismember(&now, number) == 1;
    return 0;
}

oserr signal_block(int number, bool block)
{
    sigset_t one;
    sigemptyset(&one);
    if (sigaddset(&one, number) != 0 || sigprocmask(block ? SIG_BLOCK : SIG_UNBLOCK, &one, NULL) != 0)
        return errno;
    return 0;
}
