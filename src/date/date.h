/* date.h - what the parts of date share. */

#ifndef DATE_DATE_H
#define DATE_DATE_H

#include "calendar/date.h"
#include "calendar/format.h"
#include "cli/cli.h"

/* Options without a letter. */
enum { KEY_DEBUG = CLI_KEY, KEY_RESOLUTION, KEY_RFC_3339 };

/* Which times are printed. */
enum date_source { SOURCE_NOW, SOURCE_TEXT, SOURCE_FILE, SOURCE_REFERENCE, SOURCE_RESOLUTION };

struct date_options {
    enum date_source source;
    bool sources_clash;
    zstr text;                  /* of -d, or the file of -f or -r */
    bool set;
    zstr set_text;
    bool more_texts, more_sets; /* -d or -s came more than once */
    zstr digits;                /* the operand MMDDhhmm... */
    bool has_format, plain;     /* plain: English, whatever the locale */
    zstr format;
    bool utc, debug;
};

struct date_run {
    struct date_options opt;
    struct date_reader reader;
    struct date_printer printer;
};

/* options.c: false, reported, on a usage error. */
bool date_parse_options(struct cli *cli, struct date_options *opt);

/* show.c: print T, or an empty line where its year is out of range. */
void date_show(struct cli *cli, struct date_run *run, struct time_point t);
/* Print the date of each line of the file that -f names. */
void date_show_lines(struct cli *cli, struct date_run *run);
/* The one time to print, which is set first where that is asked for; false, reported, when there is none. */
bool date_find_time(struct cli *cli, struct date_run *run, struct time_point *t);

#endif
