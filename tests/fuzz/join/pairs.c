/* pairs.c - join of sorted files against loops over all lines. */
/* limits: -runs=150000 */
/* program: join */

#include "fuzz/lines.h"

#include <ctype.h>

enum { MOST_FIELDS = 2100, MOST_CHOICES = 4 };

struct wish {
    int separator;              /* -1 for blanks, -2 for none */
    bool fold, zero, header, hide_pairs, auto_width;
    bool unpaired[2];
    size_t key[2], width[2];    /* from 0 on; how many fields "auto" prints */
    char const *joint;
    span filler;
    struct { unsigned file; size_t field; } choices[MOST_CHOICES];
    size_t num_choices;
};
/* The wishes of the current run, for qsort too. */
static struct wish wish;

/* ---- fields ---- */

static bool want_blank(unsigned char c)
{
    return c == ' ' || c == '\t' || (wish.zero && c == '\n');
}

/* Fill FIELDS with those of LINE; how many there are. */
static size_t want_fields(span line, span *fields)
{
    size_t n = 0;
    if (wish.separator == -1) {
        for (size_t at = 0; at < line.n_;) {
            size_t start = at;
            while (at < line.n_ && !want_blank(line.p_[at]))
                at++;
            if (at > start)
                fields[n++] = span_sub(line, start, at - start);
            else
                at++;
        }
        return n;
    }
    for (size_t start = 0, at = 0; line.n_ > 0 && at <= line.n_; at++)
        if (at == line.n_ || line.p_[at] == wish.separator) {
            fields[n++] = span_sub(line, start, at - start);
            start = at + 1;
        }
    return n;
}

static span want_field(span line, size_t number)
{
    static span fields[MOST_FIELDS];
    return number < want_fields(line, fields) ? fields[number] : S("");
}

static int want_order(span a, span b)
{
    for (size_t i = 0; i < a.n_ && i < b.n_; i++) {
        int x = wish.fold ? toupper(a.p_[i]) : a.p_[i], y = wish.fold ? toupper(b.p_[i]) : b.p_[i];
        if (x != y)
            return x - y;
    }
    return (a.n_ > b.n_) - (a.n_ < b.n_);
}

static int by_key(void const *a, void const *b, size_t key)
{
    span const *x = a, *y = b;
    int order = want_order(want_field(*x, key), want_field(*y, key));
    return order ? order : (x->p_ > y->p_) - (x->p_ < y->p_);
}
static int by_first_key(void const *a, void const *b)
{
    return by_key(a, b, wish.key[0]);
}
static int by_second_key(void const *a, void const *b)
{
    return by_key(a, b, wish.key[1]);
}

/* ---- what is printed ---- */

static void want_text(fuzz_text *to, span field)
{
    fuzz_put(to, field.n_ ? field : wish.filler);
}

static void want_others(fuzz_text *to, span line, bool there, int side)
{
    static span fields[MOST_FIELDS];
    size_t n = there ? want_fields(line, fields) : 0, shown = wish.auto_width ? wish.width[side] : n;
    for (size_t i = 0; i < shown; i++) {
        if (i == wish.key[side])
            continue;
        fuzz_put_c(to, wish.joint);
        want_text(to, i < n ? fields[i] : S(""));
    }
}

/* A line of each file, or NULL. */
static void want_line(fuzz_text *to, span const *a, span const *b)
{
    span key = a ? want_field(*a, wish.key[0]) : want_field(*b, wish.key[1]), none = {0};
    for (size_t i = 0; i < wish.num_choices; i++) {
        span const *line = wish.choices[i].file == 1 ? a : b;
        if (i > 0)
            fuzz_put_c(to, wish.joint);
        if (wish.choices[i].file == 0)
            want_text(to, key);
        else
            want_text(to, line ? want_field(*line, wish.choices[i].field) : none);
    }
    if (wish.num_choices == 0) {
        want_text(to, key);
        want_others(to, a ? *a : none, a, 0);
        want_others(to, b ? *b : none, b, 1);
    }
    fuzz_put_byte(to, wish.zero ? 0 : '\n');
}

static bool has_partner(span line, int side, fuzz_lines others)
{
    for (size_t i = wish.header; i < others.n; i++)
        if (want_order(want_field(line, wish.key[side]), want_field(others.at[i], wish.key[!side])) == 0)
            return true;
    return false;
}

/* All lines of B from *NEXT on whose keys come before that of A, or all if there is no A. */
static void want_second(fuzz_text *to, fuzz_lines a, fuzz_lines b, span const *line, size_t *next)
{
    for (; *next < b.n; ++*next) {
        span *other = &b.at[*next];
        if (line && want_order(want_field(*other, wish.key[1]), want_field(*line, wish.key[0])) >= 0)
            return;
        if (wish.unpaired[1] && !has_partner(*other, 1, a))
            want_line(to, NULL, other);
    }
}

