/* multicall.h - the table of programs in a single binary; the build writes it. */

#ifndef SAFE_MULTICALL_H
#define SAFE_MULTICALL_H

#include "cli/cli.h"

struct multicall_entry {
    zstr name;
    struct cli_program const *program;
    int (*prog_main)(struct cli *);
};

/* Sorted by name as bytes. */
extern const struct multicall_entry multicall_table[];
extern const size_t multicall_count;

#endif
