/* regexp.c - see regexp.h. */

#include "sys/regexp.h"

#include <config.h>
#include <limits.h>
/* The header gives a parameter a length that depends on another one. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wvla"
#include <regex.h>
#pragma GCC diagnostic pop
#include <stdlib.h>
#include <string.h>

#include "sys/locale.h"

enum { LITERAL_SIZE = 32 };

/* A compiled expression, and what is known of its matches without the matcher: they begin with a literal
   text, which may be empty. */
struct compiled {
    struct re_pattern_buffer matcher;
    unsigned char literal[LITERAL_SIZE];
    size_t literal_len;
    bool at_line_start;         /* as they begin with ^, too */
    bool whole;                 /* the literal is all of them */
    bool has_firsts;            /* the matcher's fastmap tells which bytes they can begin with */
};

/* They never move: the matcher keeps pointers into them. */
static struct compiled **slots;
static unsigned num_slots;

static struct compiled *new_slot(void)
{
    void *table = reallocarray(slots, num_slots + 1, sizeof *slots);
    struct compiled *c = calloc(1, sizeof *c);
    if (!table || !c)
        safe_no_memory();
    slots = table;
    slots[num_slots] = c;
    return c;
}

/* Whether C stands for itself in each syntax, if no operator follows. */
static bool is_literal(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
           || (c != 0 && strchr(" _,-=:;/@#%&<>\"'!~", c) != NULL);
}

/* Take the literal from the front of PATTERN.  With a backslash anywhere there may be alternatives, and so
   none. */
static void find_literal(struct compiled *c, span pattern)
{
    if (span_has(pattern, '\\'))
        return;
    c->at_line_start = span_peek(pattern, 0) == '^';
    span rest = span_drop(pattern, c->at_line_start);
    size_t n = 0;
    while (n < span_len(rest) && n < LITERAL_SIZE && is_literal(span_at(rest, n)))
        n++;
    int behind = span_peek(rest, n);
    /* In some character sets of several bytes an ASCII byte in the text may be part of a character. */
    c->whole = behind < 0 && (c->at_line_start || locale_charset() != CHARSET_OTHER);
    if (n > 0 && (behind == '*' || behind == '+' || behind == '?'))
        n--;                    /* the last one may not be there at all */
    for (size_t i = 0; i < n; i++)
        c->literal[i] = span_at(rest, i);
    c->literal_len = n;
}

static struct compiled *compiled(regexp r)
{
    if (r.slot1_ == 0 || r.slot1_ > num_slots)
        safe_fault("regular expression", r.slot1_, num_slots);
    return slots[r.slot1_ - 1];
}

static struct re_pattern_buffer *slot(regexp r)
{
    return &compiled(r)->matcher;
}

void regexp_compile(regexp *r, span pattern, enum regexp_syntax syntax, bool fold, zstr *why)
{
    locale_use(LOCALE_COLLATE);             /* and so LC_CTYPE */
    struct compiled *c = new_slot();
    struct re_pattern_buffer *b = &c->matcher;
    re_syntax_options = syntax == REGEXP_BASIC
        ? RE_SYNTAX_POSIX_BASIC & ~RE_CONTEXT_INVALID_DUP & ~RE_NO_EMPTY_RANGES : RE_SYNTAX_EMACS;
    if (fold)
        re_syntax_options |= RE_ICASE;
    b->fastmap = malloc(UCHAR_MAX + 1);
    char const *text = span_empty(pattern) ? "" : (char const *)pattern.p_;
    char const *message = re_compile_pattern(text, pattern.n_, b);
    if (message) {
        *why = zstr_of_c_(message);
        regfree(b);
        free(c);
        return;
    }
    if (!fold)
        find_literal(c, pattern);
    c->has_firsts = re_compile_fastmap(b) == 0 && !b->can_be_null;
    *why = Z_NONE;
    num_slots++;
    r->slot1_ = num_slots;
}

void regexp_anchor_at_ends(regexp r)
{
    slot(r)->newline_anchor = 0;
}

bool regexp_has_group(regexp r)
{
    return slot(r)->re_nsub > 0;
}

/* The matcher's lengths are int in some libraries. */
static bool too_long(span text)
{
    return text.n_ > INT_MAX;
}

static char const *text_of(span text)
{
    return span_empty(text) ? "" : (char const *)text.p_;
}

/* What the matcher answered, as an error and the place. */
static oserr result(struct re_pattern_buffer const *b, regoff_t answer, struct re_registers const *regs,
                    struct regexp_found *found)
{
    if (answer < 0)
        return answer == -1 ? ENOENT : ENOMEM;
    found->start = (size_t)regs->start[0];
    found->end = (size_t)regs->end[0];
    found->has_group = b->re_nsub > 0 && regs->start[1] >= 0;
    found->group_start = found->has_group ? (size_t)regs->start[1] : 0;
    found->group_end = found->has_group ? (size_t)regs->end[1] : 0;
    return 0;
}

/* Registers that the matcher allocates once and enlarges for an expression with more groups. */
static struct re_registers *registers(struct re_pattern_buffer *b)
{
    static struct re_registers regs;
    b->regs_allocated = regs.start ? REGS_REALLOCATE : REGS_UNALLOCATED;
    return &regs;
}

static oserr search(regexp r, span text, size_t from, regoff_t range, struct regexp_found *found)
{
    struct re_pattern_buffer *b = slot(r);
    struct re_registers *regs = registers(b);
    regoff_t n = (regoff_t)text.n_;
    regoff_t answer = re_search(b, text_of(text), n, (regoff_t)from, range, regs);
    return result(b, answer, regs, found);
}

/* Whether the literal tells that C occurs in TEXT, or that it does not; ENOMSG when it tells neither. */
static oserr literal_occurs(struct compiled const *c, span text)
{
    span literal = {c->literal, c->literal_len};
    if (span_empty(literal))
        return ENOMSG;
    bool occurs = c->at_line_start ? span_starts(text, literal)
                                   : span_search(text, literal) < span_len(text);
    if (occurs)
        return c->whole ? 0 : ENOMSG;
    return c->at_line_start && span_has(text, '\n') ? ENOMSG : ENOENT;
}

oserr regexp_occurs(regexp r, span text)
{
    if (too_long(text))
        return EOVERFLOW;
    oserr known = literal_occurs(compiled(r), text);
    if (known != ENOMSG)
        return known;
    regoff_t n = (regoff_t)text.n_, answer = re_search(slot(r), text_of(text), n, 0, n, NULL);
    return answer >= 0 ? 0 : answer == -1 ? ENOENT : ENOMEM;
}

oserr regexp_find(regexp r, span text, size_t from, struct regexp_found *found)
{
    if (too_long(text))
        return EOVERFLOW;
    return search(r, text, from, (regoff_t)span_len(span_drop(text, from)), found);
}

oserr regexp_find_back(regexp r, span text, size_t from, struct regexp_found *found)
{
    if (too_long(text))
        return EOVERFLOW;
    return search(r, text, from, -(regoff_t)span_len(span_first(text, from)), found);
}

oserr regexp_match(regexp r, span text, size_t from, struct regexp_found *found)
{
    if (too_long(text))
        return EOVERFLOW;
    span rest = span_drop(text, from);
    struct compiled const *c = compiled(r);
    if (c->has_firsts && (span_empty(rest) || !c->matcher.fastmap[span_at(rest, 0)]))
        return ENOENT;
    return search(r, text, from, 0, found);
}
