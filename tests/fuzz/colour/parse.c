/* parse.c - LS_COLORS: any text is taken or refused, and a name gets the code of an entry that fits it. */
/* limits: -runs=300000 */

#include "colour/colour.h"
#include "fuzz/fuzz.h"

#include <ctype.h>

static bool ends_alike(span name, span suffix, bool exact)
{
    if (suffix.n_ > name.n_)
        return false;
    name = span_drop(name, name.n_ - suffix.n_);
    for (size_t i = 0; i < suffix.n_; i++)
        if (exact ? name.p_[i] != suffix.p_[i] : tolower(name.p_[i]) != tolower(suffix.p_[i]))
            return false;
    return true;
}

/* Whether CODE may be what NAME gets. */
static bool fits(colours const *c, span name, span code)
{
    for (size_t i = 0; i < colour_suffixes_len(&c->suffixes); i++) {
        struct colour_suffix s = colour_suffixes_at(&c->suffixes, i);
        if (span_eq(s.code, code) && ends_alike(name, s.suffix, false))
            return true;
    }
    return false;
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char const letters[] = ":=:=*.\\e^[0;1dilnofsx*.ab?_7";
    if (size > 200)
        return 0;
    fuzz f = {data, size};
    unsigned how = fuzz_byte(&f);
    span name = fuzz_part(&f, fuzz_byte(&f) % 8), from = fuzz_rest(&f), bad = {0}, code = {0};
    mspan text = fuzz_room(from.n_);
    for (size_t i = 0; i < from.n_; i++)
        text.p_[i] = how & 1 ? from.p_[i] : (unsigned char)letters[from.p_[i] % (sizeof letters - 1)];
    colours c = {0};
    colour_use_defaults(&c);
    enum colour_error err = colour_parse(&c, mspan_span(text), &bad);
    REQUIRE(err != COLOUR_BAD_LETTERS || span_len(bad) == 2);
    for (int kind = 0; err == COLOUR_OK && kind < COLOUR_KINDS; kind++) {
        span got = colour_code(&c, kind);
        REQUIRE(colour_is_set(&c, kind) <= (got.n_ > 0));
        for (size_t i = 0; i < got.n_; i++)
            (void)*(unsigned char const volatile *)&got.p_[i];
    }
    if (err == COLOUR_OK && colour_of_suffix(&c, name, &code))
        REQUIRE(fits(&c, name, code));
    buf_recycle(&c.text);
    free(text.p_);
    return 0;
}
