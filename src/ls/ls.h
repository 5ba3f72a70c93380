/* ls.h - what the parts of ls, dir and vdir share.

   A directory is read into entries (read.c), put in order (order.c) and printed (print.c and the files it
   uses) before the next one; directories still to be listed wait on a stack (list.c).  */

#ifndef LS_LS_H
#define LS_LS_H

#include "calendar/format.h"
#include "cli/cli.h"
#include "colour/colour.h"
#include "human/human.h"
#include "inodes/inodes.h"
#include "quote/quote.h"
#include "sys/dirlist.h"
#include "sys/status.h"
#include "users/users.h"

enum ls_program { LS_LS, LS_DIR, LS_VDIR };
enum ls_format { FORMAT_LONG, FORMAT_COMMAS, FORMAT_ACROSS, FORMAT_COLUMNS, FORMAT_ONE };
enum ls_sort { SORT_NAME, SORT_NONE, SORT_SIZE, SORT_TIME, SORT_VERSION, SORT_EXTENSION, SORT_WIDTH };
enum ls_indicator { INDICATOR_NONE, INDICATOR_SLASH, INDICATOR_FILE_TYPE, INDICATOR_CLASSIFY };
enum ls_follow { FOLLOW_UNDECIDED, FOLLOW_NEVER, FOLLOW_OPERAND_DIRS, FOLLOW_OPERANDS, FOLLOW_ALWAYS };
enum ls_hidden { HIDDEN_SKIP, HIDDEN_SHOW, HIDDEN_ALL };       /* none, -A, -a */

struct ls_options {
    enum ls_program program;
    int format, sort, indicator, time;      /* enums; `time` an enum status_time */
    enum ls_follow follow;
    enum ls_hidden hidden;
    enum quote_style quoting;
    bool reverse, recursive, directories_first, no_contents;
    bool inode, blocks, context, colour, hyperlink, dired, zero;
    bool owner, group, author, numeric;
    bool hide_unprintable, hide_newline, align_quotes;
    bool terminal;                      /* standard output is one */
    struct human_unit file_unit, block_unit;
    zstr old_time, recent_time;         /* formats */
    size_t width, tab;                  /* width 0: no limit */
    zstr_vec ignore, hide;              /* patterns */
    /* What follows from the above. */
    bool needs_status, needs_kind, checks_links;
    struct status_wish wish;
    struct quote_options name_quoting, directory_quoting;
};

struct ls_entry {
    zstr name;
    zstr target;            /* what a link says; none unless it was read */
    uint64_t inode;
    uint32_t status;        /* index + 1 of its status; 0: it was not or could not be had */
    mode_t kind;            /* type and, with a status, permissions; 0: unknown */
    mode_t target_mode;     /* of what a link leads to; 0 when that is not known */
    bool failed;            /* a status was wanted, and could not be had */
    bool operand_dir;       /* a directory named on the command line, to be listed itself */
    bool capable;           /* it has capabilities */
    bool quoted;            /* its name is changed by quoting */
    unsigned char mark;     /* behind the permissions: ' ', '.', '+' or '?' */
    zstr context;
};
VEC_DEFINE(ls_entries, ls_entry_view, struct ls_entry);
VEC_DEFINE(ls_statuses, ls_status_view, struct status);

/* A place in the order; keys are compared as numbers before anything else. */
struct ls_place {
    uint64_t key, key2;
    uint32_t entry;
    uint32_t rank;          /* directories before others, where wanted */
};
VEC_DEFINE(ls_places, ls_place_view, struct ls_place);
VEC_DEFINE(ls_numbers, ls_number_view, uint64_t);
VEC_DEFINE(ls_spans, ls_span_view, span);

/* Columns that the entries need. */
struct ls_columns {
    size_t inode, blocks, links, owner, group, context, size, major, minor;
    uint64_t most_inode, most_links, most_blocks, most_size;
    bool devices, marks, some_quoted;
    uint32_t last_user, last_group;
    bool know_user, know_group;
};

