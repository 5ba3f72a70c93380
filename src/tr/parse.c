/* parse.c - the constructs of a set: ranges, classes, equivalence classes, repeats.

   What looks like a construct but is not complete stands for itself, as POSIX has it. */

#include "tr/tr.h"

#include "num/parse.h"
#include "safe/checked.h"

/* A set while it is parsed: the letters from AT on are still to be read. */
struct parser {
    letter_view letters;
    size_t at;
};

/* Whether the letter I from here is C itself, not escaped. */
static bool is(struct parser const *p, size_t i, unsigned char c)
{
    if (i >= letter_view_len(p->letters) - p->at)
        return false;
    struct letter l = letter_view_at(p->letters, p->at + i);
    return l.symbol == c && !l.escaped;
}

static uint32_t symbol(struct parser const *p, size_t i)
{
    return letter_view_at(p->letters, p->at + i).symbol;
}

static size_t left(struct parser const *p)
{
    return letter_view_len(p->letters) - p->at;
}

static void add(struct set *set, struct element e, uint32_t low, uint32_t high)
{
    e.first = symbol_vec_len(&set->ranges);
    e.num = 1;
    symbol_vec_push(&set->ranges, (struct symbols){low, high});
    element_vec_push(&set->elements, e);
}

static void append_letters(buf *out, struct parser const *p, struct set const *set, struct symbols part)
{
    for (uint32_t i = part.low; i < part.high; i++)
        tr_append_shown(out, symbol(p, i), set->wide, true);
}

/* What became of an attempt to read a construct. */
enum outcome { TAKEN, NOT_THERE, REFUSED };

/* "[c*n]" */
static enum outcome take_repeat(struct cli *cli, struct parser *p, struct set *set)
{
    if (!is(p, 2, '*'))
        return NOT_THERE;
    size_t start = 3, end = 3;
    for (; end < left(p) && !is(p, end, ']'); end++)
        if (letter_view_at(p->letters, p->at + end).escaped)
            return NOT_THERE;
    if (end == left(p))
        return NOT_THERE;
    buf text = {};
    uint64_t n = 0;
    unsigned base = is(p, 3, '0') ? 8 : 10;
    while (start < end && (is(p, start, ' ') || (symbol(p, start) >= '\t' && symbol(p, start) <= '\r')))
        start++;
    start += is(p, start, '+');
    bool digits = start < end || end == 3;
    for (size_t i = start; i < end; i++) {
        uint32_t digit = symbol(p, i) - '0';
        digits &= symbol(p, i) >= '0' && digit < base && !ck_mul(&n, n, base) && !ck_add(&n, n, digit);
    }
    append_letters(&text, p, set, (struct symbols){3, low_u32(end)});
    if (!digits || n == UINT64_MAX) {
        cli_bad(cli, 0, "invalid repeat count %s in [c*n] construct", fmt_q(buf_span(&text)));
        return REFUSED;
    }
    buf_recycle(&text);
    add(set, (struct element){.kind = ELEMENT_REPEAT, .count = n}, symbol(p, 1), symbol(p, 1));
    p->at += end + 1;
    return TAKEN;
}

/* Whether "*", digits and "]" stand from I on. */
static bool looks_like_repeat(struct parser const *p, size_t i)
{
    if (!is(p, i, '*'))
        return false;
    for (i++; i < left(p) && symbol(p, i) >= '0' && symbol(p, i) <= '9'; i++)
        if (letter_view_at(p->letters, p->at + i).escaped)
            return false;
    return is(p, i, ']');
}

struct class_name {
    span name;
    enum text_class class;
};
RSPAN_DEFINE(class_names, struct class_name);
static const struct class_name class_table[] = {
    {S("alnum"), TEXT_ALNUM}, {S("alpha"), TEXT_ALPHA}, {S("blank"), TEXT_BLANK}, {S("cntrl"), TEXT_CNTRL},
    {S("digit"), TEXT_DIGIT}, {S("graph"), TEXT_GRAPH}, {S("lower"), TEXT_LOWER}, {S("print"), TEXT_PRINT},
    {S("punct"), TEXT_PUNCT}, {S("space"), TEXT_SPACE}, {S("upper"), TEXT_UPPER},
    {S("xdigit"), TEXT_XDIGIT},
};

