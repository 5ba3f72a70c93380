/* vercmp.c - see vercmp.h. */

#include "vercmp/private.h"

#include "safe/ascii.h"
#include "safe/checked.h"

/* Where a byte (-1: the end) stands among those outside numbers: a tilde before even the end, then the end
   or a number, letters, everything else. */
static int rank(int c)
{
    if (c == '~')
        return -2;
    if (c < 0)
        return -1;
    if (ascii_is_digit(c))
        return 0;
    return ascii_is_letter(c) ? c : c + UCHAR_MAX + 1;
}

static void skip_zeros(span *s)
{
    while (span_peek(*s, 0) == '0')
        *s = span_drop(*s, 1);
}

/* Take the numbers at the front of both off; their order as numbers. */
static int cmp_numbers(span *a, span *b)
{
    int diff = 0;
    skip_zeros(a);
    skip_zeros(b);
    while (ascii_is_digit(span_peek(*a, 0)) && ascii_is_digit(span_peek(*b, 0))) {
        if (diff == 0)
            diff = span_peek(*a, 0) - span_peek(*b, 0);
        *a = span_drop(*a, 1);
        *b = span_drop(*b, 1);
    }
    if (ascii_is_digit(span_peek(*a, 0)))
        return 1;
    return ascii_is_digit(span_peek(*b, 0)) ? -1 : diff;
}

/* Whether something other than a number is at the front of S. */
static bool at_text(span s)
{
    return !span_empty(s) && !ascii_is_digit(span_at(s, 0));
}

/* Parts that are no numbers and numbers take turns. */
static int cmp_versions(span a, span b)
{
    while (!span_empty(a) || !span_empty(b)) {
        while (at_text(a) || at_text(b)) {
            int diff = rank(span_peek(a, 0)) - rank(span_peek(b, 0));
            if (diff)
                return diff;
            a = span_drop(a, 1);
            b = span_drop(b, 1);
        }
        int diff = cmp_numbers(&a, &b);
        if (diff)
            return diff;
    }
    return 0;
}

/* How many bytes at the end of S can go on a suffix: letters, digits and tildes behind a dot and one
   letter or tilde; 0 for none. */
static size_t last_suffix(span s)
{
    size_t n = span_len(s), i = n;
    while (i > 0 && (ascii_is_alnum(span_at(s, i - 1)) || span_at(s, i - 1) == '~'))
        i--;
    if (i < 2 || i == n || span_at(s, i - 1) != '.' || ascii_is_digit(span_at(s, i)))
        return 0;
    return n - i + 1;
}

span version_stem_(span name)
{
    for (size_t n = last_suffix(name); n > 0; n = last_suffix(name))
        name = span_chop(name, n);
    return name;
}

unsigned char version_class_(span name)
{
    if (span_empty(name))
        return 0;
    if (span_at(name, 0) != '.')
        return VERSION_CLASS_OTHER;
    if (span_len(name) == 1)
        return 1;
    return span_eq(name, S("..")) ? 2 : VERSION_CLASS_HIDDEN;
}

int version_cmp(span a, span b)
{
    int class_a = version_class_(a), class_b = version_class_(b);
    if (class_a != class_b)
        return class_a - class_b;
    if (class_a < VERSION_CLASS_HIDDEN)
        return 0;
    span stem_a = version_stem_(a), stem_b = version_stem_(b);
    int diff = cmp_versions(stem_a, stem_b);
    if (diff || (span_len(stem_a) == span_len(a) && span_len(stem_b) == span_len(b)))
        return diff;
    return cmp_versions(a, b);
}
