/* quote.c - what was quoted can be read back: as a C string, and as the shell reads '...' and $'...'. */

#include "fuzz/fuzz.h"
#include "quote/quote.h"

static unsigned char unescaped(span *s)
{
    static char const letters[] = "a\ab\bf\fn\nr\rt\tv\v\\\\\"\"''??  ";
    unsigned char c = 0;
    REQUIRE(span_next(s, &c));
    if (c >= '0' && c <= '7') {
        unsigned v = c - '0';
        for (int i = 0; i < 2 && span_peek(*s, 0) >= '0' && span_peek(*s, 0) <= '7'; i++) {
            REQUIRE(span_next(s, &c));
            v = v * 8 + (c - '0');
        }
        REQUIRE(v <= UCHAR_MAX);
        return (unsigned char)v;
    }
    for (size_t i = 0; i + 1 < sizeof letters; i += 2)
        if ((unsigned char)letters[i] == c)
            return (unsigned char)letters[i + 1];
    REQUIRE(!"an escape that has a meaning");
    return 0;
}

static void read_c(span s, mspan *out, bool quotes)
{
    if (quotes) {
        REQUIRE(s.n_ >= 2 && s.p_[0] == '"' && s.p_[s.n_ - 1] == '"');
        s = span_chop(span_drop(s, 1), 1);
    }
    for (unsigned char c = 0; span_next(&s, &c);) {
        REQUIRE(!quotes || c != '"');
        mspan_push(out, c == '\\' ? unescaped(&s) : c);
    }
}

/* Pieces '...', $'...' and bytes behind a backslash, until the end. */
static void read_shell(span s, mspan *out)
{
    for (unsigned char c = 0; span_next(&s, &c);) {
        bool dollar = c == '$' && span_peek(s, 0) == '\'';
        if (dollar)
            REQUIRE(span_next(&s, &c));
        if (c == '\\') {
            REQUIRE(span_next(&s, &c));
            mspan_push(out, c);
        } else if (c == '"') {
            while (span_next(&s, &c) && c != '"')
                mspan_push(out, c);
            REQUIRE(c == '"');
        } else if (c != '\'') {
            REQUIRE(strchr("|&;<>()$` \t\n*?[", c) == NULL || c == 0);
            mspan_push(out, c);
        } else {
            while (span_next(&s, &c) && c != '\'')
                mspan_push(out, dollar && c == '\\' ? unescaped(&s) : c);
            REQUIRE(c == '\'');
        }
    }
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static buf out;
    fuzz f = {data, size};
    struct quote_options opt = {.style = (enum quote_style)(fuzz_byte(&f) % (QUOTE_CLOCALE + 1))};
    bool changes_asked = fuzz_byte(&f) & 1;
    span name = fuzz_rest(&f);
    buf_clear(&out);
    quote_append(&out, name, &opt);
    span said = buf_span(&out);
    if (changes_asked)
        REQUIRE(quote_changes(name, &opt) == !span_eq(said, name));
    if (opt.style == QUOTE_LITERAL)
        REQUIRE(span_eq(said, name));
    mspan room = fuzz_room(said.n_ + 1), rest = room;
    if (opt.style == QUOTE_C)
        read_c(said, &rest, true);
    else if (opt.style == QUOTE_ESCAPE)
        read_c(said, &rest, false);
    else if (opt.style == QUOTE_SHELL_ESCAPE || opt.style == QUOTE_SHELL_ESCAPE_ALWAYS
             || opt.style == QUOTE_SHELL_ALWAYS || opt.style == QUOTE_SHELL)
        read_shell(said, &rest);
    else
        mspan_put(&rest, span_at_most(name, room.n_));
    span back = mspan_span(mspan_first(room, room.n_ - rest.n_));
    REQUIRE(span_eq(back, name) || name.n_ > room.n_);
    free(room.p_);
    return 0;
}
