/* human.h - amounts of bytes in units chosen by the user: 123, 1.5K, 12MiB, 1'234.

   A unit comes from -h, --si, --block-size=SIZE or one of the BLOCK_SIZE variables.  See the manual of GNU
   coreutils, "Block size". */

#ifndef HUMAN_HUMAN_H
#define HUMAN_HUMAN_H

#include "safe/buf.h"
#include "safe/zstr.h"

struct human_unit {
    uint64_t block;             /* bytes of one unit */
    bool scale;                 /* in place of that: the largest power of the base that leaves a 1 */
    bool decimal;               /* the base is 1000, not 1024 */
    bool group;                 /* with the locale's thousands separators */
    bool letter;                /* the unit's letter behind the number: K, M, ... */
    bool bytes;                 /* ... and a B, or iB */
};

#define HUMAN_BINARY ((struct human_unit){.block = 1, .scale = true, .letter = true})
#define HUMAN_DECIMAL ((struct human_unit){.block = 1, .scale = true, .letter = true, .decimal = true})
#define HUMAN_BLOCKS(n) ((struct human_unit){.block = (n)})

enum human_rounding { HUMAN_UP, HUMAN_NEAREST, HUMAN_DOWN };

/* Append AMOUNT times SIZE bytes (any product, also beyond 64 bits) in the unit.  F: neither the block nor
   SIZE is 0. */
void human_append(buf *out, uint64_t amount, uint64_t size, struct human_unit unit, enum human_rounding how);
/* The unit's letters alone, as a heading like "1K-blocks" needs them after the number: nothing for blocks
   of any other size. */
void human_append_letter(buf *out, struct human_unit unit);

enum human_err { HUMAN_OK, HUMAN_INVALID, HUMAN_BAD_SUFFIX, HUMAN_TOO_LARGE };

/* A SIZE: "human-readable", "si" (or a beginning of them), a number, a number with a unit, or a unit alone,
   which then is shown; a ' before it asks for separators.  *UNIT is set only on success. */
enum human_err human_parse(span text, struct human_unit *unit);

/* The unit that the environment asks for by OWN (a program's variable, as "LS_BLOCK_SIZE"; may be none),
   BLOCK_SIZE or BLOCKSIZE, else 512 bytes with POSIXLY_CORRECT and 1024 without.  *NAMED: one of the first
   two said something.  Of a wrong value counts what could be read before the mistake, with too large a
   number as the largest; a value of which nothing could be read counts as 1024 (or 512). */
struct human_unit human_from_environment(zstr own, bool *named);

#endif
