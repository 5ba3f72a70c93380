/* limits.c - see limits.h. */

#include "sys/limits.h"

#include <config.h>
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

static size_t limit_of(int resource)
{
    struct rlimit r;
    if (getrlimit((__rlimit_resource_t)resource, &r) != 0 || r.rlim_cur == RLIM_INFINITY)
        return SIZE_MAX;
    return (size_t)r.rlim_cur;
}

static size_t pages(int name)
{
    long n = sysconf(name), size = sysconf(_SC_PAGESIZE);
    return n < 0 || size < 0 ? (size_t)64 << 20 : (size_t)n * (size_t)size;
}

/* Bytes of address space that this process has now, as the kernel tells; 0 where it does not. */
static size_t address_space_taken(void)
{
    char text[64] = "";
    int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return 0;
    ssize_t n = read(fd, text, sizeof text - 1);
    close(fd);
    long size = sysconf(_SC_PAGESIZE);
    return n > 0 && size > 0 ? (size_t)strtoul(text, NULL, 10) * (size_t)size : 0;
}

void limits_memory(struct limits_memory *m)
{
    size_t space = limit_of(RLIMIT_AS), data = limit_of(RLIMIT_DATA);
    m->total = pages(_SC_PHYS_PAGES);
    m->available = pages(_SC_AVPHYS_PAGES);
    m->allowed = space < data ? space : data;
    m->address_space = m->allowed != SIZE_MAX;
    size_t taken = m->address_space ? address_space_taken() : 0;
    if (m->address_space)
        m->allowed -= taken < m->allowed ? taken : m->allowed;
}

size_t limits_descriptors(void)
{
    size_t n = limit_of(RLIMIT_NOFILE);
    return n == SIZE_MAX ? 1024 : n;
}

/* The first number in the environment variable NAME, or 0. */
static size_t number_in(char const *name)
{
    char const *v = getenv(name);
    if (!v)
        return 0;
    while (*v == ' ' || *v == '\t')
        v++;
    if (*v < '0' || *v > '9')
        return 0;
    char *end = NULL;
    unsigned long n = strtoul(v, &end, 10);
    while (*end == ' ' || *end == '\t')
        end++;
    return *end == 0 || *end == ',' ? (size_t)n : 0;
}

size_t limits_processors(void)
{
    size_t wanted = number_in("OMP_NUM_THREADS"), most = number_in("OMP_THREAD_LIMIT");
    if (most == 0)
        most = SIZE_MAX;
    cpu_set_t set;
    if (wanted == 0) {
        CPU_ZERO(&set);
        wanted = sched_getaffinity(0, sizeof set, &set) == 0 ? (size_t)CPU_COUNT(&set) : 1;
    }
    return wanted < most ? wanted : most;
}