static void want_join(fuzz_text *to, fuzz_lines a, fuzz_lines b)
{
    size_t next = wish.header, from = wish.header;
    if (wish.header && (a.n > 0 || b.n > 0))
        want_line(to, a.n > 0 ? &a.at[0] : NULL, b.n > 0 ? &b.at[0] : NULL);
    for (size_t i = from; i < a.n; i++) {
        want_second(to, a, b, &a.at[i], &next);
        for (size_t j = from; j < b.n && !wish.hide_pairs; j++)
            if (want_order(want_field(a.at[i], wish.key[0]), want_field(b.at[j], wish.key[1])) == 0)
                want_line(to, &a.at[i], &b.at[j]);
        if (wish.unpaired[0] && !has_partner(a.at[i], 0, b))
            want_line(to, &a.at[i], NULL);
    }
    want_second(to, a, b, NULL, &next);
}

/* ---- the run ---- */

/* Options of the command line; text that stays until the next run. */
static struct { char *words[40]; size_t n; char text[40][40]; } line;

#define ADD(...) (sprintf(line.text[line.n], __VA_ARGS__), line.words[line.n] = line.text[line.n], line.n++)

static void choose_fields(fuzz *f, unsigned how)
{
    wish.auto_width = how == 1;
    wish.num_choices = how < 4 ? 0 : how - 3;
    if (how == 1)
        ADD("-oauto");
    if (how < 4)
        return;
    char list[60], *to = list;
    for (size_t i = 0; i < wish.num_choices; i++) {
        unsigned file = fuzz_byte(f) % 3, field = fuzz_byte(f) % 4;
        wish.choices[i].file = file;
        wish.choices[i].field = field;
        to += sprintf(to, i > 0 ? "," : "");
        to += file == 0 ? sprintf(to, "0") : sprintf(to, "%u.%u", file, field + 1);
    }
    ADD("-o");
    ADD("%s", list);
}

static void choose(fuzz *f)
{
    static int const separators[] = {-1, -1, ',', ',', ' ', -2};
    static char *const fillers[] = {"", "X", "long"};
    unsigned how = fuzz_byte(f), more = fuzz_byte(f), filler = fuzz_byte(f) % 3;
    wish = (struct wish){.separator = separators[how % 6], .fold = more & 1, .zero = more & 2,
                         .header = more & 4, .hide_pairs = more & 8, .unpaired = {more & 16, more & 32},
                         .key = {fuzz_byte(f) % 3, fuzz_byte(f) % 3},
                         .filler = zstr_span(zstr_of_c_(fillers[filler]))};
    memset(&line, 0, sizeof line);
    wish.joint = wish.separator == ',' ? "," : " ";
    if (wish.separator == -2)
        ADD("-t"), ADD("%s", "");
    else if (wish.separator >= 0)
        ADD("-t%c", wish.separator);
    for (int i = 0; i < 2; i++) {
        ADD("-%d%zu", i + 1, wish.key[i] + 1);
        if (wish.unpaired[i])
            ADD("-%c%d", wish.hide_pairs ? 'v' : 'a', i + 1);
    }
    wish.hide_pairs &= wish.unpaired[0] || wish.unpaired[1];
    if (filler > 0 || how & 64)
        ADD("-e"), ADD("%s", fillers[filler]);
    if (wish.fold)
        ADD("-i");
    if (wish.zero)
        ADD("-z");
    if (wish.header)
        ADD("--header");
    choose_fields(f, fuzz_byte(f) % 8);
}

/* A file of what PART says, whose lines but the header are sorted. */
static fuzz_text make_file(span part, int side, bool last_end)
{
    mspan text = fuzz_letters(part, "aaAb,,  \t\n\n\n");
    unsigned char line_end = wish.zero ? 0 : '\n';
    for (size_t i = 0; i < text.n_; i++)
        if (wish.zero && text.p_[i] == 'b')
            text.p_[i] = 0;
    fuzz_lines lines = fuzz_split(mspan_span(text), line_end);
    fuzz_text file = {0};
    size_t head = wish.header;
    if (lines.n > head)
        qsort(lines.at + head, lines.n - head, sizeof(span), side ? by_second_key : by_first_key);
    fuzz_put_lines(&file, lines, line_end);
    if (!last_end && lines.n > 0 && lines.at[lines.n - 1].n_ > 0)
        file.n--;
    if (lines.n > 0) {
        static span fields[MOST_FIELDS];
        wish.width[side] = want_fields(lines.at[0], fields);
    }
    free(lines.at);
    free(text.p_);
    return file;
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    if (size > 400)
        return 0;
    choose(&f);
    unsigned how = fuzz_byte(&f);
    span part = fuzz_part(&f, f.left * fuzz_byte(&f) / 256), said = {0};
    fuzz_text one = make_file(part, 0, how & 1), two = make_file(fuzz_rest(&f), 1, how & 2), expected = {0};
    unsigned char line_end = wish.zero ? 0 : '\n';
    fuzz_lines a = fuzz_split(fuzz_text_span(&one), line_end), b = fuzz_split(fuzz_text_span(&two), line_end);
    want_join(&expected, a, b);
    line.words[line.n++] = "-";
    line.words[line.n++] = fuzz_file(fuzz_text_span(&two));
    REQUIRE(fuzz_program(prog_program, prog_main, line.words, fuzz_text_span(&one), &said) == 0);
    REQUIRE(span_eq(said, fuzz_text_span(&expected)));
    free(expected.p);
    free(a.at);
    free(b.at);
    free(one.p);
    free(two.p);
    return 0;
}
