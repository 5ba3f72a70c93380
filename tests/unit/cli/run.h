/* run.h - a program of the tests' own, run with given arguments. */

#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "cli/cli.h"
#include "unit.h"

/* Run PROG_MAIN in a child; it must write WANTED, on standard output and error taken
   together, with "= " and its exit status behind. */
static inline void check_run(struct cli_program program, int (*prog_main)(struct cli *),
                             char const *const *words, char const *wanted)
{
    char *vector[32] = {0};
    size_t count = 0;
    for (; words[count]; count++)
        vector[count] = (char *)(uintptr_t)words[count];
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        int out = open("said", O_WRONLY | O_CREAT | O_TRUNC | O_APPEND, 0644);
        dup2(out, STDOUT_FILENO);
        dup2(out, STDERR_FILENO);
        _exit(cli_start((args){vector, count}, Z("./prog"), program, prog_main));
    }
    int status = 0;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    FILE *said = fopen("said", "a");
    fprintf(said, "= %d", WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status));
    fclose(said);
    check_text(unit_read("said"), wanted);
}

#define WORDS(...) ((char const *const[]){__VA_ARGS__ __VA_OPT__(,) NULL})

#endif
