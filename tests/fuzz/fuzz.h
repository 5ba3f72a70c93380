/* fuzz.h - what every fuzz target needs: choices taken from the front of the input, and a check that says
   what broke. The input itself is a heap block of exactly its size, so AddressSanitizer sees each byte
   read behind it; outputs are to be taken from fuzz_room for the same reason. */

#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include "safe/span.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size);

/* Where messages go, also while a program's own are thrown away. */
static int fuzz_messages = 2;

#define REQUIRE(condition) \
    ((condition) \
     ? (void)0 : (dprintf(fuzz_messages, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition), abort()))

typedef struct { uint8_t const *data; size_t left; } fuzz;

static inline unsigned fuzz_byte(fuzz *f)
{
    if (f->left == 0)
        return 0;
    f->left--;
    return *f->data++;
}
static inline uint64_t fuzz_u64(fuzz *f)
{
    uint64_t v = 0;
    for (unsigned n = fuzz_byte(f) % 9; n > 0; n--)
        v = v << 8 | fuzz_byte(f);
    return v;
}
/* All that is left, or at most N bytes of it. */
static inline span fuzz_rest(fuzz *f)
{
    span s = {f->data, f->left};
    f->data += f->left;
    f->left = 0;
    return s;
}
static inline span fuzz_part(fuzz *f, size_t n)
{
    span s = {f->data, n < f->left ? n : f->left};
    f->data += s.n_;
    f->left -= s.n_;
    return s;
}
/* A block of exactly N bytes; the caller frees room.p_. */
static inline mspan fuzz_room(size_t n)
{
    unsigned char *p = malloc(n ? n : 1);
    REQUIRE(p);
    return (mspan){p, n};
}
/* A copy of S as a C string; the caller frees it. */
static inline char *fuzz_c_string(span s)
{
    char *p = malloc(s.n_ + 1);
    REQUIRE(p);
    if (s.n_)
        memcpy(p, s.p_, s.n_);
    p[s.n_] = 0;
    return p;
}

#endif
