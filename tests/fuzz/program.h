/* program.h - whole programs, or parts that report through cli, in a fuzz target. */

#ifndef FUZZ_PROGRAM_H
#define FUZZ_PROGRAM_H

#include "cli/cli.h"
#include "fuzz/fuzz.h"

#include <fcntl.h>
#include <limits.h>
#include <sanitizer/common_interface_defs.h>
#include <sys/mman.h>
#include <unistd.h>

/* The program of the current run. */
static struct { int (*prog_main)(struct cli *); } fuzz_running_;

/* Give the memory back that a process does not need to, since it ends. */
static int fuzz_run_and_recycle_(struct cli *cli)
{
    int status = fuzz_running_.prog_main(cli);
    buf_recycle(&cli->diag.out.data);
    buf_recycle(&cli->diag.text);
    return status;
}

/* Put FD in the place of TARGET; what was there before. */
static inline int fuzz_replace_(int fd, int target)
{
    int kept = dup(target);
    dup2(fd, target);
    return kept;
}
static inline void fuzz_restore_(int kept, int target)
{
    dup2(kept, target);
    close(kept);
}

/* For one who looks at what was found: with FUZZ_SHOW=FILE in the environment the words of each run are
   printed, and FILE holds the standard input of the last one. */
static inline void fuzz_show_(char *const *words, span input)
{
    FILE *file = fopen(getenv("FUZZ_SHOW"), "w");
    REQUIRE(file && fwrite(input.p_, 1, input.n_, file) == input.n_ && fclose(file) == 0);
    for (size_t i = 0; words && words[i]; i++)
        dprintf(fuzz_messages, "[%s]%s", words[i], words[i + 1] ? " " : "\n");
}

/* Run PROG_MAIN with WORDS, which a NULL ends, and INPUT as its standard input.  What it prints is in *SAID
   until the next run, unless that is NULL; diagnostics are thrown away.  The exit status. */
static inline int fuzz_program(struct cli_program program, int (*prog_main)(struct cli *), char *const *words,
                               span input, span *said)
{
    static int in = -1, out = -1, nowhere = -1;
    static unsigned char *printed;
    if (in < 0) {
        in = memfd_create("in", MFD_CLOEXEC);
        out = memfd_create("out", MFD_CLOEXEC);
        nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
        fuzz_messages = dup(2);
        __sanitizer_set_report_fd((void *)(intptr_t)fuzz_messages);
    }
    size_t n = 0;
    while (words && words[n])
        n++;
    if (getenv("FUZZ_SHOW"))
        fuzz_show_(words, input);
    REQUIRE(ftruncate(in, 0) == 0 && ftruncate(out, 0) == 0 && lseek(out, 0, SEEK_SET) == 0);
    REQUIRE(pwrite(in, input.p_, input.n_, 0) == (ssize_t)input.n_ && lseek(in, 0, SEEK_SET) == 0);
    int kept_in = fuzz_replace_(in, 0), kept_out = fuzz_replace_(out, 1);
    int kept_err = fuzz_replace_(nowhere, 2);
    fuzz_running_.prog_main = prog_main;
    int status = cli_start((args){words, n}, program.name, program, fuzz_run_and_recycle_);
    close_range((unsigned)kept_err + 1, UINT_MAX, 0);       /* what it left open */
    fuzz_restore_(kept_in, 0);
    fuzz_restore_(kept_out, 1);
    fuzz_restore_(kept_err, 2);
    if (said) {
        off_t size = lseek(out, 0, SEEK_END);
        free(printed);
        printed = fuzz_room((size_t)size).p_;
        REQUIRE(pread(out, printed, (size_t)size, 0) == (ssize_t)size);
        *said = (span){printed, (size_t)size};
    }
    return status;
}

/* The name of a file that holds CONTENT, until the next call. */
static inline char *fuzz_file(span content)
{
    static char name[40];
    static int fd = -1;
    if (fd < 0)
        fd = memfd_create("file", MFD_CLOEXEC);
    REQUIRE(ftruncate(fd, 0) == 0 && pwrite(fd, content.p_, content.n_, 0) == (ssize_t)content.n_);
    sprintf(name, "/proc/self/fd/%d", fd);
    return name;
}

#endif
