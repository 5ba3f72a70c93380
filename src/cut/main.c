/* cut - print selected parts of lines. */

#include "cut/cut.h"

#include "text/onebyte.h"

enum { KEY_COMPLEMENT = CLI_KEY, KEY_BLANKS };

static const struct cli_option option_rows[] = {
    {'b', Z("bytes"), Z("LIST"), Z("print the bytes whose positions are in LIST")},
    {'c', Z("characters"), Z("LIST"), Z("print the characters whose positions are in LIST")},
    {'d', Z("delimiter"), Z("DELIM"), Z("fields are parted by the character DELIM, not TAB")},
    {'f', Z("fields"), Z("LIST"),
     Z("print the fields whose numbers are in LIST, and all of a line\nin which there is no delimiter")},
    {'F', Z_NONE, Z("LIST"), Z("the same as -f LIST -w -O ' '")},
    {'n', Z("no-partial"), Z_NONE, Z("with -b: print a character when its last byte is selected")},
    {KEY_COMPLEMENT, Z("complement"), Z_NONE, Z("print what is not in LIST, and nothing else")},
    {'s', Z("only-delimited"), Z_NONE, Z("print no lines in which there is no delimiter")},
    {'O', Z("output-delimiter"), Z("STRING"),
     Z("put STRING between the parts that are printed;\nwithout it fields get the delimiter of the input")},
    {'w', Z_NONE, Z_NONE, Z("fields are parted by blanks, one or more of them")},
    {KEY_BLANKS, Z("whitespace-delimited"), Z("[trimmed]"),
     Z("the same as -w; with 'trimmed', blanks at both ends of a line are left out")},
    {'z', Z("zero-terminated"), Z_NONE, Z("lines end with NUL, not newline")},
};

