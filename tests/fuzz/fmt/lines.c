/* lines.c - what must hold of all that fmt prints: the words are those of the input in their order, lines of
   more than one word are no wider than they may be, empty lines stay where they are. */
/* limits: -runs=200000 */
/* program: fmt */

#include "fuzz/lines.h"

static const struct prefix {
    char *given;
    size_t lead, full;          /* blanks before it; columns of the rest with the blanks behind it */
    span text;                  /* without blanks */
} prefixes[] = {
    {NULL, 0, 0, S("")}, {">", 0, 1, S(">")}, {"> ", 0, 2, S(">")}, {"  >", 2, 1, S(">")},
    {"a>", 0, 2, S("a>")}, {"   ", 3, 0, S("")},
};

static struct {
    struct prefix const *prefix;
    bool crown, split, tagged, uniform;
    size_t width;
} wish;

struct facts {
    size_t words, columns;
    bool is_text;               /* may be filled */
    bool even;                  /* one blank between words, and two between sentences perhaps */
};

/* All lines of a text, and their words with a newline behind each. */
struct text { struct facts *lines; size_t n; fuzz_text words; };

static bool is_blank(unsigned char c)
{
    return c == ' ' || c == '\t';
}

static size_t skip_blanks(span line, size_t at, size_t *column)
{
    for (; at < line.n_ && is_blank(line.p_[at]); at++)
        *column = line.p_[at] == '\t' ? (*column / 8 + 1) * 8 : *column + 1;
    return at;
}

static bool ends_sentence(span word)
{
    while (word.n_ > 1 && span_has(S(")]'\"\0"), word.p_[word.n_ - 1]))
        word.n_--;
    return span_has(S(".?!\0"), word.p_[word.n_ - 1]);
}

static struct facts read_line(span line, fuzz_text *words)
{
    struct prefix const *p = wish.prefix;
    struct facts facts = {.even = true};
    size_t column = 0, at = skip_blanks(line, 0, &column), indent = column;
    if (p->text.n_ == 0 && indent > p->lead)
        indent = p->lead;
    bool matched = span_starts(span_drop(line, at), p->text);
    if (matched) {
        column += p->text.n_;
        at = skip_blanks(line, at + p->text.n_, &column);
    }
    facts.is_text = at < line.n_ && matched && indent >= p->lead && column >= indent + p->full;
    while (at < line.n_) {
        size_t start = at, end = 0;
        while (at < line.n_ && !is_blank(line.p_[at]))
            at++;
        span word = span_sub(line, start, at - start);
        fuzz_put(words, word);
        fuzz_put_byte(words, '\n');
        facts.words++;
        facts.columns = end = column += word.n_;
        at = skip_blanks(line, at, &column);
        facts.even &= at == line.n_ || column == end + 1 || (column == end + 2 && ends_sentence(word));
    }
    return facts;
}

static struct text read_text(span bytes)
{
    fuzz_lines lines = fuzz_split(bytes, '\n');
    struct text text = {malloc((lines.n + 1) * sizeof(struct facts)), lines.n, {0}};
    for (size_t i = 0; i < lines.n; i++)
        text.lines[i] = read_line(lines.at[i], &text.words);
    free(lines.at);
    return text;
}

static void free_text(struct text *text)
{
    free(text->lines);
    free(text->words.p);
}

/* Lines may be joined and broken only where that is allowed. */
static void check_lines(struct text const *in, struct text const *out)
{
    size_t words = 0, seen = 0, k = 0;
    for (size_t i = 0; i < in->n; i++) {
        bool alone = in->lines[i].words == 0 || !in->lines[i].is_text;
        bool ends = wish.split || alone || i + 1 == in->n || !in->lines[i + 1].is_text;
        words += in->lines[i].words;
        /* Lines that are not filled stay, and there are line breaks before and behind them. */
        for (; k < out->n && seen < words && ends; k++)
            seen += out->lines[k].words;
        REQUIRE(!ends || seen == words);
        if (in->lines[i].words == 0) {
            REQUIRE(k < out->n && out->lines[k].words == 0);
            k++;
        }
    }
    REQUIRE(k == out->n);
}

static void check(span input, span output)
{
    struct text in = read_text(input), out = read_text(output);
    /* With -t an indentation may be chosen that leaves no place for the prefix, which GNU does not count. */
    bool limited = !wish.tagged || !wish.prefix->given;
    REQUIRE(span_eq(fuzz_text_span(&in.words), fuzz_text_span(&out.words)));
    for (size_t i = 0; i < out.n; i++) {
        struct facts line = out.lines[i];
        REQUIRE(!limited || !line.is_text || line.words == 1 || line.columns <= wish.width);
        REQUIRE(!line.is_text || line.even || !wish.uniform);
    }
    check_lines(&in, &out);
    free_text(&in);
    free_text(&out);
}

/* Text that was filled stays as it is, if only its words decide on that. */
static bool stays(span input)
{
    for (size_t i = 0; i < input.n_; i++)
        if (span_has(S(".?!\t"), input.p_[i]))
            return false;
    return wish.prefix->lead == 0 && (wish.split || (wish.uniform && !wish.crown && !wish.tagged));
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static const size_t widths[] = {0, 1, 5, 10, 20, 40, 75, 2500};
    fuzz f = {data, size};
    unsigned how = fuzz_byte(&f), which = fuzz_byte(&f), goal = fuzz_byte(&f);
    wish.crown = how & 1;
    wish.split = how & 2;
    wish.tagged = how & 4;
    wish.uniform = how & 8;
    wish.width = widths[which % 8];
    wish.prefix = &prefixes[which / 8 % 6];
    char width[20], aim[20];
    char *words[12] = {"-"};
    size_t n = 1;
    bool aims = how & 16, limited = how & 32 || !aims;
    goal = (limited ? wish.width : 75) * (goal < 200 ? goal : 200) / 200;
    sprintf(width, "-w%zu", wish.width);
    sprintf(aim, "-g%u", goal);
    if (aims)
        words[n++] = aim;
    if (limited)
        words[n++] = width;
    else
        wish.width = goal + 10;
    if (wish.prefix->given) {
        words[n++] = "-p";
        words[n++] = wish.prefix->given;
    }
    if (wish.crown)
        words[n++] = "-c";
    if (wish.split)
        words[n++] = "-s";
    if (wish.tagged)
        words[n++] = "-t";
    if (wish.uniform)
        words[n++] = "-u";
    mspan input = fuzz_letters(fuzz_rest(&f), how & 64 ? "aabb  \n" : "aab>.?!)(',  \t\n\n");
    for (size_t i = 0; i < input.n_; i++)
        if (span_has(S("\v\f\r"), input.p_[i]))
            input.p_[i] = 'c';
    if (input.n_ > 0)           /* blanks without a line end can be no line */
        input.p_[input.n_ - 1] = '\n';
    span said = {0};
    REQUIRE(fuzz_program(prog_program, prog_main, words, mspan_span(input), &said) == 0);
    check(mspan_span(input), said);
    if (stays(mspan_span(input))) {
        fuzz_text first = {0};
        fuzz_put(&first, said);
        REQUIRE(fuzz_program(prog_program, prog_main, words, fuzz_text_span(&first), &said) == 0);
        REQUIRE(span_eq(said, fuzz_text_span(&first)));
        free(first.p);
    }
    free(input.p_);
    return 0;
}
