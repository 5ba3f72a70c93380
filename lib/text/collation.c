/* collation.c - see collation.h.

   A key has one level or four, with a byte 1 between levels.  The first three are made of each character's
   part of that level; the last one too, though bytes 1 occur in it. */

#include "text/collation.h"

#include "safe/checked.h"
#include "sys/collate.h"

enum { MOST_LEVELS = 4, LONGEST = 7 };

/* The parts of the key of one character. */
struct parts {
    span first, second, third, last;
    unsigned levels;
};

/* Whether KEY has LEVELS parts of a length that tables hold. */
static bool split(span key, unsigned levels, struct parts *p)
{
    *p = (struct parts){.levels = levels};
    if (levels == 1) {
        p->last = key;
        return !span_empty(key) && span_len(key) <= LONGEST && !span_has(key, 1);
    }
    if (!span_cut(&key, 1, &p->first) || !span_cut(&key, 1, &p->second) || !span_cut(&key, 1, &p->third))
        return false;
    p->last = key;
    return span_len(p->first) <= LONGEST && span_len(p->second) <= LONGEST && span_len(p->third) <= LONGEST
           && !span_empty(key) && span_len(key) <= LONGEST;
}

static void append_level(buf *out, span text, byteexpand const *table)
{
    mspan room = buf_tail(out, 8 * span_len(text) + 1);
    buf_commit(out, mspan_expand(room, text, table));
}

static void append_from_tables(struct collation const *c, span text, buf *out)
{
    if (c->levels > 1) {
        append_level(out, text, &c->first);
        buf_push(out, 1);
        append_level(out, text, &c->second);
        buf_push(out, 1);
        append_level(out, text, &c->third);
        buf_push(out, 1);
    }
    append_level(out, text, &c->last);
}

void collation_append_key(struct collation const *c, span text, buf *out)
{
    if (c->levels == 0 || span_empty(text) || span_find_not_in(text, &c->plain) < span_len(text))
        collate_append_bytes_key(out, text);
    else
        append_from_tables(c, text, out);
}

/* Enter each printable character of ASCII that can be. */
static void fill(struct collation *c)
{
    buf text = {}, key = {};
    struct parts p = {};
    for (unsigned i = ' '; i <= '~'; i++) {
        buf_clear(&text);
        buf_clear(&key);
        buf_push(&text, low_byte(i));
        collate_append_bytes_key(&key, buf_span(&text));
        if (!split(buf_span(&key), c->levels, &p))
            continue;
        byteset_add(&c->plain, low_byte(i));
        byteexpand_set(&c->first, low_byte(i), p.first);
        byteexpand_set(&c->second, low_byte(i), p.second);
        byteexpand_set(&c->third, low_byte(i), p.third);
        byteexpand_set(&c->last, low_byte(i), p.last);
    }
    buf_recycle(&text);
    buf_recycle(&key);
}

/* Whether the tables give the key of TEXT that the system gives. */
static bool is_right(struct collation const *c, span text, buf *ours, buf *theirs)
{
    if (span_find_not_in(text, &c->plain) < span_len(text))
        return true;
    buf_clear(ours);
    buf_clear(theirs);
    append_from_tables(c, text, ours);
    collate_append_bytes_key(theirs, text);
    return span_eq(buf_span(ours), buf_span(theirs));
}

/* Try the letters of LETTERS two by two, with MIDDLE between them. */
static bool try_pairs(struct collation const *c, span letters, span middle)
{
    buf text = {}, ours = {}, theirs = {};
    bool right = true;
    for (size_t i = 0; i < span_len(letters) && right; i++)
        for (size_t j = 0; j < span_len(letters) && right; j++) {
            buf_clear(&text);
            buf_push(&text, span_at(letters, i));
            buf_append(&text, middle);
            buf_push(&text, span_at(letters, j));
            right = is_right(c, buf_span(&text), &ours, &theirs);
        }
    buf_recycle(&text);
    buf_recycle(&ours);
    buf_recycle(&theirs);
    return right;
}

void collation_make(struct collation *c)
{
    buf key = {};
    *c = (struct collation){};
    if (collate_by_bytes())
        return;
    collate_append_bytes_key(&key, S("a"));
    c->levels = span_has(buf_span(&key), 1) ? MOST_LEVELS : 1;
    buf_recycle(&key);
    fill(c);
    /* Letters that sort as one, and c'h, are why this may fail. */
    if (!try_pairs(c, S("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'-.0129"), S(""))
        || !try_pairs(c, S("abcdefghijklmnopqrstuvwxyz"), S("'")))
        *c = (struct collation){};
}

void collator_make_key(struct collator *c, span text, struct collator_key *key)
{
    enum { ENOUGH = 4000 };
    if (++c->keys == ENOUGH)
        collation_make(&c->collation);
    buf_clear(&key->bytes);
    collation_append_key(&c->collation, text, &key->bytes);
    key->made = true;
}
