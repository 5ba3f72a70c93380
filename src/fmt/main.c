/* fmt - fill paragraphs. */

#include "fmt/fmt.h"

#include "num/parse.h"
#include "text/onebyte.h"

enum { WIDTH = 75, WIDEST = 2500, MORE_THAN_GOAL = 10 };

static const struct cli_option option_rows[] = {
    {'c', Z("crown-margin"), Z_NONE,
     Z("let the lines of a paragraph from the second one on begin where its second\n"
       "line does")},
    {'p', Z("prefix"), Z("STRING"),
     Z("change only lines that begin with STRING, after blanks perhaps, and begin\n"
       "the new ones with it")},
    {'s', Z("split-only"), Z_NONE, Z("break long lines, but join none")},
    {'t', Z("tagged-paragraph"), Z_NONE,
     Z("like -c, and a line that begins where the next one does is a paragraph of\n"
       "its own")},
    {'u', Z("uniform-spacing"), Z_NONE, Z("put one blank between words, and two between sentences")},
    {'w', Z("width"), Z("WIDTH"), Z("let lines have at most WIDTH columns, not 75")},
    {'g', Z("goal"), Z("WIDTH"),
     Z("try to make lines WIDTH columns long; without -g this is 93% of the width,\n"
       "and without -w the width is 10 more")},
};

