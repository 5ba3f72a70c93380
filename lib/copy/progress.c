/* progress.c - see progress.h. */

#include "copy/progress.h"

#include "safe/checked.h"
#include "sys/meter.h"

enum { LINE_EVERY = 200 };      /* milliseconds */

void copy_progress_start(struct copy_progress *p, enum copy_progress_when when)
{
    if (when == COPY_PROGRESS_NEVER)
        return;
    p->on = true;
    p->line = when == COPY_PROGRESS_ALWAYS || fd_is_terminal(FDH_STDERR);
    p->start = p->last = meter_clock();
    meter_listen();
}

/* "12.3 MB" */
static void append_size(buf *text, uint64_t bytes)
{
    span units = S("kMGTPE");
    uint64_t unit = 1;
    size_t i = 0;
    while (bytes / unit >= 1000 && i < span_len(units)) {
        unit *= 1000;
        i++;
    }
    buf_append_umax(text, bytes / unit);
    if (i > 0) {
        buf_push(text, '.');
        buf_append_umax(text, bytes % unit / (unit / 10));
    }
    buf_push(text, ' ');
    if (i > 0)
        buf_push(text, span_at(units, i - 1));
    buf_push(text, 'B');
}

/* "1:02:03" */
static void append_time(buf *text, uint64_t seconds)
{
    if (seconds >= 3600) {
        buf_append_umax(text, seconds / 3600);
        buf_push(text, ':');
    }
    buf_append_base(text, seconds / 60 % 60, 10, seconds >= 3600 ? 2 : 1);
    buf_push(text, ':');
    buf_append_base(text, seconds % 60, 10, 2);
}

/* "1.2 GB of 5.0 GB, 400.0 MB/s, 0:03, 0:09 left" */
static span state(struct copy_progress *p, uint64_t now)
{
    uint64_t elapsed = now - p->start, rate = 0;
    buf_clear(&p->text);
    append_size(&p->text, p->done);
    if (p->total > p->done) {
        buf_append(&p->text, S(" of "));
        append_size(&p->text, p->total);
    }
    if (elapsed > 0) {
        rate = p->done / elapsed * 1000 + p->done % elapsed * 1000 / elapsed;
        buf_append(&p->text, S(", "));
        append_size(&p->text, rate);
        buf_append(&p->text, S("/s"));
    }
    buf_append(&p->text, S(", "));
    append_time(&p->text, elapsed / 1000);
    if (rate > 0 && p->total > p->done) {
        buf_append(&p->text, S(", "));
        append_time(&p->text, (p->total - p->done) / rate);
        buf_append(&p->text, S(" left"));
    }
    return buf_span(&p->text);
}

/* A line for good.  That it cannot be written is no reason to stop the copy. */
static void tell(struct copy_progress *p, struct diag *d, uint64_t now)
{
    bool broken = d->broken;
    diag_warn(d, 0, "%s", fmt_s(state(p, now)));
    d->broken = broken;
    p->last = now;
}

void copy_progress_count_(struct copy_progress *p, struct diag *d, uint64_t bytes)
{
    p->done += bytes;
    bool asked = meter_asked();
    if (!asked && !p->line)
        return;
    uint64_t now = meter_clock();
    if (asked)
        tell(p, d, now);
    if (!p->line || p->done == 0 || now - p->last < LINE_EVERY)
        return;
    diag_show_line(d, state(p, now));
    p->last = now;
}

void copy_progress_wait(struct copy_progress *p, struct diag *d, fdh f, bool output)
{
    while (p->on && !meter_wait(f, (struct meter_event){.output = output, .ms = p->line ? LINE_EVERY : 0}))
        copy_progress_add(p, d, 0);
}

void copy_progress_settle(struct copy_progress *p, uint64_t planned, uint64_t done)
{
    uint64_t until_here = done + planned;
    p->total = p->total > until_here ? p->done + (p->total - until_here) : p->done;
}

void copy_progress_finish(struct copy_progress *p, struct diag *d)
{
    if ((p->line && p->done > 0) || (p->on && meter_asked()))
        tell(p, d, meter_clock());
    p->on = p->line = false;
}
