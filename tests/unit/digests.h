/* digests.h - what the tests of digests share: messages whose lengths lie at the borders of blocks, and one
   short answer for all of them. */

#ifndef DIGESTS_H
#define DIGESTS_H

#include "unit.h"

/* Digest S into a result of SIZE bytes, given STEP bytes at a time. */
typedef span digest_in_steps(size_t size, span s, size_t step);

/* A message of N bytes, 100000 at most: 0 to 250 again and again. */
UNIT_UNUSED static span digest_message(size_t n)
{
    static unsigned char bytes[100000];
    for (size_t i = 0; bytes[sizeof bytes - 1] == 0 && i < sizeof bytes; i++)
        bytes[i] = (unsigned char)(i % 251);
    return span_first(view(bytes, sizeof bytes), n);
}

/* S in hexadecimal. */
UNIT_UNUSED static char const *hex(span s)
{
    static char form[200];
    char *to = form;
    *to = '\0';
    SPAN_FOREACH(c, s)
        to += sprintf(to, "%02x", c);
    return form;
}

/* The digest of the digests of all our messages, one after the other.  Each of them has to be the same however
   its message is cut. */
UNIT_UNUSED static span digest_of_digests(digest_in_steps *digest, size_t size)
{
    static size_t const lengths[] = {
        0, 1, 3, 55, 56, 63, 64, 65, 71, 72, 73, 103, 104, 105, 111, 112, 119, 120, 127, 128, 129, 135, 136,
        137, 143, 144, 145, 200, 255, 256, 257, 1000, 100000,
    };
    static unsigned char results[64 * sizeof lengths / sizeof *lengths];
    mspan to = room(results, sizeof results);
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        unsigned char once[64];
        span message = digest_message(lengths[i]);
        mspan_copy(room(once, sizeof once), digest(size, message, lengths[i]));
        check_span(digest(size, message, 1), view(once, size));
        check_span(digest(size, message, 7), view(once, size));
        check_span(digest(size, message, 129), view(once, size));
        mspan_put(&to, view(once, size));
    }
    return digest(size, view(results, sizeof results - mspan_len(to)), 1000);
}

#endif
