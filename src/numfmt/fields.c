/* fields.c - lines, whose fields are converted one by one. */

#include "numfmt/numfmt.h"

/* Say that TEXT is no number, for the reason ERR; REST is what is wrong behind its unit. */
static void complain(struct cli *cli, enum numfmt_error err, span text, span rest)
{
    switch (err) {
    case NUMFMT_NO_NUMBER: cli_warn(cli, 0, "invalid number: %s", fmt_q(text)); break;
    case NUMFMT_TOO_LARGE: cli_warn(cli, 0, "value too large to be converted: %s", fmt_q(text)); break;
    case NUMFMT_BAD_SUFFIX: cli_warn(cli, 0, "invalid suffix in input: %s", fmt_q(text)); break;
    case NUMFMT_TRAILING:
        cli_warn(cli, 0, "invalid suffix in input %s: %s", fmt_q(text), fmt_q(rest));
        break;
    case NUMFMT_SUFFIX_REJECTED:
        cli_warn(cli, 0, "rejecting suffix in input: %s (consider using --from)", fmt_q(text));
        break;
    case NUMFMT_MISSING_I:
        cli_warn(cli, 0, "missing 'i' suffix in input: %s (e.g Ki/Mi/Gi)", fmt_q(text));
        break;
    default: break;
    }
}

/* Columns of TEXT, with one for each character that has none; *CLEAN: all have some. */
static size_t columns_of(span text, bool *clean)
{
    size_t columns = 0;
    struct text_char c = {};
    *clean = true;
    if (text_is_plain_ascii(text))
        return span_len(text);
    while (text_next(&text, &c)) {
        int width = c.valid ? text_width(c) : -1;
        *clean &= width >= 0;
        columns += width < 0 ? 1 : as_size(width);
    }
    return columns;
}

/* Characters of TEXT. */
static size_t count_characters(span text)
{
    size_t n = 0;
    struct text_char c = {};
    if (text_is_plain_ascii(text))
        return span_len(text);
    while (text_next(&text, &c))
        n++;
    return n;
}

/* Print the number in run->text, of which DIGITS bytes and MORE zeros are digits, in WIDTH columns. */
static void put_number(struct numfmt_run *run, writer *out, size_t digits, uint64_t more, uint64_t width)
{
    span text = buf_span(&run->text), number = span_take(&text, digits);
    if (width == 0 && run->opt.zeros == 0 && more == 0 && !run->opt.formatted) {
        writer_put(out, buf_span(&run->text));
        writer_put(out, run->opt.suffix);
        return;
    }
    uint64_t have = run->opt.zeros > 0 ? count_characters(number) + more : 0;
    uint64_t zeros = run->opt.zeros > have ? run->opt.zeros - have : 0;
    bool clean = true, suffix_clean = true;
    uint64_t columns = columns_of(buf_span(&run->text), &clean) + columns_of(run->opt.suffix, &suffix_clean);
    if (ck_add(&columns, columns, more) || ck_add(&columns, columns, zeros) || !clean || !suffix_clean)
        columns = UINT64_MAX;
    uint64_t blanks = width > columns ? width - columns : 0;
    writer_put(out, run->opt.before);
    if (!run->opt.to_left)
        writer_fill(out, size_clamp(blanks), ' ');
    if (span_peek(number, 0) == '-')
        writer_put(out, span_take(&number, 1));
    writer_fill(out, size_clamp(zeros), '0');
    writer_put(out, number);
    writer_fill(out, size_clamp(more), '0');
    writer_put(out, text);
    writer_put(out, run->opt.suffix);
    if (run->opt.to_left)
        writer_fill(out, size_clamp(blanks), ' ');
    writer_put(out, run->opt.after);
}

/* What to do about a number that is none; FIELD is printed in its place. */
static bool put_invalid(struct cli *cli, struct numfmt_run *run, span field)
{
    run->failed = true;
    if (run->opt.invalid == INVALID_ABORT || run->opt.invalid == INVALID_FAIL)
        cli->diag.status = 2;
    if (run->opt.invalid == INVALID_ABORT)
        return false;
    writer_put(cli_out(cli), field);
    return true;
}

