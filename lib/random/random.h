/* random.h - random numbers: from the system, or from the bytes of a file, which then say what comes.

   From a file, a number from 0 to MOST is made as GNU's shuf makes it, so that the same file gives the same
   result: bytes are digits of base 256, of which no more are read than are needed; what they can tell beyond
   the number asked for is kept for the next one.  Without a file the system gives the key of a stream
   (ChaCha of 8 rounds) that nobody can guess. */

#ifndef RANDOM_RANDOM_H
#define RANDOM_RANDOM_H

#include "io/reader.h"
#include "safe/chacha.h"

enum random_trouble { RANDOM_GOOD, RANDOM_CLOSED, RANDOM_UNREADABLE, RANDOM_ENDED };

struct SAFE_OWNER random_source {
    /* Nothing was to be had: the file could not be opened (for none: the system gave nothing), could not be
       read, or had ended.  ERR says why in the first two cases. */
    enum random_trouble trouble;
    oserr err;
    /* The rest belongs to lib/random. */
    bool from_file;
    reader file;
    struct chacha stream;
    buf bytes;                  /* of the stream */
    span words;                 /* those of them that were not used yet: words of 32 bits */
    uint64_t left, left_most;   /* what earlier numbers left: one from 0 to LEFT_MOST */
};

/* Begin with the bytes of FILE, or the system's for none; false: see TROUBLE. */
bool random_open(struct random_source *r, zstr file);
/* Fill INTO; false, INTO unspecified: see TROUBLE. */
bool random_bytes(struct random_source *r, mspan into);
bool random_upto_slow_(struct random_source *r, uint64_t most, uint64_t *n);
bool random_settle_(struct random_source *r, uint64_t most, uint64_t product, uint64_t *n);
/* A number from 0 to MOST, each as likely as the others; false, *N unchanged: see TROUBLE.

   From the stream, 32 bits times the number of choices are a product whose high half is the number; its low
   half tells whether that may be one of the products that some numbers get more of than others, and then
   random_settle_ looks closer (D. Lemire 2019). */
SAFE_INLINE bool random_upto(struct random_source *r, uint64_t most, uint64_t *n)
{
    if (most >= UINT32_MAX || span_len(r->words) < 4)
        return random_upto_slow_(r, most, n);
    uint64_t product = span_load32(span_take(&r->words, 4)) * (most + 1);
    if (low_u32(product) <= most)
        return random_settle_(r, most, product, n);
    *n = product >> 32;
    return true;
}
void random_close(struct random_source *r);

#endif
