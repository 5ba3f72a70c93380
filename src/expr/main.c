/* main.c - expr: work out an expression that is given word by word. */

#include "expr/expr.h"

const struct cli_program prog_program = {
    .name = Z("expr"),
    .operands = Z("EXPRESSION\nOPTION"),
    .no_short_usage = true,
    .summary = Z("Work out EXPRESSION, each part of which is an argument of its own,\n"
                 "and print its value."),
    .notes = Z("These are the expressions, in groups; an operator of a later group binds\n"
               "more tightly.  Those of one group are worked out from left to right.\n\n"
               "  A | B          A, if it is neither empty nor 0; else B, or 0 in place of these\n\n"
               "  A & B          A, if neither is empty or 0; else 0\n\n"
               "  A < B  A <= B  A = B  A == B  A != B  A >= B  A > B\n"
               "                 1 if it is so, else 0: of numbers when both are integers,\n"
               "                 else of text, in the order of the locale\n\n"
               "  A + B  A - B   sum, difference\n\n"
               "  A * B  A / B  A % B\n"
               "                 product, quotient rounded towards zero, remainder\n\n"
               "  TEXT : PATTERN\n"
               "                 what \\(...\\) of the basic regular expression PATTERN matched,\n"
               "                 or empty; without \\(...\\) how many characters it matched.\n"
               "                 A match begins at the start of TEXT\n\n"
               "  match TEXT PATTERN\n"
               "                 the same\n"
               "  substr TEXT POS LENGTH\n"
               "                 LENGTH characters of TEXT from number POS on; the first is 1\n"
               "  index TEXT CHARS\n"
               "                 the number of the first one of CHARS in TEXT, or 0\n"
               "  length TEXT    how many characters TEXT has\n"
               "  + WORD         WORD as a text, even if it means something else here\n\n"
               "  ( EXPRESSION ) its value\n\n"
               "Integers may be of any size.  Many operators mean something to the shell\n"
               "and need quotes.\n\n"
               "The exit status is 0 when the value is neither empty nor 0, 1 when it is\n"
               "one of these, 2 when EXPRESSION is not valid, and 3 when something else\n"
               "went wrong."),
    .failure = EXPR_FAILURE,
    .usage_failure = EXPR_INVALID,
    .raw = true,
};

/* Whether WORD, being the only one, is an option. */
static bool is_option(span word)
{
    return span_eq(word, S("--dump-option-rows"))
           || (span_len(word) > 2 && (span_starts(S("--help"), word) || span_starts(S("--version"), word)));
}

static int print_value(struct cli *cli, struct expr *e)
{
    struct value v = {};
    if (!expr_evaluate(cli, e, &v)) {
        cli->diag.status = e->status;
        return cli_finish(cli);
    }
    writer_put(cli_out(cli), value_text(&e->values, v));
    writer_byte(cli_out(cli), '\n');
    return cli_finish(cli) == 0 ? value_is_null(v) : EXPR_FAILURE;
}

int prog_main(struct cli *cli)
{
    struct expr e = {.words = cli->argv};
    struct cli_match m = {};
    if (args_len(e.words) == 1 && is_option(zstr_span(args_at(e.words, 0)))) {
        cli_next_option(cli, &m);
        return cli_usage_exit(cli);
    }
    if (args_len(e.words) > 0 && span_eq(zstr_span(args_at(e.words, 0)), S("--")))
        e.words = args_drop(e.words, 1);
    if (args_len(e.words) == 0) {
        cli_missing_operand(cli, Z_NONE);
        return cli_usage_exit(cli);
    }
    return print_value(cli, &e);
}
