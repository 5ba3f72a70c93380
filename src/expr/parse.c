/* parse.c - the grammar of expr.

   Operands and the operators that wait for one are kept on two stacks, so that nothing limits how deep an
   expression is nested.  Where an operand is expected, words and parentheses are piled up until there is one;
   behind an operand, what binds more tightly than the next operator is worked out.

   The right side of | and & is not worked out when the left side decides, but it has to be well-formed. */

#include "expr/expr.h"

enum { LEVEL_LEAST = 1 };

/* What a word means in a place where an operator (or a word before its operands) may stand. */
struct meaning {
    span word;
    enum operator op;
    unsigned number;            /* the level of a binary operator; how many operands follow a word */
};
RSPAN_DEFINE(meanings, struct meaning);

static const struct meaning binary_rows[] = {
    {S("|"), OP_OR, 1}, {S("&"), OP_AND, 2},
    {S("<"), OP_LESS, 3}, {S("<="), OP_LESS_EQUAL, 3}, {S("="), OP_EQUAL, 3}, {S("=="), OP_EQUAL, 3},
    {S("!="), OP_UNEQUAL, 3}, {S(">="), OP_GREATER_EQUAL, 3}, {S(">"), OP_GREATER, 3},
    {S("+"), OP_ADD, 4}, {S("-"), OP_SUBTRACT, 4},
    {S("*"), OP_MULTIPLY, 5}, {S("/"), OP_DIVIDE, 5}, {S("%"), OP_REMAINDER, 5},
    {S(":"), OP_COLON, 6},
};
static const struct meaning prefix_rows[] = {
    {S("("), OP_OPEN, 0},
    {S("length"), OP_LENGTH, 1}, {S("match"), OP_MATCH, 2}, {S("index"), OP_INDEX, 2},
    {S("substr"), OP_SUBSTR, 3},
};

/* What WORD means where a binary operator may stand, else before an operand. */
static bool find_meaning(span word, bool binary, struct meaning *found)
{
    meanings prefixes = SPAN_OF(meanings, prefix_rows), rows = SPAN_OF(meanings, binary_rows);
    if (!binary)
        rows = prefixes;
    for (struct meaning row = {}; meanings_next(&rows, &row);)
        if (span_eq(row.word, word)) {
            *found = row;
            return true;
        }
    return false;
}

/* ---- words ---- */

static bool peek_word(struct expr const *e, span *word)
{
    if (e->next == args_len(e->words))
        return false;
    *word = zstr_span(args_at(e->words, e->next));
    return true;
}

static span last_word(struct expr const *e)
{
    return e->next > 0 ? zstr_span(args_at(e->words, e->next - 1)) : S("");
}

/* Take the word that has to be there. */
static bool take_word(struct cli *cli, struct expr *e, span *word)
{
    if (peek_word(e, word)) {
        e->next++;
        return true;
    }
    cli_warn(cli, 0, "syntax error: missing argument after %s", fmt_q(last_word(e)));
    e->status = EXPR_INVALID;
    return false;
}

/* ---- working out ---- */

static struct value pop_operand(struct expr *e)
{
    struct value v = {};
    value_vec_pop(&e->operands, &v);
    return v;
}

static struct value of_truth(bool truth)
{
    return value_of_size(truth);
}

static struct value work_out_logic(struct expr *e, enum operator op, struct value l, struct value r)
{
    switch (op) {
    case OP_OR: return !value_is_null(l) ? l : !value_is_null(r) ? r : value_of_size(0);
    case OP_AND: return value_is_null(l) || value_is_null(r) ? value_of_size(0) : l;
    default: break;
    }
    int order = value_compare(&e->values, l, r);
    switch (op) {
    case OP_LESS: return of_truth(order < 0);
    case OP_LESS_EQUAL: return of_truth(order <= 0);
    case OP_EQUAL: return of_truth(order == 0);
    case OP_UNEQUAL: return of_truth(order != 0);
    case OP_GREATER_EQUAL: return of_truth(order >= 0);
    default: return of_truth(order > 0);
    }
}

static bool work_out_arithmetic(struct cli *cli, struct expr *e, enum operator op, struct value l,
                                struct value r)
{
    struct value v = {};
    switch (value_arithmetic(&e->values, op, l, r, &v)) {
    case ARITHMETIC_OK: value_vec_push(&e->operands, v); return true;
    case ARITHMETIC_NO_INTEGER: cli_warn(cli, 0, "non-integer argument"); break;
    case ARITHMETIC_BY_ZERO: cli_warn(cli, 0, "division by zero"); break;
    }
    e->status = EXPR_INVALID;
    return false;
}

static bool work_out_match(struct cli *cli, struct expr *e, struct value l, struct value r)
{
    struct value v = {};
    span text = value_text(&e->values, l);
    e->status = text_match(cli, text, value_text(&e->values, r), &v);
    value_vec_push(&e->operands, v);
    return e->status == 0;
}

