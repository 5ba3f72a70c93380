/* tail.h - tail, private to src/tail: options, files, and how its parts call each other. */

#ifndef TAIL_TAIL_H
#define TAIL_TAIL_H

#include "cli/cli.h"
#include "safe/checked.h"
#include "sys/watch.h"

enum tail_banner { TAIL_BANNER_IF_MANY, TAIL_BANNER_NEVER, TAIL_BANNER_ALWAYS };
enum tail_follow { TAIL_FOLLOW_NOT, TAIL_FOLLOW_DESCRIPTOR, TAIL_FOLLOW_NAME };

VEC_DEFINE(tail_peers, tail_peer_span, peer);

struct SAFE_OWNER tail_options {
    uint64_t count;             /* lines, or bytes when by_bytes is set */
    bool by_bytes;
    bool from_start;            /* all from line (byte) COUNT on */
    enum tail_banner banner;
    unsigned char line_end;
    enum tail_follow follow;
    bool retry;                 /* files may be missing, now and later */
    bool no_notices, stdin_is_pipe, debug;
    uint64_t max_unchanged;
    int64_t interval;           /* nanoseconds */
    tail_peers peers;
};

/* A file that is followed.  Its name may lead to another file than the one that is open. */
enum tail_state {
    TAIL_OPEN,
    TAIL_MISSING,               /* could not be opened: `err` */
    TAIL_UNTAILABLE,            /* a directory, a link where none is expected, ... */
};
struct tail_file {
    zstr name;
    enum tail_state state;
    fdh fd;
    oserr err;
    bool given_up;
    bool regular;
    bool sizeless;              /* it has more than its size says, as in /proc */
    uint64_t device, inode;
    mode_t mode;
    int64_t at;                 /* how far a regular file was read */
    int64_t seconds, nanoseconds;       /* when it was modified, as last seen */
    uint64_t unchanged;         /* how often in a row it had not changed */
    int watch, directory;       /* the watches of the file and of its directory, or -1 */
};
VEC_DEFINE(tail_files, tail_file_span, struct tail_file);

struct SAFE_OWNER tail_run {
    struct tail_options opt;
    tail_files files;
    bool banners, printed;
    size_t last;                /* the file that was printed last */
    fdh output;                 /* standard output where it may lose its reader, or none */
    bool notices;               /* the system tells of changes */
    buf block;
    watch watch;
};

/* ---- obsolete.c ---- */
/* The form of old, "-5", "+5f": true when the command line is of it, and was taken. */
bool tail_parse_obsolete(struct cli *cli, struct tail_options *opt);

/* ---- begin.c, print.c, pipe.c ---- */
/* Print the part of the file NAME that is wanted first, and remember it where it is to be followed. */
void tail_begin_file(struct cli *cli, struct tail_run *run, zstr name);
/* Print the last part of FD, which is NAME's.  *AT: where a file that can seek was read to. */
oserr tail_print_part(struct cli *cli, struct tail_run *run, fdh fd, int64_t *at);
/* The same for the last lines (bytes) of what can be read only once. */
oserr tail_print_last_lines(struct cli *cli, struct tail_run *run, fdh fd);
oserr tail_print_last_bytes(struct cli *cli, struct tail_run *run, fdh fd);
/* Read once, TAIL_BLOCK bytes at the most, into run->block; *PART is empty at the end. */
enum { TAIL_BLOCK = 128 * 1024 };
oserr tail_read(struct tail_run *run, fdh fd, span *part);
/* The banner of the file NAME, if any are wanted. */
void tail_put_banner(struct cli *cli, struct tail_run *run, zstr name);
/* How messages call a file. */
zstr tail_shown(zstr name);

/* ---- file.c ---- */
/* What is new in the I-th file, which is open; true when there was something. */
bool tail_check_data(struct cli *cli, struct tail_run *run, size_t i);
/* Look whether the name of the I-th file leads to another file now, which is followed from then on. */
void tail_check_name(struct cli *cli, struct tail_run *run, size_t i);
/* Let F follow what FD is, which was read up to f->at; false: nothing of its kind can be followed. */
bool tail_take_file(struct tail_file *f, fdh fd);
/* Whether a file that cannot be followed now will not be tried again. */
bool tail_gives_up(struct tail_run const *run);
/* Whether there is a file that is open, or may be one day. */
bool tail_any_left(struct tail_run const *run);
/* Whether one of the processes that are waited for lives. */
bool tail_any_peer(struct tail_run const *run);

/* ---- follow.c, notify.c ---- */
/* Follow the files until there are none left, or nobody that writes or reads. */
void tail_follow(struct cli *cli, struct tail_run *run);
enum tail_end {
    TAIL_END,                   /* nobody writes any more, or the output is broken */
    TAIL_NO_READER,
    TAIL_NO_FILES,
    TAIL_NO_NOTICES,            /* the system cannot tell of changes, or no longer */
};
/* Begin to get notices: false when that cannot be. */
bool tail_notify_begin(struct cli *cli, struct tail_run *run);
enum tail_end tail_notify(struct cli *cli, struct tail_run *run);

/* ---- watch.c ---- */
/* Watch the I-th file as it is now. */
bool tail_watch_file(struct cli *cli, struct tail_run *run, size_t i);
/* Watch the directory that its name is in. */
oserr tail_watch_parent(struct cli *cli, struct tail_run *run, size_t i);
/* Say that notices cannot be had, for ERR; false. */
bool tail_revert(struct cli *cli, oserr err);

#endif
