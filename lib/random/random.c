/* random.c - see random.h. */

#include "random/random.h"

#include "sys/entropy.h"

enum { ROUNDS = 8, STREAM_SIZE = 16 * CHACHA_STEP };

static bool fail(struct random_source *r, enum random_trouble trouble, oserr err)
{
    r->trouble = trouble;
    r->err = err;
    return false;
}

bool random_open(struct random_source *r, zstr file)
{
    r->from_file = !zstr_is_none(file);
    if (r->from_file) {
        fdh f = FDH_NONE;
        oserr err = fd_open(&f, FDH_CWD, file, O_RDONLY, 0);
        if (err)
            return fail(r, RANDOM_CLOSED, err);
        reader_open_sized(&r->file, f, STREAM_SIZE);
        return true;
    }
    mspan room = mspan_first(buf_tail(&r->bytes, STREAM_SIZE), STREAM_SIZE);
    buf_commit(&r->bytes, STREAM_SIZE);
    oserr err = entropy_fill(mspan_first(room, CHACHA_KEY));
    if (err)
        return fail(r, RANDOM_CLOSED, err);
    chacha_start(&r->stream, mspan_span(mspan_first(room, CHACHA_KEY)), ROUNDS);
    return true;
}

/* The next byte of the file. */
static bool next_byte(struct random_source *r, unsigned char *byte)
{
    span part = {};
    oserr err = reader_peek(&r->file, &part);
    if (err)
        return fail(r, RANDOM_UNREADABLE, err);
    if (span_empty(part))
        return fail(r, RANDOM_ENDED, 0);
    *byte = span_at(part, 0);
    reader_consume(&r->file, 1);
    return true;
}

/* The next 32 bits of the stream. */
static uint32_t next_word(struct random_source *r)
{
    if (span_empty(r->words)) {
        chacha_fill(&r->stream, buf_mspan(&r->bytes));
        r->words = buf_span(&r->bytes);
    }
    return span_load32(span_take(&r->words, 4));
}

bool random_bytes(struct random_source *r, mspan into)
{
    for (size_t i = 0; i < mspan_len(into); i++) {
        unsigned char byte = 0;
        if (!r->from_file)
            byte = low_byte(next_word(r));
        else if (!next_byte(r, &byte))
            return false;
        mspan_set(into, i, byte);
    }
    return true;
}

/* From the file: see random.h.  Where the number read so far, one from 0 to LEFT_MOST, is among the last ones
   that make no full set of MOST + 1, it counts as a smaller one and more is read. */
static bool number_from_file(struct random_source *r, uint64_t most, uint64_t *n)
{
    for (;;) {
        while (r->left_most < most) {
            unsigned char byte = 0;
            if (!next_byte(r, &byte))
                return false;
            r->left = r->left << 8 | byte;
            r->left_most = r->left_most << 8 | 0xFF;
        }
        if (r->left_most == most) {
            *n = r->left;
            r->left = r->left_most = 0;
            return true;
        }
        uint64_t choices = most + 1, beyond = r->left_most - most, unusable = beyond % choices;
        uint64_t number = r->left % choices;
        if (r->left <= r->left_most - unusable) {
            r->left /= choices;
            r->left_most = beyond / choices;
            *n = number;
            return true;
        }
        r->left = number;
        r->left_most = unusable - 1;
    }
}

bool random_settle_(struct random_source *r, uint64_t most, uint64_t product, uint64_t *n)
{
    uint64_t choices = most + 1, least = (UINT32_MAX - choices + 1) % choices;
    while (low_u32(product) < least)
        product = next_word(r) * choices;
    *n = product >> 32;
    return true;
}

/* From the stream, for any MOST: as many bits as it has, until they make a number that is not greater. */
static uint64_t great_number(struct random_source *r, uint64_t most)
{
    uint64_t mask = most;
    for (unsigned shift = 1; shift < 64; shift *= 2)
        mask |= mask >> shift;
    for (;;) {
        uint64_t high = next_word(r), n = (high << 32 | next_word(r)) & mask;
        if (n <= most)
            return n;
    }
}

bool random_upto_slow_(struct random_source *r, uint64_t most, uint64_t *n)
{
    if (r->from_file)
        return number_from_file(r, most, n);
    if (most < UINT32_MAX)
        return random_settle_(r, most, next_word(r) * (most + 1), n);
    *n = great_number(r, most);
    return true;
}

void random_close(struct random_source *r)
{
    if (r->from_file)
        reader_close(&r->file);
    buf_recycle(&r->bytes);
}
