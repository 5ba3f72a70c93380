/* option.h - options that cp and mv have in common. */

#ifndef COPY_OPTION_H
#define COPY_OPTION_H

#include "cli/cli.h"
#include "copy/copy.h"

/* Which existing files are replaced, as far as options said so. */
struct copy_choice {
    enum copy_replace interactive;      /* the last of -i, -n and mv's -f */
    int update;                         /* the last of -u and --update */
};
/* Note the argument of --update, or that there is none; a bad one is reported, and false then. */
bool copy_choose_update(struct cli *cli, struct cli_match const *m, struct copy_choice *choice);
/* Put into OPT what all those options together mean. */
void copy_settle_choice(struct copy_choice choice, struct copy_options *opt);

/* Note the argument of --progress, or of -g, which has none; a bad one is reported, and false then. */
bool copy_choose_progress(struct cli *cli, struct cli_match const *m, struct copy_options *opt);

/* Note the argument of --context, or of -Z, which has none. */
void copy_choose_context(struct cli *cli, zstr context, struct copy_options *opt);

#endif
