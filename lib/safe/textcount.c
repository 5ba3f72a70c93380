/* textcount.c - the plain forms. */

#include "safe/textcount.h"

size_t textcount_plain_words_(span s, byteclass const *space, byteclass const *ask,
                              struct word_counts *counts)
{
    struct word_counts c = *counts;
    size_t i = 0;
    for (; i < s.n_ && !ask->set_.in_[s.p_[i]]; i++) {
        bool in_word = !space->set_.in_[s.p_[i]];
        c.lines += s.p_[i] == '\n';
        c.words += in_word && !c.in_word;
        c.in_word = in_word;
    }
    *counts = c;
    return i;
}

/* Length of the character at I, whose first byte is above ASCII, or 0. */
static size_t utf8_length(span s, size_t i)
{
    unsigned b = s.p_[i];
    if (b < 0xC2 || b > 0xFD)
        return 0;
    size_t n = b < 0xE0 ? 2 : b < 0xF0 ? 3 : b < 0xF8 ? 4 : b < 0xFC ? 5 : 6;
    unsigned low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : b == 0xF8 ? 0x88 : b == 0xFC ? 0x84 : 0x80;
    unsigned high = b == 0xED ? 0x9F : 0xBF;
    if (s.n_ - i < n || s.p_[i + 1] < low || s.p_[i + 1] > high)
        return 0;
    for (size_t k = 2; k < n; k++)
        if ((s.p_[i + k] & 0xC0) != 0x80)
            return 0;
    return n;
}

uint64_t textcount_plain_utf8_(span s)
{
    uint64_t count = 0;
    for (size_t i = 0; i < s.n_;) {
        size_t n = s.p_[i] < 0x80 ? 1 : utf8_length(s, i);
        count += n > 0;
        i += n ? n : 1;
    }
    return count;
}

size_t textcount_plain_skip_(span s, uint64_t *n)
{
    uint64_t left = *n;
    size_t i = 0;
    for (; left > 0 && i < s.n_; left--) {
        size_t length = s.p_[i] < 0x80 ? 1 : utf8_length(s, i);
        i += length ? length : 1;
    }
    *n = left;
    return i;
}

size_t textcount_plain_widths_(span s, byteclass const *uneven, uint64_t *column, uint64_t *widest)
{
    size_t i = 0;
    for (; i < s.n_ && (s.p_[i] == '\n' || !uneven->set_.in_[s.p_[i]]); i++) {
        *column += s.p_[i] != '\n';
        if (s.p_[i] != '\n')
            continue;
        if (*column > *widest)
            *widest = *column;
        *column = 0;
    }
    return i;
}
