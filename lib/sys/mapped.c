/* mapped.c - see mapped.h. */

#include "sys/mapped.h"

#include <config.h>
#include <signal.h>
#include <sys/mman.h>

/* Small enough for the cache, large enough that mapping it costs little. */
enum { PART = 2 << 20 };

/* The part that is looked at, and whether it was lost meanwhile. */
static unsigned char *volatile part;
static volatile sig_atomic_t lost;

/* Put zeros in the place of the part, so that the count comes to its end; a fault elsewhere is not ours. */
static void on_fault(int sig, siginfo_t *info, void *context)
{
    (void)context;
    uintptr_t at = (uintptr_t)info->si_addr, from = (uintptr_t)part;
    bool ours = part && at >= from && at - from < PART;
    if (!ours
        || mmap(part, PART, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED)
        signal(sig, SIG_DFL);
    lost = 1;
}

/* The same for the part of F at AT, a multiple of the page size. */
static bool count_part(fdh f, int64_t at, unsigned char byte, uint64_t *count)
{
    void *p = mmap(NULL, PART, PROT_READ, MAP_SHARED, fd_number(f), at);
    if (p == MAP_FAILED)
        return false;
    lost = 0;
    part = p;
    size_t n = span_count((span){p, PART}, byte);
    part = NULL;
    munmap(p, PART);
    if (lost)
        return false;
    *count += n;
    return true;
}

uint64_t mapped_count(fdh f, unsigned char byte, uint64_t *count)
{
    struct stat st = {};
    int64_t from = 0;
    if (fd_stat(f, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size < 2 * PART
        || st.st_blocks < st.st_size / 512 || fd_seek(f, 0, SEEK_CUR, &from) != 0 || from % PART != 0)
        return 0;
    struct sigaction before, ours = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO};
    sigset_t fault, blocked;
    sigemptyset(&ours.sa_mask);
    sigemptyset(&fault);
    sigaddset(&fault, SIGBUS);
    sigaction(SIGBUS, &ours, &before);
    sigprocmask(SIG_UNBLOCK, &fault, &blocked);
    int64_t at = from;
    while (st.st_size - at >= PART && count_part(f, at, byte, count))
        at += PART;
    sigprocmask(SIG_SETMASK, &blocked, NULL);
    sigaction(SIGBUS, &before, NULL);
    int64_t now = 0;
    if (at > from && fd_seek(f, at, SEEK_SET, &now) != 0)
        safe_fault("seek in a mapped file", (size_t)at, 0);
    return (uint64_t)(at - from);
}