/* A directory to be listed. */
struct ls_pending {
    zstr name;              /* in the directory above; of an operand the whole of it */
    bool operand;
    bool leave;             /* no directory: the end of what is below an active one */
    size_t level;           /* 0 for an operand */
    arena_mark strings;
};
VEC_DEFINE(ls_pendings, ls_pending_view, struct ls_pending);

/* A directory between the operand and what is being listed. */
struct ls_level {
    dirlist dir;            /* closed while the listing is far below */
    size_t path_len;        /* the part of `path` that leads here */
    uint64_t device, inode; /* set when it is closed */
};
VEC_DEFINE(ls_levels, ls_level_view, struct ls_level);

struct ls_id {
    uint64_t device, inode;
};
VEC_DEFINE(ls_ids, ls_id_view, struct ls_id);

/* A whole run. */
struct SAFE_OWNER ls_run {
    struct ls_options opt;
    ls_entries entries;
    ls_statuses statuses;
    ls_places order;
    ls_places spare;
    ls_spans sort_keys;
    arena key_texts;
    arena names;
    struct ls_columns columns;
    ls_pendings pending;
    arena pending_strings;
    ls_levels levels;       /* the directories above the one being listed */
    ls_ids active;          /* directories between an operand and what is listed, */
    inodes listed;          /* by which cycles are found */
    zstr path;              /* of the directory being listed; none for the operands */
    buf path_text;          /* the same, or that of a directory below it */
    arena path_string;
    bool show_paths;        /* a heading for each directory */
    bool printed_heading;
    uint64_t total_blocks;
    buf out, scratch, scratch2;
    uint64_t written;       /* bytes of output before `out` */
    ls_numbers dired, subdired;
    colours colours;
    bool used_colour, holding;
    users user_names, group_names;
    struct date_printer printer;
    struct time_point now, six_months_ago;
    struct time_point cached_time;
    buf cached_text;
    bool time_cached, cached_recent;
    size_t time_width;
    zstr_vec months;        /* aligned names, where a format needs them */
    arena strings;
    zstr host;
    zstr base;              /* resolved name of the directory at hand, for hyperlinks */
    uint64_t bare_device;   /* a file system known to have no extended attributes */
    bool bare_known;
};

/* options.c: false when the run is over; *STATUS is then its exit status, or 0 for what cli says. */
bool ls_parse(struct cli *cli, struct ls_run *run, int *status);
/* settle.c: what follows from options, the environment and the terminal. */
struct ls_choices {
    int format, sort, quoting;          /* -1: not said */
    bool hide_set, hide;
    bool width_set;
    bool tab_set;
    bool unit_set, kibibytes;
    bool time_set;
    zstr time_style;
};
bool ls_settle(struct cli *cli, struct ls_run *run, struct ls_choices const *said);
/* A number of columns as -w takes it, in C's notation; false when it is none.  Too large a one is
   *TOO_LARGE. */
bool ls_parse_columns(span text, size_t *n, bool *too_large);

/* time.c: formats for a style of --time-style; false when there is none of that name. */
bool ls_set_time_style(struct cli *cli, struct ls_run *run, zstr style);
void ls_prepare_times(struct ls_run *run);
void ls_append_time(struct ls_run *run, struct time_point t);

/* read.c: entries. */
void ls_clear(struct ls_run *run);
/* Add NAME in DIR, of a KIND and with an INODE as far as these are known. */
struct ls_found {
    zstr name;
    mode_t kind;
    uint64_t inode;
    bool operand;
};
void ls_add(struct cli *cli, struct ls_run *run, fdh dir, struct ls_found found);
/* attributes.c: what extended attributes say about E. */
void ls_look_at_attributes(struct ls_run *run, struct ls_entry *e, struct status const *st);

/* measure.c */
void ls_measure(struct ls_run *run, struct ls_entry const *e);
void ls_finish_measure(struct ls_run *run);

