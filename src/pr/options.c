/* options.c - the command line and what follows from it. */

#include "pr/pr.h"

#include "num/parse.h"
#include "safe/ascii.h"
#include "text/chars.h"

static bool parse_int(span text, int64_t least, int64_t *value, oserr *err)
{
    int64_t v = 0;
    enum num_err bad = num_parse_i64(text, &v);
    *err = 0;
    if (bad != NUM_OK && bad != NUM_RANGE)
        return false;
    if (v < least)
        *err = least > 0 ? ERANGE : EOVERFLOW;
    else if (v > INT_MAX)
        *err = EOVERFLOW;
    *value = v;
    return *err == 0;
}

/* The argument of an option that GNU names with its argument in messages. */
static bool parse_number(struct cli *cli, struct cli_match const *m, span what, int64_t least, int64_t *value)
{
    oserr err = 0;
    if (parse_int(zstr_span(m->value), least, value, &err))
        return true;
    return cli_bad(cli, err, "%s: %s", fmt_s(what), fmt_q(zstr_span(m->value)));
}

/* The first character of S, or byte where there is none. */
static span first_character(span s)
{
    struct text_char c = {};
    text_next(&s, &c);
    return c.bytes;
}

/* [CHAR[NUMBER]] of the option LETTER. */
static bool parse_mark(struct cli *cli, struct cli_match const *m, span *mark, int64_t *number)
{
    span text = zstr_span(m->value);
    oserr err = 0;
    if (span_empty(text))
        return true;
    if (span_at(text, 0) < '0' || span_at(text, 0) > '9')
        *mark = span_take(&text, span_len(first_character(text)));
    if (span_empty(text) || (parse_int(text, 1, number, &err)))
        return true;
    span letter = span_sub(S("ein"), span_find(S("ein"), low_byte(as_uint(m->key))), 1);
    cli_error(cli, err == ERANGE ? 0 : err, "'-%s' extra characters or invalid number in the argument: %s",
              fmt_s(letter), fmt_q(text));
    cli->usage_error = true;
    return false;
}

enum pages { PAGES_OK, PAGES_NONE, PAGES_BAD, PAGES_SUFFIX, PAGES_TOO_LARGE };

/* A page number at the front of *TEXT, behind blanks and a plus perhaps; a colon may follow it when it is not
   the LAST. */
static enum pages take_page(span *text, bool last, uint64_t *page)
{
    bool saturated = false;
    uintmax_t n = 0;
    while (ascii_is_blank(span_peek(*text, 0)))
        *text = span_drop(*text, 1);
    if (span_peek(*text, 0) == '+')
        *text = span_drop(*text, 1);
    if (!num_take_digits(text, &n, &saturated))
        return PAGES_BAD;
    *page = n;
    if (span_empty(*text))
        return saturated ? PAGES_TOO_LARGE : PAGES_OK;
    if (saturated || last)
        return PAGES_SUFFIX;
    return span_at(*text, 0) == ':' ? PAGES_OK : PAGES_NONE;
}

/* FIRST[:LAST]; PAGES_NONE: it is not meant to be that. */
static enum pages parse_pages(struct pr_options *opt, span text)
{
    uint64_t first = 0, last = 0;
    enum pages result = take_page(&text, false, &first);
    bool range = result == PAGES_OK && !span_empty(text);
    if (range) {
        text = span_drop(text, 1);
        result = take_page(&text, true, &last);
    }
    if (result != PAGES_OK)
        return result;
    if (first == 0 || (range && last < first))
        return PAGES_NONE;
    opt->first_page = first;
    opt->last_page = last;
    return PAGES_OK;
}

static bool complain_pages(struct cli *cli, enum pages result, span option, span text)
{
    if (result == PAGES_SUFFIX)
        return cli_bad(cli, 0, "invalid suffix in %s argument %s", fmt_s(option), fmt_q(text));
    if (result == PAGES_TOO_LARGE)
        return cli_bad(cli, 0, "%s argument %s too large", fmt_s(option), fmt_q(text));
    if (result == PAGES_BAD)
        return cli_bad(cli, 0, "invalid %s argument %s", fmt_s(option), fmt_q(text));
    return cli_bad(cli, 0, "invalid page range %s", fmt_q(text));
}

/* An operand: +FIRST[:LAST], once, else a file. */
static bool parse_operand(struct cli *cli, struct pr_options *opt, zstr text)
{
    if (opt->first_page == 0 && !cli->only_operands && span_peek(zstr_span(text), 0) == '+') {
        span range = span_drop(zstr_span(text), 1);
        enum pages result = parse_pages(opt, range);
        if (result != PAGES_NONE)
            return result == PAGES_OK || complain_pages(cli, result, S("+"), range);
    }
    zstr_vec_push(&cli->operands, text);
    return true;
}

static bool parse_long_pages(struct cli *cli, struct pr_options *opt, zstr text)
{
    enum pages result = parse_pages(opt, zstr_span(text));
    return result == PAGES_OK || complain_pages(cli, result, S("--pages"), zstr_span(text));
}

