/* private.h - shared by the files of this room only. */

#ifndef CLI_PRIVATE_H
#define CLI_PRIVATE_H

#include "cli/cli.h"

/* Answer --help, --version or --dump-option-rows on standard output. */
void cli_print_help(struct cli *cli);
void cli_print_version(struct cli *cli);
void cli_print_rows(struct cli *cli);

/* Whether ROW's argument may be left out: its name stands in brackets as a whole. */
bool cli_optional_argument(struct cli_option row);

/* The rows that every program has besides its own. */
cli_options cli_common_rows(void);

#endif
