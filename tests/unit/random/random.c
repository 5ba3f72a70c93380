/* random.c - numbers from files and from the system. */

#include "random/random.h"
#include "unit.h"

static void write_file(char const *name, void const *bytes, size_t n)
{
    int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ck_assert_int_eq(write(fd, bytes, n), (ssize_t)n);
    close(fd);
}

static uint64_t draw(struct random_source *r, uint64_t most)
{
    uint64_t n = UINT64_MAX;
    ck_assert(random_upto(r, most, &n));
    ck_assert(n <= most);
    return n;
}

/* Bytes are digits; what one number leaves, the next one uses. */
START_TEST(from_a_file)
{
    struct random_source r = {0};
    write_file("bytes", "\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\xff\x05", 12);
    ck_assert(random_open(&r, Z("bytes")));
    ck_assert_uint_eq(draw(&r, 0), 0);
    ck_assert_uint_eq(draw(&r, 255), 1);
    ck_assert_uint_eq(draw(&r, 65535), 0x0203);
    ck_assert_uint_eq(draw(&r, 15), 4);         /* 0x04; 0 of 0 to 15 is left */
    ck_assert_uint_eq(draw(&r, 15), 0);
    ck_assert_uint_eq(draw(&r, 0xFFFFFFFF), 0x05060708);
    unsigned char more[2];
    ck_assert(random_bytes(&r, room(more, 2)));
    ck_assert_int_eq(more[1], 0x0a);
    ck_assert_uint_eq(draw(&r, 2), 2);          /* 255 of 0 to 255 is one too many; 0 of 0 to 0 and 5 are 5 */
    uint64_t n = 7;
    ck_assert(!random_upto(&r, UINT64_MAX, &n));
    ck_assert_uint_eq(n, 7);
    ck_assert_int_eq(r.trouble, RANDOM_ENDED);
    random_close(&r);
}
END_TEST

START_TEST(trouble)
{
    struct random_source r = {0}, folder = {0};
    unsigned char byte[1];
    ck_assert(!random_open(&r, Z("missing")));
    ck_assert(r.trouble == RANDOM_CLOSED && r.err == ENOENT);
    ck_assert(random_open(&folder, Z(".")));
    ck_assert(!random_bytes(&folder, room(byte, 1)));
    ck_assert(folder.trouble == RANDOM_UNREADABLE && folder.err == EISDIR);
    random_close(&folder);
}
END_TEST

/* All numbers come, about equally often, for small, odd and great limits. */
START_TEST(from_the_system)
{
    struct random_source r = {0}, other = {0};
    unsigned counts[5] = {0};
    ck_assert(random_open(&r, Z_NONE) && random_open(&other, Z_NONE));
    for (int i = 0; i < 50000; i++)
        counts[draw(&r, 4)]++;
    for (int i = 0; i < 5; i++)
        ck_assert_msg(counts[i] > 9300 && counts[i] < 10700, "%d: %u", i, counts[i]);
    uint64_t all = 0, most = (uint64_t)3 << 40;
    for (int i = 0; i < 1000; i++)
        all |= draw(&r, most) ^ draw(&other, most);
    ck_assert_uint_ge(all, (uint64_t)1 << 41);
    ck_assert_uint_ne(draw(&r, UINT64_MAX), draw(&other, UINT64_MAX));
    unsigned char bytes[64] = {0}, zeros[64] = {0};
    ck_assert(random_bytes(&r, room(bytes, 64)));
    ck_assert_int_ne(memcmp(bytes, zeros, 64), 0);
    random_close(&r);
    random_close(&other);
}
END_TEST

UNIT_MAIN("random", from_a_file, trouble, from_the_system)
