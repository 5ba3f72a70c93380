/* time.c - times in a long listing. */

#include "ls/ls.h"

#include "safe/ascii.h"
#include "safe/checked.h"
#include "text/chars.h"

enum {
    HALF_A_YEAR = 31556952 / 2,
    LONGEST = 1000,             /* a time that is longer is shown as a number, as with GNU */
};

static bool complain(struct cli *cli, zstr style, bool ambiguous)
{
    if (ambiguous)
        cli_usage(cli, "ambiguous argument %s for %s", fmt_q(zstr_span(style)), fmt_q(S("time style")));
    else
        cli_usage(cli, "invalid argument %s for %s", fmt_q(zstr_span(style)), fmt_q(S("time style")));
    return cli_hint(cli, "Valid arguments are:\n"
                         "  - [posix-]full-iso\n"
                         "  - [posix-]long-iso\n"
                         "  - [posix-]iso\n"
                         "  - [posix-]locale\n"
                         "  - +FORMAT (e.g., +%%H:%%M) for a 'date'-style format");
}

/* FORMAT, or two with a newline between them: for other times and for recent ones. */
static bool set_own_format(struct cli *cli, struct ls_run *run, zstr format)
{
    span rest = zstr_span(format), first = {};
    run->opt.old_time = format;
    run->opt.recent_time = format;
    if (!span_cut(&rest, '\n', &first))
        return true;
    if (span_has(rest, '\n'))
        return cli_bad(cli, 0, "invalid time style format %s", fmt_q(zstr_span(format)));
    zstr_from(&run->strings, first, &run->opt.old_time);
    zstr_from(&run->strings, rest, &run->opt.recent_time);
    return true;
}

static void set_formats(struct ls_run *run, zstr old, zstr recent)
{
    run->opt.old_time = old;
    run->opt.recent_time = recent;
}

bool ls_set_time_style(struct cli *cli, struct ls_run *run, zstr style)
{
    static const struct cli_word words[] = {
        {Z("full-iso"), 0}, {Z("long-iso"), 1}, {Z("iso"), 2}, {Z("locale"), 3},
    };
    bool posix = false;
    while (span_starts(zstr_span(style), S("posix-"))) {
        posix = true;
        style = zstr_drop(style, 6);
    }
    if (posix && !time_has_locale())
        style = Z("locale");
    if (span_peek(zstr_span(style), 0) == '+')
        return set_own_format(cli, run, zstr_drop(style, 1));
    int choice = cli_find_word(CLI_WORDS(words), zstr_span(style));
    if (choice < 0)
        return complain(cli, style, choice == CLI_MANY_WORDS);
    switch (choice) {
    case 0: set_formats(run, Z("%Y-%m-%d %H:%M:%S.%N %z"), Z("%Y-%m-%d %H:%M:%S.%N %z")); break;
    case 1: set_formats(run, Z("%Y-%m-%d %H:%M"), Z("%Y-%m-%d %H:%M")); break;
    case 2: set_formats(run, Z("%Y-%m-%d "), Z("%m-%d %H:%M")); break;
    default: set_formats(run, time_message(Z("%b %e  %Y")), time_message(Z("%b %e %H:%M"))); break;
    }
    return true;
}

/* Offset of the first %b in FORMAT that stands for itself, or its length. */
static size_t month_at(span format)
{
    for (size_t i = 0; i + 1 < span_len(format); i++) {
        if (span_at(format, i) != '%')
            continue;
        if (span_at(format, i + 1) == 'b')
            return i;
        i++;
    }
    return span_len(format);
}

static bool has_month(zstr format)
{
    return month_at(zstr_span(format)) < zstr_len(format);
}

/* Months of one width, so that what follows them stands in line in any language: numbers to the right, words
   to the left. */