/* order.c: fill run->order with the entries in their order. */
void ls_sort(struct ls_run *run);

/* print.c: all entries, by run->order. */
void ls_print_entries(struct cli *cli, struct ls_run *run);
/* entry.c: name, and what -i, -s, -Z and -F put around it; COLUMN is where it begins. */
void ls_put_entry(struct cli *cli, struct ls_run *run, struct ls_entry const *e, size_t column);
size_t ls_entry_width(struct ls_run *run, struct ls_entry const *e);
/* What stands before a name: inode, blocks, context. */
void ls_put_front(struct ls_run *run, struct ls_entry const *e);
bool ls_is_directory(struct ls_entry const *e);
/* put.c: give what is printed to standard output: all at once, or when it is much. */
void ls_flush(struct cli *cli, struct ls_run *run);
void ls_flush_much(struct cli *cli, struct ls_run *run);
/* What went wrong: a message about the file NAME, after what was printed; the exit status becomes 1, and 2
   for an operand. */
struct ls_problem {
    oserr err;
    bool operand;
    bool name_first;            /* "NAME: ...", not "... NAME" */
    zstr name;
};
void ls_report(struct cli *cli, struct ls_run *run, struct ls_problem p, zstr template);
/* WIDTH columns at the least, aligned on the right. */
void ls_put_padded(buf *out, span text, size_t width);
void ls_put_number(buf *out, uint64_t n, size_t width);
/* A size, or with BLOCKS a number of blocks of 512 bytes, in the unit that was asked for. */
void ls_put_amount(struct ls_run *run, uint64_t amount, bool blocks, size_t width);
/* columns.c */
void ls_print_columns(struct cli *cli, struct ls_run *run, bool across);
/* longform.c */
/* LINE_START is where the line begins in run->out. */
void ls_put_long(struct cli *cli, struct ls_run *run, struct ls_entry const *e, size_t line_start);

/* name.c: the name or, with TARGET, what the link says.  */
void ls_put_name(struct cli *cli, struct ls_run *run, struct ls_entry const *e, bool target, size_t column);
size_t ls_name_width(struct ls_run *run, struct ls_entry const *e);
void ls_put_indicator(struct ls_run *run, struct ls_entry const *e, bool target);
unsigned char ls_indicator(struct ls_run const *run, struct ls_entry const *e, bool target);
/* The line above what is in the directory PATH. */
void ls_put_heading(struct cli *cli, struct ls_run *run, zstr path);

/* hyperlink.c */
void ls_prepare_hyperlinks(struct ls_run *run);
void ls_begin_link(struct ls_run *run, zstr path);
void ls_end_link(struct ls_run *run);

/* colour.c */
void ls_prepare_colours(struct cli *cli, struct ls_run *run);
/* The code for E (or its target); false when it has no colour. */
bool ls_colour_of(struct ls_run const *run, struct ls_entry const *e, bool target, span *code);
void ls_normal_colour(struct ls_run *run);
void ls_begin_colour(struct ls_run *run, span code);
void ls_end_colour(struct ls_run *run);
void ls_clear_to_end(struct ls_run *run);
/* Act on signals that came in: with the terminal's colours put right. */
void ls_heed_signals(struct cli *cli, struct ls_run *run);
void ls_finish_colours(struct cli *cli, struct ls_run *run);

/* levels.c: the way to NAME from the working directory, in A. */
zstr ls_full_name(struct ls_run *run, arena *a, zstr name);
/* Set `path` to the way to P, and open it: from the directory that has it, without following a
   link that took its place. */
oserr ls_open_pending(struct ls_run *run, struct ls_pending p, dirlist *d);
/* Keep D, the directory of `path`, open for the directories in it. */
void ls_keep_level(struct ls_run *run, dirlist *d);

/* list.c */
void ls_list_operands(struct cli *cli, struct ls_run *run);

/* main program of the three. */
int ls_main(struct cli *cli, enum ls_program program);

#endif