/* Replace the operands of OP by its result. */
static bool work_out(struct cli *cli, struct expr *e, enum operator op)
{
    struct value last = pop_operand(e);
    if (op == OP_LENGTH) {
        value_vec_push(&e->operands, text_length(value_text(&e->values, last)));
        return true;
    }
    struct value before = pop_operand(e);
    if (op >= OP_ADD && op <= OP_REMAINDER)
        return work_out_arithmetic(cli, e, op, before, last);
    if (op == OP_MATCH || op == OP_COLON)
        return work_out_match(cli, e, before, last);
    struct value v = {};
    if (op == OP_INDEX) {
        span text = value_text(&e->values, before);
        v = text_index(text, value_text(&e->values, last));
    } else if (op == OP_SUBSTR) {
        span text = value_text(&e->values, pop_operand(e));
        size_t position = value_to_size(&e->values, before);
        v = text_substr(text, position, value_to_size(&e->values, last));
    } else {
        v = work_out_logic(e, op, before, last);
    }
    value_vec_push(&e->operands, v);
    return true;
}

/* The last pending operator has all its operands.  Where all is skipped they stand for themselves. */
static bool finish_operator(struct cli *cli, struct expr *e)
{
    struct pending p = {};
    pending_vec_pop(&e->pending, &p);
    if (p.skips)
        e->skipping--;
    if (e->skipping == 0)
        return work_out(cli, e, p.op);
    size_t operands = p.op == OP_LENGTH ? 1 : p.op == OP_SUBSTR ? 3 : 2;
    value_vec_truncate(&e->operands, value_vec_len(&e->operands) - operands + 1);
    return true;
}

/* Work out the pending binary operators that bind at least as tightly as LEVEL. */
static bool finish_operators(struct cli *cli, struct expr *e, unsigned level)
{
    size_t n = 0;
    while ((n = pending_vec_len(&e->pending)) > 0 && pending_vec_at(&e->pending, n - 1).level >= level)
        if (!finish_operator(cli, e))
            return false;
    return true;
}

/* ---- the grammar ---- */

/* Take words until one is an operand. */
static bool take_operand(struct cli *cli, struct expr *e)
{
    span word = {};
    struct meaning m = {};
    if (!take_word(cli, e, &word))
        return false;
    while (find_meaning(word, false, &m)) {
        pending_vec_push(&e->pending, (struct pending){.op = m.op, .wanted = m.number});
        if (!take_word(cli, e, &word))
            return false;
    }
    if (span_eq(word, S(")"))) {
        cli_warn(cli, 0, "syntax error: unexpected ')'");
        e->status = EXPR_INVALID;
        return false;
    }
    if (span_eq(word, S("+")) && !take_word(cli, e, &word))
        return false;
    value_vec_push(&e->operands, value_of_text(word));
    return true;
}

/* Work out the words whose last operand has come; *WANTED: one of them needs another operand. */
static bool finish_words(struct cli *cli, struct expr *e, bool *wanted)
{
    size_t n = 0;
    *wanted = false;
    while ((n = pending_vec_len(&e->pending)) > 0 && pending_vec_at(&e->pending, n - 1).wanted > 0) {
        AT(pending_vec, &e->pending, n - 1).wanted--;
        *wanted = pending_vec_at(&e->pending, n - 1).wanted > 0;
        if (*wanted)
            return true;
        if (!finish_operator(cli, e))
            return false;
    }
    return true;
}

static bool push_binary(struct cli *cli, struct expr *e, struct meaning m)
{
    if (!finish_operators(cli, e, m.number))
        return false;
    bool null = value_is_null(value_vec_at(&e->operands, value_vec_len(&e->operands) - 1));
    struct pending p = {.op = m.op, .level = m.number};
    p.skips = (m.op == OP_OR && !null) || (m.op == OP_AND && null);
    e->skipping += p.skips;
    pending_vec_push(&e->pending, p);
    e->next++;
    return true;
}

/* Close the parenthesis that is the last pending operator; false, reported, when it has no counterpart. */
static bool close_parenthesis(struct cli *cli, struct expr *e)
{
    span word = {};
    struct pending p = {};
    bool any = peek_word(e, &word);
    if (any && span_eq(word, S(")"))) {
        pending_vec_pop(&e->pending, &p);
        e->next++;
        return true;
    }
    if (any)
        cli_warn(cli, 0, "syntax error: expecting ')' instead of %s", fmt_q(word));
    else
        cli_warn(cli, 0, "syntax error: expecting ')' after %s", fmt_q(last_word(e)));
    e->status = EXPR_INVALID;
    return false;
}

/* Behind an operand: go on up to the place of the next one, or to the end (*MORE false). */
static bool take_operators(struct cli *cli, struct expr *e, bool *more)
{
    span word = {};
    struct meaning m = {};
    for (;;) {
        if (!finish_words(cli, e, more))
            return false;
        if (*more)
            return true;
        *more = peek_word(e, &word) && find_meaning(word, true, &m);
        if (*more)
            return push_binary(cli, e, m);
        if (!finish_operators(cli, e, LEVEL_LEAST))
            return false;
        if (pending_vec_len(&e->pending) == 0)
            return true;
        if (!close_parenthesis(cli, e))
            return false;
    }
}

bool expr_evaluate(struct cli *cli, struct expr *e, struct value *v)
{
    span word = {};
    for (bool more = true; more;)
        if (!take_operand(cli, e) || !take_operators(cli, e, &more))
            return false;
    if (peek_word(e, &word)) {
        cli_warn(cli, 0, "syntax error: unexpected argument %s", fmt_q(word));
        e->status = EXPR_INVALID;
        return false;
    }
    *v = pop_operand(e);
    return true;
}
