/* words.c - words are runs of characters that are no white space; bytes that form no character belong to
   words.

   One-byte characters are counted by a kernel.  It stops at bytes that may begin longer white space, which
   are few in any script: they are found once, when the first byte above ASCII is met. */

#include "wc/wc.h"

static bool is_space(struct text_char c, struct wc_tables const *t)
{
    bool no_break = c.valid && (c.code == 0xA0 || c.code == 0x2007 || c.code == 0x202F || c.code == 0x2060);
    return text_is(c, TEXT_SPACE) || (no_break && t->no_break_is_space);
}

/* Make T->ask the first bytes of all white space between U+0080 and U+FFFF, and those of all characters
   beyond. */
static void find_space_beyond_ascii(struct wc_tables *t)
{
    byteset ask = {};
    for (uint32_t code = 0x80; code <= 0xFFFF; code++) {
        struct text_char c = {.code = code, .valid = true};
        uint32_t first = code < 0x800 ? 0xC0 | code >> 6 : 0xE0 | code >> 12;
        if (!byteset_has(&ask, low_byte(first)) && is_space(c, t))
            byteset_add(&ask, low_byte(first));
    }
    for (unsigned first = 0xF0; first <= 0xF4; first++)
        byteset_add(&ask, low_byte(first));
    byteclass_make(&t->ask, &ask);
    t->ready_beyond_ascii = true;
}

static void count_char(struct text_char c, struct wc_tables const *t, struct word_counts *w)
{
    bool in_word = !is_space(c, t);
    w->lines += c.code == '\n' && c.valid;
    w->words += in_word && !w->in_word;
    w->in_word = in_word;
}

void wc_count_words(span part, struct wc_tables *t, struct word_counts *w)
{
    struct text_char c = {};
    while (t->decode && text_next(&part, &c))
        count_char(c, t, w);
    while (!span_empty(part)) {
        part = span_drop(part, span_count_words(part, &t->space, &t->ask, w));
        if (span_empty(part))
            return;
        if (!t->ready_beyond_ascii)
            find_space_beyond_ascii(t);
        else if (text_next(&part, &c))
            count_char(c, t, w);
    }
}
