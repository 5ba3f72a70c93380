/* index.c - indexes of ptx: each word once and in order, with text around it that stands there in its line,
   and marks where some of that is missing. */
/* limits: -runs=60000 */
/* program: ptx */

#include "fuzz/lines.h"

#include <ctype.h>

static struct { bool fold; size_t width, gap; } wish;

struct word { span text; size_t line, at; };

/* A field of an output line, without the marks for cut text. */
struct field { span text; bool cut_before, cut_behind; };

static bool is_space(unsigned char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static int word_cmp(void const *a, void const *b)
{
    struct word const *x = a, *y = b;
    for (size_t i = 0; i < x->text.n_ && i < y->text.n_; i++) {
        int c = x->text.p_[i], d = y->text.p_[i];
        int order = wish.fold ? toupper(c) - toupper(d) : c - d;
        if (order)
            return order;
    }
    if (x->text.n_ != y->text.n_)
        return x->text.n_ < y->text.n_ ? -1 : 1;
    return x->text.p_ < y->text.p_ ? -1 : 1;
}

/* All words of LINES, sorted; the caller frees them. */
static struct word *sorted_words(fuzz_lines lines, size_t total, size_t *n)
{
    struct word *words = malloc((total + 1) * sizeof *words);
    *n = 0;
    for (size_t i = 0; i < lines.n; i++)
        for (size_t at = 0; at < lines.at[i].n_; at++) {
            size_t start = at;
            while (at < lines.at[i].n_ && isalpha(lines.at[i].p_[at]))
                at++;
            if (at > start)
                words[(*n)++] = (struct word){span_sub(lines.at[i], start, at - start), i, start};
        }
    if (*n > 0)
        qsort(words, *n, sizeof *words, word_cmp);
    return words;
}

static size_t trimmed_end(span s, size_t end)
{
    while (end > 0 && is_space(s.p_[end - 1]))
        end--;
    return end;
}
static size_t trimmed_start(span s, size_t start)
{
    while (start < s.n_ && is_space(s.p_[start]))
        start++;
    return start < s.n_ ? start : s.n_;
}

/* Take the field at the front of *REST, which is in quotation marks. */
static struct field take_field(span *rest)
{
    REQUIRE(span_take(rest, 2).p_[1] == '"');
    struct field f = {.text = span_take(rest, span_find(*rest, '"'))};
    span_take(rest, 1);
    if (f.text.n_ > 0 && f.text.p_[0] == '/') {
        f.cut_before = true;
        f.text = span_drop(f.text, 1);
    } else if (f.text.n_ > 0 && f.text.p_[f.text.n_ - 1] == '/') {
        f.cut_behind = true;
        f.text = span_chop(f.text, 1);
    }
    return f;
}

/* One line of output for the word W of LINE: .xx "tail" "before" "keyword and after" "head". */
static void check_roff(span said, span line, struct word const *w)
{
    REQUIRE(span_starts(said, S(".xx ")));
    span rest = span_drop(said, 3);
    struct field tail = take_field(&rest), before = take_field(&rest), after = take_field(&rest);
    struct field head = take_field(&rest);
    REQUIRE(rest.n_ == 0 && !tail.cut_before && !before.cut_behind && !after.cut_before && !head.cut_behind);
    line = span_first(line, trimmed_end(line, line.n_));
    span right = span_drop(line, w->at), left = span_first(line, trimmed_end(line, w->at));
    REQUIRE(after.text.n_ >= w->text.n_ && span_starts(right, after.text));
    REQUIRE(span_ends(left, before.text));
    span more = span_drop(right, trimmed_start(right, after.text.n_));
    REQUIRE(span_starts(more, tail.text));
    span less = span_first(left, trimmed_end(left, left.n_ - before.text.n_));
    REQUIRE(span_ends(less, head.text));
    /* Text that is missing is marked. */
    bool all_right = trimmed_start(more, tail.text.n_) == more.n_;
    bool cut_left = before.cut_before || head.cut_before;
    REQUIRE(all_right == !(tail.cut_behind || after.cut_behind));
    REQUIRE(cut_left ? less.n_ > head.text.n_ : trimmed_end(less, less.n_ - head.text.n_) == 0);
}

/* The same line for a screen: behind the gap of a reference that is not there, the word begins its right
   half; but blanks where the text before it is cut move it on, as in GNU's. */
static void check_plain(span said, span line, struct word const *w)
{
    size_t half = wish.width / 2, middle = wish.gap + half;
    if (half < wish.gap + 2 || span_has(span_first(line, w->at), ' '))
        return;
    REQUIRE(said.n_ >= middle && span_starts(span_drop(said, middle), w->text));
    REQUIRE(trimmed_end(said, middle) <= half);
    REQUIRE(said.n_ <= middle + half || w->text.n_ + 2 > half);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static const size_t widths[] = {1, 5, 10, 16, 20, 33, 72, 200};
    if (size > 300)
        return 0;
    fuzz f = {data, size};
    unsigned how = fuzz_byte(&f);
    wish.fold = how & 1;
    wish.width = widths[how / 2 % 8];
    wish.gap = 1 + how / 16 % 4;
    char width[20], gap[20];
    sprintf(width, "-w%zu", wish.width);
    sprintf(gap, "-g%zu", wish.gap);
    char *roff[] = {"-S\n", width, gap, "-O", wish.fold ? "-f" : NULL, NULL};
    char *plain[] = {"-S\n", width, gap, wish.fold ? "-f" : NULL, NULL};
    mspan input = fuzz_letters(fuzz_rest(&f), "aabBZ  .,-\n");
    for (size_t i = 0; i < input.n_; i++)       /* printed in another way, or looked for in what is printed */
        if (strchr("\t\v\f\r\"/", input.p_[i]))
            input.p_[i] = '+';
    fuzz_lines lines = fuzz_split(mspan_span(input), '\n');
    size_t n = 0;
    struct word *words = sorted_words(lines, input.n_, &n);
    for (int i = 0; i < 2; i++) {
        span said = {0};
        REQUIRE(fuzz_program(prog_program, prog_main, i ? plain : roff, mspan_span(input), &said) == 0);
        fuzz_lines index = fuzz_split(said, '\n');
        REQUIRE(index.n == n);
        for (size_t k = 0; k < n; k++) {
            if (i)
                check_plain(index.at[k], lines.at[words[k].line], &words[k]);
            else
                check_roff(index.at[k], lines.at[words[k].line], &words[k]);
        }
        free(index.at);
    }
    free(words);
    free(lines.at);
    free(input.p_);
    return 0;
}
