/* checksum.c - the plain forms of checksum.h: eight bytes at a time, by eight tables (M. E. Kounavis and
   F. L. Berry, "A Systematic Approach to Building High Performance Software-Based CRC Generators", 2005). */

#include "safe/checksum.h"

enum { SLICES = 8 };

struct crc_tables {
    bool ready;
    uint32_t of[SLICES][256];   /* of[K][B]: what the byte B does to the register, K bytes later */
};

static uint32_t posix_step(uint32_t crc)
{
    return crc >> 31 ? crc << 1 ^ 0x04C11DB7 : crc << 1;
}

static uint32_t ethernet_step(uint32_t crc)
{
    return crc & 1 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
}

/* Made when first needed: 8 KiB are computed faster than they are read from a file. */
static struct crc_tables posix, ethernet;

static struct crc_tables const *posix_tables(void)
{
    if (posix.ready)
        return &posix;
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t crc = byte << 24;
        for (int bit = 0; bit < 8; bit++)
            crc = posix_step(crc);
        posix.of[0][byte] = crc;
    }
    for (int k = 1; k < SLICES; k++)
        for (uint32_t byte = 0; byte < 256; byte++)
            posix.of[k][byte] = posix.of[k - 1][byte] << 8 ^ posix.of[0][posix.of[k - 1][byte] >> 24];
    posix.ready = true;
    return &posix;
}

static struct crc_tables const *ethernet_tables(void)
{
    if (ethernet.ready)
        return &ethernet;
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t crc = byte;
        for (int bit = 0; bit < 8; bit++)
            crc = ethernet_step(crc);
        ethernet.of[0][byte] = crc;
    }
    for (int k = 1; k < SLICES; k++)
        for (uint32_t byte = 0; byte < 256; byte++)
            ethernet.of[k][byte] = ethernet.of[k - 1][byte] >> 8
                                   ^ ethernet.of[0][ethernet.of[k - 1][byte] & 0xFF];
    ethernet.ready = true;
    return &ethernet;
}

uint32_t checksum_plain_posix_(uint32_t crc, span s)
{
    struct crc_tables const *t = posix_tables();
    unsigned char const *p = s.p_;
    size_t n = s.n_;
    for (; n >= 8; n -= 8, p += 8)
        crc = t->of[7][crc >> 24 ^ p[0]] ^ t->of[6][(crc >> 16 & 0xFF) ^ p[1]]
              ^ t->of[5][(crc >> 8 & 0xFF) ^ p[2]] ^ t->of[4][(crc & 0xFF) ^ p[3]]
              ^ t->of[3][p[4]] ^ t->of[2][p[5]] ^ t->of[1][p[6]] ^ t->of[0][p[7]];
    for (; n > 0; n--, p++)
        crc = crc << 8 ^ t->of[0][crc >> 24 ^ *p];
    return crc;
}

uint32_t checksum_plain_ethernet_(uint32_t crc, span s)
{
    struct crc_tables const *t = ethernet_tables();
    unsigned char const *p = s.p_;
    size_t n = s.n_;
    for (; n >= 8; n -= 8, p += 8)
        crc = t->of[7][(crc & 0xFF) ^ p[0]] ^ t->of[6][(crc >> 8 & 0xFF) ^ p[1]]
              ^ t->of[5][(crc >> 16 & 0xFF) ^ p[2]] ^ t->of[4][crc >> 24 ^ p[3]]
              ^ t->of[3][p[4]] ^ t->of[2][p[5]] ^ t->of[1][p[6]] ^ t->of[0][p[7]];
    for (; n > 0; n--, p++)
        crc = crc >> 8 ^ t->of[0][(crc ^ *p) & 0xFF];
    return crc;
}

uint64_t checksum_plain_sum_(span s)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < s.n_; i++)
        sum += s.p_[i];
    return sum;
}

uint16_t span_rotating_sum(span s, uint16_t sum)
{
    uint16_t c = sum;
    for (size_t i = 0; i < s.n_; i++)
        c = (uint16_t)((uint16_t)(c >> 1 | c << 15) + s.p_[i]);
    return c;
}