/* Convert FIELD, which blanks part from another one when it is not the FIRST; false when the program is to
   end. */
static bool convert(struct cli *cli, struct numfmt_run *run, span field, bool first)
{
    struct numfmt_number n = {};
    span text = field, rest = {};
    size_t digits = 0;
    uint64_t more = 0, width = run->opt.padding;
    bool unused = false;
    bool indented = numfmt_skip_blanks(run, &text, false);
    if (!span_empty(run->opt.suffix) && span_ends(text, run->opt.suffix))
        text = span_chop(text, span_len(run->opt.suffix));
    enum numfmt_error err = numfmt_parse_number(run, text, &n, &rest);
    if (err != NUMFMT_OK) {
        if (run->opt.invalid != INVALID_IGNORE)
            complain(cli, err, text, rest);
        return put_invalid(cli, run, field);
    }
    if (n.rounded && run->opt.debug)
        cli_warn(cli, 0, "large input value %s: possible precision loss", fmt_q(text));
    if (!numfmt_append_number(cli, run, n, &digits, &more))
        return put_invalid(cli, run, field);
    if ((indented || !first) && !run->opt.padded && !run->opt.delimited)
        width = columns_of(field, &unused);
    put_number(run, cli_out(cli), digits, more, width);
    return true;
}

/* How many bytes of TEXT come before the first blank. */
static size_t word_len(struct numfmt_run const *run, span text)
{
    struct text_char c = {};
    size_t n = span_find_in(text, &run->ends);
    span rest = span_drop(text, n);
    if (!run->decode)
        return n;
    while (text_next(&rest, &c) && !numfmt_is_blank(run, c))
        n += span_len(c.bytes);
    return n;
}

/* Take a field off *LINE, and what parts it from the next; false when it is the last one. */
static bool take_field(struct numfmt_run const *run, span *line, span *field)
{
    span whole = *line;
    size_t end = 0;
    if (run->opt.delimited) {
        end = span_empty(run->opt.delimiter) ? span_len(whole) : span_search(whole, run->opt.delimiter);
    } else {
        span text = whole;
        (void)numfmt_skip_blanks(run, &text, false);
        end = span_len(whole) - span_len(text) + word_len(run, text);
    }
    *field = span_first(whole, end);
    *line = span_drop(whole, end);
    if (span_empty(*line))
        return false;
    if (run->opt.delimited)
        *line = span_drop(*line, span_len(run->opt.delimiter));
    else
        (void)numfmt_skip_blanks(run, line, true);
    return true;
}

static bool is_wanted(struct numfmt_options const *opt, uint64_t field, size_t *range)
{
    if (!opt->fields_given)
        return field == 1;
    size_t ranges = range_vec_len(&opt->fields);
    while (*range < ranges && AT(range_vec, &opt->fields, *range).high < field)
        *range += 1;
    return *range < ranges && AT(range_vec, &opt->fields, *range).low <= field;
}

/* Whether no field behind this one is wanted. */
static bool is_last(struct numfmt_options const *opt, uint64_t field, size_t range)
{
    size_t ranges = opt->fields_given ? range_vec_len(&opt->fields) : 0;
    return range >= ranges || (range + 1 == ranges && AT(range_vec, &opt->fields, range).high <= field);
}

/* Whether what is left of a line would come out as it is. */
static bool stays(struct numfmt_run const *run, span rest)
{
    return run->opt.delimited || span_find_class(rest, &run->odd) == span_len(rest);
}

bool numfmt_print_line(struct cli *cli, struct numfmt_run *run, span line)
{
    size_t range = 0;
    bool more = true;
    span field = {};
    for (uint64_t n = 1; more; n++) {
        more = take_field(run, &line, &field);
        if (!is_wanted(&run->opt, n, &range))
            writer_put(cli_out(cli), field);
        else if (!convert(cli, run, field, n == 1))
            return false;
        if (more)
            writer_put(cli_out(cli), run->opt.delimited ? run->opt.delimiter : S(" "));
        if (more && is_last(&run->opt, n, range) && stays(run, line)) {
            writer_put(cli_out(cli), line);
            return true;
        }
    }
    return true;
}
