/* records.c - tac against a plain search for separators from the end. */
/* limits: -runs=100000 */
/* program: tac */

#include "fuzz/lines.h"

/* Separators, and the texts that they stand for. */
static const struct separator {
    char *given;
    bool is_regexp;
    span texts[3];              /* none of them the start of another one */
} separators[] = {
    {"\n", false, {S("\n")}}, {"a", false, {S("a")}}, {"", false, {S("\0")}}, {"aa", false, {S("aa")}},
    {"aba", false, {S("aba")}}, {"\n\n", false, {S("\n\n")}}, {"a\nbb", false, {S("a\nbb")}},
    {"\n", true, {S("\n")}}, {"[ab]", true, {S("a"), S("b")}},
    {"a\\|bb\\|\n", true, {S("a"), S("bb"), S("\n")}}, {"ab?a", true, {S("aba"), S("aa")}},
    {"a+", true, {S("a")}},
};

/* The length of the separator at the start of TEXT, or 0. */
static size_t want_separator(struct separator const *s, span text)
{
    for (int i = 0; i < 3; i++)
        if (s->texts[i].n_ > 0 && span_starts(text, s->texts[i]))
            return s->texts[i].n_;
    return 0;
}

/* Each separator is the last one that ends before the one found last. */
static void want_records(fuzz_text *to, struct separator const *s, bool before, span text)
{
    size_t end = text.n_, limit = text.n_;      /* of what is not printed; of the next separator */
    for (size_t at = text.n_; at-- > 0;) {
        size_t n = want_separator(s, span_sub(text, at, limit - at));
        if (n == 0)
            continue;
        size_t start = before ? at : at + n;
        fuzz_put(to, span_sub(text, start, end - start));
        end = start;
        limit = at;
    }
    fuzz_put(to, span_first(text, end));
}

/* TEXT with many bytes C put in before the last AFTER bytes. */
static fuzz_text widen(span text, unsigned char c, size_t count, size_t after)
{
    fuzz_text wide = {0};
    size_t before = after < text.n_ ? text.n_ - after : 0;
    fuzz_put(&wide, span_first(text, before));
    mspan filler = fuzz_room(count);
    memset(filler.p_, c, count);
    fuzz_put(&wide, mspan_span(filler));
    free(filler.p_);
    fuzz_put(&wide, span_drop(text, before));
    return wide;
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    enum { COUNT = sizeof separators / sizeof *separators };
    fuzz f = {data, size};
    struct separator const *s = &separators[fuzz_byte(&f) % COUNT];
    bool before = fuzz_byte(&f) % 2, wide = fuzz_byte(&f) % 64 == 63;
    unsigned char filler = "xab\n"[fuzz_byte(&f) % (s->is_regexp ? 1 : 4)];
    size_t count = wide ? 64 * 1024 - 100 + fuzz_byte(&f) : 0, after = fuzz_byte(&f);
    span part = fuzz_part(&f, f.left * fuzz_byte(&f) / 256), said = {0};
    mspan text = fuzz_letters(part, "aab\nb\n"), other = fuzz_letters(fuzz_rest(&f), "aab\n");
    fuzz_text input = widen(mspan_span(text), filler, count, after), expected = {0};
    want_records(&expected, s, before, fuzz_text_span(&input));
    want_records(&expected, s, before, mspan_span(other));
    char *words[7] = {"-", fuzz_file(mspan_span(other)), "-s", s->given};
    size_t n = 4;
    if (before)
        words[n++] = "-b";
    if (s->is_regexp)
        words[n++] = "-r";
    REQUIRE(fuzz_program(prog_program, prog_main, words, fuzz_text_span(&input), &said) == 0);
    REQUIRE(span_eq(said, fuzz_text_span(&expected)));
    free(expected.p);
    free(input.p);
    free(text.p_);
    free(other.p_);
    return 0;
}
