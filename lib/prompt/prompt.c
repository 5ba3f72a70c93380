/* prompt.c - see prompt.h. */

#include "prompt/prompt.h"

#include "sys/answer.h"

/* One line of standard input, without its end.  Read byte by byte, so that what follows stays there for
   whoever reads next: later questions, or the next program of a script.  A terminal could be read on behind
   its end, but who ended it does not want to be asked again. */
static void read_line(struct diag *d)
{
    buf_clear(&d->text);
    while (!d->answers_ended) {
        size_t got = 0;
        mspan room = mspan_first(buf_tail(&d->text, 1), 1);
        d->answers_err = fd_read(FDH_STDIN, room, &got);
        if (d->answers_err)
            return;
        d->answers_ended = got == 0;
        if (got == 0 || mspan_at(room, 0) == '\n')
            return;
        buf_commit(&d->text, 1);
    }
}

bool prompt_yes(struct diag *d, zstr template, fmtargs args)
{
    diag_clear_line(d);
    writer_flush(&d->out);
    buf_clear(&d->text);
    buf_append(&d->text, zstr_span(d->program));
    buf_append(&d->text, S(": "));
    fmt_append(&d->text, template, args);
    if (fd_write_all(FDH_STDERR, buf_span(&d->text)) != 0)
        d->broken = true;
    read_line(d);
    return answer_is_yes(buf_span(&d->text));
}
