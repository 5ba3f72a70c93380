/* fault.c - how a program with a broken contract, or without memory, ends. */

#include "safe/base.h"

#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static char const *program_name = "safe-coreutils";
static int program_failure = 1;

void safe_set_program(char const *name, int failure_status)
{
    program_name = name;
    program_failure = failure_status;
}

char const *safe_program_name(void)
{
    return program_name;
}

/* Digits of N at the end of TEXT[20]; works without any other part of the library, since that may be what
   failed. */
static struct iovec digits(char *text, size_t n)
{
    char *p = text + 20;
    do
        *--p = (char)('0' + n % 10);
    while ((n /= 10) != 0);
    return (struct iovec){p, (size_t)(text + 20 - p)};
}

static struct iovec words(char const *s)
{
    return (struct iovec){(void *)(uintptr_t)s, strlen(s)};
}

void safe_fault(char const *what, size_t got, size_t limit)
{
    char a[20], b[20];
    struct iovec v[] = {words(program_name), words(": internal error: "), words(what), words(" ("),
                        digits(a, got), words(", "), digits(b, limit), words(")\n")};
    if (writev(STDERR_FILENO, v, sizeof v / sizeof *v) < 0)
        abort();
    abort();
}

void safe_no_memory(void)
{
    struct iovec v[] = {words(program_name), words(": memory exhausted\n")};
    if (writev(STDERR_FILENO, v, sizeof v / sizeof *v) < 0)
        _exit(program_failure);
    _exit(program_failure);
}
