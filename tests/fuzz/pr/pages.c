/* pages.c - pages of pr: each has its lines and its header, and a range of pages is cut out of all of them;
   the arguments of +FIRST:LAST, -e, -i and -n. */
/* limits: -runs=100000 */
/* program: pr */

#include "fuzz/lines.h"

#include <inttypes.h>

#define DATE "the date"

static struct { char *words[30]; size_t n; char text[30][40]; } line;

#define ADD(...) (sprintf(line.text[line.n], __VA_ARGS__), line.words[line.n] = line.text[line.n], line.n++)

/* ---- pages ---- */

/* Where page NUMBER of LENGTH lines begins in TEXT, or its end. */
static size_t page_start(span text, size_t length, uintmax_t number)
{
    size_t at = 0;
    for (uintmax_t lines = (number - 1) * length; lines > 0 && at < text.n_; lines--)
        at += span_find(span_drop(text, at), '\n') + 1;
    return at;
}

/* Two empty lines, the header, two empty lines, text, five empty lines. */
static void check_page(span page, size_t length, size_t number, char const *title)
{
    char last[30];
    sprintf(last, " Page %zu", number);
    fuzz_lines lines = fuzz_split(page, '\n');
    REQUIRE(lines.n == length);
    span head = lines.at[2], middle = zstr_span(zstr_of_c_(title));
    while (span_starts(head, S(" ")))           /* the margin */
        head = span_drop(head, 1);
    REQUIRE(span_starts(head, S(DATE " ")) && span_ends(head, zstr_span(zstr_of_c_(last))));
    span between = span_sub(head, strlen(DATE), head.n_ - strlen(DATE) - strlen(last) + 1);
    size_t left = 0, right = 0;
    while (left < between.n_ && between.p_[left] == ' ')
        left++;
    while (right < between.n_ - left && between.p_[between.n_ - right - 1] == ' ')
        right++;
    REQUIRE(span_eq(span_sub(between, left, between.n_ - left - right), middle) || middle.n_ == 0);
    REQUIRE(middle.n_ == 0 || left == right || left + 1 == right || left == right + 1);
    for (size_t i = 0; i < length; i++)         /* but for the margin of -o3 */
        REQUIRE((i >= 5 && i < length - 5) || i == 2 || span_starts(S("   "), lines.at[i]));
    free(lines.at);
}

static void choose_options(fuzz *f, bool twice)
{
    static char *const options[] = {"-e", "-i", "-v", "-c", "-n", "-o3", "-e:4", "-nx2", "-s", "-Sxy", "-J",
                                    "-d"};
    unsigned columns = 1 + fuzz_byte(f) % 4, many = fuzz_byte(f) % 4;
    ADD("-%u", columns);
    if (fuzz_byte(f) % 2 && columns > 1)
        ADD("-a");
    while (many-- > 0)
        ADD("%s", options[fuzz_byte(f) % (twice ? 12 : 11)]);
}

static void try_pages(fuzz *f)
{
    static char const *const titles[] = {"Title", "A b", "", "x"};
    size_t length = 11 + fuzz_byte(f) % 10;
    char const *title = titles[fuzz_byte(f) % 4];
    uintmax_t first = 1 + fuzz_byte(f) % 4, last = first + fuzz_byte(f) % 3;
    ADD("-D" DATE);
    ADD("-h"), ADD("%s", title);
    ADD("-l%zu", length);
    choose_options(f, length % 2 == 0);     /* else -d makes other pages */
    mspan input = fuzz_letters(fuzz_rest(f), "ab c\t\n\n\n\n\f\b");
    span said = {0};
    fuzz_text all = {0};
    REQUIRE(fuzz_program(prog_program, prog_main, line.words, mspan_span(input), &said) == 0);
    fuzz_put(&all, said);
    span whole = fuzz_text_span(&all);
    for (size_t at = 0, number = 1; at < whole.n_; number++) {
        size_t end = page_start(whole, length, number + 1);
        check_page(span_sub(whole, at, end - at), length, number, title);
        at = end;
    }
    ADD("+%ju:%ju", first, last);
    fuzz_program(prog_program, prog_main, line.words, mspan_span(input), &said);
    size_t from = page_start(whole, length, first), to = page_start(whole, length, last + 1);
    REQUIRE(span_eq(said, span_sub(whole, from, to - from)));
    free(all.p);
    free(input.p_);
}

/* ---- arguments ---- */

/* A number that ends at END: 0 for none, 1, or 2 when it has more than 64 bits. */
static int page_number(char const *text, char const *end, uintmax_t *number)
{
    text += strspn(text, " \t");
    text += *text == '+';
    errno = 0;
    *number = strtoumax(text, NULL, 10);
    bool good = text < end && strspn(text, "0123456789") == (size_t)(end - text);
    return !good ? 0 : errno == ERANGE ? 2 : 1;
}

static void try_range(char *text)
{
    char *words[] = {"--pages", text, "-t", NULL}, *colon = strchr(text, ':'), *end = text + strlen(text);
    uintmax_t first = 0, last = UINTMAX_MAX;
    bool want = page_number(text, colon ? colon : end, &first) == 1
                && (!colon || page_number(colon + 1, end, &last) == 1);
    want &= first > 0 && first <= last;
    span said = {0};
    bool good = fuzz_program(prog_program, prog_main, words, S("a\n"), &said) == 0;
    REQUIRE(good == want);
    REQUIRE(span_eq(said, good && first == 1 ? S("a\n") : S("")));
}

/* [CHAR[NUMBER]] of LETTER. */
static void try_mark(char letter, char const *text)
{
    char const *number = text + (*text != 0 && !(*text >= '0' && *text <= '9'));
    char *end = NULL;
    errno = 0;
    intmax_t value = strtoimax(number, &end, 10);
    bool want = *number == 0 || (end > number && *end == 0 && value > 0 && value <= INT_MAX && errno == 0);
    if (*number && want && value > 1000)
        return;
    char *words[] = {line.text[0], "-t", NULL};
    snprintf(line.text[0], sizeof line.text[0], "-%c%s", letter, text);
    span said = {0};
    bool good = fuzz_program(prog_program, prog_main, words, S("a\tb\n"), &said) == 0;
    REQUIRE(good == want);
    if (!good || letter != 'e' || (number > text && *text != '\t'))     /* tabs are not for other letters */
        return;
    int width = *number ? (int)value : 8;
    char expected[1100];
    sprintf(expected, "a%*sb\n", width > 1 ? width - 1 : 1, "");
    REQUIRE(span_eq(said, zstr_span(zstr_of_c_(expected))));
}

static void try_arguments(fuzz *f)
{
    static char const letters[] = "0123456789::++- ";
    unsigned kind = fuzz_byte(f) % 8;
    char *text = fuzz_c_string(fuzz_part(f, 35));
    for (char *p = text; *p && kind < 6; p++)
        if (p > text || kind % 2)
            *p = letters[(unsigned char)*p % (sizeof letters - 1)];
    if (kind < 3)
        try_range(text);
    else
        try_mark("ein"[fuzz_byte(f) % 3], text);
    free(text);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    memset(&line, 0, sizeof line);
    if (fuzz_byte(&f) % 4 == 0)
        try_arguments(&f);
    else
        try_pages(&f);
    return 0;
}
