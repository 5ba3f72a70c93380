/* rows.h - the option rows of ls, dir and vdir, for their three main files. */

#ifndef LS_ROWS_H
#define LS_ROWS_H

#include "cli/cli.h"
#include "ls/keys.h"

static const struct cli_option option_rows[] = {
    {'a', Z("all"), Z_NONE, Z("list names that begin with a period, too")},
    {'A', Z("almost-all"), Z_NONE, Z("the same without . and ..")},
    {KEY_AUTHOR, Z("author"), Z_NONE, Z("with -l, show who wrote each file")},
    {'b', Z("escape"), Z_NONE, Z("C escapes for what cannot be printed")},
    {KEY_BLOCK_SIZE, Z("block-size"), Z("SIZE"), Z("sizes of -l and -s in units of SIZE")},
    {'B', Z("ignore-backups"), Z_NONE, Z("leave out names that end in ~")},
    {'c', Z_NONE, Z_NONE, Z("use the time of the last change of status:\nshown with -l, sorted by with -t,\n"
                            "sorted by when there is neither")},
    {'C', Z_NONE, Z_NONE, Z("in columns, read downwards")},
    {KEY_COLOUR, Z("color"), Z("[WHEN]"), Z("names in colour WHEN: always (no WHEN), auto, never")},
    {'d', Z("directory"), Z_NONE, Z("list directories themselves, not what they hold")},
    {'D', Z("dired"), Z_NONE, Z("a long listing followed by the places of names in it,\nfor Emacs")},
    {'f', Z_NONE, Z_NONE, Z("the same as -a -U")},
    {'F', Z_NONE, Z_NONE, Z("mark kinds of files: * program, / directory, @ link,\n"
                            "| pipe, = socket, > door")},
    {KEY_CLASSIFY, Z("classify"), Z("[WHEN]"), Z("the same WHEN: always (no WHEN), auto, never")},
    {KEY_FILE_TYPE, Z("file-type"), Z_NONE, Z("the same without *")},
    {KEY_FORMAT, Z("format"), Z("WORD"), Z("across (-x), commas (-m), horizontal (-x), long (-l),\n"
                                           "single-column (-1), verbose (-l), vertical (-C)")},
    {KEY_FULL_TIME, Z("full-time"), Z_NONE, Z("-l with times in full")},
    {'g', Z_NONE, Z_NONE, Z("-l without owners")},
    {KEY_GROUP_DIRS, Z("group-directories-first"), Z_NONE, Z("directories come before other files")},
    {'G', Z("no-group"), Z_NONE, Z("no groups in a long listing")},
    {'h', Z("human-readable"), Z_NONE, Z("sizes of -l and -s like 7K, 1.2M, 34G")},
    {'s', Z("size"), Z_NONE, Z("show the space that each file takes, in blocks")},
    {KEY_SI, Z("si"), Z_NONE, Z("like -h with powers of 1000")},
    {'H', Z("dereference-command-line"), Z_NONE, Z("follow links on the command line")},
    {KEY_FOLLOW_DIRS, Z("dereference-command-line-symlink-to-dir"), Z_NONE,
     Z("follow links on the command line that lead to directories")},
    {KEY_HIDE, Z("hide"), Z("PATTERN"), Z("leave out names that match PATTERN, unless -a or -A is given")},
    {KEY_HYPERLINK, Z("hyperlink"), Z("[WHEN]"), Z("names as links for the terminal WHEN (as above)")},
    {KEY_INDICATOR, Z("indicator-style"), Z("WORD"), Z("mark kinds of files: none, slash (-p), file-type,\n"
                                                       "classify (-F)")},
    {'i', Z("inode"), Z_NONE, Z("show inode numbers")},
    {'I', Z("ignore"), Z("PATTERN"), Z("leave out names that match PATTERN")},
    {'k', Z("kibibytes"), Z_NONE, Z("blocks of 1024 bytes with -s and in totals")},
    {'l', Z_NONE, Z_NONE, Z("a long listing: permissions, links, owner, group, size,\ntime, name")},
    {'L', Z("dereference"), Z_NONE, Z("show what links lead to, not the links")},
    {'m', Z_NONE, Z_NONE, Z("names with commas between them")},
    {'n', Z("numeric-uid-gid"), Z_NONE, Z("-l with numbers for owners and groups")},
    {'N', Z("literal"), Z_NONE, Z("names as they are, without quotes")},
    {'o', Z_NONE, Z_NONE, Z("-l without groups")},
    {'p', Z_NONE, Z_NONE, Z("mark directories with /")},
    {'q', Z("hide-control-chars"), Z_NONE, Z("? for what cannot be printed")},
    {KEY_SHOW_CONTROL, Z("show-control-chars"), Z_NONE, Z("characters that cannot be printed as they are")},
    {'Q', Z("quote-name"), Z_NONE, Z("names in double quotes")},
    {KEY_QUOTING, Z("quoting-style"), Z("WORD"), Z("names quoted: literal, locale, shell, shell-always,\n"
                                                   "shell-escape, shell-escape-always, c, escape")},
    {'r', Z("reverse"), Z_NONE, Z("the opposite order")},
    {'R', Z("recursive"), Z_NONE, Z("list directories below, too")},
    {'S', Z_NONE, Z_NONE, Z("sort by size, largest first")},
    {KEY_SORT, Z("sort"), Z("WORD"), Z("sort by: name, none (-U), size (-S), time (-t),\n"
                                       "version (-v), extension (-X), width")},
    {KEY_TIME, Z("time"), Z("WORD"), Z("use the time of: atime, access, use (-u); ctime, status (-c);\n"
                                       "mtime, modification; birth, creation")},
    {KEY_TIME_STYLE, Z("time-style"), Z("STYLE"), Z("times as full-iso, long-iso, iso, locale, +FORMAT")},
    {'t', Z_NONE, Z_NONE, Z("sort by time, newest first")},
    {'T', Z("tabsize"), Z("COLS"), Z("tabs are COLS columns apart, not 8; 0 for none")},
    {'u', Z_NONE, Z_NONE, Z("like -c, with the time of the last access")},
    {'U', Z_NONE, Z_NONE, Z("do not sort")},
    {'v', Z_NONE, Z_NONE, Z("sort version numbers in names as numbers")},
    {'w', Z("width"), Z("COLS"), Z("lines of at most COLS columns; 0 for no limit")},
    {'x', Z_NONE, Z_NONE, Z("in columns, read across")},
    {'X', Z_NONE, Z_NONE, Z("sort by extension")},
    {'Z', Z("context"), Z_NONE, Z("show security contexts")},
    {KEY_ZERO, Z("zero"), Z_NONE, Z("end lines with NUL, not newline")},
    {'1', Z_NONE, Z_NONE, Z("one name a line")},
};

#define LS_ORDER \
    "all escape directory dired full-time group-directories-first human-readable inode kibibytes " \
    "numeric-uid-gid no-group hide-control-chars reverse size width almost-all ignore-backups " \
    "classify file-type si dereference-command-line dereference-command-line-symlink-to-dir hide " \
    "ignore indicator-style dereference literal quote-name quoting-style recursive format " \
    "show-control-chars sort tabsize time time-style zero color hyperlink block-size context"
#define LS_SUMMARY \
    "List each FILE, and what is in it when it is a directory; the working directory when\n" \
    "there is no FILE.  Names are sorted unless an option asks for something else."
#define LS_NOTES \
    "SIZE is a number with or without a unit: K, M, G, T, P, E, Z, Y, R, Q are powers of 1024,\n" \
    "KB, MB, ... powers of 1000.\n\n" \
    "A +FORMAT is one for date(1); of two, with a newline between them, the second is for recent\n" \
    "times.  Before a style 'posix-' makes it count in other locales than POSIX only.\n\n" \
    "Colours come from LS_COLORS, which dircolors(1) helps to set.\n\n" \
    "Exit status: 0 all well, 1 minor problems (below a directory), 2 serious trouble (an operand)."

#endif
