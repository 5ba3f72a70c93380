/* digest.h - checksums and digests of inputs, and the lines of lists that hold them.

   A digest is a sequence of bytes.  Those of the old sums are numbers and come as big-endian bytes: two for
   bsd and sysv, four for crc and crc32b. */

#ifndef DIGEST_DIGEST_H
#define DIGEST_DIGEST_H

#include "io/reader.h"
#include "safe/buf.h"

enum digest_algorithm {
    DIGEST_BSD, DIGEST_SYSV, DIGEST_CRC, DIGEST_CRC32B,         /* numbers */
    DIGEST_MD5, DIGEST_SHA1, DIGEST_SHA224, DIGEST_SHA256, DIGEST_SHA384, DIGEST_SHA512,
    DIGEST_SHA2, DIGEST_SHA3, DIGEST_BLAKE2B,                   /* of a length that has to be chosen */
    DIGEST_SM3,
};
enum { DIGEST_MOST_BITS = 512 };

/* What to compute: an algorithm, and the length of its result. */
struct digest_kind {
    enum digest_algorithm algorithm;
    size_t bits;
};

/* The name of an algorithm in lists and messages: "MD5", "BLAKE2b". */
zstr digest_name(enum digest_algorithm algorithm);
/* The greatest length of its result. */
size_t digest_most_bits(enum digest_algorithm algorithm);
/* Whether it is one of the four whose result is printed as a number. */
bool digest_is_number(enum digest_algorithm algorithm);
/* Whether its result may have BITS bits. */
bool digest_bits_allowed(enum digest_algorithm algorithm, size_t bits);

/* Digest what IN holds into OUT, which is cleared first; *LENGTH is how many bytes that was. */
oserr digest_input(reader *in, struct digest_kind kind, buf *out, uintmax_t *length);

/* The number that the bytes of a digest are. */
uintmax_t digest_number(span digest);
/* Append the digest in hexadecimal, or in base64. */
void digest_append_hex(buf *out, span digest);
void digest_append_base64(buf *out, span digest);

/* Reads the lines of a list.  Three forms are known:

       MD5 (NAME) = DIGEST         tagged; "MD5(NAME)= DIGEST" is the same, a length may follow the tag
       DIGEST  NAME                the default of md5sum; '*' in place of the second blank is the same
       DIGEST NAME                 BSD's reversed form, when the first such line of all lists is of it

   A backslash before it all says that NAME has "\n", "\r" and "\\" in place of what they stand for. */
struct digest_list {
    enum digest_algorithm wanted;       /* what untagged lines hold, and what tags have to say */
    bool any_tag;               /* every tag is good and needed: cksum without -a */
    bool base64;                /* digests may be in base64, too */
    bool form_known, reversed;  /* the form of untagged lines */
    struct digest_kind kind;    /* of the last line; its algorithm also when that was no good */
    buf name, digest;           /* of the last line */
};

/* Take LINE, without its end, apart; false when it is not as it should be. */
bool digest_parse_line(struct digest_list *list, span line);

/* The bytes of TEXT, BITS of them in hexadecimal or, if BASE64, in base64; false when TEXT is not that.
   Base64 that has the right form, but that no digest is written as, gives no bytes. */
bool digest_decode(span text, size_t bits, bool base64, buf *out);

#endif
