/* collation.c - see collation.h. */

#include "text/collation.h"

#include "safe/checked.h"

static void append_from_table(struct collation const *c, span text, buf *out)
{
    mspan room = buf_tail(out, 8 * span_len(text) + 1);
    buf_commit(out, mspan_expand(room, text, &c->weights));
}

void collation_append_primary(struct collation const *c, span text, buf *out)
{
    if (!c->made || span_find_not_in(text, &c->plain) < span_len(text))
        collate_append_primary(out, text);
    else
        append_from_table(c, text, out);
}

/* Enter each printable character of ASCII that can be. */
static void fill(struct collation *c)
{
    enum { LONGEST = 7 };
    buf text = {}, key = {};
    for (unsigned i = ' '; i <= '~'; i++) {
        buf_clear(&text);
        buf_clear(&key);
        buf_push(&text, low_byte(i));
        collate_append_primary(&key, buf_span(&text));
        if (buf_len(&key) > LONGEST)
            continue;
        byteset_add(&c->plain, low_byte(i));
        byteexpand_set(&c->weights, low_byte(i), buf_span(&key));
    }
    buf_recycle(&text);
    buf_recycle(&key);
}

/* Whether the table gives the key of TEXT that the system gives. */
static bool is_right(struct collation const *c, span text, buf *ours, buf *theirs)
{
    if (span_find_not_in(text, &c->plain) < span_len(text))
        return true;
    buf_clear(ours);
    buf_clear(theirs);
    append_from_table(c, text, ours);
    collate_append_primary(theirs, text);
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
    *c = (struct collation){};
    if (collate_by_bytes())
        return;
    c->made = true;
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
    collation_append_primary(&c->collation, text, &key->bytes);
    key->made = true;
}
