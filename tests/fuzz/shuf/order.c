/* order.c - shuf with a source of random bytes: what is printed are lines of the input, each once, or numbers
   of the range, as many as asked for; the same source gives the same. */
/* limits: -runs=100000 */
/* program: shuf */

#include "fuzz/lines.h"

#include <inttypes.h>

struct wish {
    bool repeat, zero, limited;
    size_t count;
};

/* The command line. */
static struct { char *words[80]; size_t n; char text[4][60]; } line;

static void add(char *word)
{
    line.words[line.n++] = word;
    line.words[line.n] = NULL;
}

static void begin(struct wish const *w, span source)
{
    line.n = 0;
    sprintf(line.text[0], "--random-source=%s", fuzz_file(source));
    sprintf(line.text[1], "-n%zu", w->count);
    add(line.text[0]);
    if (w->limited)
        add(line.text[1]);
    if (w->repeat)
        add("-r");
    if (w->zero)
        add("-z");
}

/* Many bytes that depend on SEED. */
static span make_source(unsigned seed)
{
    static unsigned char bytes[1 << 16];
    uint64_t state = seed * 0x9E3779B97F4A7C15 + 1;
    for (size_t i = 0; i < sizeof bytes; i++) {
        state = state * 6364136223846793005 + 1442695040888963407;
        bytes[i] = (unsigned char)(state >> 56);
    }
    return (span){bytes, sizeof bytes};
}

/* Run twice; the lines printed, which stay until the next run. */
static fuzz_lines run(struct wish const *w, span input, fuzz_text *kept)
{
    span said = {0};
    REQUIRE(fuzz_program(prog_program, prog_main, line.words, input, &said) == 0);
    fuzz_put(kept, said);
    REQUIRE(fuzz_program(prog_program, prog_main, line.words, input, &said) == 0);
    REQUIRE(span_eq(said, fuzz_text_span(kept)));
    REQUIRE(said.n_ == 0 || said.p_[said.n_ - 1] == (w->zero ? 0 : '\n'));
    return fuzz_split(fuzz_text_span(kept), w->zero ? 0 : '\n');
}

/* ---- lines ---- */

static void check_lines(struct wish const *w, fuzz_lines printed, fuzz_lines given)
{
    size_t many = w->repeat ? SIZE_MAX : given.n;
    REQUIRE(printed.n == (w->limited && w->count < many ? w->count : many));
    if (printed.n > 0)
        qsort(printed.at, printed.n, sizeof(span), fuzz_line_cmp);
    if (given.n > 0)
        qsort(given.at, given.n, sizeof(span), fuzz_line_cmp);
    for (size_t i = 0, j = 0; i < printed.n; i++) {
        while (j < given.n && fuzz_line_cmp(&given.at[j], &printed.at[i]) != 0)
            j++;
        REQUIRE(j < given.n);
        j += !w->repeat;
    }
}

/* Lines of standard input, or operands. */
static void try_lines(struct wish *w, fuzz *f, bool operands)
{
    span source = make_source(fuzz_byte(f));
    mspan text = fuzz_letters(fuzz_rest(f), "abc\n\n\n");
    fuzz_text kept = {0};
    for (size_t i = 0; i < text.n_; i++)
        if (text.p_[i] == (w->zero || operands ? '\n' : 1))
            text.p_[i] = 0;
    fuzz_lines given = fuzz_split(mspan_span(text), w->zero || operands ? 0 : '\n');
    char *words[60];
    if (operands)
        given.n = given.n < 60 ? given.n : 60;
    w->limited |= w->repeat;
    w->count = given.n == 0 && w->repeat ? 0 : w->count;
    begin(w, source);
    if (operands) {
        add("-e");
        add("--");
    }
    for (size_t i = 0; operands && i < given.n; i++)
        add(words[i] = fuzz_c_string(given.at[i]));
    bool odd = false;           /* an operand with a newline in it would be two lines */
    for (size_t i = 0; operands && i < given.n; i++)
        odd |= !w->zero && span_has(given.at[i], '\n');
    if (!odd) {
        fuzz_lines printed = run(w, mspan_span(text), &kept);
        check_lines(w, printed, given);
        free(printed.at);
    }
    for (size_t i = 0; operands && i < given.n; i++)
        free(words[i]);
    free(given.at);
    free(kept.p);
    free(text.p_);
}

