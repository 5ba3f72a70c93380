/* breaks.c - lines of a paragraph of fmt against all ways to break it, compared one by one. */
/* limits: -runs=200000 */
/* program: fmt */

#include "fuzz/lines.h"

#include <ctype.h>

enum { MOST = 600 };

struct word {
    span text;
    int space;                  /* blanks behind it, unless a line ends there */
    bool opens, stops, punct, ends;
};

/* A paragraph, and for each word how a line that begins there goes on best. */
static struct {
    struct word words[MOST];
    struct { int64_t cost, columns; size_t next; } lines[MOST + 1];
    size_t n;
    int64_t width, goal;
} p;

static int64_t square(int64_t x)
{
    return x * x;
}

/* What it costs that a line begins with the word I. */
static int64_t start_cost(size_t i)
{
    struct word none = {0}, w = p.words[i], before = i > 0 ? p.words[i - 1] : none;
    struct word first = i > 1 ? p.words[i - 2] : none;
    int64_t cost = square(70);
    if (before.stops)
        cost += before.ends ? -square(50) : square(600);
    else if (before.punct)
        cost -= square(40);
    else if (first.ends)
        cost += square(200) / (int64_t)(before.text.n_ + 2);
    if (w.opens)
        cost -= square(40);
    else if (w.ends)
        cost += square(150) / (int64_t)(w.text.n_ + 2);
    return cost;
}

/* That of a line of COLUMNS before the one that begins with the word NEXT. */
static int64_t end_cost(int64_t columns, size_t next)
{
    if (next == p.n)
        return 0;
    int64_t ragged = p.lines[next].next < p.n ? square(columns - p.lines[next].columns) * square(10) / 2 : 0;
    return square(p.goal - columns) * square(10) + ragged;
}

static void choose(void)
{
    p.lines[p.n].cost = 0;
    for (size_t i = p.n; i-- > 0;) {
        int64_t columns = 0, best = INT64_MAX;
        for (size_t next = i + 1; next <= p.n; next++) {
            columns += (int64_t)p.words[next - 1].text.n_;
            if (columns > p.width && next > i + 1)
                break;
            int64_t cost = end_cost(columns, next) + p.lines[next].cost;
            if (cost < best) {
                best = cost;
                p.lines[i].columns = columns;
                p.lines[i].next = next;
            }
            columns += p.words[next - 1].space;
        }
        p.lines[i].cost = best + start_cost(i);
    }
}

static void want_lines(fuzz_text *to)
{
    for (size_t i = 0, next = 0; i < p.n; i++) {
        next = i == next ? p.lines[i].next : next;
        fuzz_put(to, p.words[i].text);
        for (int k = 0; k < p.words[i].space && i + 1 < next; k++)
            fuzz_put_byte(to, ' ');
        if (i + 1 == next)
            fuzz_put_byte(to, '\n');
    }
}

static struct word make_word(span text, span behind)
{
    size_t last = text.n_ - 1;
    struct word w = {.text = text,
                     .opens = span_has(S("(['`\""), text.p_[0]), .punct = ispunct(text.p_[last])};
    while (last > 0 && span_has(S(")]'\""), text.p_[last]))
        last--;
    w.stops = span_has(S(".?!"), text.p_[last]);
    w.ends = w.stops && (behind.n_ > 1 || span_has(behind, '\n'));
    w.space = span_has(behind, '\n') ? 1 + w.ends : (int)behind.n_;
    return w;
}

/* Words of letters from BYTES, one blank, two, or a newline behind each. */
static fuzz_text make_paragraph(span bytes)
{
    static char const letters[] = "aaaabcdefghij.?!)(',";
    static fuzz_text text;
    size_t starts[MOST + 1], lengths[MOST];
    static span const gaps[] = {S(" "), S(" "), S("\n"), S("  ")};
    span behind[MOST];
    text.n = p.n = 0;
    fuzz f = {bytes.p_, bytes.n_};
    for (; f.left > 0 && p.n < MOST; p.n++) {
        unsigned c = fuzz_byte(&f);
        starts[p.n] = text.n;
        do
            fuzz_put_byte(&text, (unsigned char)letters[c % (sizeof letters - 1)]);
        while (c < 180 && (c = fuzz_byte(&f)) != 0);
        lengths[p.n] = text.n - starts[p.n];
        behind[p.n] = f.left > 0 && p.n + 1 < MOST ? gaps[c % 4] : S("\n");
        fuzz_put(&text, behind[p.n]);
    }
    for (size_t i = 0; i < p.n; i++)
        p.words[i] = make_word(span_sub(fuzz_text_span(&text), starts[i], lengths[i]), behind[i]);
    if (p.n > 0)
        p.words[p.n - 1].stops = p.words[p.n - 1].ends = true;
    return text;
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    p.width = 1 + fuzz_byte(&f) % 100;
    p.goal = p.width * (fuzz_byte(&f) % 201) / 200;
    char width[20], goal[20], *words[] = {width, goal, NULL};
    sprintf(width, "-w%d", (int)p.width);
    sprintf(goal, "-g%d", (int)p.goal);
    fuzz_text text = make_paragraph(fuzz_rest(&f)), expected = {0};
    choose();
    want_lines(&expected);
    span said = {0};
    REQUIRE(fuzz_program(prog_program, prog_main, words, fuzz_text_span(&text), &said) == 0);
    REQUIRE(span_eq(said, fuzz_text_span(&expected)));
    free(expected.p);
    return 0;
}
