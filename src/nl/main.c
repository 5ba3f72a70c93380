/* nl - number lines, page by page.

   Lines are looked at where they stand in the input's buffer. */

#include "nl/nl.h"

#include "safe/bytes.h"

static const struct cli_option option_rows[] = {
    {'b', Z("body-numbering"), Z("STYLE"), Z("which lines of bodies to number (t)")},
    {'d', Z("section-delimiter"), Z("CC"),
     Z("what the lines between the parts of a page consist of (\\:);\n"
       "one character stands for itself and a colon")},
    {'f', Z("footer-numbering"), Z("STYLE"), Z("which lines of footers to number (n)")},
    {'h', Z("header-numbering"), Z("STYLE"), Z("which lines of headers to number (n)")},
    {'i', Z("line-increment"), Z("NUMBER"), Z("from one number to the next (1)")},
    {'l', Z("join-blank-lines"), Z("NUMBER"), Z("so many empty lines in a row count as one (1)")},
    {'n', Z("number-format"), Z("FORMAT"), Z("ln: to the left, rn: to the right, rz: so with zeros (rn)")},
    {'p', Z("no-renumber"), Z_NONE, Z("do not begin anew in each part of a page")},
    {'s', Z("number-separator"), Z("STRING"), Z("what follows a number (a tab)")},
    {'v', Z("starting-line-number"), Z("NUMBER"), Z("the first number (1)")},
    {'w', Z("number-width"), Z("NUMBER"), Z("columns of a number (6)")},
};

const struct cli_program prog_program = {
    .name = Z("nl"),
    .operands = Z("[FILE]..."),
    .summary = Z("Print each FILE with numbers before its lines.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("-"),
    .order = Z("header-numbering body-numbering footer-numbering starting-line-number line-increment "
               "no-renumber join-blank-lines number-separator number-width number-format"),
    .notes = Z("STYLE is one of these:\n\n"
               "  a      all lines\n"
               "  t      lines that are not empty\n"
               "  n      none\n"
               "  pBRE   lines in which the basic regular expression BRE matches\n\n"
               "A line of three delimiters begins a header, one of two a body, one of a single one a\n"
               "footer; it is printed as an empty line."),
};

/* A window of OUT with room for a number and its separator, if these are short. */
static void make_room(writer *out, mspan *w)
{
    if (mspan_len(*w) >= NL_ROOM)
        return;
    writer_commit_before(out, *w);
    *w = writer_window(out, NL_ROOM);
}

/* Whether LINE is to be numbered. */
static bool wants_number(struct nl_state *st, span line)
{
    bool empty = span_empty(line);
    switch (st->part.style) {
    case NL_ALL:
        st->empty_lines = empty ? st->empty_lines + 1 : 0;
        if (!empty || st->opt.joined <= 1 || st->empty_lines >= st->opt.joined) {
            st->empty_lines = 0;
            return true;
        }
        return false;
    case NL_FILLED: return !empty;
    case NL_NONE: return false;
    case NL_MATCHING: break;
    }
    oserr err = regexp_occurs(st->part.pattern, line);
    st->search = err == ENOENT ? 0 : err;
    st->failed |= st->search != 0;
    return err == 0;
}

/* How often LINE is the delimiter and nothing else: up to three times, or 0. */
static size_t count_delimiters(struct nl_state const *st, span line)
{
    span delimiter = buf_span(&st->opt.delimiter);
    size_t n = 0;
    if (span_empty(delimiter) || span_empty(line) || span_len(line) > 3 * span_len(delimiter))
        return 0;
    for (; span_starts(line, delimiter); n++)
        line = span_drop(line, span_len(delimiter));
    return span_empty(line) ? n : 0;
}

/* A new part of a page begins. */
static void begin_part(struct nl_state *st, size_t delimiters)
{
    st->part = delimiters == 3 ? st->opt.header : delimiters == 2 ? st->opt.body : st->opt.footer;
    if (!st->opt.no_restart)
        nl_begin_numbers(st);
}

/* The first line of PART without its end. */
static span first_line(span part)
{
    return span_first(part, span_find(part, '\n'));
}

static void copy_line(writer *out, mspan *w, span *part)
{
    while (!mspan_put_through(w, part, '\n') && !span_empty(*part))
        make_room(out, w);
}

/* Number the lines of PART, each of which has its end, up to a failure. */
static void number_lines(struct nl_state *st, writer *out, span part)
{
    int mark = span_peek(buf_span(&st->opt.delimiter), 0);
    bool usual = st->part.style == NL_FILLED;
    mspan w = writer_window(out, NL_ROOM);
    while (!span_empty(part) && !st->failed) {
        make_room(out, &w);
        int c = span_peek(part, 0);
        size_t delimiters = c == mark ? count_delimiters(st, first_line(part)) : 0;
        if (delimiters > 0) {
            begin_part(st, delimiters);
            usual = st->part.style == NL_FILLED;
            part = span_drop(part, span_find(part, '\n'));
        } else if (usual ? c != '\n' : wants_number(st, first_line(part))) {
            nl_put_number(st, out, &w);
        } else {
            nl_put_blank(st, out, &w);
        }
        if (st->failed)
            break;
        make_room(out, &w);
        copy_line(out, &w, &part);
    }
    writer_commit_before(out, w);
}

static oserr number_input(struct cli *cli, struct nl_state *st, reader *in)
{
    span part = {};
    oserr err = 0;
    buf last = {};
    while (!st->failed && writer_ok(cli_out(cli)) && (err = reader_records(in, '\n', &part)) == 0
           && !span_empty(part)) {
        if (span_last(part) != '\n') {          /* the last line, which lacks its end */
            buf_append(&last, part);
            buf_push(&last, '\n');
            part = buf_span(&last);
        }
        number_lines(st, cli_out(cli), part);
        writer_sync(cli_out(cli));
    }
    buf_recycle(&last);
    return err;
}

int prog_main(struct cli *cli)
{
    struct nl_state st = {.opt = {
        .body = {.style = NL_FILLED}, .header = {.style = NL_NONE}, .footer = {.style = NL_NONE},
        .separator = Z("\t"), .format = NL_RIGHT, .first = 1, .step = 1, .joined = 1, .width = 6,
    }};
    buf_append(&st.opt.delimiter, S("\\:"));
    if (!nl_parse_options(cli, &st.opt))
        return cli_usage_exit(cli);
    st.part = st.opt.body;
    nl_begin_numbers(&st);
    if (st.opt.width < NL_SMALL && zstr_len(st.opt.separator) < NL_SMALL)
        buf_append_fill(&st.blank, st.opt.width + zstr_len(st.opt.separator), ' ');
    struct cli_input in = {};
    while (!st.failed && writer_ok(cli_out(cli)) && cli_next_input(cli, &in))
        cli_close_input(cli, &in, number_input(cli, &st, &in.reader));
    if (st.failed && st.search == 0)
        cli_error(cli, 0, "line number overflow");
    else if (st.failed)
        cli_error(cli, st.search, "error in regular expression search");
    return cli_finish(cli);
}
