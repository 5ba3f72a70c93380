/* regexp.c - see regexp.h. */

#include "sys/regexp.h"

#include <config.h>
#include <limits.h>
#include <locale.h>
/* The header gives a parameter a length that depends on another one. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wvla"
#include <regex.h>
#pragma GCC diagnostic pop
#include <stdlib.h>
#include <string.h>

#include "safe/ascii.h"
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
    return ascii_is_alnum(c) || (c != 0 && strchr(" _,-=:;/@#%&<>\"'!~", c) != NULL);
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

static char const *text_of(span text)
{
    return span_empty(text) ? "" : (char const *)text.p_;
}

/* Compile in the locale in force; what is wrong, or NULL. */
static char const *compile(struct re_pattern_buffer *b, span pattern)
{
    *b = (struct re_pattern_buffer){.fastmap = malloc(UCHAR_MAX + 1)};
    return re_compile_pattern(text_of(pattern), pattern.n_, b);
}

/* ---- bytes instead of characters ---- */

/* Whether all that PATTERN names are certain ASCII characters. */
static bool is_ascii_only(span pattern)
{
    for (span rest = pattern; !span_empty(rest); rest = span_drop(rest, 1)) {
        unsigned char c = span_at(rest, 0);
        int next = span_peek(rest, 1);
        if (c >= 0x80 || c == '.')
            return false;
        if (c == '[' && next >= 0 && strchr("^:.=", next))
            return false;
        if (c == '\\' && next >= 0 && (ascii_is_alnum(next) || strchr("<>`'", next)))
            return false;
    }
    return true;
}

/* Whether characters are those of UTF-8, and sorted by their codes. */
static bool is_plain_utf8(void)
{
    if (locale_charset() != CHARSET_UTF8)
        return false;
    span name = zstr_span(locale_name(LOCALE_COLLATE));
    return locale_is_c(LOCALE_COLLATE) || span_eq(name, S("C.UTF-8")) || span_eq(name, S("C.utf8"));
}

/* The matcher takes several times as long where a range may have characters of several bytes.  Compile as in
   the C locale where the answers are the same: what matches nothing might do so within a character.  False,
   with nothing done, where they may differ. */
static bool compile_bytes(struct re_pattern_buffer *b, span pattern)
{
    if (!is_ascii_only(pattern) || !is_plain_utf8())
        return false;
    locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (!c)
        return false;
    locale_t before = uselocale(c);
    bool good = !compile(b, pattern) && re_search(b, "", 0, 0, 0, NULL) == -1;
    uselocale(before);
    freelocale(c);
    if (!good)
        regfree(b);
    return good;
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
    char const *message = !fold && compile_bytes(b, pattern) ? NULL : compile(b, pattern);
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
