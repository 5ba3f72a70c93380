/* typed.h - spans and growing vectors of any element type.

   RSPAN_DEFINE (name, T)      read-only view `name` of Ts VEC_DEFINE (vec, view, T)   owned growing vector
   `vec` of Ts; `view` is a writable view of its elements SPAN_OF (name, table)       view of a `static
   const T table[]`; usable as an initializer

   AT (vec_or_view_type, object, i) is the element itself, as an lvalue: read it, assign to a member of it,
   or pass its address as an argument.  It faults when I is out of range.  An element reached before the
   vector grew stays readable (temporal rule), but later changes are made to the new place: do not let a
   call that grows a vector stand in the same expression as AT of it.  Elements must be zero-initialisable;
   a new element starts as given. */

#ifndef SAFE_TYPED_H
#define SAFE_TYPED_H

#include "safe/mem.h"

#include <string.h>

#define AT(name, object, i) (*name##_ref_((object), (i)))

#define SPAN_OF(name, table) ((name){(table), sizeof(table) / sizeof *(table)})

#define RSPAN_DEFINE(name, T) \
    typedef struct { T const *p_; size_t n_; } name; \
    SAFE_INLINE size_t name##_len(name s) \
    { \
        return s.n_; \
    } \
    SAFE_INLINE T const *name##_ref_(name s, size_t i) \
    { \
        if (__builtin_expect(i >= s.n_, 0)) \
            safe_fault(#name " index", i, s.n_); \
        return s.p_ + i; \
    } \
    SAFE_INLINE T name##_at(name s, size_t i) \
    { \
        return *name##_ref_(s, i); \
    } \
    SAFE_INLINE name name##_first(name s, size_t n) \
    { \
        if (__builtin_expect(n > s.n_, 0)) \
            safe_fault(#name " prefix", n, s.n_); \
        return (name){s.p_, n}; \
    } \
    SAFE_INLINE name name##_drop(name s, size_t n) \
    { \
        if (__builtin_expect(n > s.n_, 0)) \
            safe_fault(#name " drop", n, s.n_); \
        return (name){n ? s.p_ + n : s.p_, s.n_ - n}; \
    } \
    SAFE_INLINE bool name##_next(name *s, T *out) \
    { \
        if (s->n_ == 0) \
            return false; \
        *out = *s->p_++; \
        s->n_--; \
        return true; \
    } \
    typedef T name##_element

#define SPAN_DEFINE(name, T) \
    typedef struct { T *p_; size_t n_; } name; \
    SAFE_INLINE size_t name##_len(name s) \
    { \
        return s.n_; \
    } \
    SAFE_INLINE T *name##_ref_(name s, size_t i) \
    { \
        if (__builtin_expect(i >= s.n_, 0)) \
            safe_fault(#name " index", i, s.n_); \
        return s.p_ + i; \
    } \
    SAFE_INLINE T name##_at(name s, size_t i) \
    { \
        return *name##_ref_(s, i); \
    } \
    SAFE_INLINE void name##_set(name s, size_t i, T v) \
    { \
        *name##_ref_(s, i) = v; \
    } \
    SAFE_INLINE name name##_first(name s, size_t n) \
    { \
        if (__builtin_expect(n > s.n_, 0)) \
            safe_fault(#name " prefix", n, s.n_); \
        return (name){s.p_, n}; \
    } \
    SAFE_INLINE name name##_drop(name s, size_t n) \
    { \
        if (__builtin_expect(n > s.n_, 0)) \
            safe_fault(#name " drop", n, s.n_); \
        return (name){n ? s.p_ + n : s.p_, s.n_ - n}; \
    } \
    SAFE_INLINE bool name##_next(name *s, T *out) \
    { \
        if (s->n_ == 0) \
            return false; \
        *out = *s->p_++; \
        s->n_--; \
        return true; \
    } \
    /* Exchange the elements I and K.  F: both are in range. */ \
    SAFE_INLINE void name##_swap(name s, size_t i, size_t k) \
    { \
        T *a = name##_ref_(s, i), *b = name##_ref_(s, k), e = *a; \
        *a = *b; \
        *b = e; \
    } \
    /* A hint: element I will be used soon.  F: I is in range. */ \
    SAFE_INLINE void name##_prefetch(name s, size_t i) \
    { \
        __builtin_prefetch(name##_ref_(s, i)); \
    } \
    /* Move N elements from index FROM to index TO; the ranges may overlap.  F: both lie inside. */ \
    SAFE_INLINE void name##_move(name s, size_t to, size_t from, size_t n) \
    { \
        if (n > s.n_ || to > s.n_ - n || from > s.n_ - n) \
            safe_fault(#name " move", n, s.n_); \
        if (n) \
            memmove(s.p_ + to, s.p_ + from, n * sizeof(T)); \
    } \
    typedef T name##_element

#define VEC_DEFINE(vec, view, T) \
    SPAN_DEFINE(view, T); \
    typedef struct SAFE_OWNER { struct mem mem_; size_t n_; } vec; \
    SAFE_INLINE size_t vec##_len(vec const *v) \
    { \
        return v->n_; \
    } \
    SAFE_INLINE view vec##_span(vec const *v) \
    { \
        return (view){(T *)(void *)v->mem_.p_, v->n_}; \
    } \
    SAFE_INLINE T *vec##_ref_(vec const *v, size_t i) \
    { \
        return view##_ref_(vec##_span(v), i); \
    } \
    SAFE_INLINE T vec##_at(vec const *v, size_t i) \
    { \
        return *vec##_ref_(v, i); \
    } \
    SAFE_INLINE void vec##_set(vec *v, size_t i, T e) \
    { \
        *vec##_ref_(v, i) = e; \
    } \
    /* Room for EXTRA more elements without growing again. */ \
    SAFE_INLINE void vec##_reserve(vec *v, size_t extra) \
    { \
        if (__builtin_expect(extra > v->mem_.cap_ / sizeof(T) - v->n_, 0)) \
            mem_grow_typed_(&v->mem_, v->n_, extra, sizeof(T)); \
    } \
    SAFE_INLINE void vec##_push(vec *v, T e) \
    { \
        vec##_reserve(v, 1); \
        ((T *)(void *)v->mem_.p_)[v->n_++] = e; \
    } \
    /* N more elements, all bytes zero. */ \
    SAFE_INLINE view vec##_extend(vec *v, size_t n) \
    { \
        vec##_reserve(v, n); \
        if (n == 0)             /* there may be no memory */ \
            return (view){}; \
        view s = {(T *)(void *)v->mem_.p_ + v->n_, n}; \
        memset(s.p_, 0, n * sizeof(T)); \
        v->n_ += n; \
        return s; \
    } \
    /* Places for N more elements, to be set there, then committed; each is 0 or an element of before. */ \
    SAFE_INLINE view vec##_tail(vec *v, size_t n) \
    { \
        vec##_reserve(v, n); \
        if (n == 0)             /* there may be no memory */ \
            return (view){}; \
        return (view){(T *)(void *)v->mem_.p_ + v->n_, n}; \
    } \
    /* The first N places of the last vec_tail are elements now.  F: there were so many. */ \
    SAFE_INLINE void vec##_commit(vec *v, size_t n) \
    { \
        if (n > v->mem_.cap_ / sizeof(T) - v->n_) \
            safe_fault(#vec " commit", n, v->mem_.cap_ / sizeof(T) - v->n_); \
        v->n_ += n; \
    } \
    /* Take the last element off into *OUT; false when there is none. */ \
    SAFE_INLINE bool vec##_pop(vec *v, T *out) \
    { \
        if (v->n_ == 0) \
            return false; \
        *out = ((T *)(void *)v->mem_.p_)[--v->n_]; \
        return true; \
    } \
    /* Keep the first N elements.  F: n <= len. */ \
    SAFE_INLINE void vec##_truncate(vec *v, size_t n) \
    { \
        if (n > v->n_) \
            safe_fault(#vec " truncate", n, v->n_); \
        v->n_ = n; \
    } \
    typedef T vec##_element

/* Room for N + EXTRA elements of SIZE bytes; ends the program when that cannot be had. */
SAFE_COLD void mem_grow_typed_(struct mem *m, size_t n, size_t extra, size_t size);

#endif
