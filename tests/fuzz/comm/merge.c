/* merge.c - comm against a plain merge of two files, sorted ones and others. */
/* limits: -runs=200000 */
/* program: comm */

#include "fuzz/lines.h"

struct wish {
    bool hide[3];
    bool total;
    unsigned char line_end;
    span joint;                 /* between columns */
};

static bool is_sorted(fuzz_lines lines)
{
    for (size_t i = 1; i < lines.n; i++)
        if (span_cmp(lines.at[i - 1], lines.at[i]) > 0)
            return false;
    return true;
}

static void want_line(fuzz_text *to, struct wish const *w, unsigned column, span line)
{
    if (w->hide[column])
        return;
    for (unsigned i = 0; i < column; i++)
        if (!w->hide[i])
            fuzz_put(to, w->joint);
    fuzz_put(to, line);
    fuzz_put_byte(to, w->line_end);
}

static void want_counts(fuzz_text *to, struct wish const *w, size_t const counts[3])
{
    char number[30];
    for (int i = 0; i < 3; i++) {
        sprintf(number, "%zu", counts[i]);
        fuzz_put_c(to, number);
        fuzz_put(to, w->joint);
    }
    fuzz_put_c(to, "total");
    fuzz_put_byte(to, w->line_end);
}

static void want_merge(fuzz_text *to, struct wish const *w, fuzz_lines a, fuzz_lines b)
{
    size_t counts[3] = {0};
    for (size_t i = 0, j = 0; i < a.n || j < b.n;) {
        int order = i == a.n ? 1 : j == b.n ? -1 : span_cmp(a.at[i], b.at[j]);
        unsigned column = order < 0 ? 0 : order > 0 ? 1 : 2;
        want_line(to, w, column, order > 0 ? b.at[j] : a.at[i]);
        counts[column]++;
        i += order <= 0;
        j += order >= 0;
    }
    if (w->total)
        want_counts(to, w, counts);
}

/* A file of what PART says, sorted or not, with or without an end of its last line. */
static fuzz_text make_file(struct wish const *w, span part, bool sort, bool last_end)
{
    mspan text = fuzz_letters(part, w->line_end ? "aab\n\n" : "aab\0\n");
    fuzz_lines lines = fuzz_split(mspan_span(text), w->line_end);
    fuzz_text file = {0};
    if (sort && lines.n > 0)
        qsort(lines.at, lines.n, sizeof(span), fuzz_line_cmp);
    fuzz_put_lines(&file, lines, w->line_end);
    if (!last_end && lines.n > 0 && lines.at[lines.n - 1].n_ > 0)
        file.n--;
    free(lines.at);
    free(text.p_);
    return file;
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char *const joints[] = {"\t", "", ", "};
    static char *const checks[] = {"--total", "--check-order", "--nocheck-order"};
    fuzz f = {data, size};
    unsigned shown = fuzz_byte(&f), how = fuzz_byte(&f), check = fuzz_byte(&f) % 3, joint = fuzz_byte(&f) % 3;
    struct wish w = {.hide = {shown & 1, shown & 2, shown & 4}, .total = how & 1 || check == 0,
                     .line_end = how & 2 ? 0 : '\n', .joint = zstr_span(zstr_of_c_(joints[joint]))};
    if (joint == 1)             /* an empty one is a NUL */
        w.joint = S("\0");
    span part = fuzz_part(&f, f.left * fuzz_byte(&f) / 256);
    fuzz_text one = make_file(&w, part, how & 4, how & 8);
    fuzz_text two = make_file(&w, fuzz_rest(&f), how & 16, how & 32);
    fuzz_lines a = fuzz_split(fuzz_text_span(&one), w.line_end);
    fuzz_lines b = fuzz_split(fuzz_text_span(&two), w.line_end);
    fuzz_text expected = {0};
    want_merge(&expected, &w, a, b);

    char hidden[5] = "-", delimiter[40], *to = hidden + 1;
    for (int i = 0; i < 3; i++)
        if (w.hide[i])
            *to++ = (char)('1' + i);
    sprintf(delimiter, "--output-delimiter=%s", joints[joint]);
    char *words[9] = {delimiter, "-", fuzz_file(fuzz_text_span(&two)), checks[check]};
    size_t n = 4;
    if (hidden[1])
        words[n++] = hidden;
    if (how & 1)
        words[n++] = "--total";
    if (how & 2)
        words[n++] = "-z";
    span said = {0};
    int status = fuzz_program(prog_program, prog_main, words, fuzz_text_span(&one), &said);
    bool sorted = is_sorted(a) && is_sorted(b), stops = check == 1 && !sorted;
    REQUIRE(stops ? status == 1 : check == 2 || sorted ? status == 0 : status <= 1);
    REQUIRE(stops ? span_starts(fuzz_text_span(&expected), said) : span_eq(said, fuzz_text_span(&expected)));
    free(expected.p);
    free(a.at);
    free(b.at);
    free(one.p);
    free(two.p);
    return 0;
}