static bool set_columns(struct cli *cli, struct pr_options *opt, span digits)
{
    int64_t columns = 0;
    oserr err = 0;
    if (!parse_int(digits, 1, &columns, &err))
        return cli_bad(cli, err, "invalid number of columns: %s", fmt_q(digits));
    opt->columns = as_size(columns);
    opt->columns_given = true;
    return true;
}

/* The options -w and -s of old, which depend on each other. */
struct SAFE_OWNER old_options {
    bool width, separator;
    buf digits;                 /* of -COLUMNS, as they come one by one */
    bool digits_end;
};

static bool parse_digit(struct old_options *old, int digit)
{
    if (old->digits_end)
        buf_clear(&old->digits);
    buf_push(&old->digits, low_byte(as_uint(digit)));
    return true;
}

/* -W goes before -w. */
static bool parse_width(struct cli *cli, struct cli_match const *m, struct pr_options *opt)
{
    int64_t width = 0;
    span what = m->key == 'w' ? S("'-w PAGE_WIDTH' invalid number of characters")
                              : S("'-W PAGE_WIDTH' invalid number of characters");
    if (!parse_number(cli, m, what, 1, &width))
        return false;
    if (m->key == 'W' || !opt->truncate)
        opt->width = width;
    return true;
}

static bool parse_letter(struct cli *cli, struct pr_options *opt, struct cli_match const *m,
                         struct old_options *old)
{
    switch (m->key) {
    case 'a': opt->across = true; return true;
    case 'b': return true;
    case 'c': opt->hats = true; return true;
    case 'd': opt->double_space = true; return true;
    case 'D': opt->date_format = m->value; return true;
    case 'e': opt->in.on = true; return parse_mark(cli, m, &opt->in.mark, &opt->in.width);
    case 'f': case 'F': opt->form_feed = true; return true;
    case 'h': opt->header = m->value; return true;
    case 'i': opt->out.on = true; return parse_mark(cli, m, &opt->out.mark, &opt->out.width);
    case 'J': opt->join = true; return true;
    case 'l': return parse_number(cli, m, S("'-l PAGE_LENGTH' invalid number of lines"), 1, &opt->length);
    case 'm': opt->merge = true; return true;
    case 'n': opt->number = true; return parse_mark(cli, m, &opt->number_mark, &opt->digits);
    case 'N':
        opt->first_number_given = true;
        return parse_number(cli, m, S("'-N NUMBER' invalid starting line number"), INT_MIN,
                            &opt->first_number);
    case 'o': return parse_number(cli, m, S("'-o MARGIN' invalid line offset"), 0, &opt->margin);
    case 'r': opt->quiet = true; return true;
    case 's':
        old->separator = true;
        if (!opt->separated && !zstr_is_none(m->value))
            opt->separator = zstr_span(m->value);
        return true;
    case 'S':
        old->separator = false;
        opt->separated = true;
        opt->separator = zstr_span(m->value);
        return true;
    case 't': opt->bare = opt->keep_feeds = true; return true;
    case 'T': opt->bare = true; opt->keep_feeds = false; return true;
    case 'v': opt->escape = true; return true;
    case 'w': old->width = true; return parse_width(cli, m, opt);
    case 'W': old->width = false; opt->truncate = true; return parse_width(cli, m, opt);
    case PR_KEY_PAGES: return parse_long_pages(cli, opt, m->value);
    case PR_KEY_COLUMNS: buf_clear(&old->digits); return set_columns(cli, opt, zstr_span(m->value));
    case CLI_OPERAND: return parse_operand(cli, opt, m->value);
    default: return parse_digit(old, m->key);
    }
}

/* -w and -s do with columns what they did in the days before -W and -S: -w cuts lines off, and -s without -w
   does not. */
static void apply_old_options(struct pr_options *opt, struct old_options const *old)
{
    bool several = opt->merge || opt->columns_given;
    if (old->width && several)
        opt->truncate = true;
    if (old->width && !several)
        opt->join = true;
    if (old->width && several && old->separator)
        opt->separated = true;
    if (old->width || !old->separator || opt->separated || !several)
        return;
    opt->separated = opt->truncate || !span_empty(opt->separator);
    opt->join |= !opt->truncate;
}

bool pr_parse_options(struct cli *cli, struct pr_run *r)
{
    struct old_options old = {};
    bool ok = true;
    for (struct cli_match m = {}; ok && cli_next_option(cli, &m);) {
        ok = parse_letter(cli, &r->opt, &m, &old);
        old.digits_end = m.key < '0' || m.key > '9';
    }
    if (!ok || !cli_options_ok(cli))
        return false;
    if (buf_len(&old.digits) > 0 && !set_columns(cli, &r->opt, buf_span(&old.digits)))
        return false;
    apply_old_options(&r->opt, &old);
    if (r->opt.merge && r->opt.columns_given)
        return cli_bad(cli, 0, "cannot specify number of columns when printing in parallel");
    if (r->opt.merge && r->opt.across)
        return cli_bad(cli, 0, "cannot specify both printing across and printing in parallel");
    return true;
}
