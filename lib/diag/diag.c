/* diag.c - filling message templates, writing them in one piece, and the line that they take away. */

#include "diag/diag.h"

#include "safe/ascii.h"
#include "sys/message.h"
#include "sys/terminal.h"

static void append_arg(buf *out, struct fmtarg a)
{
    struct quote_options opt = {.style = a.style};
    switch (a.kind) {
    case FMT_NONE:
        break;
    case FMT_TEXT:
        buf_append(out, a.text);
        break;
    case FMT_UNSIGNED:
        buf_append_umax(out, a.u);
        break;
    case FMT_SIGNED:
        buf_append_imax(out, a.i);
        break;
    case FMT_QUOTED:
        if (a.colon)
            byteset_add(&opt.also, ':');
        quote_append(out, a.text, &opt);
        break;
    }
}

/* Take a directive's text off *REST (which stands behind its '%'); *INDEX becomes N for "%N$...". */
static void take_directive(span *rest, size_t *index)
{
    uintmax_t n = 0;
    bool in_number = true;
    unsigned char c = 0;
    while (span_next(rest, &c)) {
        if (in_number && ascii_is_digit(c)) {
            n = n < 100 ? n * 10 + c - '0' : n;
            continue;
        }
        if (c == '$' && n > 0)
            *index = n - 1;
        in_number = false;
        if (ascii_is_letter(c) && c != 'l' && c != 'L' && c != 'z' && c != 'j' && c != 't' && c != 'h')
            return;
    }
}

void fmt_append(buf *out, zstr template, fmtargs args)
{
    span rest = zstr_span(message_text(template)), literal = {};
    size_t next = 0;
    while (span_cut(&rest, '%', &literal)) {
        buf_append(out, literal);
        if (span_peek(rest, 0) == '%') {
            buf_push(out, '%');
            rest = span_drop(rest, 1);
            continue;
        }
        size_t index = next++;
        take_directive(&rest, &index);
        if (index < fmtargs_len(args))
            append_arg(out, fmtargs_at(args, index));
    }
    buf_append(out, rest);
}

void fmt_write(writer *w, zstr template, fmtargs args)
{
    buf text = {};
    fmt_append(&text, template, args);
    writer_put(w, buf_span(&text));
    buf_recycle(&text);
}

/* A lost line about the state of things is no failure of the program. */
static void put_line(struct diag *d)
{
    oserr unused = fd_write_all(FDH_STDERR, buf_span(&d->text));
    (void)unused;
}

void diag_show_line(struct diag *d, span text)
{
    size_t columns = 0, before = 0;
    buf_clear(&d->text);
    if (d->line)
        buf_append(&d->text, S("\r\033[K"));
    before = buf_len(&d->text);
    buf_append(&d->text, zstr_span(d->name));
    buf_append(&d->text, S(": "));
    buf_append(&d->text, text);
    /* A line that wraps could not be taken back. */
    if (terminal_columns(FDH_STDERR, &columns))
        buf_truncate(&d->text, size_min(buf_len(&d->text), before + columns - 1));
    d->line = true;
    put_line(d);
}

void diag_clear_line(struct diag *d)
{
    if (!d->line)
        return;
    buf_clear(&d->text);
    buf_append(&d->text, S("\r\033[K"));
    d->line = false;
    put_line(d);
}

void diag_sync(struct diag *d)
{
    if (d->line && writer_is_terminal(&d->out))
        diag_clear_line(d);
    writer_sync(&d->out);
}

void diag_put_(struct diag *d, oserr err, zstr template, fmtargs args)
{
    diag_clear_line(d);
    writer_flush(&d->out);
    buf_clear(&d->text);
    buf_append(&d->text, zstr_span(d->name));
    buf_append(&d->text, S(": "));
    fmt_append(&d->text, template, args);
    if (err) {
        buf_append(&d->text, S(": "));
        buf_append(&d->text, zstr_span(message_error(err)));
    }
    buf_push(&d->text, '\n');
    /* One write a message: lines of processes that share a terminal or a log do not mix. */
    if (fd_write_all(FDH_STDERR, buf_span(&d->text)) != 0)
        d->broken = true;
}

void diag_fail_(struct diag *d, oserr err, zstr template, fmtargs args)
{
    diag_put_(d, err, template, args);
    d->status = d->failure;
}
