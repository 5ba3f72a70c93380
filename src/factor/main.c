/* main.c - factor: the prime factors of numbers. */

#include "factor/factor.h"

static const struct cli_option option_rows[] = {
    {'h', Z("exponents"), Z_NONE, Z("print a factor that is there e times as p^e")},
};

const struct cli_program prog_program = {
    .name = Z("factor"),
    .operands = Z("[NUMBER]..."),
    .summary = Z("Print each NUMBER and its prime factors in ascending order.\n"
                 "Without NUMBER, numbers are read from standard input, between blanks or newlines."),
    .options = CLI_ROWS(option_rows),
    .order = Z("exponents"),
    .notes = Z("Numbers may be of any size; how long it takes depends on the second largest factor."),
};

enum {
    WORD_DIGITS = 19, PAIR_DIGITS = 38,         /* so many digits fit 64 and 128 bits for sure */
};

struct SAFE_OWNER state {
    struct splitter splitter;
    struct printer printer;
    bignum number;
};

static bool all_digits(span text)
{
    SPAN_FOREACH(c, text)
        if (c < '0' || c > '9')
            return false;
    return !span_empty(text);
}

static uint64_t word_of(span digits)
{
    uint64_t v = 0;
    SPAN_FOREACH(c, digits)
        v = v * 10 + (c - (uint64_t)'0');
    return v;
}

static u128 pair_of(span digits)
{
    u128 v = word_of(span_first(digits, WORD_DIGITS));
    SPAN_FOREACH(c, span_drop(digits, WORD_DIGITS))
        v = v * 10 + (c - (unsigned)'0');
    return v;
}

/* DIGITS do not begin with 0, except for 0 itself. */
static void factor_digits(struct state *st, writer *out, span digits)
{
    if (span_len(digits) > PAIR_DIGITS) {
        bignum_parse(&st->number, digits);
        split_big(&st->splitter, &st->number);
        print_big_line(&st->printer, out, digits, &st->splitter.factors);
        return;
    }
    split_number(&st->splitter, span_len(digits) <= WORD_DIGITS ? word_of(digits) : pair_of(digits));
    print_line(&st->printer, out, digits, u128_vec_span(&st->splitter.factors.numbers));
}

/* Blanks, perhaps a plus sign, digits. */
static void factor_text(struct cli *cli, struct state *st, span text)
{
    span digits = text;
    while (span_peek(digits, 0) == ' ')
        digits = span_drop(digits, 1);
    digits = span_drop(digits, span_peek(digits, 0) == '+');
    if (!all_digits(digits)) {
        st->printer.held = 0;           /* a message comes behind all output before it */
        cli_error(cli, 0, "%s is not a valid positive integer", fmt_q(text));
        return;
    }
    while (span_len(digits) > 1 && span_at(digits, 0) == '0')
        digits = span_drop(digits, 1);
    factor_digits(st, cli_out(cli), digits);
    writer_sync(cli_out(cli));
}

static bool is_separator(unsigned char c)
{
    return c == '\n' || c == '\t' || c == ' ';
}

/* The next word of *PART, and go behind what ends it; false when there is none. */
static bool next_word(span *part, span *word)
{
    size_t start = 0;
    while (start < span_len(*part) && is_separator(span_at(*part, start)))
        start++;
    *part = span_drop(*part, start);
    size_t len = 0;
    SPAN_FOREACH(c, *part) {
        if (is_separator(c))
            break;
        len++;
    }
    *word = span_take(part, len);
    *part = span_drop(*part, !span_empty(*part));       /* the separator */
    return len > 0;
}

/* When *PART begins with a number of 64 bits in the usual form: do all with it, and go behind it. */
static bool factor_usual(struct state *st, writer *out, span *part)
{
    uint64_t v = 0;
    size_t len = 0;
    SPAN_FOREACH(c, *part) {
        unsigned digit = (unsigned)c - '0';
        if (digit > 9)
            break;
        v = v * 10 + digit;
        len++;
    }
    if (len == 0 || len > WORD_DIGITS || len == span_len(*part) || !is_separator(span_at(*part, len))
        || span_at(*part, 0) == '0')
        return false;
    split_number(&st->splitter, v);
    print_line(&st->printer, out, span_first(*part, len), u128_vec_span(&st->splitter.factors.numbers));
    *part = span_drop(*part, len + 1);
    return true;
}

/* All numbers in PART. */
static void factor_words(struct cli *cli, struct state *st, span part)
{
    span word = {};
    for (;;) {
        while (factor_usual(st, cli_out(cli), &part))
            writer_sync(cli_out(cli));
        if (!next_word(&part, &word))
            return;
        factor_text(cli, st, span_first(word, span_find(word, 0)));         /* a NUL ends a number */
    }
}

static void factor_input(struct cli *cli, struct state *st)
{
    struct cli_input in = {};
    oserr err = cli_open_input(cli, Z("-"), &in);
    span part = {};
    while (err == 0 && writer_ok(cli_out(cli)) && (err = reader_records(&in.reader, '\n', &part)) == 0
           && !span_empty(part))
        factor_words(cli, st, part);
    cli_close_input(cli, &in, 0);
    if (err)
        cli_error(cli, err, "error reading input");
}

int prog_main(struct cli *cli)
{
    struct state st = {};
    struct cli_match m = {};
    bool exponents = false;
    while (cli_next_option(cli, &m))
        exponents |= m.key == 'h';
    if (!cli_options_ok(cli))
        return cli_usage_exit(cli);
    print_start(&st.printer, exponents);
    if (cli_operand_count(cli) == 0)
        factor_input(cli, &st);
    for (zstr number = {}; cli_next_operand(cli, &number);)
        factor_text(cli, &st, zstr_span(number));
    return cli_finish(cli);
}
