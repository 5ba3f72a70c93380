/* nl - number lines, page by page.

   Lines are looked at where they stand in the input's buffer. */

#include "nl/nl.h"

#include "safe/byteindex.h"

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

/* A line with its end: bytes [from, next) of a text. */
struct place {
    size_t from, next;
};

/* Write what stands before the line of TEXT at P, and let P be what is to be written of the line itself.  *W
   has NL_ROOM bytes or more. */
static void put_front(struct nl_state *st, writer *out, mspan *w, span text, struct place *p)
{
    span line = span_sub(text, p->from, p->next - 1 - p->from);
    int c = span_peek(line, 0);
    size_t delimiters = c == st->mark ? count_delimiters(st, line) : 0;
    if (delimiters > 0) {
        begin_part(st, delimiters);
        p->from = p->next - 1;
    } else if (st->part.style == NL_FILLED ? c >= 0 : wants_number(st, line)) {
        nl_put_number(st, out, w);
    } else {
        nl_put_blank(st, out, w);
    }
}

static void copy_line(writer *out, mspan *w, span text, struct place p)
{
    size_t n = p.next - p.from;
    if (n <= NL_ROOM / 2) {
        mspan_put_few(w, text, p.from, n, 64);
        return;
    }
    writer_commit_before(out, *w);
    writer_put(out, span_sub(text, p.from, n));
    *w = writer_window(out, NL_WINDOW);
}

/* Number the lines of TEXT, each of which has its end, up to a failure. */
static void number_lines(struct nl_state *st, writer *out, span text)
{
    mspan w = writer_window(out, NL_WINDOW);
    byteindex ends = {};
    struct place p = {};
    for (size_t base = 0; base < span_len(text); base += BYTEINDEX_BLOCK) {
        byteindex_make(&ends, span_at_most(span_drop(text, base), BYTEINDEX_BLOCK), '\n', '\n');
        for (size_t i = 0; i < byteindex_len(&ends); i++) {
            p.next = base + byteindex_at(&ends, i) + 1;
            if (mspan_len(w) < NL_ROOM) {
                writer_commit_before(out, w);
                w = writer_window(out, NL_WINDOW);
            }
            put_front(st, out, &w, text, &p);
            if (st->failed)
                break;
            copy_line(out, &w, text, p);
            p.from = p.next;
        }
        if (st->failed)
            break;
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
    if (!nl_parse_options(cli, &st.opt))
        return cli_usage_exit(cli);
    st.part = st.opt.body;
    st.mark = buf_len(&st.opt.delimiter) > 0 ? span_at(buf_span(&st.opt.delimiter), 0) : -2;
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