const struct cli_program prog_program = {
    .name = Z("fmt"),
    .operands = Z("[-WIDTH] [OPTION]... [FILE]..."),
    .summary = Z("Print each FILE with its paragraphs filled: lines are joined and broken so that they\n"
                 "become about equally long.  Empty lines, changes of the indentation and the blanks\n"
                 "between words stay.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("closing standard input"),
    .no_short_usage = true,
    .digits = true,
    .notes = Z("-WIDTH, as the first argument, is the same as -w WIDTH."),
};

/* The option arguments as they were given. */
struct widths {
    zstr width, goal;
};

/* -WIDTH of old. */
static bool parse_digit(struct cli *cli, struct widths *w, int digit)
{
    zstr first = args_at(cli->argv, 0);
    if (cli->next_arg != 1 || span_peek(zstr_span(first), 0) != '-' || span_peek(zstr_span(first), 1) != digit
        || !zstr_is_none(w->width))
        return cli_usage(cli,
                         "invalid option -- %c; -WIDTH is recognized only when it is the first\n"
                         "option; use -w N instead",
                         fmt_s(span_sub(S("0123456789"), as_size(digit - '0'), 1)));
    cli_take_rest(cli);
    w->width = zstr_drop(first, 1);
    return true;
}

/* A number of columns up to MOST; TOO_MANY is how a larger one is called. */
static bool parse_width(struct cli *cli, zstr text, int64_t most, oserr too_many, int64_t *columns)
{
    uint64_t n = 0;
    enum num_err err = num_parse_u64(zstr_span(text), &n);
    if (err != NUM_OK && err != NUM_RANGE)
        return cli_bad(cli, 0, "invalid width: %s", fmt_q(zstr_span(text)));
    if (n > as_size(most))
        return cli_bad(cli, too_many, "invalid width: %s", fmt_q(zstr_span(text)));
    *columns = as_i64(n);
    return true;
}

static bool set_widths(struct cli *cli, struct fmt_options *opt, struct widths const *w)
{
    enum { HUNDREDTHS = 187, OF = 200 };
    opt->width = WIDTH;
    if (!zstr_is_none(w->width) && !parse_width(cli, w->width, WIDEST, ERANGE, &opt->width))
        return false;
    opt->goal = opt->width * HUNDREDTHS / OF;
    if (zstr_is_none(w->goal))
        return true;
    if (!parse_width(cli, w->goal, opt->width, EOVERFLOW, &opt->goal))
        return false;
    if (zstr_is_none(w->width))
        opt->width = opt->goal + MORE_THAN_GOAL;
    return true;
}

static void set_prefix(struct fmt_run *r, span prefix)
{
    span text = prefix;
    while (span_peek(text, 0) == ' ')
        text = span_drop(text, 1);
    r->opt.prefix_lead = as_i64(span_len(prefix) - span_len(text));
    r->opt.prefix_full = fmt_columns(r, text);
    while (span_last(text) == ' ')
        text = span_chop(text, 1);
    r->opt.prefix_columns = fmt_columns(r, text);
    r->opt.prefix = text;
}

static bool parse_options(struct cli *cli, struct fmt_run *r, zstr *prefix)
{
    struct widths w = {};
    bool ok = true;
    for (struct cli_match m = {}; ok && cli_next_option(cli, &m);) {
        switch (m.key) {
        case 'c': r->opt.crown = true; break;
        case 's': r->opt.split = true; break;
        case 't': r->opt.tagged = true; break;
        case 'u': r->opt.uniform = true; break;
        case 'p': *prefix = m.value; break;
        case 'w': w.width = m.value; break;
        case 'g': w.goal = m.value; break;
        default: ok = parse_digit(cli, &w, m.key);
        }
    }
    return ok && cli_options_ok(cli) && set_widths(cli, &r->opt, &w);
}

static void add_class(struct fmt_run *r, span bytes, unsigned class)
{
    SPAN_FOREACH(c, bytes)
        bytemap_set(&r->classes, c, low_byte(bytemap_get(&r->classes, c) | class));
}

static void make_tables(struct fmt_run *r)
{
    byteset punct = {};
    text_add_class(&punct, TEXT_PUNCT);
    r->decode = locale_charset() != CHARSET_SINGLE_BYTE;
    for (unsigned i = 0; i <= UCHAR_MAX; i++) {
        unsigned char c = low_byte(i);
        bytemap_set(&r->classes, c, byteset_has(&punct, c) ? FMT_PUNCT : 0);
    }
    add_class(r, S(" \t\n\v\f\r"), FMT_SPACE);
    add_class(r, S("(['`\"\0"), FMT_OPENS);
    add_class(r, S(")]'\"\0"), FMT_CLOSES);
    add_class(r, S(".?!\0"), FMT_STOPS);
    fmt_make_plain(r);
}

/* Whether the next line has text and the prefix before it. */
static bool is_text(struct fmt_run const *r)
{
    struct fmt_head head = r->head;
    return head.first >= 0 && head.first != '\n' && head.indent >= r->opt.prefix_lead
           && head.matched == span_len(r->opt.prefix) && head.column >= head.indent + r->opt.prefix_full;
}

/* Whether it may go on with the paragraph, as far as the prefix is concerned. */
static bool goes_on(struct fmt_run const *r)
{
    return is_text(r) && r->head.indent == r->prefix_indent;
}

/* Print the next line as it is, but for its blanks. */
static void copy_line(struct fmt_run *r, writer *out)
{
    struct fmt_head head = r->head;
    bool text = head.first >= 0 && head.first != '\n';
    if (head.column > head.indent || text) {
        r->out_column = 0;
        fmt_put_space(r, out, head.indent);
        writer_put(out, span_first(r->opt.prefix, head.matched));
        r->out_column += fmt_columns(r, span_first(r->opt.prefix, head.matched));
        if (text)
            fmt_put_space(r, out, head.column - r->out_column);
        if (head.first < 0 && head.matched == span_len(r->opt.prefix))
            writer_byte(out, '\n');
    }
    int c = 0;
    while (writer_ok(out) && (c = fmt_peek(r)) >= 0 && c != '\n')
        writer_put(out, span_take(&r->rest, span_find(r->rest, '\n')));
    if (c != '\n')
        return;
    r->rest = span_drop(r->rest, 1);
    writer_byte(out, '\n');
}

/* Whether the lines of the paragraph have nothing before their text. */
static bool has_bare_lines(struct fmt_run const *r)
{
    struct fmt_options const opt = r->opt;
    return !opt.crown && !opt.tagged && !opt.split && opt.prefix_lead == 0 && span_empty(opt.prefix)
           && r->first_indent == 0;
}

/* Read the lines of a paragraph that follow its first one. */
static void read_others(struct fmt_run *r, writer *out)
{
    if (r->opt.split || (r->opt.tagged && !r->opt.crown && r->head.column == r->first_indent))
        return;
    bool any = r->opt.crown || r->opt.tagged;
    while (writer_ok(out) && goes_on(r) && (any || r->head.column == r->other_indent)) {
        fmt_read_line(r, out);
        any = false;
    }
}

static void fill_paragraph(struct fmt_run *r, writer *out)
{
    r->last_line = 0;
    r->prefix_indent = r->head.indent;
    r->first_indent = r->head.column;
    r->joins = has_bare_lines(r);
    fmt_begin_paragraph(r);
    fmt_read_line(r, out);
    fmt_set_other_indent(r, goes_on(r));
    read_others(r, out);
    if (!writer_ok(out))
        return;
    size_t n = fmt_words(r);
    AT(fmt_breaks, &r->breaks, n).is |= FMT_STOPS | FMT_FINAL;
    fmt_choose_breaks(r);
    fmt_put_lines(r, out, n);
}

static void fill(struct fmt_run *r, writer *out)
{
    r->tabs = r->ended = false;
    r->err = 0;
    r->other_indent = 0;
    fmt_read_head(r);
    while (writer_ok(out)) {
        if (is_text(r)) {
            fill_paragraph(r, out);
        } else {
            copy_line(r, out);
            if (fmt_peek(r) < 0)
                return;
            fmt_read_head(r);
        }
        if (span_empty(r->rest))
            writer_sync(out);
    }
}

static void fill_file(struct cli *cli, struct fmt_run *r, zstr name)
{
    oserr err = cli_open_input(cli, name, &r->in);
    if (err) {
        cli_error(cli, err, "cannot open %s for reading", fmt_name(name));
        return;
    }
    fill(r, cli_out(cli));
    if (r->err && r->in.is_stdin)
        cli_error(cli, r->err, "read error");
    else if (r->err)
        cli_error(cli, r->err, "error reading %s", fmt_name(name));
    cli_close_input(cli, &r->in, 0);
}

int prog_main(struct cli *cli)
{
    struct fmt_run r = {};
    zstr prefix = Z(""), name = {};
    if (!parse_options(cli, &r, &prefix))
        return cli_usage_exit(cli);
    make_tables(&r);
    set_prefix(&r, zstr_span(prefix));
    if (cli_operand_count(cli) == 0)
        fill_file(cli, &r, Z("-"));
    while (writer_ok(cli_out(cli)) && cli_next_operand(cli, &name))
        fill_file(cli, &r, name);
    return cli_finish(cli);
}
