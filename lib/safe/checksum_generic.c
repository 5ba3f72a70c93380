/* checksum_generic.c - machines without kernels of their own run the plain forms. */

#include "safe/checksum.h"

uint32_t crc_posix(uint32_t crc, span s)
{
    return checksum_plain_posix_(crc, s);
}

uint32_t crc_ethernet(uint32_t crc, span s)
{
    return checksum_plain_ethernet_(crc, s);
}

uint64_t span_sum(span s)
{
    return checksum_plain_sum_(s);
}
