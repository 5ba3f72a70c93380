/* arguments.c - arguments of join: -o against a plain reading of lists, field numbers against
   strtoumax, -t against what can be one character. */
/* limits: -runs=250000 */
/* program: join */

#include "fuzz/lines.h"

#include <inttypes.h>

/* Run join with WORDS and a line of each file that have one field, k: the exit status. */
static int run(char *const *words, span *said)
{
    char *all[9] = {0};
    size_t n = 0;
    for (; words[n]; n++)
        all[n] = words[n];
    all[n++] = "-";
    all[n++] = fuzz_file(S("k\n"));
    return fuzz_program(prog_program, prog_main, all, S("k\n"), said);
}

/* A number of a field, which may be too large. */
static bool is_field(char const *text)
{
    text += strspn(text, " \t\n\v\f\r");
    text += *text == '+';
    size_t digits = strspn(text, "0123456789");
    return text[digits] == 0 && strspn(text, "0") < digits;
}

/* What WORD of a list prints of the lines, or NULL when it may not be there. */
static char const *want_choice(char const *word)
{
    if (strcmp(word, "0") == 0)
        return "k";
    bool good = strchr("12", *word) && *word && word[1] == '.' && is_field(word + 2);
    return !good ? NULL : strtoumax(word + 2, NULL, 10) == 1 ? "k" : ".";
}

static void try_choices(char *list)
{
    char *words[] = {"-o", list, "-e.", NULL}, expected[200], *to = expected, *text = strdup(list);
    span said = {0};
    bool good = run(words, &said) == 0, want = true;
    for (char *word = text, *end; word; word = end && *end ? end : NULL) {
        end = strpbrk(word, ", \t");
        if (end)
            *end++ = 0;
        char const *printed = want_choice(word);
        want &= printed != NULL;
        to += sprintf(to, "%s%s", to > expected ? " " : "", printed ? printed : "");
    }
    strcpy(to, "\n");
    REQUIRE(good == (want || strcmp(list, "auto") == 0));
    REQUIRE(!want || span_eq(said, zstr_span(zstr_of_c_(expected))));
    free(text);
}

/* Fields of keys: both the same by -j, and again by -1 and -2, or else there is a mistake. */
static void try_fields(char *one, char *two)
{
    char *once[] = {"-j", one, NULL}, *twice[] = {"-1", one, "-1", two, NULL};
    span said = {0};
    bool good = run(once, &said) == 0, first = strtoumax(one, NULL, 10) == 1;
    REQUIRE(good == is_field(one));
    REQUIRE(!good || span_eq(said, first ? S("k\n") : S(" k k\n")));
    uintmax_t x = strtoumax(one, NULL, 10), y = strtoumax(two, NULL, 10), most = INT64_MAX;
    bool same = (x < most ? x : most) == (y < most ? y : most);
    REQUIRE((run(twice, &said) == 0) == (is_field(one) && is_field(two) && same));
}

/* In the C locale a separator is one byte. */
static void try_separator(char *text)
{
    char *words[] = {"-t", text, "-o0,0", NULL};
    span said = {0};
    bool good = run(words, &said) == 0, null = strcmp(text, "\\0") == 0;
    REQUIRE(good == (strlen(text) < 2 || null));
    if (good) {
        bool key = *text == 'k';
        REQUIRE(said.n_ == (key ? 2 : 4) && said.p_[said.n_ - 1] == '\n');
        REQUIRE(said.p_[key ? 0 : 1] == (null ? 0 : *text ? (unsigned char)*text : ' '));
    }
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char const letters[] = "0121.,  \t+03456789";
    if (size > 60)
        return 0;
    fuzz f = {data, size};
    unsigned how = fuzz_byte(&f), n = fuzz_byte(&f);
    char *one = fuzz_c_string(fuzz_part(&f, n % 32)), *two = fuzz_c_string(fuzz_rest(&f));
    for (char *p = one; *p && how & 4; p++)
        *p = letters[(unsigned char)*p % (sizeof letters - 1)];
    for (char *p = two; *p && how & 8; p++)
        *p = letters[(unsigned char)*p % (sizeof letters - 1)];
    switch (how % 3) {
    case 0: try_choices(two); break;
    case 1: try_fields(one, two); break;
    default: try_separator(two);
    }
    free(one);
    free(two);
    return 0;
}
