/* database.c - dircolors: what it prints for any database is one word for the shell, a database without
   terminals means what its lines mean, and ls takes the entries of suffixes as they were given. */
/* limits: -runs=100000 */

#include "colour/colour.h"
#include "fuzz/lines.h"
#include "dircolors.c"

/* What the shell makes of SAID, the commands for LS_COLORS; the caller frees it. */
static mspan unquoted(span said)
{
    span before = S("LS_COLORS='"), behind = S("';\nexport LS_COLORS\n");
    REQUIRE(span_starts(said, before) && span_ends(said, behind));
    said = span_chop(span_drop(said, before.n_), behind.n_);
    mspan text = fuzz_room(said.n_), rest = text;
    while (said.n_ > 0) {
        size_t quote = span_find(said, '\'');
        mspan_put(&rest, span_first(said, quote));
        said = span_drop(said, quote);
        if (said.n_ == 0)
            break;
        REQUIRE(span_starts(said, S("'\\''")));
        said = span_drop(said, 4);
        mspan_push(&rest, '\'');
    }
    return mspan_first(text, text.n_ - rest.n_);
}

static bool value_of(span database, mspan *value)
{
    char *words[] = {"-b", "-", NULL};
    span said = {0};
    if (fuzz_program(prog_program, prog_main, words, database, &said) != 0)
        return false;
    *value = unquoted(said);
    return true;
}

static bool asks_for_terminal(span line)
{
    while (ascii_is_space(span_peek(line, 0)))
        line = span_drop(line, 1);
    return line.n_ >= 4 && (ascii_same_letters(span_first(line, 4), S("TERM"))
                            || (line.n_ >= 9 && ascii_same_letters(span_first(line, 9), S("COLORTERM"))));
}

/* The whole is what its lines are, one after the other. */
static void check_lines(span database, span value)
{
    fuzz_lines lines = fuzz_split(database, '\n');
    bool plain = true;
    for (size_t i = 0; i < lines.n; i++)
        plain &= !asks_for_terminal(lines.at[i]);
    for (size_t i = 0; plain && i < lines.n; i++) {
        mspan part = {0};
        REQUIRE(value_of(lines.at[i], &part));
        REQUIRE(span_starts(value, mspan_span(part)));
        value = span_drop(value, part.n_);
        free(part.p_);
    }
    REQUIRE(!plain || value.n_ == 0);
    free(lines.at);
}

/* One suffix of plain letters, and its code. */
static void check_suffix(span suffix, span code)
{
    fuzz_text line = {0};
    colours c = {0};
    span found = {0}, bad = {0};
    mspan value = {0};
    fuzz_put(&line, S("  ."));
    fuzz_put(&line, suffix);
    fuzz_put(&line, S("\t"));
    fuzz_put(&line, code);
    fuzz_put(&line, S("  # remark"));
    REQUIRE(value_of(fuzz_text_span(&line), &value));
    colour_use_defaults(&c);
    REQUIRE(colour_parse(&c, mspan_span(value), &bad) == COLOUR_OK);
    REQUIRE(colour_of_suffix(&c, span_sub(fuzz_text_span(&line), 2, suffix.n_ + 1), &found));
    REQUIRE(span_eq(found, code));
    buf_recycle(&c.text);
    free(value.p_);
    free(line.p);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char const *const words[] = {
        "DIR", "link", ".gz", "*~", "TERM", "COLORTERM", "xterm*", "01;34", "target", "#", " # remark", "\n",
        "\t", " ", "EXEC", "OPTIONS", "'", ":", "=", "\\",
    };
    fuzz f = {data, size};
    unsigned how = fuzz_byte(&f);
    fuzz_text database = {0};
    while (f.left > 0) {
        unsigned c = fuzz_byte(&f);
        if (c < 200)
            fuzz_put(&database, (span){(unsigned char const *)words[c % 20], strlen(words[c % 20])});
        else
            fuzz_put_byte(&database, (unsigned char)fuzz_byte(&f));
        if (how & 1 && c % 5 == 0)
            fuzz_put_byte(&database, ' ');
    }
    span text = {database.p, database.n};
    mspan value = {0};
    if (value_of(text, &value)) {
        check_lines(text, mspan_span(value));
        free(value.p_);
    }
    unsigned char suffix[6], code[4];
    for (size_t i = 0; i < sizeof suffix; i++)
        suffix[i] = (unsigned char)('a' + (how + i * 7 + text.n_) % 26);
    for (size_t i = 0; i < sizeof code; i++)
        code[i] = "0123456789;;"[(how + i * 5) % 12];
    check_suffix((span){suffix, 1 + how % 6}, (span){code, 1 + how % 4});
    free(database.p);
    return 0;
}