/* ---- numbers ---- */

static int by_number(void const *a, void const *b)
{
    uintmax_t x = *(uintmax_t const *)a, y = *(uintmax_t const *)b;
    return (x > y) - (x < y);
}

static void check_numbers(struct wish const *w, fuzz_lines printed, uintmax_t low, uintmax_t high)
{
    uintmax_t many = high - low + 1;
    REQUIRE(printed.n == (w->repeat || w->count < many ? w->count : many));
    uintmax_t *numbers = malloc((printed.n + 1) * sizeof *numbers);
    for (size_t i = 0; i < printed.n; i++) {
        char digits[30];
        numbers[i] = strtoumax((char const *)printed.at[i].p_, NULL, 10);
        sprintf(digits, "%ju", numbers[i]);
        REQUIRE(span_eq(printed.at[i], zstr_span(zstr_of_c_(digits))));
        REQUIRE(numbers[i] >= low && numbers[i] <= high);
    }
    qsort(numbers, printed.n, sizeof *numbers, by_number);
    for (size_t i = 1; i < printed.n; i++)
        REQUIRE(w->repeat || numbers[i] != numbers[i - 1]);
    free(numbers);
}

static void try_numbers(struct wish *w, fuzz *f)
{
    static unsigned const distances[] = {0, 1, 2, 10, 255, 1000, 70000, 131071, 131072, 4000000};
    span source = make_source(fuzz_byte(f));
    unsigned distance = distances[fuzz_byte(f) % 10], kind = fuzz_byte(f) % 4;
    uintmax_t low = fuzz_u64(f), high = kind == 0 ? fuzz_u64(f) : low + distance;
    if (high < low || (low == 0 && high == UINTMAX_MAX))
        return;
    w->limited = true;
    if (high - low > 500000 && high - low <= w->count * 32)     /* is shuffled whole */
        return;
    begin(w, source);
    sprintf(line.text[2], "-i%ju-%ju", low, high);
    add(line.text[2]);
    fuzz_text kept = {0};
    fuzz_lines printed = run(w, (span){0}, &kept);
    check_numbers(w, printed, low, high);
    free(printed.at);
    free(kept.p);
}

/* A number at the start of TEXT, and what is behind it: false if there is none. */
static bool is_number(char const *text, char const *end, uintmax_t *value, bool *large)
{
    text += strspn(text, " \t\n\v\f\r");
    text += *text == '+';
    errno = 0;
    *value = strtoumax(text, NULL, 10);
    *large = errno == ERANGE;
    return text < end && text + strspn(text, "0123456789") == end;
}

/* A range of any form. */
static void try_range(fuzz *f)
{
    static char const letters[] = "0123456789--+ ";
    char *text = fuzz_c_string(fuzz_rest(f));
    for (char *p = text; *p; p++)
        *p = (unsigned char)*p % 32 ? letters[(unsigned char)*p % (sizeof letters - 1)] : *p;
    char *dash = strchr(text, '-');
    uintmax_t low = 0, high = 0;
    bool large_low = false, large_high = false;
    bool want = dash && is_number(text, dash, &low, &large_low)
                && is_number(dash + 1, text + strlen(text), &high, &large_high) && !large_low && !large_high;
    want &= (low <= high && !(low == 0 && high == UINTMAX_MAX)) || (low > 0 && high == low - 1);
    char *words[] = {"-n1", "-i", text, NULL};
    span said = {0};
    if (!want || high - low < 1000 || high - low > 10000000)
        REQUIRE((fuzz_program(prog_program, prog_main, words, (span){0}, &said) == 0) == want);
    free(text);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    unsigned how = fuzz_byte(&f), kind = fuzz_byte(&f) % 4;
    struct wish w = {.repeat = how & 1, .zero = how & 2, .limited = how & 4, .count = fuzz_byte(&f)};
    if (kind == 0)
        try_numbers(&w, &f);
    else if (kind == 1)
        try_range(&f);
    else
        try_lines(&w, &f, kind == 3);
    return 0;
}
