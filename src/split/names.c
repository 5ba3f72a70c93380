/* names.c - the names of output files, counted up in place. */

#include "split/split.h"

static span alphabet_of(enum split_alphabet alphabet)
{
    switch (alphabet) {
    case SPLIT_DECIMAL: return S("0123456789");
    case SPLIT_HEX: return S("0123456789abcdef");
    default: return S("abcdefghijklmnopqrstuvwxyz");
    }
}

void split_names_begin(struct split_names *names, struct split_options const *opt)
{
    names->alphabet = alphabet_of(opt->alphabet);
    names->prefix = opt->prefix;
    names->additional = opt->additional;
    names->widen = opt->widen;
    span start = opt->start;
    buf_append_fill(&names->digits, opt->suffix_len - size_min(opt->suffix_len, span_len(start)), 0);
    for (unsigned char c = 0; span_next(&start, &c);)
        buf_push(&names->digits, low_byte(span_find(names->alphabet, c)));
}

/* All digits back to the first one; one more of them, and the last letter of the alphabet before them all. */
static void widen(struct split_names *names)
{
    size_t len = buf_len(&names->digits);
    buf_clear(&names->digits);
    buf_append_fill(&names->digits, len + 1, 0);
    names->gained++;
}

/* Count up; false when all digits were the last one.  The first digit never becomes the last one where
   suffixes grow, so that names stay in order. */
static bool count_up(struct split_names *names)
{
    unsigned char last = low_byte(span_len(names->alphabet) - 1);
    for (size_t i = buf_len(&names->digits); i-- > 0;) {
        unsigned char digit = span_at(buf_span(&names->digits), i);
        bool full = digit == last;
        mspan_set(buf_mspan(&names->digits), i, full ? 0 : low_byte(digit + 1U));
        if (full)
            continue;
        if (names->widen && i == 0 && digit + 1 == last)
            widen(names);
        return true;
    }
    return false;
}

bool split_names_suffice(struct split_names const *names, uint64_t n)
{
    uint64_t left = 0, base = span_len(names->alphabet);       /* suffixes after the first one */
    span digits = buf_span(&names->digits);
    for (unsigned char digit = 0; span_next(&digits, &digit);)
        if (ck_mul(&left, left, base) || ck_add(&left, left, base - 1 - digit))
            return true;
    return names->widen || n - 1 <= left;
}

bool split_names_next(struct split_names *names, buf *out)
{
    if (names->started && !count_up(names))
        return false;
    names->started = true;
    buf_clear(out);
    buf_append(out, zstr_span(names->prefix));
    buf_append_fill(out, names->gained, span_at(names->alphabet, span_len(names->alphabet) - 1));
    span digits = buf_span(&names->digits);
    for (unsigned char digit = 0; span_next(&digits, &digit);)
        buf_push(out, span_at(names->alphabet, digit));
    if (!zstr_is_none(names->additional))
        buf_append(out, zstr_span(names->additional));
    return true;
}
