/* encode.h - bytes as text and back: base 64, 32, 16, 2, 58 and 85.

   RFC 4648 describes bases 64, 32 and 16, ZeroMQ's RFC 32 base 85 (Z85); base 58 has Bitcoin's alphabet and
   takes a whole message as one number. */

#ifndef ENCODE_ENCODE_H
#define ENCODE_ENCODE_H

#include "safe/buf.h"
#include "safe/bytes.h"
#include "safe/checked.h"
#include "safe/radix.h"

enum encoding {
    ENCODING_BASE64, ENCODING_BASE64URL, ENCODING_BASE58, ENCODING_BASE32, ENCODING_BASE32HEX,
    ENCODING_BASE16, ENCODING_BASE2MSBF, ENCODING_BASE2LSBF, ENCODING_Z85,
};

/* An encoding made ready; not for base 58. */
struct SAFE_OWNER encoder {
    enum encoding encoding;
    struct radix radix;
    bool padded;                /* an incomplete last group is filled up with '=' */
    byteset garbage;            /* what is neither a digit nor padding */
};
void encoder_make(struct encoder *e, enum encoding encoding);
/* The digits of an encoding. */
span encoding_alphabet(enum encoding encoding);

/* Append the text of BYTES, a whole message.  Base 85 leaves out an incomplete last group. */
void encode_append(buf *out, enum encoding encoding, span bytes);
/* The same with an encoder at hand; only the last part of a message may end with an incomplete group. */
void encoder_append(struct encoder const *e, buf *out, span bytes);

/* Text that comes in parts, turned back. */
struct SAFE_OWNER decoder {
    struct encoder encoder;
    bool skip_garbage;          /* leave out what is no digit, instead of refusing it */
    buf held;                   /* digits of a group that is not complete, and those of the current part */
};
void decoder_make(struct decoder *d, enum encoding encoding, bool skip_garbage);
/* Append to OUT what PART holds.  False when it is not right; what could be decoded up to there, the first
   bytes of a broken group included, is in OUT. */
bool decoder_add(struct decoder *d, buf *out, span part);
/* The end: an incomplete group without padding is taken as if it had it. */
bool decoder_finish(struct decoder *d, buf *out);

/* Append the bytes of TEXT, in base 64 with its padding; false when it is not that.  Unused bits in the last
   digit make *EXACT false. */
bool encode_decode_base64(span text, buf *out, bool *exact);

/* Base 58: a message as a whole. */
void base58_append(buf *out, span bytes);
/* False when TEXT holds anything but digits. */
bool base58_decode(buf *out, span text);

#endif
