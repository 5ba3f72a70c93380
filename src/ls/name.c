/* name.c - names as they are printed: quoted, coloured, linked, with a mark behind them. */

#include "ls/ls.h"

#include "text/chars.h"

/* Rewrite what begins at AT of OUT with '?' for what must not be printed. */
static void hide(struct ls_run *run, buf *out, size_t at)
{
    struct quote_options literal = {.style = QUOTE_LITERAL, .hide_unprintable = true};
    span text = span_drop(buf_span(out), at);
    if (text_is_plain_ascii(text))
        return;
    buf_clear(&run->scratch2);
    quote_append(&run->scratch2, text, &literal);
    buf_truncate(out, at);
    buf_append(out, buf_span(&run->scratch2));
}

/* Append NAME, quoted by OPT. */
static void append_name(struct ls_run *run, buf *out, span name, struct quote_options const *opt)
{
    size_t at = buf_len(out);
    if (opt->style == QUOTE_LITERAL)
        buf_append(out, name);
    else
        quote_append(out, name, opt);
    if (run->opt.hide_unprintable)
        hide(run, out, at);
    if (!run->opt.hide_newline || !span_has(name, '\n'))
        return;
    mspan text = mspan_drop(buf_mspan(out), at);
    for (size_t i = 0; i < mspan_len(text); i++)
        if (mspan_at(text, i) == '\n')
            mspan_set(text, i, '?');
}

/* Whether NAME is printed as it is in any case. */
static bool is_plain(struct ls_run const *run, span name)
{
    return run->opt.name_quoting.style == QUOTE_LITERAL && text_is_plain_ascii(name);
}

static bool is_padded(struct ls_run const *run, struct ls_entry const *e)
{
    return run->opt.align_quotes && run->columns.some_quoted && !e->quoted;
}

size_t ls_name_width(struct ls_run *run, struct ls_entry const *e)
{
    span name = zstr_span(e->name);
    if (is_plain(run, name))
        return span_len(name);
    buf_clear(&run->scratch);
    append_name(run, &run->scratch, name, &run->opt.name_quoting);
    return text_columns(buf_span(&run->scratch)) + is_padded(run, e);
}

/* The quoted name TEXT, as a link where wanted; a quotation mark stays outside the link where marks stand in
   a column of their own. */
static void put_text(struct ls_run *run, span text, zstr path, bool outside)
{
    if (!run->opt.hyperlink) {
        buf_append(&run->out, text);
        return;
    }
    outside = outside && span_len(text) > 1;
    if (outside)
        buf_append(&run->out, span_take(&text, 1));
    ls_begin_link(run, path);
    buf_append(&run->out, outside ? span_chop(text, 1) : text);
    ls_end_link(run);
    if (outside)
        buf_append(&run->out, span_tail(text, 1));
}

/* Whether the name has quotation marks, and these a column of their own. */
static bool marks_outside(struct ls_run const *run, struct ls_entry const *e, bool target)
{
    return run->opt.hyperlink && run->opt.align_quotes && run->columns.some_quoted
           && (target ? quote_changes(zstr_span(e->target), &run->opt.name_quoting) : e->quoted);
}

static void note_place(struct ls_run *run, ls_numbers *places)
{
    ls_numbers_push(places, run->written + buf_len(&run->out));
}

void ls_put_name(struct cli *cli, struct ls_run *run, struct ls_entry const *e, bool target, size_t column)
{
    span code = {}, name = zstr_span(target ? e->target : e->name);
    bool coloured = run->opt.colour && ls_colour_of(run, e, target, &code);
    bool resets = coloured || (run->opt.colour && colour_is_set(&run->colours, COLOUR_NORMAL));
    bool padded = !target && is_padded(run, e);
    ls_heed_signals(cli, run);
    if (padded)
        buf_push(&run->out, ' ');
    if (coloured)
        ls_begin_colour(run, code);
    buf_clear(&run->scratch);
    append_name(run, &run->scratch, name, &run->opt.name_quoting);
    if (run->opt.dired && !target)
        note_place(run, &run->dired);
    put_text(run, buf_span(&run->scratch), target ? e->target : e->name, marks_outside(run, e, target));
    if (run->opt.dired && !target)
        note_place(run, &run->dired);
    if (!resets)
        return;
    size_t width = text_columns(buf_span(&run->scratch)) + padded;
    ls_end_colour(run);
    if (run->opt.width > 0 && width > 0
        && column / run->opt.width != (column + width - 1) / run->opt.width)
        ls_clear_to_end(run);
}

unsigned char ls_indicator(struct ls_run const *run, struct ls_entry const *e, bool target)
{
    mode_t mode = target ? e->target_mode : e->kind;
    if (run->opt.indicator == INDICATOR_NONE || mode == 0)
        return 0;
    if (S_ISREG(mode))
        return run->opt.indicator == INDICATOR_CLASSIFY && (mode & 0111) ? '*' : 0;
    if (S_ISDIR(mode))
        return '/';
    if (run->opt.indicator == INDICATOR_SLASH)
        return 0;
    switch (mode & S_IFMT) {
    case S_IFLNK: return '@';
    case S_IFIFO: return '|';
    case S_IFSOCK: return '=';
    default: return 0;
    }
}

void ls_put_indicator(struct ls_run *run, struct ls_entry const *e, bool target)
{
    unsigned char c = ls_indicator(run, e, target);
    if (c)
        buf_push(&run->out, c);
}

void ls_put_heading(struct cli *cli, struct ls_run *run, zstr path)
{
    if (run->printed_heading)
        buf_push(&run->out, '\n');
    run->printed_heading = true;
    ls_heed_signals(cli, run);
    if (run->opt.dired)
        buf_append(&run->out, S("  "));
    if (run->opt.dired)
        note_place(run, &run->subdired);
    buf_clear(&run->scratch);
    append_name(run, &run->scratch, zstr_span(path), &run->opt.directory_quoting);
    put_text(run, buf_span(&run->scratch), Z("."), false);
    if (run->opt.dired)
        note_place(run, &run->subdired);
    buf_append(&run->out, S(":\n"));
}
