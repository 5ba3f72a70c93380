/* show.c - the times that date prints. */

#include "calendar/digits.h"
#include "date/date.h"
#include "sys/status.h"

/* Print the account of how a date was understood, line by line. */
static void tell(struct cli *cli, struct date_reader const *reader)
{
    span rest = buf_span(&reader->account), line = {};
    while (span_cut(&rest, 0, &line))
        cli_warn(cli, 0, "%s", fmt_s(line));
}

/* Read TEXT, which is called SHOWN in a message: so far as C sees it. */
static bool read_date(struct cli *cli, struct date_run *run, span text, span shown, struct time_point *t)
{
    bool good = date_read(&run->reader, text, time_now(), t);
    if (run->opt.debug)
        tell(cli, &run->reader);
    if (!good)
        cli_error(cli, 0, "invalid date %s", fmt_q(span_first(shown, span_find(shown, 0))));
    return good;
}

void date_show(struct cli *cli, struct date_run *run, struct time_point t)
{
    struct zone_time local = {};
    if (run->opt.debug)
        cli_warn(cli, 0, "output format: %s", fmt_q(zstr_span(run->opt.format)));
    if (!zone_local(t.sec, &local)) {
        buf number = {};
        buf_append_imax(&number, t.sec);
        cli_error(cli, 0, "time %s is out of range", fmt_q(buf_span(&number)));
        buf_recycle(&number);
    } else {
        date_print(&run->printer, cli_out(cli), zstr_span(run->opt.format), t, &local);
    }
    writer_byte(cli_out(cli), '\n');
}

/* GNU date reads lines with their ends, which is seen in the account of a mistake. */
static span with_newline(buf *text, span line)
{
    buf_clear(text);
    buf_append(text, line);
    buf_push(text, '\n');
    return buf_span(text);
}

void date_show_lines(struct cli *cli, struct date_run *run)
{
    struct cli_input in = {};
    span line = {};
    buf text = {};
    bool terminated = false;
    zstr name = zstr_eq(run->opt.text, Z("-")) ? Z("standard input") : run->opt.text;
    oserr err = cli_open_input(cli, run->opt.text, &in);
    if (err) {
        cli_error(cli, err, "%s", fmt_namec(name));
        return;
    }
    while (writer_ok(cli_out(cli)) && reader_record(&in.reader, '\n', &line, &terminated)) {
        struct time_point t = {};
        span whole = run->opt.debug && terminated ? with_newline(&text, line) : line;
        if (read_date(cli, run, whole, line, &t))
            date_show(cli, run, t);
        writer_sync(cli_out(cli));
    }
    buf_recycle(&text);
    err = in.reader.err;
    cli_close_input(cli, &in, 0);
    if (err)
        cli_error(cli, err, "%s: read error", fmt_namec(name));
}

static bool set_clock(struct cli *cli, struct time_point t)
{
    oserr err = clock_set(t);
    if (err)
        cli_error(cli, err, "cannot set date");
    return err == 0;
}

bool date_find_time(struct cli *cli, struct date_run *run, struct time_point *t)
{
    struct date_options const opt = run->opt;
    struct status status = {};
    struct status_wish wish = {STATUS_TIME, STATUS_MODIFIED, true};
    oserr err = 0;
    *t = time_now();
    if (!zstr_is_none(opt.digits)) {
        if (date_read_digits(zstr_span(opt.digits), DATE_DIGITS_YEAR_LAST, *t, &t->sec)) {
            t->nsec = 0;
            set_clock(cli, *t);
            return true;
        }
        cli_error(cli, 0, "invalid date %s", fmt_q(zstr_span(opt.digits)));
        return false;
    }
    if (opt.set) {
        if (!read_date(cli, run, zstr_span(opt.set_text), zstr_span(opt.set_text), t))
            return false;
        set_clock(cli, *t);
        return true;
    }
    switch (opt.source) {
    case SOURCE_TEXT: return read_date(cli, run, zstr_span(opt.text), zstr_span(opt.text), t);
    case SOURCE_RESOLUTION:
        *t = clock_resolution();
        return true;
    case SOURCE_REFERENCE:
        err = status_get(FDH_CWD, opt.text, wish, &status);
        if (err)
            cli_error(cli, err, "%s", fmt_namec(opt.text));
        *t = status.time;
        return err == 0;
    default: return true;
    }
}
