/* mapped.c - see mapped.h. */

#include "sys/mapped.h"

#include "safe/textcount.h"

#include <config.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

/* Small enough for the cache, large enough that mapping it costs little. */
enum { PART = 2 << 20 };

/* To be counted in place of a byte: the characters of UTF-8. */
enum { CHARACTERS = 256 };

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

/* Where the mapped text P ends before a character.  Whatever is no continuation byte begins one; none has
   more than five of those, so that a longer run of them can be cut anywhere. */
static span before_character(span p)
{
    for (size_t back = 1; back <= 6; back++)
        if ((span_at(p, span_len(p) - back) & 0xC0) != 0x80)
            return span_chop(p, back);
    return p;
}

/* Add what is in the part of F at *AT to *COUNT: a byte or CHARACTERS; move *AT on behind it. */
static bool count_part(fdh f, int64_t *at, int what, uint64_t *count)
{
    int64_t within = *at % sysconf(_SC_PAGESIZE);
    void *p = mmap(NULL, PART, PROT_READ, MAP_SHARED, fd_number(f), *at - within);
    if (p == MAP_FAILED)
        return false;
    lost = 0;
    part = p;
    span text = span_drop((span){p, PART}, (size_t)within);
    if (what == CHARACTERS)
        text = before_character(text);
    uint64_t n = what == CHARACTERS ? span_count_utf8(text) : span_count(text, (unsigned char)what);
    part = NULL;
    munmap(p, PART);
    if (lost)
        return false;
    *count += n;
    *at += (int64_t)span_len(text);
    return true;
}

static uint64_t count_parts(fdh f, int what, uint64_t *count)
{
    struct stat st = {};
    int64_t from = 0;
    if (fd_stat(f, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size < 2 * PART
        || st.st_blocks < st.st_size / 512 || fd_seek(f, 0, SEEK_CUR, &from) != 0)
        return 0;
    struct sigaction before, ours = {.sa_sigaction = on_fault, .sa_flags = SA_SIGINFO};
    sigset_t fault, blocked;
    sigemptyset(&ours.sa_mask);
    sigemptyset(&fault);
    sigaddset(&fault, SIGBUS);
    sigaction(SIGBUS, &ours, &before);
    sigprocmask(SIG_UNBLOCK, &fault, &blocked);
    int64_t at = from;
    while (st.st_size - at >= PART && count_part(f, &at, what, count))
        continue;
    sigprocmask(SIG_SETMASK, &blocked, NULL);
    sigaction(SIGBUS, &before, NULL);
    int64_t now = 0;
    if (at > from && fd_seek(f, at, SEEK_SET, &now) != 0)
        safe_fault("seek in a mapped file", (size_t)at, 0);
    return (uint64_t)(at - from);
}

uint64_t mapped_count(fdh f, unsigned char byte, uint64_t *count)
{
    return count_parts(f, byte, count);
}

uint64_t mapped_count_utf8(fdh f, uint64_t *count)
{
    return count_parts(f, CHARACTERS, count);
}
