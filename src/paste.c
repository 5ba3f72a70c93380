/* paste - join lines of several files side by side, or the lines of each file one behind the other.

   Nothing is kept of a line but what the input buffers hold, so lines may be of any length. */

#include "cli/cli.h"
#include "text/chars.h"

enum { SLICE = 8192, LONGEST_DELIMITER = 16 };

VEC_DEFINE(delimiter_vec, delimiter_view, span);

struct paste_options {
    zstr list;                  /* of -d */
    delimiter_vec delimiters;   /* one character each, or empty */
    unsigned char line_end;
    bool serial;
};

static const struct cli_option option_rows[] = {
    {'d', Z("delimiters"), Z("LIST"),
     Z("put the characters of LIST between the parts, in turn, instead of\n"
       "tabs; \\0 is nothing, and \\b \\f \\n \\r \\t \\v \\\\ have their usual meaning")},
    {'s', Z("serial"), Z_NONE, Z("make one line of all lines of a file, file by file")},
    {'z', Z("zero-terminated"), Z_NONE, Z("lines end with NUL, not newline")},
};

const struct cli_program prog_program = {
    .name = Z("paste"),
    .operands = Z("[FILE]..."),
    .summary = Z("Print lines that consist of the corresponding lines of each FILE, with tabs between.\n"
                 "A FILE that has ended gives empty parts.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("-"),
    .order = Z("serial"),
};

/* What a backslash and C stand for. */
static span escaped(struct text_char c)
{
    switch (span_at(c.bytes, 0)) {
    case '0': return (span){};
    case 'b': return S("\b");
    case 'f': return S("\f");
    case 'n': return S("\n");
    case 'r': return S("\r");
    case 't': return S("\t");
    case 'v': return S("\v");
    default: return c.bytes;
    }
}

static bool parse_delimiters(struct cli *cli, struct paste_options *opt)
{
    span rest = zstr_span(opt->list);
    for (struct text_char c = {}; text_next(&rest, &c);) {
        span delimiter = c.bytes;
        if (span_eq(c.bytes, S("\\"))) {
            if (!text_next(&rest, &c))
                return cli_bad(cli, 0, "delimiter list ends with an unescaped backslash: %s",
                               fmt_z(opt->list));
            delimiter = escaped(c);
        }
        delimiter_vec_push(&opt->delimiters, delimiter);
    }
    if (delimiter_vec_len(&opt->delimiters) == 0)
        delimiter_vec_push(&opt->delimiters, (span){});
    return true;
}

static bool parse_options(struct cli *cli, struct paste_options *opt)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        switch (m.key) {
        case 'd': opt->list = m.value; break;
        case 's': opt->serial = true; break;
        default: opt->line_end = 0; break;
        }
    }
    return cli_options_ok(cli) && parse_delimiters(cli, opt);
}

/* The next delimiter in turn. */
static span next_delimiter(delimiter_view delimiters, size_t *turn)
{
    span delimiter = delimiter_view_at(delimiters, *turn);
    *turn = *turn + 1 < delimiter_view_len(delimiters) ? *turn + 1 : 0;
    return delimiter;
}

/* ---- one file after the other ---- */

struct serial {
    delimiter_view delimiters;
    size_t turn;
    bool ended;                 /* a line has ended, and it is not known yet whether another one follows */
};

/* Write PART with delimiters for the ends of lines. */
static void put_wide(writer *out, struct serial *s, unsigned char line_end, span part)
{
    mspan w = writer_window(out, SLICE * LONGEST_DELIMITER);
    while (!span_empty(part)) {
        if (s->ended)
            mspan_put(&w, next_delimiter(s->delimiters, &s->turn));
        span line = span_take(&part, span_find(part, line_end));
        mspan_put(&w, line);
        s->ended = !span_empty(part);
        part = span_drop(part, s->ended);
    }
    writer_commit_before(out, w);
}

/* The same where each delimiter is one byte: it takes the place of the end of line. */
static void put_narrow(writer *out, struct serial *s, unsigned char line_end, span part)
{
    mspan w = writer_window(out, SLICE + 1);
    if (s->ended)
        mspan_put(&w, next_delimiter(s->delimiters, &s->turn));
    s->ended = span_last(part) == line_end;
    part = span_chop(part, s->ended);
    mspan text = mspan_first(w, span_len(part));
    mspan_put(&w, part);
    writer_commit_before(out, w);
    if (delimiter_view_len(s->delimiters) == 1) {
        mspan_replace(text, line_end, span_at(delimiter_view_at(s->delimiters, 0), 0));
        return;
    }
    for (size_t end = 0; (end = span_find(mspan_span(text), line_end)) < mspan_len(text);) {
        mspan_set(text, end, span_at(next_delimiter(s->delimiters, &s->turn), 0));
        text = mspan_drop(text, end + 1);
    }
}

static bool all_narrow(delimiter_view delimiters)
{
    for (span delimiter = {}; delimiter_view_next(&delimiters, &delimiter);)
        if (span_len(delimiter) != 1)
            return false;
    return true;
}

