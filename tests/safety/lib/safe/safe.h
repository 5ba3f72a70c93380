/* safe.h - a small stand-in for lib/safe, so that the fixtures of the checker stand on their own. */

#ifndef SAFE_SAFE_H
#define SAFE_SAFE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifndef SAFE_OWNER
#define SAFE_OWNER
#endif
#define SAFE_INLINE static inline __attribute__((always_inline))

_Noreturn void fault(size_t got, size_t limit);

typedef struct { unsigned char const *p_; size_t n_; } span;
typedef struct { unsigned char *p_; size_t n_; } mspan;
typedef struct { char const *z_; size_t n_; } zstr;

#define S(lit) ((span){(unsigned char const *)("" lit), sizeof(lit) - 1})
#define Z(lit) ((zstr){"" lit, sizeof(lit) - 1})
#define Z_NONE ((zstr){0})

span span_of_raw_(unsigned char const *p, size_t n);

SAFE_INLINE size_t span_len(span s)
{
    return s.n_;
}
SAFE_INLINE unsigned char span_at(span s, size_t i)
{
    if (i >= s.n_)
        fault(i, s.n_);
    return s.p_[i];
}
bool span_next(span *s, unsigned char *c);
bool span_cut(span *s, unsigned char d, span *field);
span span_first(span s, size_t n);
span zstr_span(zstr z);
void mspan_set(mspan s, size_t i, unsigned char c);

#define SPAN_FOREACH(c, s) \
    for (span c##_s_ = (s), *c##_once_ = &c##_s_; c##_once_; c##_once_ = 0) \
        for (unsigned char c = 0; span_next(&c##_s_, &c);)

/* Looks at its argument twice: only good for arguments without effects. */
#define SPAN_BOTH_ENDS(s) (span_at((s), 0) == span_at((s), span_len(s) - 1))

#define SPAN_OF(name, table) ((name){(table), sizeof(table) / sizeof *(table)})
#define AT(name, object, i) (*name##_ref_((object), (i)))

#define RSPAN_DEFINE(name, T) \
    typedef struct { T const *p_; size_t n_; } name; \
    SAFE_INLINE size_t name##_len(name s) \
    { \
        return s.n_; \
    } \
    SAFE_INLINE T const *name##_ref_(name s, size_t i) \
    { \
        if (i >= s.n_) \
            fault(i, s.n_); \
        return s.p_ + i; \
    } \
    typedef T name##_element

typedef struct SAFE_OWNER { unsigned char *p_; size_t n_; } buf;
void buf_append(buf *b, span s);
void buf_push(buf *b, unsigned char c);
span buf_span(buf const *b);
void buf_swap(buf *a, buf *b);

#define VEC_DEFINE(vec, view, T) \
    RSPAN_DEFINE(view, T); \
    typedef struct SAFE_OWNER { T *p_; size_t n_; } vec; \
    void vec##_grow_(vec *v); \
    SAFE_INLINE T *vec##_ref_(vec *v, size_t i) \
    { \
        if (i >= v->n_) \
            fault(i, v->n_); \
        return v->p_ + i; \
    } \
    SAFE_INLINE void vec##_push(vec *v, T e) \
    { \
        vec##_grow_(v); \
        v->p_[v->n_++] = e; \
    } \
    typedef T vec##_element

/* A value that is good for one call only. */
typedef struct __attribute__((annotate("safe_borrow"))) { span const *p_; size_t n_; } words;
#define WORDS(...) ((words){(span const[]){__VA_ARGS__}, sizeof((span const[]){__VA_ARGS__}) / sizeof(span)})
void say(words w);

_Noreturn void stop(int status);
int prog_main(void);
bool to_int(uint64_t v, int *out);
unsigned char low_byte(uint64_t v);

#define REPORT(err, template, ...) report_((err), Z(template), 0, ##__VA_ARGS__)
void report_(int err, zstr template, int first, ...);

#define SECRET_(p, n) ((span){(p), (n)})
#define GIVE_UP_IF(e) do { if (e) return false; } while (0)

bool count_bytes(span s, bool (*wanted)(unsigned char), size_t *count);
void log_line(zstr format, ...);
struct opaque;
void opaque_use(struct opaque *o);

#endif
