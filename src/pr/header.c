/* header.c - what stands on top of pages. */

#include "pr/pr.h"

#include "calendar/format.h"
#include "sys/env.h"
#include "text/chars.h"

enum { LONGEST_DATE = 1 << 24 };

static zstr default_format(void)
{
    bool posix = !zstr_is_none(env_get(Z("POSIXLY_CORRECT"))) && !time_has_locale();
    return posix ? Z("%b %e %H:%M %Y") : Z("%Y-%m-%d %H:%M");
}

static struct time_point time_of(struct pr_input const *in)
{
    struct stat st = {};
    if (in->in.is_stdin || fd_stat(in->in.reader.fd, &st) != 0)
        return time_now();
    return (struct time_point){.sec = st.st_mtim.tv_sec, .nsec = as_uint(st.st_mtim.tv_nsec)};
}

void pr_make_header(struct pr_run *r)
{
    bool merge = r->opt.merge;
    struct time_point t = merge ? time_now() : time_of(&AT(pr_inputs, &r->inputs, 0));
    zstr format = zstr_is_none(r->opt.date_format) ? default_format() : r->opt.date_format;
    buf_clear(&r->date);
    struct zone_time local = {};
    struct date_printer printer = {.longest = LONGEST_DATE};
    if (!zone_local(t.sec, &local) || !date_append(&printer, &r->date, zstr_span(format), t, &local))
        buf_append_imax(&r->date, t.sec);
    bool file = !merge && !AT(pr_inputs, &r->inputs, 0).in.is_stdin;
    r->title = file ? zstr_span(AT(pr_inputs, &r->inputs, 0).in.name) : S("");
    if (!zstr_is_none(r->opt.header))
        r->title = zstr_span(r->opt.header);
}

static void put_gap(struct cli *cli, int64_t n)
{
    writer_fill(cli_out(cli), n < 1 ? 1 : as_size(n), ' ');
}

void pr_put_header(struct cli *cli, struct pr_run *r)
{
    buf page = {};
    fmt_append(&page, Z("Page %ju"), FMT_ARGS(fmt_u(r->page)));
    int64_t gap = r->opt.width - as_i64(text_columns(buf_span(&r->date)) + text_columns(r->title)
                                        + text_columns(buf_span(&page)));
    gap = gap < 0 ? 0 : gap;
    r->out_column = 0;
    pr_pad_to(cli, r, r->opt.margin);
    pr_flush_blanks(cli, r);
    writer_put(cli_out(cli), S("\n\n"));
    writer_fill(cli_out(cli), as_size(r->opt.margin), ' ');
    writer_put(cli_out(cli), buf_span(&r->date));
    put_gap(cli, gap / 2);
    writer_put(cli_out(cli), r->title);
    put_gap(cli, gap - gap / 2);
    writer_put(cli_out(cli), buf_span(&page));
    writer_put(cli_out(cli), S("\n\n\n"));
    buf_recycle(&page);
    r->out_column = 0;
}
