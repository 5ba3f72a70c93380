/* pattern.c - patterns on the command line. */

#include "csplit/csplit.h"

#include "num/parse.h"
#include "sys/locale.h"

/* The number in TEXT, if it is a signed one that fits. */
static bool parse_signed(span text, int64_t *out)
{
    return num_parse_i64(text, out) == NUM_OK;
}

static enum csplit_mistake parse_expression(span text, struct csplit_pattern *p)
{
    unsigned char delimiter = span_at(text, 0);
    span rest = span_drop(text, 1);
    size_t end = span_rfind(rest, delimiter);
    p->skip = delimiter == '%';
    if (end == span_len(rest))
        return CSPLIT_NO_DELIMITER;
    p->expression = span_first(rest, end);
    span offset = span_drop(rest, end + 1);
    return span_empty(offset) || parse_signed(offset, &p->offset) ? CSPLIT_FINE : CSPLIT_NO_OFFSET;
}

enum csplit_mistake csplit_parse_pattern(zstr text, struct csplit_pattern *p)
{
    int first = span_peek(zstr_span(text), 0);
    p->text = text;
    if (first == '/' || first == '%')
        return parse_expression(zstr_span(text), p);
    enum num_err err = num_parse_u64(zstr_span(text), &p->line);
    return err == NUM_OK && p->line <= INT64_MAX ? CSPLIT_FINE : CSPLIT_NO_PATTERN;
}

enum csplit_mistake csplit_parse_repeat(span text, struct csplit_pattern *p)
{
    if (span_len(text) < 2 || span_last(text) != '}')
        return CSPLIT_NO_BRACE;
    span count = span_sub(text, 1, span_len(text) - 2);
    p->forever = span_eq(count, S("*"));
    if (p->forever)
        return CSPLIT_FINE;
    bool good = num_parse_u64(count, &p->repeat) == NUM_OK && p->repeat <= INT64_MAX;
    return good ? CSPLIT_FINE : CSPLIT_NO_COUNT;
}

static bool report(struct cli *cli, zstr text, enum csplit_mistake mistake)
{
    span s = zstr_span(text);
    switch (mistake) {
    case CSPLIT_FINE:
        return true;
    case CSPLIT_NO_PATTERN:
        return cli_bad(cli, 0, "%s: invalid pattern", fmt_q(s));
    case CSPLIT_NO_DELIMITER:
        return cli_bad(cli, 0, "%s: closing delimiter '%s' missing", fmt_s(s), fmt_s(span_first(s, 1)));
    case CSPLIT_NO_OFFSET:
        return cli_bad(cli, 0, "%s: integer expected after delimiter", fmt_q(s));
    case CSPLIT_NO_BRACE:
        return cli_bad(cli, 0, "%s: '}' is required in repeat count", fmt_q(s));
    case CSPLIT_NO_COUNT:
        break;
    }
    return cli_bad(cli, 0, "%s}: integer required between '{' and '}'", fmt_q(span_chop(s, 1)));
}

/* EXPRESSION, if it stands for nothing but its own bytes. */
static span literal_of(span expression)
{
    span ordinary = S("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _-,:;=@#%&\"'/<>~!");
    span rest = expression;
    for (unsigned char c = 0; span_next(&rest, &c);)
        if (!span_has(ordinary, c))
            return (span){};
    return locale_charset() == CHARSET_OTHER ? (span){} : expression;
}

/* What is known about a pattern only in its place: expressions compile, and line numbers grow. */
static bool settle(struct cli *cli, struct csplit_pattern *p, uint64_t *last_line)
{
    zstr why = Z_NONE;
    if (p->line > 0) {
        span text = zstr_span(p->text);
        if (p->line < *last_line)
            return cli_bad(cli, 0, "line number %s is smaller than preceding line number, %s", fmt_q(text),
                           fmt_u(*last_line));
        if (p->line == *last_line)
            cli_warn(cli, 0, "warning: line number %s is the same as preceding line number", fmt_q(text));
        *last_line = p->line;
        return true;
    }
    p->literal = literal_of(p->expression);
    regexp_compile(&p->regexp, p->expression, REGEXP_BASIC, false, &why);
    return zstr_is_none(why)
           || cli_bad(cli, 0, "%s: invalid regular expression: %s", fmt_q(zstr_span(p->text)), fmt_z(why));
}

bool csplit_take_patterns(struct cli *cli, csplit_patterns *patterns)
{
    uint64_t last_line = 0;
    for (size_t i = 1; i < cli_operand_count(cli); i++) {
        zstr text = cli_operand(cli, i);
        struct csplit_pattern p = {};
        if (!report(cli, text, csplit_parse_pattern(text, &p)))
            return false;
        if (p.line == 0 && span_peek(zstr_span(text), 0) != '/' && span_peek(zstr_span(text), 0) != '%')
            return cli_bad(cli, 0, "%s: line number must be greater than zero", fmt_z(text));
        if (!settle(cli, &p, &last_line))
            return false;
        zstr next = i + 1 < cli_operand_count(cli) ? cli_operand(cli, i + 1) : Z_NONE;
        if (span_starts(zstr_span(next), S("{"))) {
            i++;
            if (!report(cli, next, csplit_parse_repeat(zstr_span(next), &p)))
                return false;
        }
        csplit_patterns_push(patterns, p);
    }
    return true;
}
