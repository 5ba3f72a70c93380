/* keys.c - keys of sort: where they lie in a line, and the bytes that they compare by, against plain
   comparisons. */
/* limits: -runs=400000 */

#include "fuzz/program.h"
#include "sort/field.c"
#include "sort/keydef.c"
#include "sort/month.c"
#include "sort/number.c"
#include "sort/engine.c"
#include "sort/md5.c"
#include "sort/order.c"
#define cmp_texts cmp_texts_of_ties
#include "sort/tied.c"
#undef cmp_texts
#include "vercmp/vercmp.h"

#include <math.h>

static struct { char *keys; span lines[2]; int tab; } tried;

static int sign(int d)
{
    return (d > 0) - (d < 0);
}

/* ---- where keys lie ---- */

static bool is_blank(unsigned char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* Where the field that begins at FROM ends, without the separator. */
static size_t field_end(span line, size_t from)
{
    if (tried.tab >= 0) {
        while (from < line.n_ && line.p_[from] != tried.tab)
            from++;
        return from;
    }
    while (from < line.n_ && is_blank(line.p_[from]))
        from++;
    while (from < line.n_ && !is_blank(line.p_[from]))
        from++;
    return from;
}

/* The position FIELD.CHAR, both from 0; AT_END: of the end of the field. */
static size_t position(span line, size_t field, size_t character, bool blanks, bool at_end)
{
    size_t at = 0, separator = tried.tab >= 0;
    for (; field > 0 && at < line.n_; field--) {
        at = field_end(line, at);
        at += at < line.n_ ? separator : 0;
    }
    if (at_end)
        return field > 0 ? line.n_ : field_end(line, at);
    while (blanks && at < line.n_ && is_blank(line.p_[at]))
        at++;
    return character < line.n_ - at ? at + character : line.n_;
}

static void check_place(struct sort_order const *order, struct sort_key const *k, span line)
{
    size_t start = 0, from = position(line, k->start_field, k->start_char, k->kind.start_blanks, false);
    span text = sort_key_text(order, k, line, &start);
    size_t to = k->whole_end ? line.n_
                : position(line, k->end_field, k->end_char, k->kind.end_blanks, k->end_char == 0);
    REQUIRE(start == from && text.n_ == (to > from ? to - from : 0) && text.p_ == line.p_ + from);
}

static int take_keys(struct cli *cli)
{
    static struct sort_options opt;
    sort_key_vec_truncate(&opt.keys, 0);
    opt = (struct sort_options){.keys = opt.keys, .tab = tried.tab, .line_end = '\n'};
    bool good = true;
    for (char *word = strtok(tried.keys, ";"); good && word; word = strtok(NULL, ";"))
        good = sort_parse_key(cli, zstr_span(zstr_of_c_(word)), &opt);
    struct sort_order order = {0};
    if (good && sort_complete_keys(cli, &opt) && sort_make_order(cli, &opt, &order)) {
        static struct sort_line lines[2];
        static struct sort_work work;
        for (int i = 0; i < 2; i++) {
            sort_line_set(&lines[i], &order, tried.lines[i]);
            for (size_t k = 0; k < sort_keys_len(order.keys); k++)
                check_place(&order, sort_keys_ref_(order.keys, k), tried.lines[i]);
        }
        int d = sort_line_cmp(&lines[0], &lines[1], &order, &work);
        REQUIRE(sign(d) == -sign(sort_line_cmp(&lines[1], &lines[0], &order, &work)));
        REQUIRE(d == 0 || !span_eq(tried.lines[0], tried.lines[1]));
    }
    return cli_options_ok(cli) ? cli_finish(cli) : cli_usage_exit(cli);
}

/* ---- what they compare by ---- */

/* The order of the bytes that APPEND makes of A and B. */
#define COMPARED(append, a, b, ...) \
    (buf_clear(&first), buf_clear(&second), append(&first, (a) __VA_OPT__(,) __VA_ARGS__), \
     append(&second, (b) __VA_OPT__(,) __VA_ARGS__), sign(span_cmp(buf_span(&first), buf_span(&second))))

static buf first, second;

/* Numbers with their digits lined up at the point. */
static int compare_numbers(char const *a, char const *b)
{
    char const *texts[] = {a, b};
    char lined[2][520];
    int signs[2];
    for (int i = 0; i < 2; i++) {
        char const *s = texts[i] + strspn(texts[i], " \t\n");
        bool negative = *s == '-';
        s += negative;
        size_t whole = strspn(s, "0123456789");
        size_t fraction = s[whole] == '.' ? strspn(s + whole + 1, "0123456789") : 0;
        memset(lined[i], '0', 519);
        memcpy(lined[i] + 250 - whole, s, whole);
        if (fraction)
            memcpy(lined[i] + 250, s + whole + 1, fraction);
        lined[i][519] = 0;
        bool zero = strspn(lined[i], "0") == 519;
        signs[i] = zero ? 0 : negative ? -1 : 1;
    }
    if (signs[0] != signs[1])
        return sign(signs[0] - signs[1]);
    return sign(strcmp(lined[0], lined[1])) * (signs[0] < 0 ? -1 : 1);
}

/* No number, not a number, and the rest as they are. */
static int compare_general(char const *a, char const *b)
{
    char *end_a = NULL, *end_b = NULL;
    long double x = strtold(a, &end_a), y = strtold(b, &end_b);
    int class_a = end_a == a ? 0 : isnan(x) ? 1 : 2, class_b = end_b == b ? 0 : isnan(y) ? 1 : 2;
    if (class_a != class_b || class_a < 2)
        return sign(class_a - class_b);
    return (x > y) - (x < y);
}

static void check_orders(char const *a, char const *b)
{
    struct sort_order order = {.decimal = '.', .thousands = -1};
    make_tables(&order);
    span x = zstr_span(zstr_of_c_(a)), y = zstr_span(zstr_of_c_(b));
    REQUIRE(COMPARED(version_append_key, x, y) == sign(version_cmp(x, y)));
    REQUIRE(COMPARED(sort_append_number, x, y, &order) == compare_numbers(a, b));
    bool nans = strcasestr(a, "nan") && strcasestr(b, "nan");
    REQUIRE(nans || COMPARED(sort_append_general, x, y) == compare_general(a, b));
}

/* A key of the usual form with small numbers, from the bytes of PART, in the place of TEXT. */
static char *usual_key(char *text, span part)
{
    static char const *const options[] = {"", "b", "n", "r", "fd", "bV", "g", "Mr", "h", "bi"};
    fuzz f = {part.p_, part.n_};
    free(text);
    text = (char *)fuzz_room(200).p_;
    char *to = text;
    do {
        to += sprintf(to, "%u", 1 + fuzz_byte(&f) % 4);
        to += fuzz_byte(&f) % 2 ? sprintf(to, ".%u", 1 + fuzz_byte(&f) % 4) : 0;
        to += sprintf(to, "%s", options[fuzz_byte(&f) % 10]);
        to += fuzz_byte(&f) % 4 ? sprintf(to, ",%u", 1 + fuzz_byte(&f) % 4) : 0;
        to += fuzz_byte(&f) % 2 && strchr(text, ',') ? sprintf(to, ".%u", fuzz_byte(&f) % 4) : 0;
        to += sprintf(to, "%s;", options[fuzz_byte(&f) % 10]);
    } while (f.left > 0);
    return text;
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char const key_letters[] = "123.,bdfinrVghM;0123.,;", line_letters[] = "ab: \t01:.-";
    static char const word_letters[] = "0123456789.-0019a~eE+ xpinfna\t";
    fuzz f = {data, size};
    if (size > 240)
        return 0;
    unsigned how = fuzz_byte(&f);
    span parts[] = {fuzz_part(&f, fuzz_byte(&f) % 24), fuzz_part(&f, fuzz_byte(&f) % 60), fuzz_rest(&f)};
    char const *text_letters = how & 1 ? word_letters : line_letters;
    char const *letters[] = {key_letters, text_letters, text_letters};
    char *texts[3];
    for (int i = 0; i < 3; i++) {
        texts[i] = fuzz_c_string(parts[i]);
        for (char *p = texts[i]; *p && !(how & 4); p++)
            *p = letters[i][(unsigned char)*p % strlen(letters[i])];
    }
    if (how & 8)
        texts[0] = usual_key(texts[0], parts[0]);
    tried.keys = texts[0];
    tried.lines[0] = zstr_span(zstr_of_c_(texts[1]));
    tried.lines[1] = zstr_span(zstr_of_c_(texts[2]));
    tried.tab = how & 2 ? ':' : -1;
    check_orders(texts[1], texts[2]);
    if (!strchr(texts[0], 'R'))
        fuzz_program((struct cli_program){.name = Z("sort"), .failure = 2}, take_keys, NULL, (span){0}, NULL);
    for (int i = 0; i < 3; i++)
        free(texts[i]);
    return 0;
}
