/* date - print and set the time. */

#include "date/date.h"
#include "sys/env.h"

static const struct cli_option option_rows[] = {
    {'d', Z("date"), Z("STRING"), Z("print the time that STRING describes, instead of the present one")},
    {KEY_DEBUG, Z("debug"), Z_NONE,
     Z("tell on standard error how dates are understood, and what is doubtful\nin them")},
    {'f', Z("file"), Z("DATEFILE"), Z("like -d for each line of DATEFILE (- is standard input)")},
    {'I', Z("iso-8601"), Z("[FMT]"),
     Z("print ISO 8601, as 2006-08-14T02:34:56-06:00; FMT says how much:\n"
       "date (as without FMT), hours, minutes, seconds or ns")},
    {KEY_RESOLUTION, Z("resolution"), Z_NONE, Z("print the smallest step of time stamps, as 0.000000001")},
    {'R', Z("rfc-email"), Z_NONE, Z("print the date as in mail, as Mon, 14 Aug 2006 02:34:56 +0000")},
    {'R', Z("rfc-822"), Z_NONE, Z_NONE},
    {'R', Z("rfc-2822"), Z_NONE, Z_NONE},
    {KEY_RFC_3339, Z("rfc-3339"), Z("FMT"),
     Z("print RFC 3339, as 2006-08-14 02:34:56-06:00; FMT says how much:\ndate, seconds or ns")},
    {'r', Z("reference"), Z("FILE"), Z("print when FILE was last modified")},
    {'s', Z("set"), Z("STRING"), Z("set the clock to the time that STRING describes")},
    {'u', Z("utc"), Z_NONE, Z("read, print and set times as Coordinated Universal Time;\nalso --universal")},
    {'u', Z("universal"), Z_NONE, Z_NONE},
    {'u', Z("uct"), Z_NONE, Z_NONE},
};

const struct cli_program prog_program = {
    .name = Z("date"),
    .operands = Z("[+FORMAT]\nMMDDhhmm[[CC]YY][.ss]"),
    .summary = Z("Print the time as FORMAT says, or in the form that is usual where you live.\n"
                 "The second form, and -s, set the clock first."),
    .options = CLI_ROWS(option_rows),
    .order = Z("date debug file iso-8601 reference resolution rfc-email rfc-822 rfc-2822 rfc-3339 set "
               "uct"),
    .notes = Z("Of -d, -f, -r and --resolution one can be given.\n"
               "\n"
               "FORMAT may hold:\n"
               "\n"
               "  %%   a percent sign\n"
               "  %a   short name of the day (Sun)\n"
               "  %A   name of the day (Sunday)\n"
               "  %b   short name of the month (Jan)\n"
               "  %B   name of the month (January)\n"
               "  %c   date and time as is usual in the locale\n"
               "  %C   the year without its last two digits (20)\n"
               "  %d   day of the month (01)\n"
               "  %D   the same as %m/%d/%y\n"
               "  %e   day of the month with a blank ( 1), as %_d\n"
               "  %F   the date (2006-08-14), as %+4Y-%m-%d\n"
               "  %g   the last two digits of %G\n"
               "  %G   year of the ISO week that %V gives\n"
               "  %h   the same as %b\n"
               "  %H   hour (00..23)\n"
               "  %I   hour (01..12)\n"
               "  %j   day of the year (001..366)\n"
               "  %k   hour with a blank ( 0..23), as %_H\n"
               "  %l   hour with a blank ( 1..12), as %_I\n"
               "  %m   month (01..12)\n"
               "  %M   minute (00..59)\n"
               "  %n   a newline\n"
               "  %N   nanoseconds (000000000..999999999)\n"
               "  %p   half of the day (AM or PM), empty where that is not usual\n"
               "  %P   the same in small letters\n"
               "  %q   quarter of the year (1..4)\n"
               "  %r   time of day with %p, as is usual in the locale\n"
               "  %R   the same as %H:%M\n"
               "  %s   seconds since 1970-01-01 00:00 UTC\n"
               "  %S   second (00..60)\n"
               "  %t   a tab\n"
               "  %T   the same as %H:%M:%S\n"
               "  %u   day of the week (1..7), from Monday\n"
               "  %U   week of the year (00..53), weeks begin on Sunday\n"
               "  %V   ISO week of the year (01..53)\n"
               "  %w   day of the week (0..6), from Sunday\n"
               "  %W   week of the year (00..53), weeks begin on Monday\n"
               "  %x   date as is usual in the locale\n"
               "  %X   time of day as is usual in the locale\n"
               "  %y   the last two digits of the year (00..99)\n"
               "  %Y   year\n"
               "  %z   distance to UTC (+hhmm)\n"
               "  %:z  the same as +hh:mm\n"
               "  %::z  the same as +hh:mm:ss\n"
               "  %:::z  the same, as short as it can be said (+05, +05:30)\n"
               "  %Z   name of the time zone (UTC)\n"
               "\n"
               "Between % and the letter may stand, in this order: flags, a width, and E or O for the\n"
               "locale's other form of a year or other digits.  Flags are:\n"
               "\n"
               "  -  no padding\n"
               "  _  padding with blanks\n"
               "  0  padding with zeros, which is usual\n"
               "  +  the same, and a plus sign before years of more than four digits\n"
               "  ^  capital letters\n"
               "  #  the other case"),
};

/* The format of a time where none was asked for. */
static zstr usual_format(enum date_source source)
{
    if (source == SOURCE_RESOLUTION)
        return Z("%s.%N");
    if (!time_has_locale() || zstr_len(zone_format(ZONE_FULL)) == 0)
        return Z("%a %b %e %H:%M:%S %Z %Y");
    return zone_format(ZONE_FULL);
}

int prog_main(struct cli *cli)
{
    struct date_run run = {};
    struct time_point t = {};
    if (!date_parse_options(cli, &run.opt))
        return cli_usage_exit(cli);
    run.reader.explain = run.opt.debug;
    run.printer.plain = run.opt.plain;
    run.printer.by_clock = true;
    if (!run.opt.has_format)
        run.opt.format = usual_format(run.opt.source);
    date_begin(&run.reader, run.opt.utc ? Z("UTC0") : env_get(Z("TZ")));
    if (run.opt.source == SOURCE_FILE)
        date_show_lines(cli, &run);
    else if (date_find_time(cli, &run, &t))
        date_show(cli, &run, t);
    return cli_finish(cli);
}