static oserr put_serial(reader *in, writer *out, struct paste_options const *opt)
{
    struct serial s = {.delimiters = delimiter_vec_span(&opt->delimiters)};
    bool narrow = all_narrow(s.delimiters);
    span part = {};
    oserr err = 0;
    while (writer_ok(out) && (err = reader_chunk(in, &part)) == 0 && !span_empty(part)) {
        while (!span_empty(part)) {
            span slice = span_take(&part, size_min(span_len(part), SLICE));
            if (narrow)
                put_narrow(out, &s, opt->line_end, slice);
            else
                put_wide(out, &s, opt->line_end, slice);
        }
        writer_sync(out);
    }
    writer_byte(out, opt->line_end);
    return err;
}

static void paste_serial(struct cli *cli, struct paste_options const *opt)
{
    struct cli_input in = {};
    while (writer_ok(cli_out(cli)) && cli_next_input(cli, &in))
        cli_close_input(cli, &in, put_serial(&in.reader, cli_out(cli), opt));
}

/* ---- side by side ---- */

/* Several columns may share standard input. */
struct source {
    struct cli_input in;
    span rest;                  /* read and not yet written */
};
VEC_DEFINE(source_vec, source_view, struct source);

struct column {
    size_t source;
    bool ended;
};
VEC_DEFINE(column_vec, column_view, struct column);

struct table {
    source_vec sources;
    column_vec columns;
};

/* Whether standard input, which is one of several inputs, is closed: reported. */
static bool lacks_stdin(struct cli *cli)
{
    struct stat st = {};
    if (fd_stat(FDH_STDIN, &st) == 0)
        return false;
    cli_error(cli, 0, "standard input is closed");
    cli->read_stdin = false;    /* so that nothing more is said of it at the end */
    return true;
}

/* Open every input; false, reported, when one cannot be. */
static bool open_columns(struct cli *cli, struct table *t)
{
    size_t n = size_max(cli_operand_count(cli), 1), shared = SIZE_MAX;
    bool files = false;
    source_vec_extend(&t->sources, n);
    for (size_t i = 0; i < n; i++) {
        zstr name = cli_operand_count(cli) > 0 ? cli_operand(cli, i) : Z("-");
        bool again = span_eq(zstr_span(name), S("-")) && shared < n;
        oserr err = again ? 0 : cli_open_input(cli, name, &AT(source_vec, &t->sources, i).in);
        if (err) {
            cli_error(cli, err, "%s", fmt_namec(name));
            return false;
        }
        if (!again && AT(source_vec, &t->sources, i).in.is_stdin)
            shared = i;
        files |= !again && shared != i;
        column_vec_push(&t->columns, (struct column){.source = again ? shared : i});
    }
    return !files || shared == SIZE_MAX || !lacks_stdin(cli);
}

struct row {
    delimiter_view delimiters;
    size_t turn;
    size_t owed;                /* delimiters before the next part */
    unsigned char line_end;
    oserr err;
};

static void put_owed(writer *out, struct row *row)
{
    for (; row->owed > 0; row->owed--)
        writer_put(out, next_delimiter(row->delimiters, &row->turn));
}

/* Write what is owed and the next line of FROM, without its end; false when there is none. */
static bool put_part(struct source *from, writer *out, struct row *row)
{
    span part = {};
    bool any = false;
    do {
        if (span_empty(from->rest))
            row->err = reader_chunk(&from->in.reader, &from->rest);
        if (span_empty(from->rest))
            return any;
        if (!any && row->owed > 0)
            put_owed(out, row);
        any = true;
        if (span_cut(&from->rest, row->line_end, &part)) {
            writer_put(out, part);
            return true;
        }
        writer_put(out, span_take(&from->rest, span_len(from->rest)));
    } while (writer_ok(out));
    return true;
}

/* One row.  Delimiters of columns that have ended are written only when the row has any part, so that nothing
   follows the last one. */
static bool put_row(struct cli *cli, struct table *t, struct paste_options const *opt)
{
    size_t n = column_vec_len(&t->columns);
    struct row row = {.delimiters = delimiter_vec_span(&opt->delimiters), .line_end = opt->line_end};
    bool any = false;
    for (size_t c = 0; c < n; c++) {
        struct column column = column_vec_at(&t->columns, c);
        bool got = !column.ended
                   && put_part(&AT(source_vec, &t->sources, column.source), cli_out(cli), &row);
        any |= got;
        row.owed += c + 1 < n;
        if (got || column.ended)
            continue;
        AT(column_vec, &t->columns, c).ended = true;
        if (row.err)
            cli_error(cli, row.err, "%s",
                      fmt_namec(AT(source_vec, &t->sources, column.source).in.name));
    }
    if (!any)
        return false;
    put_owed(cli_out(cli), &row);
    writer_byte(cli_out(cli), opt->line_end);
    writer_sync(cli_out(cli));
    return true;
}

static void paste_columns(struct cli *cli, struct paste_options const *opt)
{
    struct table t = {};
    if (!open_columns(cli, &t))
        return;
    while (writer_ok(cli_out(cli)) && put_row(cli, &t, opt))
        continue;
    for (size_t c = 0; c < column_vec_len(&t.columns); c++)
        if (column_vec_at(&t.columns, c).source == c)
            cli_close_input(cli, &AT(source_vec, &t.sources, c).in, 0);
}

int prog_main(struct cli *cli)
{
    struct paste_options opt = {.list = Z("\t"), .line_end = '\n'};
    if (!parse_options(cli, &opt))
        return cli_usage_exit(cli);
    if (opt.serial)
        paste_serial(cli, &opt);
    else
        paste_columns(cli, &opt);
    return cli_finish(cli);
}
