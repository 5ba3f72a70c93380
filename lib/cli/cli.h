/* cli.h - the command line of every program: option rows, operands, help, version, diagnostics, exit
   status.

   A program defines

       const struct cli_program prog_program = {...};
       int prog_main(struct cli *cli);

   and the start code (safe/start.c) does the rest.  Rows drive parsing, --help, the manual page's option
   section and the shell completions.  Parsing follows getopt_long (POSIX Utility Syntax Guidelines; glibc
   manual "Getopt Long Options"): options and operands may be mixed unless POSIXLY_CORRECT is set, long
   names may be abbreviated while unambiguous, "--" ends options. */

#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "diag/diag.h"
#include "io/reader.h"
#include "io/writer.h"
#include "safe/args.h"
#include "safe/typed.h"

/* One option.  Rows that share a key are spellings of one option; rows without a short letter have keys
   from CLI_KEY on. `arg` is Z_NONE for no argument, Z("NAME") for a required one, Z("[NAME]") for an
   optional one. `help` is Z_NONE for a spelling that --help does not show.  A help text may hold '\n'. */
struct cli_option {
    int key;                    /* the short letter, or a number >= CLI_KEY */
    zstr name;                  /* the long name, or Z_NONE */
    zstr arg;
    zstr help;
};
RSPAN_DEFINE(cli_options, struct cli_option);
#define CLI_ROWS(table) SPAN_OF(cli_options, table)

enum {
    CLI_KEY = 256,              /* first key for long-only options */
    CLI_OPERAND = -2,           /* key of an operand, where operands_in_order is set */
    CLI_KEY_HELP = -3, CLI_KEY_VERSION = -4, CLI_KEY_ROWS = -5,         /* added by cli itself */
};

struct cli_program {
    zstr name;                  /* as it is called when argv[0] is missing, and in --version */
    zstr operands;              /* the usage line; more forms after '\n'.  "[OPTION]..." comes before a form
                                   that says nothing of it itself */
    zstr summary;               /* what it does, first paragraph of --help */
    cli_options options;
    zstr order;                 /* long names between blanks, in the order in which GNU's lists what an
                                   ambiguous one may be; all others come behind, as in the rows */
    zstr own_option;            /* a long option that GNU's lacks; what abbreviates one of theirs is theirs */
    zstr closing;               /* what a second message calls standard input that cannot be closed at the end
                                   as it was from the start; Z_NONE where GNU's says nothing of it */
    zstr notes;                 /* paragraphs after the options, or Z_NONE */
    int failure;                /* status of errors; 0 means 1 */
    int usage_failure;          /* status of usage errors; 0 means `failure` */
    bool options_first;         /* options end at the first operand, as with POSIXLY_CORRECT */
    bool operands_in_order;     /* operands come between the options, as matches with key CLI_OPERAND */
    bool no_short_usage;        /* the usage line is `operands` alone, without "[OPTION]..." */
    bool digits;                /* "-5" is an option, too: a match whose key is the digit, without a row */
    bool raw;                   /* cli parses nothing: the program calls cli_only_help itself */
};

/* An option as it was given. */
struct cli_match {
    int key;
    zstr value;                 /* none when there is no argument */
    cli_options rows_;          /* its row and those after it */
    span written;               /* the long name as it was written; empty for a letter */
};

struct SAFE_OWNER cli {
    struct diag diag;
    struct cli_program program;
    args argv;                  /* without argv[0] */
    arglist inserted;           /* where argv is after cli_insert_arguments */
    arena strings;              /* lives as long as the run */
    zstr_vec operands;          /* collected by cli_next_option ... */
    args rest;                  /* ... or, where options come first, all operands as they are */
    size_t next_arg, next_operand;
    zstr cluster;               /* the rest of a group of short letters */
    bool only_operands;         /* after "--", or the first operand where options come first */
    bool started, posix;
    bool done;                  /* --help or --version was answered */
    bool usage_error;
    bool read_stdin;
};

/* Standard output, as an argument. */
#define cli_out(cli) (&(cli)->diag.out)

/* ---- options ---- */

/* The next option in M; false when there are no more, or after a usage error or --help (cli_options_ok
   tells). */
bool cli_next_option(struct cli *cli, struct cli_match *m);
/* What stands behind the letter or digit of the last match in the same argument, and is then no option. */
zstr cli_take_rest(struct cli *cli);
/* Parse WORDS next, as if they stood in the place of the option that was just matched. */
void cli_insert_arguments(struct cli *cli, zstr_view words);
/* Whether parsing went well and the program should go on. */
bool cli_options_ok(struct cli *cli);
/* What prog_main returns when it should not: 0 after --help, else the hint at --help is printed and the
   usage status returned. */
