/* install.h - between the files of install. */

#ifndef INSTALL_INSTALL_H
#define INSTALL_INSTALL_H

#include "backup/option.h"
#include "cli/cli.h"
#include "copy/destination.h"
#include "mode/mode.h"

/* Options without a letter. */
enum {
    KEY_BACKUP = CLI_KEY,
    KEY_CONTEXT,
    KEY_DEBUG,
    KEY_PRESERVE_CONTEXT,
    KEY_STRIP_PROGRAM,
};

struct SAFE_OWNER install {
    struct copy_options opt;
    struct copy_place place;
    struct backup_wish backup;
    bool directories;           /* -d: operands are directories to be made */
    bool leading;               /* -D: make the directories that lead to the destination */
    bool compare;               /* -C: leave alone what is the same already */
    bool strip;
    zstr strip_program;
    zstr mode_text, owner_text, group_text;
    mode_t directory_mode, directory_changed;   /* its bits, and which of them were decided */
    struct copy_destination to;
    struct copier copier;
};

/* Parse the command line; false when the program should end with cli_usage_exit. */
bool install_parse_options(struct install *in, struct cli *cli);
/* Find out what owner, group and mode mean; false as before. */
bool install_settle(struct install *in, struct cli *cli);

/* ---- directories.c ---- */

/* Make the directory NAME and all that lead to it, and give it mode and owner; what fails is reported. */
bool install_directory(struct install *in, struct cli *cli, zstr name);
/* Open the directory NAME, making it and all that lead to it where they are missing,
   with a line each where VERBOSE. */
bool install_open_leading(struct cli *cli, zstr name, bool verbose, fdh *out);

/* ---- files.c ---- */

/* Install one file; what fails is reported. */
bool install_file(struct install *in, struct cli *cli, struct copy_operand const *op);

#endif
