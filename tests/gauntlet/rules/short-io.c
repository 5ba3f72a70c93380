/* short-io.c - preloaded: read and write move a few bytes at a time, or are interrupted before each call that
   succeeds.  SHORT_IO says how many bytes, or EINTR. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static size_t most(size_t n)
{
    const char *text = getenv("SHORT_IO");
    size_t limit = text && *text >= '1' && *text <= '9' ? (size_t)atol(text) : n;
    return n < limit ? n : limit;
}

static int interrupted(void)
{
    static _Thread_local int turn;
    const char *text = getenv("SHORT_IO");
    turn = !turn;
    if (!turn || !text || strcmp(text, "EINTR") != 0)
        return 0;
    errno = EINTR;
    return 1;
}

ssize_t read(int fd, void *buffer, size_t n)
{
    ssize_t (*real)(int, void *, size_t) = (ssize_t (*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
    return interrupted() ? -1 : real(fd, buffer, most(n));
}

ssize_t write(int fd, const void *buffer, size_t n)
{
    ssize_t (*real)(int, const void *, size_t) = (ssize_t (*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");
    return interrupted() ? -1 : real(fd, buffer, most(n));
}
