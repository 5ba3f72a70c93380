/* numfmt - numbers from and to forms that people read. */

#include "numfmt/numfmt.h"
#include "text/onebyte.h"

static const struct cli_option option_rows[] = {
    {NUMFMT_DEBUG, Z("debug"), Z_NONE, Z("say what is odd about the options and the numbers")},
    {NUMFMT_DEVELOPER, Z("-debug"), Z_NONE, Z_NONE},
    {'d', Z("delimiter"), Z("X"), Z("fields are parted by the character X, not by blanks")},
    {NUMFMT_FIELD, Z("field"), Z("FIELDS"), Z("which fields are numbers (1)")},
    {NUMFMT_FORMAT, Z("format"), Z("FORMAT"), Z("how numbers are written, as printf's %f")},
    {NUMFMT_FROM, Z("from"), Z("UNIT"), Z("what letters behind numbers mean (none)")},
    {NUMFMT_FROM_UNIT, Z("from-unit"), Z("N"), Z("numbers count N things each (1)")},
    {NUMFMT_GROUPING, Z("grouping"), Z_NONE, Z("group digits as the locale does, as in 1,000,000")},
    {NUMFMT_HEADER, Z("header"), Z("[N]"), Z("copy the first N lines, or the first one, as they are")},
    {NUMFMT_INVALID, Z("invalid"), Z("MODE"), Z("what to do about a text that is no number (abort)")},
    {NUMFMT_PADDING, Z("padding"), Z("N"), Z("at least N columns, with the number at the right; at the\n"
       "left when N is negative. Without this a number with blanks\n"
       "or a field before it keeps its columns")},
    {NUMFMT_ROUND, Z("round"), Z("METHOD"), Z("up, down, from-zero (as without this), towards-zero or\n"
       "nearest")},
    {NUMFMT_SUFFIX, Z("suffix"), Z("TEXT"), Z("put TEXT behind numbers, which may have had it before")},
    {NUMFMT_SEPARATOR, Z("unit-separator"), Z("TEXT"), Z("put TEXT between numbers and their letters, where\n"
       "it may have been before")},
    {NUMFMT_TO, Z("to"), Z("UNIT"), Z("what letters to put behind numbers (none)")},
    {NUMFMT_TO_UNIT, Z("to-unit"), Z("N"), Z("let numbers count N things each (1)")},
    {'z', Z("zero-terminated"), Z_NONE, Z("lines end in a NUL, not in a newline")},
};

const struct cli_program prog_program = {
    .name = Z("numfmt"),
    .operands = Z("[NUMBER]..."),
    .summary = Z("Print each NUMBER in another form: with a unit, or without, rounded, padded.\n"
                 "Without NUMBERs print the lines of standard input, with the numbers in them changed."),
    .options = CLI_ROWS(option_rows),
    .order = Z("from from-unit to to-unit round padding suffix unit-separator grouping delimiter field "
               "debug -debug header"),
    .notes = Z("UNIT is one of these:\n\n"
               "  none    there are no letters, and numbers with one are refused\n"
               "  auto    (only --from) 1K is 1000, 1Ki is 1024, 1M is 1000000, 1Mi is 1048576 ...\n"
               "  si      1k is 1000, 1M is 1000000 ...\n"
               "  iec     1K is 1024, 1M is 1048576 ...\n"
               "  iec-i   1Ki is 1024, 1Mi is 1048576 ...\n\n"
               "FIELDS are numbers and ranges with commas between them: N, N-, N-M, -M, or - for all.\n\n"
               "FORMAT holds one %f. It may have a width (%10f; %-10f for numbers at the left; %010f for\n"
               "zeros before them), a precision (%.3f), and a quote for --grouping (%'f).\n\n"
               "MODE is one of these:\n\n"
               "  abort    end with a message and status 2\n"
               "  fail     print the text as it is, with a message, and end with status 2 at last\n"
               "  warn     the same, but status 0\n"
               "  ignore   the same without a message"),
};

static void set_up(struct numfmt_run *run)
{
    locale_use(LOCALE_CTYPE);
    locale_use(LOCALE_NUMERIC);
    run->decode = locale_charset() != CHARSET_SINGLE_BYTE;
    run->foreign = !locale_is_c(LOCALE_CTYPE);
    text_add_class(&run->blank, TEXT_BLANK);
    byteset_add(&run->blank, '\n');
    run->ends = run->blank;
    for (unsigned c = 128; run->decode && c < 256; c++)
        byteset_add(&run->ends, low_byte(c));
    byteset odd = run->ends;
    byteset_remove(&odd, ' ');
    byteclass_make(&run->odd, &odd);
    run->point = zstr_span(locale_decimal_point());
    run->thousands = zstr_span(locale_thousands_separator());
    run->usual = numfmt_has_usual(run);
}

/* The next line that is not usual; those before it are printed. */
static bool next_line(struct numfmt_run const *run, reader *in, writer *out, span *line, bool *ended)
{
    span text = {};
    for (size_t used = 1; run->usual && used > 0 && writer_ok(out) && reader_peek(in, &text) == 0;) {
        used = numfmt_print_usual(run, out, text);
        reader_consume(in, used);
    }
    return reader_record(in, run->opt.line_end, line, ended);
}

/* The lines of standard input, until one ends the program. */
static oserr print_input(struct cli *cli, struct numfmt_run *run, reader *in)
{
    span line = {};
    bool ended = true;
    bool ok = true;
    for (uint64_t n = run->opt.header; n > 0 && reader_record(in, run->opt.line_end, &line, &ended); n--) {
        writer_put(cli_out(cli), line);
        if (ended)
            writer_byte(cli_out(cli), run->opt.line_end);
    }
    while (ok && writer_ok(cli_out(cli)) && next_line(run, in, cli_out(cli), &line, &ended)) {
        ok = numfmt_print_line(cli, run, line);
        if (ok && ended)
            writer_byte(cli_out(cli), run->opt.line_end);
    }
    return in->err;
}

static void print_operands(struct cli *cli, struct numfmt_run *run)
{
    zstr operand = {};
    while (writer_ok(cli_out(cli)) && cli_next_operand(cli, &operand)) {
        if (!numfmt_print_line(cli, run, zstr_span(operand)))
            return;
        writer_byte(cli_out(cli), run->opt.line_end);
    }
}

int prog_main(struct cli *cli)
{
    struct numfmt_run run = {.opt = {.from_unit = 1, .to_unit = 1, .rounding = FLOAT_FROM_ZERO,
                                     .line_end = '\n', .precision = NUMFMT_ANY}};
    struct cli_input in = {};
    if (!numfmt_parse_options(cli, &run.opt))
        return cli_usage_exit(cli);
    set_up(&run);
    if (cli_operand_count(cli) > 0) {
        print_operands(cli, &run);
    } else if (cli_next_input(cli, &in)) {
        oserr err = print_input(cli, &run, &in.reader);
        if (err)
            cli_error(cli, err, "error reading input");
        cli_close_input(cli, &in, 0);
    }
    if (run.failed && run.opt.debug && run.opt.invalid != INVALID_ABORT)
        cli_warn(cli, 0, "failed to convert some of the input numbers");
    buf_recycle(&run.text);
    buf_recycle(&run.digits);
    return cli_finish(cli);
}
