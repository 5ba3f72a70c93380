/* checksum.h - cyclic redundancy checks and plain sums over bytes.

   Each has a plain form that defines it; on x86-64 faster ones are chosen at run time.  Tests compare
   them.  Tables are made at the first use, which therefore must not be in one of several threads. */

#ifndef SAFE_CHECKSUM_H
#define SAFE_CHECKSUM_H

#include "safe/span.h"

/* The two CRCs with the generator of IEEE 802.3, 0x04C11DB7.  Bits enter from the highest of each byte in
   the POSIX form (cksum), from the lowest in the other (Ethernet, gzip).  Neither start value, length nor
   complement are done here: CRC is the register before S, the result the register after it. */
uint32_t crc_posix(uint32_t crc, span s);
uint32_t crc_ethernet(uint32_t crc, span s);

/* The sum of all bytes, modulo 2^64. */
uint64_t span_sum(span s);
/* The sum of BSD: before each byte is added, the 16 bits rotate right by one. */
uint16_t span_rotating_sum(span s, uint16_t sum);

/* The plain forms, and what a kernel for one instruction set shares with them.  Private to lib/safe. */
uint32_t checksum_plain_posix_(uint32_t crc, span s);
uint32_t checksum_plain_ethernet_(uint32_t crc, span s);
uint64_t checksum_plain_sum_(span s);

#endif
