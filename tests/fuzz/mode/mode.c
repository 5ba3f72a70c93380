/* mode.c - modes: any text is read or refused; octal ones mean what strtol says; '=' and '+' settle at
   once. */

#include "fuzz/fuzz.h"
#include "mode/mode.h"

static void check_octal(span s, mode_t got)
{
    mode_t want = 0;
    SPAN_FOREACH(c, s)
        want = want * 8 + (mode_t)(c - '0');
    REQUIRE((got & MODE_ACCESS) == (want & MODE_ACCESS));
}

static bool only(span s, char const *bytes)
{
    SPAN_FOREACH(c, s)
        if (c == 0 || !strchr(bytes, c))
            return false;
    return s.n_ > 0;
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static mode_changes changes;
    fuzz f = {data, size};
    struct mode_target t = {.old = (mode_t)fuzz_u64(&f) & MODE_BITS, .directory = fuzz_byte(&f) & 1};
    t.umask = (mode_t)fuzz_u64(&f) & MODE_ACCESS;
    span text = fuzz_rest(&f);
    mode_changes_truncate(&changes, 0);
    bool known = mode_parse(&changes, text);
    if (only(text, "01234567") && text.n_ <= 4)
        REQUIRE(known);
    if (!known) {
        REQUIRE(!only(text, "01234567") || text.n_ > 4);
        return 0;
    }
    REQUIRE(only(text, "01234567ugoa+-=,rwxXst"));
    mode_t changed = 0, again = 0, mode = mode_apply(&changes, t, &changed);
    REQUIRE((mode & ~(mode_t)MODE_BITS) == 0 && (changed & ~(mode_t)MODE_BITS) == 0);
    REQUIRE((mode & ~changed) == (t.old & ~changed));
    if (only(text, "01234567"))
        check_octal(text, mode);
    if (only(text, "a=+-rwxst") || only(text, "01234567")) {
        t.old = mode;
        REQUIRE(mode_apply(&changes, t, &again) == mode);
    }
    return 0;
}
