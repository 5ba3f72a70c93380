/* line.c - one line of a list of digests. */

#include "digest/digest.h"

#include "num/parse.h"
#include "safe/ascii.h"

static void skip_blanks(span *s)
{
    while (ascii_is_blank(span_peek(*s, 0)))
        *s = span_drop(*s, 1);
}

/* Put NAME, up to a NUL, into the list, with its escapes undone; false when one is unknown, or a NUL is among
   them. */
static bool take_name(struct digest_list *list, span name, bool escaped)
{
    buf_clear(&list->name);
    size_t end = span_find(name, 0);
    if (escaped && end < span_len(name))
        return false;
    name = span_first(name, end);
    unsigned char c = 0;
    while (span_next(&name, &c)) {
        if (escaped && c == '\\') {
            if (!span_next(&name, &c) || (c != '\\' && c != 'n' && c != 'r'))
                return false;
            c = c == 'n' ? '\n' : c == 'r' ? '\r' : c;
        }
        buf_push(&list->name, c);
    }
    return true;
}

/* What a digest of so many characters has in bits, of those that the algorithm may have; 0: none. */
static size_t bits_of_text(enum digest_algorithm algorithm, span text, bool base64)
{
    size_t n = span_len(text), bits = 0;
    if (!base64) {
        bits = n <= DIGEST_MOST_BITS / 4 ? n * 4 : 0;
    } else {
        size_t pad = (size_t)0 + (n >= 1 && span_at(text, n - 1) == '=')
                     + (n >= 2 && span_at(text, n - 2) == '=');
        bits = n % 4 == 0 && n <= 4 * DIGEST_MOST_BITS && n >= 4 ? (n / 4 * 3 - pad) * 8 : 0;
    }
    return bits > 0 && digest_bits_allowed(algorithm, bits) ? bits : 0;
}

/* Whether what stands behind a tag shows that it is one. */
static bool ends_tag(span rest)
{
    int c = span_peek(rest, 0);
    return c < 0 || c == ' ' || c == '-' || c == '(';
}

/* Which algorithm the tag at the front of S names. */
static bool find_tag(span s, enum digest_algorithm *algorithm)
{
    for (enum digest_algorithm a = DIGEST_MD5; a <= DIGEST_SM3; a++) {
        span name = zstr_span(digest_name(a));
        *algorithm = a;
        if (span_starts(s, name) && ends_tag(span_drop(s, span_len(name))))
            return true;
    }
    return false;
}

/* Whether a line of this list may bear the tag of ALGORITHM. */
static bool tag_wanted(struct digest_list const *list, enum digest_algorithm algorithm)
{
    bool sha2 = algorithm >= DIGEST_SHA224 && algorithm <= DIGEST_SHA512;
    return list->any_tag || algorithm == list->wanted || (list->wanted == DIGEST_SHA2 && sha2);
}

/* "-256" behind the tag; without it the greatest is meant.  It needs no further check than that bytes are
   whole when the algorithm has one length only. */
static bool take_length(struct digest_list const *list, struct digest_kind *kind, span *s)
{
    bool variable = kind->algorithm >= DIGEST_SHA2 && kind->algorithm <= DIGEST_BLAKE2B;
    kind->bits = digest_most_bits(kind->algorithm);
    if (span_peek(*s, 0) != '-')
        return true;
    if (!variable && !list->any_tag)
        return false;
    *s = span_drop(*s, 1);
    uintmax_t bits = 0;
    bool saturated = false, zero = span_peek(*s, 0) == '0';
    if (zero || !num_take_digits(s, &bits, &saturated) || bits == 0 || bits % 8 != 0 || bits > kind->bits)
        return false;
    kind->bits = size_clamp(bits);
    return !variable || digest_bits_allowed(kind->algorithm, kind->bits);
}

/* The rest of a line behind "TAG (": the name reaches to the last ')'. */
static bool parse_tagged(struct digest_list *list, struct digest_kind kind, span s, bool escaped)
{
    size_t close = span_rfind(s, ')');
    if (close == span_len(s))
        return false;
    span name = span_first(s, close), rest = span_drop(s, close + 1);
    skip_blanks(&rest);
    if (span_peek(rest, 0) != '=')
        return false;
    rest = span_drop(rest, 1);
    skip_blanks(&rest);
    return (digest_decode(rest, kind.bits, false, &list->digest)
            || (list->base64 && digest_decode(rest, kind.bits, true, &list->digest)))
           && take_name(list, name, escaped);
}

/* The least length of a digest, in hexadecimal. */
static size_t shortest(enum digest_algorithm algorithm)
{
    bool sha = algorithm == DIGEST_SHA2 || algorithm == DIGEST_SHA3;
    return (algorithm == DIGEST_BLAKE2B ? 8 : sha ? 224 : digest_most_bits(algorithm)) / 4;
}

/* The name behind the digest, by the form of the first untagged line.  It may be missing only where GNU's
   test for the length of a line does not see that. */
static bool parse_rest(struct digest_list *list, span s, bool escaped)
{
    if (!ascii_is_blank(span_peek(s, 0)) && span_peek(s, 0) != 0)
        return false;
    s = span_drop(s, 1);
    bool marked = span_len(s) > 1 && (span_peek(s, 0) == ' ' || span_peek(s, 0) == '*');
    if (span_empty(s) && list->kind.bits / 4 <= shortest(list->wanted))
        return false;
    if (!marked && list->form_known && !list->reversed)
        return false;
    if (!list->form_known || !marked)
        list->reversed = !marked;
    list->form_known = true;
    return take_name(list, list->reversed ? s : span_drop(s, 1), escaped);
}

static bool parse_untagged(struct digest_list *list, span s, bool escaped)
{
    size_t blank = 0;
    while (blank < span_len(s) && !ascii_is_blank(span_at(s, blank)) && span_at(s, blank) != 0)
        blank++;
    span text = span_first(s, blank);
    list->kind.algorithm = list->wanted;
    for (int base64 = 0; base64 <= list->base64; base64++) {
        list->kind.bits = bits_of_text(list->wanted, text, base64);
        if (list->kind.bits > 0 && digest_decode(text, list->kind.bits, base64, &list->digest))
            return parse_rest(list, span_drop(s, blank), escaped);
    }
    return false;
}

bool digest_parse_line(struct digest_list *list, span line)
{
    skip_blanks(&line);
    bool escaped = span_peek(line, 0) == '\\';
    span s = escaped ? span_drop(line, 1) : line;
    struct digest_kind kind = {};
    if (find_tag(s, &kind.algorithm) && tag_wanted(list, kind.algorithm)) {
        span rest = span_drop(s, zstr_len(digest_name(kind.algorithm)));
        bool good = take_length(list, &kind, &rest);
        if (span_peek(rest, 0) == ' ')
            rest = span_drop(rest, 1);
        if (list->any_tag || span_peek(rest, 0) == '(')
            list->kind = kind;
        if (span_peek(rest, 0) == '(')
            return good && parse_tagged(list, kind, span_drop(rest, 1), escaped);
    }
    return !list->any_tag && parse_untagged(list, s, escaped);
}