const struct cli_program prog_program = {
    .name = Z("cut"),
    .operands = Z("[FILE]..."),
    .summary = Z("Print selected parts of each line of each FILE to standard output.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("-"),
    .order = Z("bytes characters fields delimiter only-delimited output-delimiter complement "
               "zero-terminated"),
    .notes = Z("One of -b, -c, -f and -F is to be given, once.  A LIST is made of ranges with commas\n"
               "between them; what they select is printed once and in the order of the input:\n"
               "\n"
               "  N     number N, counted from 1\n"
               "  N-    from N to the end of the line\n"
               "  N-M   from N to M\n"
               "  -M    from 1 to M"),
};

static const struct cli_word blank_words[] = {
    {Z("trimmed"), 1},
};

/* What the options say, before it is known how they go together. */
struct request {
    int unit;                   /* 'b', 'c', 'f', or 0 */
    zstr list;
    span delimiter;
    bool has_delimiter, blanks, blanks_by_default, no_partial, complement;
};

/* -d: one character, or in a locale with longer characters one byte that is none; nothing means NUL. */
static bool parse_delimiter(struct cli *cli, zstr value, struct request *q)
{
    struct text_char c = {};
    span text = zstr_span(value);
    q->has_delimiter = true;
    q->delimiter = span_empty(text) ? S("\0") : text;
    if (span_len(text) > 1 && (!text_next(&text, &c) || !span_empty(text)))
        return cli_usage(cli, "the delimiter must be a single character");
    return true;
}

static bool parse_list(struct cli *cli, struct cli_match const *m, struct request *q)
{
    if (q->unit != 0)
        return cli_usage(cli, "only one list may be specified");
    q->unit = m->key == 'F' ? 'f' : m->key;
    q->blanks_by_default = m->key == 'F';
    q->list = m->value;
    return true;
}

static bool parse_blanks(struct cli *cli, struct cli_match const *m, struct cut_options *opt)
{
    int word = 0;
    if (zstr_is_none(m->value))
        return true;
    opt->trimmed = true;
    return cli_choose(cli, m, CLI_WORDS(blank_words), &word);
}

static bool parse_options(struct cli *cli, struct cut_options *opt, struct request *q)
{
    bool ok = true;
    for (struct cli_match m = {}; ok && cli_next_option(cli, &m);) {
        switch (m.key) {
        case 'b':
        case 'c':
        case 'f':
        case 'F': ok = parse_list(cli, &m, q); break;
        case 'd': ok = parse_delimiter(cli, m.value, q); break;
        case 'n': q->no_partial = true; break;
        case 's': opt->only_delimited = true; break;
        case 'O':
            opt->joint_given = true;
            opt->joint = zstr_len(m.value) == 0 ? S("\0") : zstr_span(m.value);
            break;
        case 'z': opt->line_end = 0; break;
        case KEY_COMPLEMENT: q->complement = true; break;
        default:
            q->blanks = true;
            ok = parse_blanks(cli, &m, opt);
        }
    }
    return ok && cli_options_ok(cli);
}

static bool check_request(struct cli *cli, struct cut_options const *opt, struct request const *q)
{
    if (q->unit == 0)
        return cli_usage(cli, "you must specify a list of bytes, characters, or fields");
    if (q->unit != 'f' && (q->has_delimiter || q->blanks))
        return cli_usage(cli, "an input delimiter may be specified only when operating on fields");
    if (q->unit != 'f' && opt->only_delimited)
        return cli_usage(cli, "suppressing non-delimited lines makes sense\n"
                              "\tonly when operating on fields");
    if (q->has_delimiter && q->blanks)
        return cli_usage(cli, "-d and -w are mutually exclusive");
    return true;
}

/* How the delimiter can be searched for. */
static enum separator separator_kind(span delimiter, unsigned char line_end)
{
    unsigned char c = span_at(delimiter, 0);
    if (span_len(delimiter) == 1 && c == line_end)
        return SEPARATOR_LINE_END;
    if (span_len(delimiter) == 1 && c < '0')
        return SEPARATOR_BYTE;  /* never a part of another character, in any encoding */
    switch (locale_charset()) {
    case CHARSET_SINGLE_BYTE: return SEPARATOR_BYTE;
    case CHARSET_OTHER: return SEPARATOR_CHAR;
    default: break;
    }
    if (span_len(delimiter) > 1)
        return SEPARATOR_TEXT;
    return c < 0x80 ? SEPARATOR_BYTE : SEPARATOR_CHAR;
}

static void set_up_fields(struct cut_run *run, struct request const *q)
{
    bool blanks = q->blanks || (q->blanks_by_default && !q->has_delimiter);
    run->opt.unit = UNIT_FIELDS;
    run->opt.delimiter = q->has_delimiter ? q->delimiter : S("\t");
    if (blanks) {
        run->opt.separator = SEPARATOR_BLANKS;
        text_add_class(&run->blank, TEXT_BLANK);
    } else {
        run->opt.separator = separator_kind(run->opt.delimiter, run->opt.line_end);
    }
    bool space = q->blanks_by_default && !run->opt.joint_given;
    if (space)
        run->opt.joint = S(" ");
    else if (!run->opt.joint_given)
        run->opt.joint = run->opt.delimiter;
    run->opt.joint_given |= space;
    run->decode = (blanks || run->opt.separator == SEPARATOR_TEXT || run->opt.separator == SEPARATOR_CHAR)
                  && locale_charset() != CHARSET_SINGLE_BYTE;
}

static void set_up_positions(struct cut_run *run, struct request const *q)
{
    run->opt.unit = UNIT_BYTES;
    if (q->unit == 'b' && !q->no_partial)
        return;
    run->decode = locale_charset() != CHARSET_SINGLE_BYTE;
    if (run->decode)
        run->opt.unit = q->unit == 'c' ? UNIT_CHARS : UNIT_WHOLE_CHARS;
}

static bool set_up(struct cli *cli, struct cut_run *run)
{
    struct request q = {};
    if (!parse_options(cli, &run->opt, &q) || !check_request(cli, &run->opt, &q))
        return false;
    struct ranges_rules rules = {.fields = q.unit == 'f', .complement = q.complement};
    if (!ranges_parse(cli, zstr_span(q.list), rules, &run->opt.ranges))
        return false;
    if (q.unit == 'f' || !run->opt.joint_given)
        ranges_join(&run->opt.ranges);
    if (q.unit == 'f')
        set_up_fields(run, &q);
    else
        set_up_positions(run, &q);
    return true;
}

int prog_main(struct cli *cli)
{
    struct cut_run run = {.opt = {.line_end = '\n'}};
    if (!set_up(cli, &run))
        return cli_usage_exit(cli);
    struct cli_input in = {};
    while (writer_ok(cli_out(cli)) && cli_next_input(cli, &in))
        cli_close_input(cli, &in, cut_input(&run, cli_out(cli), &in.reader));
    return cli_finish(cli);
}
