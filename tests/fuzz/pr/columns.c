/* columns.c - columns of pr, down and across, numbered or not, against a plain layout. */
/* limits: -runs=200000 */
/* program: pr */

#include "fuzz/lines.h"

static struct {
    size_t columns, length, width, margin, number, digits;
    bool across, twice, numbered, joined;
    char separator;             /* or 0 for the usual one */
} wish;

/* ---- what should be printed, with blanks for tabs and none at ends of lines ---- */

static void trim(fuzz_text *to, size_t start)
{
    while (to->n > start && to->p[to->n - 1] == ' ')
        to->n--;
}

/* The cell with NUMBER, from START in TO on. */
static void want_cell(fuzz_text *to, size_t start, span text, size_t number)
{
    char digits[30];
    if (wish.numbered) {
        sprintf(digits, "%*zu", (int)wish.digits, number);
        fuzz_put_c(to, digits + strlen(digits) - wish.digits);
        fuzz_put_byte(to, ':');
    }
    fuzz_put(to, text);
    size_t most = (wish.width - (wish.columns - 1)) / wish.columns;
    if (!wish.joined && to->n > start + most)
        to->n = start + most;
}

/* A row of cells, which are COUNT in N columns; the one at COLUMN is lines[at(column)]. */
static void want_row(fuzz_text *to, fuzz_lines lines, size_t const *indices, size_t n)
{
    size_t start = to->n, each = (wish.width - (wish.columns - 1)) / wish.columns + 1;
    for (size_t i = 0; i < wish.margin; i++)
        fuzz_put_byte(to, ' ');
    for (size_t i = 0; i < n; i++) {
        size_t place = start + wish.margin + i * each;
        if (i > 0 && wish.separator && wish.joined)
            fuzz_put_byte(to, (unsigned char)wish.separator);
        while (!wish.joined && to->n < place)
            fuzz_put_byte(to, ' ');
        if (i > 0 && wish.separator && !wish.joined)
            to->p[to->n - 1] = (unsigned char)wish.separator;
        want_cell(to, to->n, lines.at[indices[i]], wish.number + indices[i]);
    }
    trim(to, start);
    fuzz_put_byte(to, '\n');
}

/* The page that begins with line FIRST; how many lines it has. */
static size_t want_page(fuzz_text *to, fuzz_lines lines, size_t first)
{
    size_t height = wish.twice ? wish.length / 2 : wish.length, indices[20];
    height = height > 0 ? height : 1;
    size_t n = lines.n - first, most = height * wish.columns;
    n = n < most ? n : most;
    for (size_t row = 0; row < height; row++) {
        size_t cells = 0, start = 0;
        for (size_t i = 0; i < wish.columns; i++) {
            size_t tall = n / wish.columns + (i < n % wish.columns);
            if (wish.across ? row * wish.columns + i < n : row < tall)
                indices[cells++] = first + (wish.across ? row * wish.columns + i : start + row);
            start += tall;
        }
        if (cells > 0)
            want_row(to, lines, indices, cells);
        /* Behind a row that is not full, and the last one of a page that is not and goes down, there is no
           empty line. */
        bool last = row * wish.columns + wish.columns >= n && n < most;
        bool ends = wish.across ? cells < wish.columns : wish.columns > 1 && last;
        if (cells > 0 && wish.twice && !ends)
            fuzz_put_byte(to, '\n');
    }
    return n;
}

/* What was printed in the same form. */
static fuzz_text expand(span said)
{
    fuzz_text plain = {0};
    size_t start = 0;
    for (size_t i = 0; i < said.n_; i++) {
        unsigned char c = said.p_[i];
        if (c == '\n')
            trim(&plain, start);
        do
            fuzz_put_byte(&plain, c == '\t' ? ' ' : c);
        while (c == '\t' && (plain.n - start) % 8 != 0);
        start = c == '\n' ? plain.n : start;
    }
    return plain;
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    unsigned how = fuzz_byte(&f), numbers = fuzz_byte(&f), separator = fuzz_byte(&f) % 4;
    wish.columns = 1 + fuzz_byte(&f) % 6;
    wish.length = 1 + fuzz_byte(&f) % 12;
    wish.width = 30 + fuzz_byte(&f) % 60;
    wish.margin = how & 1 ? fuzz_byte(&f) % 20 : 0;
    wish.across = how & 2 && wish.columns > 1;
    wish.twice = how & 4;
    wish.numbered = how & 8;
    wish.number = numbers % 32 < 30 ? numbers : 99980;
    wish.digits = 1 + numbers / 32 % (wish.columns > 1 ? 2 : 6);      /* a character fits behind it */
    wish.separator = separator == 1 ? ',' : separator == 2 ? '|' : 0;
    wish.joined = separator == 1;
    char options[8][30], *words[20] = {"-t", "-a"};
    size_t n = 1 + wish.across;
    int made = 0;
    sprintf(words[n++] = options[made++], "-%zu", wish.columns);
    sprintf(words[n++] = options[made++], "-l%zu", wish.length);
    sprintf(words[n++] = options[made++], "-o%zu", wish.margin);
    if (separator != 1)
        sprintf(words[n++] = options[made++], "-w%zu", wish.width);
    if (wish.separator)
        sprintf(words[n++] = options[made++], separator == 1 ? "-s%c" : "-S%c", wish.separator);
    if (wish.numbered) {
        sprintf(words[n++] = options[made++], "-n:%zu", wish.digits);
        sprintf(words[n++] = options[made++], "-N%zu", wish.number);
    }
    if (wish.twice)
        words[n++] = "-d";
    mspan input = fuzz_letters(fuzz_rest(&f), "abc de \n\n");
    for (size_t i = 0; i < input.n_; i++)
        if (input.p_[i] != '\n' && (input.p_[i] < ' ' || input.p_[i] > '~'))
            input.p_[i] = 'z';
    for (size_t i = 0; i < input.n_; i++)       /* blanks become tabs that are not for these places */
        if (input.p_[i] == ' ' && wish.joined)
            input.p_[i] = 'y';
    if (wish.twice && input.n_ > 0)
        input.p_[input.n_ - 1] = '\n';          /* behind a line without one is no empty line either */
    fuzz_lines lines = fuzz_split(mspan_span(input), '\n');
    fuzz_text expected = {0};
    for (size_t at = 0; at < lines.n;)
        at += want_page(&expected, lines, at);
    span said = {0};
    REQUIRE(fuzz_program(prog_program, prog_main, words, mspan_span(input), &said) == 0);
    fuzz_text plain = expand(said);
    REQUIRE(span_eq(fuzz_text_span(&plain), fuzz_text_span(&expected)));
    free(plain.p);
    free(expected.p);
    free(lines.at);
    free(input.p_);
    return 0;
}
