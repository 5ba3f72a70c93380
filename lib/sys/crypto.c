/* crypto.c - see crypto.h.

   The old functions of libcrypto (SHA256_Update and so on) are used where there are such, because the newer
   interface reads configuration files before it does anything. */

#include "sys/crypto.h"

#include "safe/sha3.h"

#include <config.h>
#include <md5.h>
#include <sha1.h>
#include <sha256.h>
#include <sha512.h>
#include <sm3.h>

#include <stdint.h>

/* How one kind is done.  A result is bytes, stored as words. */
struct functions {
    void (*start)(void *state);
    void (*add)(void const *bytes, size_t n, void *state);
    void *(*finish)(void *state, void *result);
};

#define PLAIN(name, process) \
    static void name##_start(void *state) { name##_init_ctx(state); } \
    static void name##_add(void const *p, size_t n, void *state) { process##_process_bytes(p, n, state); } \
    static void *name##_finish(void *state, void *result) { return name##_finish_ctx(state, result); }
PLAIN(md5, md5)
PLAIN(sha1, sha1)
PLAIN(sha224, sha256)
PLAIN(sha256, sha256)
PLAIN(sha384, sha512)
PLAIN(sha512, sha512)
PLAIN(sm3, sm3)

static struct functions const plain[] = {
    [CRYPTO_MD5] = {md5_start, md5_add, md5_finish},
    [CRYPTO_SHA1] = {sha1_start, sha1_add, sha1_finish},
    [CRYPTO_SHA224] = {sha224_start, sha224_add, sha224_finish},
    [CRYPTO_SHA256] = {sha256_start, sha256_add, sha256_finish},
    [CRYPTO_SHA384] = {sha384_start, sha384_add, sha384_finish},
    [CRYPTO_SHA512] = {sha512_start, sha512_add, sha512_finish},
    [CRYPTO_SM3] = {sm3_start, sm3_add, sm3_finish},
};

_Static_assert(sizeof(struct md5_ctx) <= sizeof((struct crypto){0}.state_), "MD5 state");
_Static_assert(sizeof(struct sha1_ctx) <= sizeof((struct crypto){0}.state_), "SHA-1 state");
_Static_assert(sizeof(struct sha256_ctx) <= sizeof((struct crypto){0}.state_), "SHA-256 state");
_Static_assert(sizeof(struct sha512_ctx) <= sizeof((struct crypto){0}.state_), "SHA-512 state");
_Static_assert(sizeof(struct sm3_ctx) <= sizeof((struct crypto){0}.state_), "SM3 state");
_Static_assert(sizeof(struct sha3) <= sizeof((struct crypto){0}.state_), "SHA-3 state");

static bool is_sha3(enum crypto_kind kind)
{
    return kind >= CRYPTO_SHA3_224 && kind <= CRYPTO_SHA3_512;
}

size_t crypto_size(enum crypto_kind kind)
{
    static unsigned char const sizes[CRYPTO_KINDS] = {16, 20, 28, 32, 48, 64, 32, 28, 32, 48, 64};
    return sizes[kind];
}

/* ---- libcrypto ---- */

static bool never_foreign;

void crypto_plain_only(void)
{
    never_foreign = true;
}

#ifdef HAVE_OPENSSL

# include <dlfcn.h>
# include <openssl/evp.h>
# include <openssl/opensslv.h>
# include <openssl/sha.h>

enum { WORTH_LOADING = 384 * 1024 };    /* bytes that plain C digests while the library is loaded */

_Static_assert(sizeof(SHA512_CTX) <= sizeof((struct crypto){0}.state_), "libcrypto's SHA-512 state");

struct library {
    void *handle;
    int (*start)(void *state);
    int (*add)(void *state, void const *p, size_t n);
    int (*finish)(unsigned char *result, void *state);
    EVP_MD_CTX *(*evp_new)(void);
    void (*evp_free)(EVP_MD_CTX *);
    int (*evp_start)(EVP_MD_CTX *, EVP_MD const *, ENGINE *);
    int (*evp_add)(EVP_MD_CTX *, void const *, size_t);
    int (*evp_finish)(EVP_MD_CTX *, unsigned char *, unsigned *);
    EVP_MD const *(*evp_kind)(void);
};

/* FUNCTION of the library in FIELD, whatever its type. */
static bool find(void *handle, char const *function, void *field)
{
    void *found = dlsym(handle, function);
    memcpy(field, &found, sizeof found);
    return found != NULL;
}

static bool find_old(struct library *l, char const *start, char const *add, char const *finish)
{
    return find(l->handle, start, &l->start) && find(l->handle, add, &l->add)
           && find(l->handle, finish, &l->finish);
}

static bool find_evp(struct library *l, char const *kind)
{
    return find(l->handle, "EVP_MD_CTX_new", &l->evp_new) && find(l->handle, "EVP_MD_CTX_free", &l->evp_free)
           && find(l->handle, "EVP_DigestInit_ex", &l->evp_start)
           && find(l->handle, "EVP_DigestUpdate", &l->evp_add)
           && find(l->handle, "EVP_DigestFinal_ex", &l->evp_finish)
           && find(l->handle, kind, &l->evp_kind);
}

