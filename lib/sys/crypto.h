/* crypto.h - cryptographic digests: by libcrypto, which is loaded when there is enough to do for it, and by
   plain C (gnulib's, and our own SHA-3) otherwise. */

#ifndef SYS_CRYPTO_H
#define SYS_CRYPTO_H

#include "safe/span.h"

enum crypto_kind {
    CRYPTO_MD5, CRYPTO_SHA1, CRYPTO_SHA224, CRYPTO_SHA256, CRYPTO_SHA384, CRYPTO_SHA512,
    CRYPTO_SM3, CRYPTO_SHA3_224, CRYPTO_SHA3_256, CRYPTO_SHA3_384, CRYPTO_SHA3_512,
};
enum { CRYPTO_KINDS = CRYPTO_SHA3_512 + 1, CRYPTO_MOST = 64 };

struct SAFE_OWNER crypto {
    enum crypto_kind kind_;
    bool foreign_;              /* libcrypto does it */
    void *evp_;                 /* its own object, where it needs one */
    _Alignas(16) unsigned char state_[416];
};

/* Bytes of a result. */
size_t crypto_size(enum crypto_kind kind);
/* Begin.  About EXPECTED bytes will come: loading a library is not worth it for a few. */
void crypto_start(struct crypto *c, enum crypto_kind kind, uintmax_t expected);
void crypto_add(struct crypto *c, span s);
/* The result to the front of OUT.  F: it fits.  C has to be started again after it. */
void crypto_finish(struct crypto *c, mspan out);
/* Never use libcrypto in this process: for tests. */
void crypto_plain_only(void);

#endif
