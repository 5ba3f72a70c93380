/* lines.h - lines of input, and the text that a program should print for them. */

#ifndef FUZZ_LINES_H
#define FUZZ_LINES_H

#include "fuzz/program.h"

/* Lines without their ends; the caller frees `at`. */
typedef struct { span *at; size_t n; } fuzz_lines;

static inline fuzz_lines fuzz_split(span text, unsigned char end)
{
    fuzz_lines lines = {malloc((text.n_ + 1) * sizeof(span)), 0};
    REQUIRE(lines.at);
    while (text.n_ > 0) {
        size_t n = span_find(text, end);
        lines.at[lines.n++] = span_first(text, n);
        text = span_drop(text, n < text.n_ ? n + 1 : n);
    }
    return lines;
}

/* Lines by their bytes, for qsort. */
static inline int fuzz_line_cmp(void const *a, void const *b)
{
    return span_cmp(*(span const *)a, *(span const *)b);
}

/* BYTES as text of few LETTERS, with another byte now and then; the caller frees its p_. */
static inline mspan fuzz_letters(span bytes, char const *letters)
{
    mspan text = fuzz_room(bytes.n_);
    for (size_t i = 0; i < bytes.n_; i++)
        text.p_[i] = bytes.p_[i] % 16 ? (unsigned char)letters[bytes.p_[i] % strlen(letters)] : bytes.p_[i];
    return text;
}

/* A text that grows; the caller frees `p`. */
typedef struct { unsigned char *p; size_t n, room; } fuzz_text;

static inline void fuzz_put(fuzz_text *t, span s)
{
    if (s.n_ > t->room - t->n) {
        t->room = (t->room + s.n_) * 2;
        t->p = realloc(t->p, t->room);
        REQUIRE(t->p);
    }
    if (s.n_ > 0)
        memcpy(t->p + t->n, s.p_, s.n_);
    t->n += s.n_;
}
static inline void fuzz_put_byte(fuzz_text *t, unsigned char c)
{
    fuzz_put(t, (span){&c, 1});
}
static inline void fuzz_put_c(fuzz_text *t, char const *text)
{
    fuzz_put(t, (span){(unsigned char const *)text, strlen(text)});
}
/* LINES, each with END behind it. */
static inline void fuzz_put_lines(fuzz_text *t, fuzz_lines lines, unsigned char end)
{
    for (size_t i = 0; i < lines.n; i++) {
        fuzz_put(t, lines.at[i]);
        fuzz_put_byte(t, end);
    }
}
static inline span fuzz_text_span(fuzz_text const *t)
{
    return (span){t->p, t->n};
}

#endif
