/* env.h - what the files of env share. */

#ifndef ENV_ENV_H
#define ENV_ENV_H

#include "cli/cli.h"

/* Something for --debug and the like on standard error, at once and without the program's name. */
void env_say(struct cli *cli, zstr template, fmtargs args);

/* Split TEXT as -S does into WORDS, strings for the rest of the run.  Variables have the values of the
   environment that env was given; DEBUG tells of each.  False after a message: TEXT is wrong. */
bool env_split(struct cli *cli, zstr text, bool debug, zstr_vec *words);

enum env_action { ENV_ACTION_KEEP, ENV_ACTION_DEFAULT, ENV_ACTION_IGNORE };
enum env_mask { ENV_MASK_KEEP, ENV_MASK_BLOCK, ENV_MASK_UNBLOCK };

/* How the command is to find one signal. */
struct env_signal {
    enum env_action action;
    enum env_mask mask;
    bool lenient;               /* the action is one for all signals: no mistake where it cannot be done */
};
VEC_DEFINE(env_signals, env_signal_view, struct env_signal);

/* Ask for WISH, as far as that is not KEEP, for the signals that LIST names, or for all when it is none.
   False after a message. */
bool env_ask_signals(struct cli *cli, env_signals *all, zstr list, struct env_signal wish);
/* Do what was asked for, and tell of it where DEBUG is set; false after a message. */
bool env_set_signals(struct cli *cli, env_signals const *all, bool debug);
/* Print the signals that are blocked or ignored. */
void env_list_signals(struct cli *cli);

#endif
