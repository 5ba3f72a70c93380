/* start.c - main of a separate executable. */

#include "cli/cli.h"

int main(int argc, char **argv)
{
    args all = {argv, argc > 0 ? (size_t)argc : 0};
    zstr called = argc > 0 ? args_at(all, 0) : prog_program.name;
    return cli_start(argc > 0 ? args_drop(all, 1) : all, called, prog_program, prog_main);
}