static void align_months(struct ls_run *run)
{
    size_t widest = 0;
    for (unsigned m = 0; m < 12; m++)
        widest = size_max(widest, text_columns(zstr_span(time_month_name(m))));
    for (unsigned m = 0; m < 12; m++) {
        buf text = {};
        zstr name = time_month_name(m), kept = {};
        span s = zstr_span(name);
        bool number = ascii_is_digit(span_peek(s, 0));
        size_t gap = widest - text_columns(s);
        buf_append_fill(&text, number ? gap : 0, ' ');
        buf_append(&text, s);
        buf_append_fill(&text, number ? 0 : gap, ' ');
        zstr_from(&run->strings, buf_span(&text), &kept);
        zstr_vec_push(&run->months, kept);
    }
}

/* Append T, whose local form is LOCAL, by FORMAT, with an aligned month where there is one. */
static bool append_formatted(struct ls_run *run, buf *out, zstr format, struct time_point t,
                             struct zone_time const *local)
{
    span f = zstr_span(format);
    size_t at = zstr_vec_len(&run->months) > 0 ? month_at(f) : span_len(f);
    if (at == span_len(f))
        return date_append(&run->printer, out, f, t, local);
    if (!date_append(&run->printer, out, span_first(f, at), t, local))
        return false;
    buf_append(out, zstr_span(zstr_vec_at(&run->months, as_size(local->month - 1))));
    return date_append(&run->printer, out, span_drop(f, at + 2), t, local);
}

static void set_now(struct ls_run *run)
{
    run->now = time_now();
    run->six_months_ago = (struct time_point){run->now.sec - HALF_A_YEAR, run->now.nsec};
}

void ls_prepare_times(struct ls_run *run)
{
    set_now(run);
    if (time_has_locale() && (has_month(run->opt.old_time) || has_month(run->opt.recent_time)))
        align_months(run);
    run->printer.longest = LONGEST;
    buf_clear(&run->scratch);
    struct zone_time epoch = {};
    if (zone_local(0, &epoch))
        append_formatted(run, &run->scratch, run->opt.old_time, (struct time_point){}, &epoch);
    run->time_width = text_columns(buf_span(&run->scratch));
    if (buf_len(&run->scratch) > LONGEST)
        run->time_width = 0;
}

static bool before(struct time_point a, struct time_point b)
{
    return a.sec < b.sec || (a.sec == b.sec && a.nsec < b.nsec);
}

/* Whether two times of one minute have the same text in FORMAT. */
static bool tells_minutes_only(zstr format)
{
    span f = zstr_span(format);
    for (size_t i = 0; i + 1 < span_len(f); i++)
        if (span_at(f, i) == '%') {
            if (!span_has(S("YmdHMbe%"), span_at(f, i + 1)))
                return false;
            i++;
        }
    return true;
}

void ls_append_time(struct ls_run *run, struct time_point t)
{
    if (run->time_width == 0 && run->now.sec == 0)
        ls_prepare_times(run);
    if (before(run->now, t))
        set_now(run);           /* it may have changed since */
    bool recent = before(run->six_months_ago, t) && before(t, run->now);
    zstr format = recent ? run->opt.recent_time : run->opt.old_time;
    if (run->time_cached && recent == run->cached_recent && t.sec >= run->cached_time.sec
        && t.sec - run->cached_time.sec < 60) {
        buf_append(&run->out, buf_span(&run->cached_text));
        return;
    }
    size_t at = buf_len(&run->out);
    struct zone_time local = {};
    if (!zone_local(t.sec, &local) || !append_formatted(run, &run->out, format, t, &local)
        || buf_len(&run->out) - at > LONGEST) {
        buf_truncate(&run->out, at);
        buf_clear(&run->scratch);
        buf_append_imax(&run->scratch, t.sec);
        ls_put_padded(&run->out, buf_span(&run->scratch), run->time_width);
        return;
    }
    int64_t second = (t.sec % 60 + 60) % 60;
    run->time_cached = tells_minutes_only(format) && local.second == second;
    if (!run->time_cached)
        return;
    run->cached_recent = recent;
    run->cached_time = (struct time_point){t.sec - second, 0};
    buf_clear(&run->cached_text);
    buf_append(&run->cached_text, span_drop(buf_span(&run->out), at));
}