static bool find_functions(struct library *l, enum crypto_kind kind)
{
    switch (kind) {
    case CRYPTO_MD5: return find_old(l, "MD5_Init", "MD5_Update", "MD5_Final");
    case CRYPTO_SHA1: return find_old(l, "SHA1_Init", "SHA1_Update", "SHA1_Final");
    case CRYPTO_SHA224: return find_old(l, "SHA224_Init", "SHA224_Update", "SHA224_Final");
    case CRYPTO_SHA256: return find_old(l, "SHA256_Init", "SHA256_Update", "SHA256_Final");
    case CRYPTO_SHA384: return find_old(l, "SHA384_Init", "SHA384_Update", "SHA384_Final");
    case CRYPTO_SHA512: return find_old(l, "SHA512_Init", "SHA512_Update", "SHA512_Final");
    case CRYPTO_SM3: return false;      /* plain C is as fast */
    case CRYPTO_SHA3_224: return find_evp(l, "EVP_sha3_224");
    case CRYPTO_SHA3_256: return find_evp(l, "EVP_sha3_256");
    case CRYPTO_SHA3_384: return find_evp(l, "EVP_sha3_384");
    case CRYPTO_SHA3_512: return find_evp(l, "EVP_sha3_512");
    }
    return false;
}

/* What the library has for KIND, or NULL when EXPECTED bytes more are not worth loading it. */
static struct library const *library_for(enum crypto_kind kind, uintmax_t expected)
{
    static struct { struct library functions; bool asked, usable; } kinds[CRYPTO_KINDS];
    static void *handle;
    static uintmax_t digested;
    if (!kinds[kind].asked) {
        uintmax_t before = digested;
        digested = expected < UINTMAX_MAX - before ? before + expected : UINTMAX_MAX;
        if (digested < WORTH_LOADING || never_foreign || kind == CRYPTO_SM3)
            return NULL;
        kinds[kind].asked = true;
        if (!handle)
            handle = dlopen(OPENSSL_VERSION_MAJOR >= 3 ? "libcrypto.so.3" : "libcrypto.so.1.1",
                            RTLD_LAZY | RTLD_LOCAL);
        kinds[kind].functions.handle = handle;
        kinds[kind].usable = handle && find_functions(&kinds[kind].functions, kind);
    }
    return kinds[kind].usable ? &kinds[kind].functions : NULL;
}

static bool start_foreign(struct crypto *c, uintmax_t expected)
{
    struct library const *l = library_for(c->kind_, expected);
    if (!l)
        return false;
    if (!l->evp_new)
        return l->start(c->state_) == 1;
    c->evp_ = l->evp_new();
    if (c->evp_ && l->evp_start(c->evp_, l->evp_kind(), NULL) == 1)
        return true;
    l->evp_free(c->evp_);
    c->evp_ = NULL;
    return false;
}

static void add_foreign(struct crypto *c, span s)
{
    struct library const *l = library_for(c->kind_, 0);
    int done = c->evp_ ? l->evp_add(c->evp_, s.p_, s.n_) : l->add(c->state_, s.p_, s.n_);
    if (done != 1)
        safe_fault("libcrypto refused input", s.n_, 0);
}

static void finish_foreign(struct crypto *c, mspan out)
{
    struct library const *l = library_for(c->kind_, 0);
    int done = c->evp_ ? l->evp_finish(c->evp_, out.p_, NULL) : l->finish(out.p_, c->state_);
    if (done != 1)
        safe_fault("libcrypto gave no result", out.n_, 0);
    if (c->evp_)
        l->evp_free(c->evp_);
    c->evp_ = NULL;
}

#else

static bool start_foreign(struct crypto *c, uintmax_t expected)
{
    return c->kind_ >= CRYPTO_KINDS && expected > 0;
}

static void add_foreign(struct crypto *c, span s)
{
    safe_fault("no libcrypto", c->kind_, s.n_);
}

static void finish_foreign(struct crypto *c, mspan out)
{
    safe_fault("no libcrypto", c->kind_, out.n_);
}

#endif

/* ---- both ---- */

static struct sha3 *sha3_of(struct crypto *c)
{
    return (struct sha3 *)(void *)c->state_;
}

void crypto_start(struct crypto *c, enum crypto_kind kind, uintmax_t expected)
{
    c->kind_ = kind;
    c->evp_ = NULL;
    c->foreign_ = start_foreign(c, expected);
    if (c->foreign_)
        return;
    if (is_sha3(kind))
        sha3_start(sha3_of(c), crypto_size(kind));
    else
        plain[kind].start(c->state_);
}

void crypto_add(struct crypto *c, span s)
{
    if (s.n_ == 0)
        return;
    if (c->foreign_)
        add_foreign(c, s);
    else if (is_sha3(c->kind_))
        sha3_add(sha3_of(c), s);
    else
        plain[c->kind_].add(s.p_, s.n_, c->state_);
}

void crypto_finish(struct crypto *c, mspan out)
{
    out = mspan_first(out, crypto_size(c->kind_));
    if (c->foreign_) {
        finish_foreign(c, out);
    } else if (is_sha3(c->kind_)) {
        sha3_finish(sha3_of(c), out);
    } else {
        /* gnulib's functions store whole words. */
        _Alignas(16) unsigned char result[CRYPTO_MOST];
        plain[c->kind_].finish(c->state_, result);
        memcpy(out.p_, result, out.n_);
    }
}
