/* bignum.c - see bignum.h. */

#include "sys/bignum.h"

#include <config.h>

#ifdef HAVE_GMP

# include <dlfcn.h>
# include <gmp.h>
# include <stdlib.h>

struct library {
    bool usable;
    void (*init)(mpz_t);
    void (*clear)(mpz_t);
    void (*import)(mpz_t, size_t, int, size_t, int, size_t, void const *);
    void *(*export)(void *, size_t *, int, size_t, int, size_t, mpz_t const);
    size_t (*sizeinbase)(mpz_t const, int);
    char *(*get_str)(char *, int, mpz_t const);
    int (*set_str)(mpz_t, char const *, int);
    void (*mul)(mpz_t, mpz_t const, mpz_t const);
    void (*tdiv_qr)(mpz_t, mpz_t, mpz_t const, mpz_t const);
};

# define TEXT_OF_(x) #x
# define TEXT_OF(x) TEXT_OF_(x)

static bool find(void *handle, char const *function, void *field)
{
    void *found = dlsym(handle, function);
    memcpy(field, &found, sizeof found);
    return found != NULL;
}

static struct library const *load(void)
{
    static struct library l;
    static bool tried;
    if (!tried) {
        tried = true;
        void *so = dlopen("libgmp.so.10", RTLD_LAZY | RTLD_LOCAL);
        l.usable = so && find(so, TEXT_OF(mpz_init), &l.init) && find(so, TEXT_OF(mpz_clear), &l.clear)
                   && find(so, TEXT_OF(mpz_import), &l.import) && find(so, TEXT_OF(mpz_export), &l.export)
                   && find(so, TEXT_OF(mpz_sizeinbase), &l.sizeinbase)
                   && find(so, TEXT_OF(mpz_get_str), &l.get_str)
                   && find(so, TEXT_OF(mpz_set_str), &l.set_str) && find(so, TEXT_OF(mpz_mul), &l.mul)
                   && find(so, TEXT_OF(mpz_tdiv_qr), &l.tdiv_qr);
    }
    return l.usable ? &l : NULL;
}

/* libgmp's digits: upper case first above base 36, and lower case only up to there. */
static unsigned char letter(int base, unsigned char value)
{
    if (value < 10)
        return (unsigned char)('0' + value);
    if (base <= 36)
        return (unsigned char)('a' + value - 10);
    return (unsigned char)(value < 36 ? 'A' + value - 10 : 'a' + value - 36);
}

static unsigned char value(int base, unsigned char c)
{
    if (c <= '9')
        return (unsigned char)(c - '0');
    if (base <= 36)
        return (unsigned char)(c - 'a' + 10);
    return (unsigned char)(c <= 'Z' ? c - 'A' + 10 : c - 'a' + 36);
}

/* A new number with these BYTES. */
static void from_bytes(struct library const *l, mpz_t n, span bytes)
{
    l->init(n);
    l->import(n, bytes.n_, 1, 1, 1, 0, bytes.p_);
}

/* Append the bytes of N, which is done with. */
static void take_bytes(struct library const *l, mpz_t n, buf *bytes)
{
    size_t len = 0, most = (l->sizeinbase(n, 2) + 7) / 8;
    l->export(buf_tail(bytes, most).p_, &len, 1, 1, 1, 0, n);
    buf_commit(bytes, len);
    l->clear(n);
}

bool bignum_to_digits(span bytes, int base, buf *digits)
{
    struct library const *l = load();
    if (!l)
        return false;
    mpz_t n;
    from_bytes(l, n, bytes);
    size_t most = l->sizeinbase(n, base) + 2;
    mspan out = buf_tail(digits, most);
    l->get_str((char *)out.p_, base, n);
    size_t len = strlen((char const *)out.p_);
    for (size_t i = 0; i < len; i++)
        out.p_[i] = value(base, out.p_[i]);
    buf_commit(digits, len);
    l->clear(n);
    return true;
}

bool bignum_from_digits(span digits, int base, buf *bytes)
{
    struct library const *l = load();
    if (!l)
        return false;
    buf text = {0};
    mspan t = buf_tail(&text, digits.n_ + 2);
    for (size_t i = 0; i < digits.n_; i++)
        t.p_[i] = letter(base, digits.p_[i]);
    if (digits.n_ == 0)
        t.p_[0] = '0';
    t.p_[digits.n_ ? digits.n_ : 1] = 0;
    mpz_t n;
    l->init(n);
    if (l->set_str(n, (char const *)t.p_, base) != 0)
        safe_fault("digit of a number", digits.n_, 0);
    take_bytes(l, n, bytes);
    buf_recycle(&text);
    return true;
}

bool bignum_multiply_bytes(span a, span b, buf *product)
{
    struct library const *l = load();
    if (!l)
        return false;
    mpz_t x, y;
    from_bytes(l, x, a);
    from_bytes(l, y, b);
    l->mul(x, x, y);
    take_bytes(l, x, product);
    l->clear(y);
    return true;
}

static bool all_zero(span bytes)
{
    for (size_t i = 0; i < bytes.n_; i++)
        if (bytes.p_[i])
            return false;
    return true;
}

bool bignum_divide_bytes(span a, span b, buf *quotient, buf *remainder)
{
    struct library const *l = load();
    if (!l || all_zero(b))
        return false;
    mpz_t x, y;
    from_bytes(l, x, a);
    from_bytes(l, y, b);
    l->tdiv_qr(x, y, x, y);
    take_bytes(l, x, quotient);
    take_bytes(l, y, remainder);
    return true;
}

#else

bool bignum_to_digits(span bytes, int base, buf *digits)
{
    return bytes.n_ + buf_len(digits) == 0 && base < 0;
}

bool bignum_from_digits(span digits, int base, buf *bytes)
{
    return digits.n_ + buf_len(bytes) == 0 && base < 0;
}

bool bignum_multiply_bytes(span a, span b, buf *product)
{
    return a.n_ + b.n_ > PTRDIFF_MAX && buf_len(product) == 0;
}

bool bignum_divide_bytes(span a, span b, buf *quotient, buf *remainder)
{
    return a.n_ + b.n_ > PTRDIFF_MAX && buf_len(quotient) + buf_len(remainder) == 0;
}

#endif
