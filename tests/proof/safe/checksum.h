/* checksum.h - sums read no byte behind the text, and the tables of the CRCs have an entry for each index
   that is made up for them. The forms that are proved are the plain ones; tests/fuzz/safe/checksum compares
   the others with them. */

#ifndef PROOF_SAFE_CHECKSUM_H
#define PROOF_SAFE_CHECKSUM_H

#include "proof/safe/span.h"
#include "safe/checksum.h"

/*@ assigns \nothing; */
static uint32_t posix_step(uint32_t crc);
/* wraps posix_step: bits are shifted out */

/*@ assigns \nothing; */
static uint32_t ethernet_step(uint32_t crc);

/*@ assigns posix;
    ensures \result == &posix; */
static struct crc_tables const *posix_tables(void);
/* loop posix_tables:
    loop invariant 0 <= byte <= 256;
    loop assigns byte, posix.of[0][0 .. 255];
    loop variant 256 - byte; */
/* loop posix_tables 2:
    loop invariant 0 <= bit <= 8;
    loop assigns bit, crc;
    loop variant 8 - bit; */
/* loop posix_tables 3:
    loop invariant 1 <= k <= SLICES;
    loop assigns k, posix.of[0 .. SLICES - 1][0 .. 255];
    loop variant SLICES - k; */
/* loop posix_tables 4:
    loop invariant 0 <= byte <= 256;
    loop assigns byte, posix.of[k][0 .. 255];
    loop variant 256 - byte; */
/* wraps posix_tables: bits are shifted out */
/* mutant posix_tables: k < SLICES -> k <= SLICES */

/*@ assigns ethernet;
    ensures \result == &ethernet; */
static struct crc_tables const *ethernet_tables(void);
/* loop ethernet_tables:
    loop invariant 0 <= byte <= 256;
    loop assigns byte, ethernet.of[0][0 .. 255];
    loop variant 256 - byte; */
/* loop ethernet_tables 2:
    loop invariant 0 <= bit <= 8;
    loop assigns bit, crc;
    loop variant 8 - bit; */
/* loop ethernet_tables 3:
    loop invariant 1 <= k <= SLICES;
    loop assigns k, ethernet.of[0 .. SLICES - 1][0 .. 255];
    loop variant SLICES - k; */
/* loop ethernet_tables 4:
    loop invariant 0 <= byte <= 256;
    loop assigns byte, ethernet.of[k][0 .. 255];
    loop variant 256 - byte; */
/* mutant ethernet_tables: k - 1][byte] & 0xFF -> k - 1][byte] & 0x1FF */

/*@ requires readable(s);
    assigns posix; */
uint32_t checksum_plain_posix_(uint32_t crc, span s);
/* loop checksum_plain_posix_:
    loop invariant n <= s.n_ && p == s.p_ + (s.n_ - n);
    loop assigns n, p, crc;
    loop variant n; */
/* loop checksum_plain_posix_ 2:
    loop invariant n <= s.n_ && p == s.p_ + (s.n_ - n);
    loop assigns n, p, crc;
    loop variant n; */
/* wraps checksum_plain_posix_: bits are shifted out */
/* mutant checksum_plain_posix_: n >= 8 -> n >= 7 */

/*@ requires readable(s);
    assigns ethernet; */
uint32_t checksum_plain_ethernet_(uint32_t crc, span s);
/* loop checksum_plain_ethernet_:
    loop invariant n <= s.n_ && p == s.p_ + (s.n_ - n);
    loop assigns n, p, crc;
    loop variant n; */
/* loop checksum_plain_ethernet_ 2:
    loop invariant n <= s.n_ && p == s.p_ + (s.n_ - n);
    loop assigns n, p, crc;
    loop variant n; */
/* mutant checksum_plain_ethernet_: crc >> 24 ^ p[3] -> crc >> 23 ^ p[3] */

/*@ requires readable(s);
    assigns \nothing; */
uint64_t checksum_plain_sum_(span s);
/* loop checksum_plain_sum_:
    loop invariant 0 <= i <= s.n_;
    loop assigns i, sum;
    loop variant s.n_ - i; */
/* wraps checksum_plain_sum_: the sum is modulo 2^64 */
/* mutant checksum_plain_sum_: i < s.n_ -> i <= s.n_ */

/*@ requires readable(s);
    assigns \nothing; */
uint16_t span_rotating_sum(span s, uint16_t sum);
/* loop span_rotating_sum:
    loop invariant 0 <= i <= s.n_;
    loop assigns i, c;
    loop variant s.n_ - i; */
/* mutant span_rotating_sum: s.p_[i] -> s.p_[i + 1] */

/*@ requires readable(s);
    assigns posix; */
uint32_t crc_posix(uint32_t crc, span s);
/* mutant crc_posix: (crc, s) -> (crc, s) + s.p_[s.n_] */

/*@ requires readable(s);
    assigns ethernet; */
uint32_t crc_ethernet(uint32_t crc, span s);
/* mutant crc_ethernet: (crc, s) -> (crc, s) + s.p_[s.n_] */

/*@ requires readable(s);
    assigns \nothing; */
uint64_t span_sum(span s);
/* mutant span_sum: (s) -> (s) + s.p_[s.n_] */

#endif
