/* options.c - the command line of ptx. */

#include "ptx/ptx.h"

#include "escape/escape.h"
#include "num/parse.h"

enum { DEFAULT_WIDTH = 72, TYPESET_WIDTH = 100, DEFAULT_GAP = 3 };

static const struct cli_word format_words[] = {
    {Z("roff"), FORMAT_ROFF},
    {Z("tex"), FORMAT_TEX},
};

/* Append what the sequence at the start of *REST stands for, behind its backslash; false for the one that
   ends a text. */
static bool append_escape(span *rest, buf *out)
{
    uint32_t value = 0;
    unsigned char c = 0;
    if (!span_next(rest, &c) || c == 'c')
        return false;
    int letter = c == '\\' || c == 'e' ? -1 : escape_letter(c);
    if (letter >= 0) {
        buf_push(out, low_byte(as_uint(letter)));
    } else if (c == '0') {
        escape_take_number(rest, 8, 3, &value);
        buf_push(out, low_byte(value));
    } else if (c == 'x' && escape_take_number(rest, 16, 3, &value) > 0) {
        buf_push(out, low_byte(value));
    } else {
        buf_push(out, '\\');
        buf_push(out, c);
    }
    return true;
}

/* TEXT with its escape sequences replaced, up to the first NUL. */
static span unescape(struct cli *cli, zstr text)
{
    buf out = {};
    bool more = true;
    for (span rest = zstr_span(text); more && !span_empty(rest);) {
        size_t len = span_find(rest, '\\');
        buf_append(&out, span_take(&rest, len));
        if (!span_empty(rest)) {
            span_take(&rest, 1);
            more = append_escape(&rest, &out);
        }
    }
    span all = buf_span(&out), result = arena_dup(&cli->strings, span_first(all, span_find(all, 0)));
    buf_recycle(&out);
    return result;
}

/* A number of columns; what no line can have is cut, so that sums of such numbers are numbers. */
static bool parse_columns(zstr value, int64_t *out)
{
    enum { SHIFT = 3 };
    if (num_parse_c64(zstr_span(value), out) != NUM_OK || *out <= 0)
        return false;
    *out = *out < INT64_MAX >> SHIFT ? *out : INT64_MAX >> SHIFT;
    return true;
}

static bool parse_gap(struct cli *cli, zstr value, int64_t *out)
{
    return parse_columns(value, out) || cli_bad(cli, 0, "invalid gap width: %s", fmt_q(zstr_span(value)));
}

static bool parse_width(struct cli *cli, zstr value, struct ptx_options *opt)
{
    opt->has_width = true;
    return parse_columns(value, &opt->width)
           || cli_bad(cli, 0, "invalid line width: %s", fmt_q(zstr_span(value)));
}

static bool parse_format(struct cli *cli, struct cli_match const *m, struct ptx_options *opt)
{
    int format = 0;
    if (zstr_is_none(m->value)) {
        opt->format = m->key == 'O' ? FORMAT_ROFF : FORMAT_TEX;
        return true;
    }
    if (!cli_choose(cli, m, CLI_WORDS(format_words), &format))
        return false;
    opt->format = format == FORMAT_ROFF ? FORMAT_ROFF : FORMAT_TEX;
    return true;
}

static bool parse_match(struct cli *cli, struct cli_match const *m, struct ptx_options *opt)
{
    switch (m->key) {
    case 'A': opt->auto_reference = true; return true;
    case 'G': opt->traditional = true; return true;
    case 'F': opt->flag = unescape(cli, m->value); return true;
    case 'M': opt->macro = zstr_span(m->value); return true;
    case 'R': opt->right_references = true; return true;
    case 'S':
        opt->has_ending = true;
        opt->sentence_text = unescape(cli, m->value);
        return true;
    case 'W': opt->word_text = unescape(cli, m->value); return true;
    case 'b': opt->break_file = m->value; return true;
    case 'f': opt->fold = true; return true;
    case 'g': return parse_gap(cli, m->value, &opt->gap);
    case 'i': opt->ignore_file = m->value; return true;
    case 'o': opt->only_file = m->value; return true;
    case 'r': opt->input_reference = true; return true;
    case 't': opt->typeset = true; return true;
    case 'w': return parse_width(cli, m->value, opt);
    default: return parse_format(cli, m, opt);
    }
}

/* What follows from what was not given. */
static void set_defaults(struct ptx_options *opt)
{
    if (!opt->has_width)
        opt->width = opt->typeset ? TYPESET_WIDTH : DEFAULT_WIDTH;
    if (opt->traditional && opt->format == FORMAT_PLAIN)
        opt->format = FORMAT_ROFF;
    if (opt->has_ending)
        opt->ending = span_empty(opt->sentence_text) ? END_FILE : END_REGEXP;
    else
        opt->ending = opt->traditional || opt->input_reference ? END_LINE : END_SENTENCE;
}

bool ptx_parse_options(struct cli *cli, struct ptx_options *opt)
{
    *opt = (struct ptx_options){.flag = S("/"), .macro = S("xx"), .gap = DEFAULT_GAP};
    bool ok = true;
    for (struct cli_match m = {}; ok && cli_next_option(cli, &m);)
        ok = parse_match(cli, &m, opt);
    if (!ok || !cli_options_ok(cli))
        return false;
    set_defaults(opt);
    if (!opt->traditional || cli_operand_count(cli) < 2)
        return true;
    if (cli_operand_count(cli) > 2)
        return cli_extra_operand(cli, cli_operand(cli, 2));
    zstr_vec_pop(&cli->operands, &opt->output);
    return true;
}

static bool compile(struct cli *cli, span text, bool fold, regexp *r)
{
    zstr why = Z_NONE;
    regexp_compile(r, text, REGEXP_EMACS, fold, &why);
    if (!zstr_is_none(why))
        cli_error(cli, 0, "%s (for regexp %s)", fmt_z(why), fmt_q(text));
    return zstr_is_none(why);
}

bool ptx_compile(struct cli *cli, struct ptx_options *opt)
{
    bool fold = opt->fold;
    if (opt->ending == END_REGEXP && !compile(cli, opt->sentence_text, fold, &opt->sentence))
        return false;
    return span_empty(opt->word_text) || compile(cli, opt->word_text, fold, &opt->word);
}
