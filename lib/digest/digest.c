/* digest.c - algorithms by name, and inputs through them. */

#include "digest/digest.h"

#include "safe/blake2b.h"
#include "safe/checksum.h"
#include "sys/crypto.h"

enum { LOOK_AHEAD = 64 * 1024 };        /* a pipe that gives as much may hold any amount */

static const zstr name_table[] = {
    Z("BSD"), Z("SYSV"), Z("CRC"), Z("CRC32B"), Z("MD5"), Z("SHA1"), Z("SHA224"), Z("SHA256"), Z("SHA384"),
    Z("SHA512"), Z("SHA2"), Z("SHA3"), Z("BLAKE2b"), Z("SM3"),
};

RSPAN_DEFINE(bit_counts, size_t);
static const size_t bits_table[] = {16, 16, 32, 32, 128, 160, 224, 256, 384, 512, 512, 512, 512, 256};

zstr digest_name(enum digest_algorithm algorithm)
{
    return zstrs_at(SPAN_OF(zstrs, name_table), algorithm);
}

size_t digest_most_bits(enum digest_algorithm algorithm)
{
    return bit_counts_at(SPAN_OF(bit_counts, bits_table), algorithm);
}

bool digest_is_number(enum digest_algorithm algorithm)
{
    return algorithm <= DIGEST_CRC32B;
}

bool digest_bits_allowed(enum digest_algorithm algorithm, size_t bits)
{
    if (algorithm == DIGEST_BLAKE2B)
        return bits > 0 && bits % 8 == 0 && bits <= DIGEST_MOST_BITS;
    if (algorithm == DIGEST_SHA2 || algorithm == DIGEST_SHA3)
        return bits == 224 || bits == 256 || bits == 384 || bits == 512;
    return bits == digest_most_bits(algorithm);
}

static enum crypto_kind by_bits(size_t bits, bool sha3)
{
    switch (bits) {
    case 224: return sha3 ? CRYPTO_SHA3_224 : CRYPTO_SHA224;
    case 256: return sha3 ? CRYPTO_SHA3_256 : CRYPTO_SHA256;
    case 384: return sha3 ? CRYPTO_SHA3_384 : CRYPTO_SHA384;
    default: return sha3 ? CRYPTO_SHA3_512 : CRYPTO_SHA512;
    }
}

static enum crypto_kind crypto_kind_of(struct digest_kind kind)
{
    switch (kind.algorithm) {
    case DIGEST_MD5: return CRYPTO_MD5;
    case DIGEST_SHA1: return CRYPTO_SHA1;
    case DIGEST_SM3: return CRYPTO_SM3;
    case DIGEST_SHA3: return by_bits(kind.bits, true);
    case DIGEST_SHA2: return by_bits(kind.bits, false);
    default: return by_bits(digest_most_bits(kind.algorithm), false);
    }
}

/* About how much is still to come from IN; a guess when it is no file. */
static uintmax_t expected_length(reader *in)
{
    struct stat st = {};
    span ahead = {};
    if (fd_stat(in->fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0)
        return magnitude(st.st_size);
    if (reader_peek_least(in, LOOK_AHEAD, &ahead) != 0)
        return 0;
    return span_len(ahead) < LOOK_AHEAD ? span_len(ahead) : UINTMAX_MAX;
}

static oserr digest_crypto(reader *in, enum crypto_kind kind, buf *out, uintmax_t *length)
{
    struct crypto c = {};
    span part = {};
    oserr err = 0;
    crypto_start(&c, kind, expected_length(in));
    while ((err = reader_chunk(in, &part)) == 0 && !span_empty(part)) {
        crypto_add(&c, part);
        *length += span_len(part);
    }
    crypto_finish(&c, buf_tail(out, CRYPTO_MOST));
    buf_commit(out, crypto_size(kind));
    return err;
}

static oserr digest_blake2b(reader *in, size_t bits, buf *out, uintmax_t *length)
{
    struct blake2b b = {};
    span part = {};
    oserr err = 0;
    blake2b_start(&b, bits / 8);
    while ((err = reader_chunk(in, &part)) == 0 && !span_empty(part)) {
        blake2b_add(&b, part);
        *length += span_len(part);
    }
    blake2b_finish(&b, buf_tail(out, BLAKE2B_MOST));
    buf_commit(out, bits / 8);
    return err;
}

/* The POSIX CRC goes on over the length, in as many bytes as that needs, the lowest first. */
static uint32_t add_length(uint32_t crc, uintmax_t length)
{
    buf bytes = {};
    for (; length > 0; length >>= 8)
        buf_push(&bytes, low_byte(length));
    crc = crc_posix(crc, buf_span(&bytes));
    buf_recycle(&bytes);
    return crc;
}

/* Two carries come back in; no more are possible. */
static uint32_t folded(uint64_t sum)
{
    uint32_t low = low_u32(sum);
    uint32_t once = (low & 0xFFFF) + (low >> 16);
    return (once & 0xFFFF) + (once >> 16);
}

static uint32_t number_result(enum digest_algorithm algorithm, uint64_t state, uintmax_t length)
{
    switch (algorithm) {
    case DIGEST_SYSV: return folded(state);
    case DIGEST_CRC: return ~add_length(low_u32(state), length);
    case DIGEST_CRC32B: return ~low_u32(state);
    default: return low_u32(state);
    }
}

static oserr digest_to_number(reader *in, enum digest_algorithm algorithm, buf *out, uintmax_t *length)
{
    uint64_t state = algorithm == DIGEST_CRC32B ? UINT32_MAX : 0;
    span part = {};
    oserr err = 0;
    while ((err = reader_chunk(in, &part)) == 0 && !span_empty(part)) {
        switch (algorithm) {
        case DIGEST_BSD: state = span_rotating_sum(part, low_u16(state)); break;
        case DIGEST_SYSV: state += span_sum(part); break;
        case DIGEST_CRC: state = crc_posix(low_u32(state), part); break;
        default: state = crc_ethernet(low_u32(state), part);
        }
        if (ck_add(length, *length, span_len(part)))
            return EOVERFLOW;
    }
    uint32_t n = number_result(algorithm, state, *length);
    for (size_t shift = digest_most_bits(algorithm); shift > 0; shift -= 8)
        buf_push(out, low_byte(n >> (shift - 8)));
    return err;
}

oserr digest_input(reader *in, struct digest_kind kind, buf *out, uintmax_t *length)
{
    buf_clear(out);
    *length = 0;
    if (digest_is_number(kind.algorithm))
        return digest_to_number(in, kind.algorithm, out, length);
    if (kind.algorithm == DIGEST_BLAKE2B)
        return digest_blake2b(in, kind.bits, out, length);
    return digest_crypto(in, crypto_kind_of(kind), out, length);
}

uintmax_t digest_number(span digest)
{
    uintmax_t n = 0;
    SPAN_FOREACH(c, digest)
        n = n << 8 | c;
    return n;
}