static bool find_class(span name, enum text_class *class)
{
    struct class_name n = {};
    for (class_names names = SPAN_OF(class_names, class_table); class_names_next(&names, &n);)
        if (span_eq(n.name, name)) {
            *class = n.class;
            return true;
        }
    return false;
}

/* "[:name:]", whose name is the letters up to END. */
static enum outcome take_class(struct cli *cli, struct parser *p, struct set *set, uint32_t end)
{
    buf name = {};
    enum text_class class = TEXT_ALNUM;
    append_letters(&name, p, set, (struct symbols){2, end});
    if (find_class(buf_span(&name), &class)) {
        struct element e = {.kind = ELEMENT_CLASS, .class = as_int(class),
                            .first = symbol_vec_len(&set->ranges)};
        e.num = tr_add_class(set, class);
        element_vec_push(&set->elements, e);
        p->at += end + 2;
        buf_recycle(&name);
        return TAKEN;
    }
    if (looks_like_repeat(p, 2))
        return NOT_THERE;
    if (end == 2)
        cli_bad(cli, 0, "missing character class name '[::]'");
    else
        cli_bad(cli, 0, "invalid character class %s", fmt_q(buf_span(&name)));
    return REFUSED;
}

/* "[=c=]" */
static enum outcome take_equivalent(struct cli *cli, struct parser *p, struct set *set, uint32_t end)
{
    if (end == 3) {
        add(set, (struct element){.kind = ELEMENT_EQUIVALENT}, symbol(p, 2), symbol(p, 2));
        p->at += end + 2;
        return TAKEN;
    }
    if (looks_like_repeat(p, 2))
        return NOT_THERE;
    buf text = {};
    append_letters(&text, p, set, (struct symbols){2, end});
    if (end == 2)
        cli_bad(cli, 0, "missing equivalence class character '[==]'");
    else
        cli_bad(cli, 0, "%s: equivalence class operand must be a single character", fmt_s(buf_span(&text)));
    return REFUSED;
}

/* A construct in brackets. */
static enum outcome take_bracket(struct cli *cli, struct parser *p, struct set *set)
{
    bool class = is(p, 1, ':');
    enum outcome o = NOT_THERE;
    if (class || is(p, 1, '=')) {
        unsigned char mark = class ? ':' : '=';
        uint32_t end = 2;
        while (end + 1 < left(p) && !(is(p, end, mark) && is(p, end + 1, ']')))
            end++;
        if (end + 1 < left(p))
            o = class ? take_class(cli, p, set, end) : take_equivalent(cli, p, set, end);
    }
    return o == NOT_THERE ? take_repeat(cli, p, set) : o;
}

static bool take_range(struct cli *cli, struct parser *p, struct set *set)
{
    uint32_t low = symbol(p, 0), high = symbol(p, 2);
    if (low > high) {
        buf from = {}, to = {};
        tr_append_shown(&from, low, set->wide, false);
        tr_append_shown(&to, high, set->wide, false);
        return cli_bad(cli, 0, "range-endpoints of '%s-%s' are in reverse collating sequence order",
                       fmt_s(buf_span(&from)), fmt_s(buf_span(&to)));
    }
    add(set, (struct element){.kind = ELEMENT_RANGE}, low, high);
    p->at += 3;
    return true;
}

bool tr_parse(struct cli *cli, span operand, struct set *out)
{
    letter_vec letters = {};
    tr_unescape(cli, operand, out->wide, &letters);
    struct parser p = {.letters = letter_vec_span(&letters)};
    while (left(&p) > 0) {
        enum outcome o = left(&p) > 2 && is(&p, 0, '[') ? take_bracket(cli, &p, out) : NOT_THERE;
        if (o == REFUSED)
            return false;
        if (o == TAKEN)
            continue;
        if (left(&p) > 2 && is(&p, 1, '-')) {
            if (!take_range(cli, &p, out))
                return false;
        } else {
            add(out, (struct element){.kind = ELEMENT_RANGE}, symbol(&p, 0), symbol(&p, 0));
            p.at++;
        }
    }
    return true;
}
