/* mode.c - see mode.h. */

#include "mode/mode.h"

#include "safe/checked.h"

enum {
    USER_BITS = 04700, GROUP_BITS = 02070, OTHER_BITS = 01007,
    USER = 0700, GROUP = 0070, OTHER = 0007,
    ALL_READ = 0444, ALL_WRITE = 0222, ALL_EXECUTE = 0111,
    SET_IDS = 06000, STICKY = 01000,
};

/* Take octal digits off *TEXT; false when there are none, or they say more than there are bits. */
static bool take_octal(span *text, mode_t *value, size_t *digits)
{
    *value = 0;
    *digits = 0;
    for (int c = span_peek(*text, 0); c >= '0' && c <= '7'; c = span_peek(*text, 0)) {
        *value = *value * 8 + as_uint(c - '0');
        if (*value > MODE_BITS)
            return false;
        *text = span_drop(*text, 1);
        *digits += 1;
    }
    return *digits > 0;
}

/* A mode that is a number alone.  With less than five digits it says nothing about missing set-ID bits. */
static bool parse_number(mode_changes *c, span text)
{
    mode_t value = 0;
    size_t digits = 0;
    if (!take_octal(&text, &value, &digits) || !span_empty(text))
        return false;
    mode_t mentioned = digits < 5 ? (value & (SET_IDS | STICKY)) | MODE_ACCESS : MODE_BITS;
    mode_changes_push(c, (struct mode_clause){'=', MODE_VALUE, MODE_BITS, value, mentioned});
    return true;
}

/* Take the letters of classes off *TEXT. */
static mode_t take_classes(span *text)
{
    mode_t affected = 0;
    for (;; *text = span_drop(*text, 1)) {
        switch (span_peek(*text, 0)) {
        case 'u': affected |= USER_BITS; break;
        case 'g': affected |= GROUP_BITS; break;
        case 'o': affected |= OTHER_BITS; break;
        case 'a': affected |= MODE_BITS; break;
        default: return affected;
        }
    }
}

/* Take the letters of permissions off *TEXT. */
static void take_permissions(span *text, struct mode_clause *clause)
{
    for (;; *text = span_drop(*text, 1)) {
        switch (span_peek(*text, 0)) {
        case 'r': clause->value |= ALL_READ; break;
        case 'w': clause->value |= ALL_WRITE; break;
        case 'x': clause->value |= ALL_EXECUTE; break;
        case 'X': clause->source = MODE_X_IF_ANY; break;
        case 's': clause->value |= SET_IDS; break;
        case 't': clause->value |= STICKY; break;
        default: return;
        }
    }
}

/* Take what stands behind an operator. */
static bool take_operand(span *text, struct mode_clause *clause)
{
    size_t digits = 0;
    int c = span_peek(*text, 0);
    if (c >= '0' && c <= '7') {
        if (!take_octal(text, &clause->value, &digits) || clause->affected != 0)
            return false;
        clause->affected = clause->mentioned = MODE_BITS;
        return span_empty(*text) || span_peek(*text, 0) == ',';
    }
    if (c == 'u' || c == 'g' || c == 'o') {
        clause->source = MODE_COPY;
        clause->value = c == 'u' ? USER : c == 'g' ? GROUP : OTHER;
        *text = span_drop(*text, 1);
    } else {
        take_permissions(text, clause);
    }
    clause->mentioned = clause->affected ? clause->affected & clause->value : clause->value;
    return true;
}

/* Take "ugo+rwx=...": classes and one operator or more. */
static bool take_group(mode_changes *c, span *text)
{
    mode_t affected = take_classes(text);
    bool any = false;
    for (int op = span_peek(*text, 0); op == '=' || op == '+' || op == '-'; op = span_peek(*text, 0)) {
        struct mode_clause clause = {.op = low_byte(as_size(op)), .affected = affected};
        *text = span_drop(*text, 1);
        if (!take_operand(text, &clause))
            return false;
        mode_changes_push(c, clause);
        any = true;
    }
    return any;
}

bool mode_parse(mode_changes *c, span text)
{
    int first = span_peek(text, 0);
    if (first >= '0' && first <= '7')
        return parse_number(c, text);
    while (take_group(c, &text)) {
        if (span_empty(text))
            return true;
        if (span_peek(text, 0) != ',')
            return false;
        text = span_drop(text, 1);
    }
    return false;
}

void mode_exactly(mode_changes *c, mode_t mode)
{
    mode_changes_push(c, (struct mode_clause){'=', MODE_VALUE, MODE_BITS, mode & MODE_BITS, MODE_BITS});
}

/* VALUE, bits of one class, for all three. */
static mode_t spread(mode_t value)
{
    return (value & ALL_READ ? ALL_READ : 0U) | (value & ALL_WRITE ? ALL_WRITE : 0U)
           | (value & ALL_EXECUTE ? ALL_EXECUTE : 0U);
}

/* The bits that the clause is about, before classes and umask cut them down. */
static mode_t clause_value(struct mode_clause clause, mode_t now, bool directory)
{
    if (clause.source == MODE_COPY)
        return spread(clause.value & now);
    if (clause.source == MODE_X_IF_ANY && (directory || (now & ALL_EXECUTE)))
        return clause.value | ALL_EXECUTE;
    return clause.value;
}

mode_t mode_apply(mode_changes const *c, struct mode_target t, mode_t *changed)
{
    mode_t now = t.old & MODE_BITS;
    *changed = 0;
    for (size_t i = 0; i < mode_changes_len(c); i++) {
        struct mode_clause clause = mode_changes_at(c, i);
        mode_t kept = t.directory ? SET_IDS & ~clause.mentioned : 0;
        mode_t value = clause_value(clause, now, t.directory);
        value &= (clause.affected ? clause.affected : ~t.umask) & ~kept & MODE_BITS;
        if (clause.op == '=') {
            kept |= clause.affected ? MODE_BITS & ~clause.affected : 0;
            *changed |= MODE_BITS & ~kept;
            now = (now & kept) | value;
        } else {
            *changed |= value;
            now = clause.op == '+' ? now | value : now & ~value;
        }
    }
    return now;
}