int cli_usage_exit(struct cli *cli);
/* Answer an option that means --version; the program then ends as after --help. */
void cli_answer_version(struct cli *cli);
/* For programs with `raw`: answers --help and --version when one of them is the only argument; true when
   it did. */
bool cli_only_help(struct cli *cli);

/* Report a mistake in the command line; always false, so that a parser can return it.  The caller goes on
   to cli_usage_exit. */
#define cli_usage(cli, template, ...) cli_usage_((cli), 0, Z(template), FMT_ARGS_(__VA_ARGS__))
/* The same for a bad option argument after which GNU does not point at --help: the exit status is the
   failure status. */
#define cli_bad(cli, err, template, ...) cli_bad_((cli), (err), Z(template), FMT_ARGS_(__VA_ARGS__))
bool cli_usage_(struct cli *cli, oserr err, zstr template, fmtargs args);
bool cli_bad_(struct cli *cli, oserr err, zstr template, fmtargs args);

/* One more line of explanation after such a report, as it is; always false. */
#define cli_hint(cli, text) cli_hint_((cli), Z(text))
bool cli_hint_(struct cli *cli, zstr text);

/* A choice among words, as --sort=WORD: the index in WORDS of the one that M's value names or
   unambiguously abbreviates (words with the same VALUE are one choice).  Reports a bad or ambiguous value
   with the list of valid ones, as GNU does, and returns false. */
struct cli_word {
    zstr name;
    int value;
};
RSPAN_DEFINE(cli_words, struct cli_word);
#define CLI_WORDS(table) SPAN_OF(cli_words, table)
bool cli_choose(struct cli *cli, struct cli_match const *m, cli_words words, int *value);
/* The same for a value that comes from elsewhere; OPTION is how messages name it. */
bool cli_choose_value(struct cli *cli, span option, span value, cli_words words, int *chosen);
/* The same for words that may not be abbreviated. */
bool cli_choose_exact(struct cli *cli, span option, span value, cli_words words, int *chosen);
/* Index of the word that VALUE names or unambiguously abbreviates, or one of these two. */
enum { CLI_NO_WORD = -1, CLI_MANY_WORDS = -2 };
int cli_find_word(cli_words words, span value);
/* Print the complaint about VALUE being no (or an ambiguous) word for OPTION, with the valid ones. */
void cli_complain_word(struct cli *cli, span option, span value, cli_words words);
/* How messages name the option of M: "--long" as in its row, else "-x". */
span cli_option_name(struct cli *cli, struct cli_match const *m);

/* ---- operands ---- */

size_t cli_operand_count(struct cli const *cli);
zstr cli_operand(struct cli const *cli, size_t i);      /* F: i < count */
/* The next operand; false when all were taken. */
bool cli_next_operand(struct cli *cli, zstr *operand);
/* "missing operand" / "missing operand after 'x'" (when AFTER is not none), "extra operand 'x'"; all
   return false and are usage errors. */
bool cli_missing_operand(struct cli *cli, zstr after);
bool cli_extra_operand(struct cli *cli, zstr operand);
/* The same for the name of a file, which is quoted for the shell. */
bool cli_extra_file(struct cli *cli, zstr operand);

/* The next input: each operand opened for reading, standard input for "-" and when there are no operands
   at all.  An operand that cannot be opened is reported as "NAME: reason", and the next one is tried.  The
   caller closes it with cli_close_input. */
struct SAFE_OWNER cli_input {
    zstr name;                  /* as given; "-" for standard input */
    bool is_stdin;
    reader reader;
};
bool cli_next_input(struct cli *cli, struct cli_input *in);
/* Open one of these by name, "-" being standard input, without a message. */
oserr cli_open_input(struct cli *cli, zstr name, struct cli_input *in);
/* Close IN; ERR, the error of reading it or 0, is reported as "NAME: reason". */
void cli_close_input(struct cli *cli, struct cli_input *in, oserr err);

/* ---- diagnostics (see diag.h) ---- */

#define cli_warn(cli, err, template, ...) diag_warn(&(cli)->diag, (err), template, ##__VA_ARGS__)
#define cli_error(cli, err, template, ...) diag_error(&(cli)->diag, (err), template, ##__VA_ARGS__)

/* ---- the end ---- */

/* Flush and close standard output, report a write error, and return the exit status, which is a failure, too,
   when a warning could not be written. */
int cli_finish(struct cli *cli);

/* For the start code: run a program. */
int cli_start(args argv, zstr called, struct cli_program program, int (*prog_main)(struct cli *));
/* The program of a separate executable, named by the build. */
extern const struct cli_program prog_program;
int prog_main(struct cli *cli);

#endif
