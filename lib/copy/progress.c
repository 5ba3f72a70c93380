/* progress.c - see progress.h. */

#include "copy/progress.h"

#include "safe/checked.h"
#include "sys/fd.h"
#include "sys/meter.h"

enum { LINE_EVERY = 200 };      /* milliseconds */

void copy_progress_start(struct copy_progress *p, zstr program, enum copy_progress_when when)
{
    if (when == COPY_PROGRESS_NEVER)
        return;
    p->on = true;
    p->line = when == COPY_PROGRESS_ALWAYS || fd_is_terminal(FDH_STDERR);
    p->program = program;
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

static void append_state(struct copy_progress *p, uint64_t now)
{
    uint64_t elapsed = now - p->start, rate = 0;
    buf_append(&p->text, zstr_span(p->program));
    buf_append(&p->text, S(": "));
    append_size(&p->text, p->done);
    if (p->total > 0) {
        buf_append(&p->text, S(" of "));
        append_size(&p->text, p->total);
    }
    if (elapsed > 0)
        rate = p->done / elapsed * 1000 + p->done % elapsed * 1000 / elapsed;
    buf_append(&p->text, S(", "));
    append_size(&p->text, rate);
    buf_append(&p->text, S("/s, "));
    append_time(&p->text, elapsed / 1000);
    if (rate > 0 && p->total > p->done) {
        buf_append(&p->text, S(", "));
        append_time(&p->text, (p->total - p->done) / rate);
        buf_append(&p->text, S(" left"));
    }
}

/* Nothing can be done about a standard error that takes no more. */
static void put(struct copy_progress *p)
{
    oserr unused = fd_write_all(FDH_STDERR, buf_span(&p->text));
    (void)unused;
}

static void show(struct copy_progress *p, uint64_t now, bool own_line)
{
    buf_clear(&p->text);
    if (p->shown)
        buf_append(&p->text, S("\r\033[K"));
    append_state(p, now);
    if (own_line)
        buf_push(&p->text, '\n');
    p->shown = !own_line;
    p->last = now;
    put(p);
}

void copy_progress_count_(struct copy_progress *p, uint64_t bytes)
{
    p->done += bytes;
    if (meter_asked())
        show(p, meter_clock(), true);
    if (!p->line)
        return;
    uint64_t now = meter_clock();
    if (now - p->last >= LINE_EVERY)
        show(p, now, false);
}

void copy_progress_clear(struct copy_progress *p)
{
    if (!p->shown)
        return;
    buf_clear(&p->text);
    buf_append(&p->text, S("\r\033[K"));
    p->shown = false;
    put(p);
}

void copy_progress_finish(struct copy_progress *p)
{
    if (p->line)
        show(p, meter_clock(), true);
    p->on = p->line = false;
}
