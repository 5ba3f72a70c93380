/* parse.c - expressions of test.

   Up to four words mean what POSIX says by their number alone (counted).  Others, and what is between
   parentheses, follow

       any  = all {"-o" all}
       all  = term {"-a" term}
       term = {"!"} ("(" ... ")" | a test of one or two operands | STRING)

   where the words between parentheses are counted again.  All tests are made, also those that can no longer
   change the answer: mistakes in them are to be seen.  Parentheses that are open stand on a list of our own,
   so their depth is limited by memory only. */

#include "test/test.h"

/* An expression that is being read. */
struct open {
    bool any;                   /* the answer of the alternatives before this one */
    bool all;                   /* that of the terms before this one, in this alternative */
    bool negate_term;           /* an odd number of "!" before this term */
};
VEC_DEFINE(open_vec, open_view, struct open);

struct SAFE_OWNER parser {
    args words;
    size_t next;
    bool failed;
    open_vec open;
};

static size_t left(struct parser const *p)
{
    return args_len(p->words) - p->next;
}

/* Word I of those that are left; F: there are as many. */
static zstr word(struct parser const *p, size_t i)
{
    return args_at(p->words, p->next + i);
}

static bool is_word(struct parser const *p, size_t i, zstr text)
{
    return i < left(p) && zstr_eq(word(p, i), text);
}

static void fail_at_end(struct cli *cli, struct parser *p)
{
    if (!p->failed)
        cli_error(cli, 0, "missing argument after %s",
                  fmt_q(zstr_span(args_at(p->words, args_len(p->words) - 1))));
    p->failed = true;
}

/* Go past a word behind which there must be another one. */
static bool skip(struct cli *cli, struct parser *p)
{
    p->next++;
    if (left(p) == 0)
        fail_at_end(cli, p);
    return !p->failed;
}

static bool take(struct parser *p, enum test_answer answer)
{
    p->failed |= answer == TEST_MISTAKE;
    return answer == TEST_TRUE;
}

/* Whether word I looks like an operator with one operand: "-" and a letter. */
static bool is_dashed(struct parser const *p, size_t i)
{
    return i < left(p) && zstr_len(word(p, i)) == 2 && span_at(zstr_span(word(p, i)), 0) == '-';
}

static bool is_binary(struct parser const *p, size_t i)
{
    return i < left(p) && test_operator_of(word(p, i)) != TEST_NONE;
}

/* ---- tests ---- */

static bool string(struct parser *p)
{
    return zstr_len(args_at(p->words, p->next++)) > 0;
}

static bool unary(struct cli *cli, struct parser *p)
{
    zstr operator = word(p, 0);
    unsigned char letter = span_at(zstr_span(operator), 1);
    if (!test_is_unary(letter)) {
        cli_error(cli, 0, "%s: unary operator expected", fmt_q(zstr_span(operator)));
        p->failed = true;
        return false;
    }
    if (!skip(cli, p))
        return false;
    zstr operand = word(p, 0);
    p->next++;
    return take(p, test_unary(cli, letter, operand));
}

/* LENGTH: the left operand is "-l STRING", and its "-l" is the next word. */
static bool binary(struct cli *cli, struct parser *p, bool length)
{
    struct test_operands o = {.left_is_length = length};
    p->next += length;
    zstr operator = word(p, 1);
    o.left = o.left_text = word(p, 0);
    o.right = word(p, 2);
    o.right_is_length = left(p) > 3 && zstr_eq(o.right, Z("-l"));
    if (o.right_is_length)
        o.right_text = word(p, 3);
    p->next += 3 + (size_t)o.right_is_length;
    return take(p, test_binary(cli, operator, o));
}

/* ---- counted words ---- */

static bool two(struct cli *cli, struct parser *p)
{
    if (is_word(p, 0, Z("!"))) {
        p->next++;
        return !string(p);
    }
    if (is_dashed(p, 0))
        return unary(cli, p);
    fail_at_end(cli, p);
    return false;
}

/* Whether three words mean something by their number: *ANSWER.  If not, they are an expression. */
static bool three(struct cli *cli, struct parser *p, bool *answer)
{
    if (is_binary(p, 1)) {
        *answer = binary(cli, p, false);
    } else if (is_word(p, 0, Z("!"))) {
        p->next++;
        *answer = !two(cli, p);
    } else if (is_word(p, 0, Z("(")) && is_word(p, 2, Z(")"))) {
        p->next++;
        *answer = string(p);
        p->next++;
    } else if (is_word(p, 1, Z("-a")) || is_word(p, 1, Z("-o"))) {
        bool both = is_word(p, 1, Z("-a")), first = string(p);
        p->next++;
        bool second = string(p);
        *answer = both ? first && second : first || second;
    } else {
        cli_error(cli, 0, "%s: binary operator expected", fmt_q(zstr_span(word(p, 1))));
        p->failed = true;
    }
    return true;
}

/* Read the next N words.  True: they mean something by their number, *ANSWER.  False: they begin an
   expression. */
static bool counted(struct cli *cli, struct parser *p, size_t n, bool *answer)
{
    if (n == 1) {
        *answer = string(p);
    } else if (n == 2) {
        *answer = two(cli, p);
    } else if (n == 3) {
        return three(cli, p, answer);
    } else if (n == 4 && is_word(p, 0, Z("!"))) {
        p->next++;
        three(cli, p, answer);
        *answer = !*answer;
    } else if (n == 4 && is_word(p, 0, Z("(")) && is_word(p, 3, Z(")"))) {
        p->next++;
        *answer = two(cli, p);
        p->next++;
    } else {
        return false;
    }
    return true;
}

/* ---- expressions ---- */

/* How many words are between the parentheses before the next one, as far as that makes a difference. */
static size_t count_inside(struct parser const *p)
{
    for (size_t n = 1; n <= 3; n++)
        if (n >= left(p) || is_word(p, n, Z(")")))
            return n;
    return left(p);
}

/* A term that is no "(". */
static bool term(struct cli *cli, struct parser *p)
{
    if (left(p) >= 4 && is_word(p, 0, Z("-l")) && is_binary(p, 2))
        return binary(cli, p, true);
    if (left(p) >= 3 && is_binary(p, 1))
        return binary(cli, p, false);
    return is_dashed(p, 0) ? unary(cli, p) : string(p);
}

/* Go past what precedes a term: true for a "(", which is passed, too. */
static bool opens(struct cli *cli, struct parser *p, struct open *o)
{
    if (left(p) == 0)
        fail_at_end(cli, p);
    while (!p->failed && is_word(p, 0, Z("!")) && skip(cli, p))
        o->negate_term = !o->negate_term;
    return !p->failed && is_word(p, 0, Z("(")) && skip(cli, p);
}

/* Add the answer of a term; true when the expression goes on with "-a" or "-o", which is passed. */
static bool goes_on(struct parser *p, struct open *o, bool answer)
{
    o->all &= answer != o->negate_term;
    o->negate_term = false;
    if (is_word(p, 0, Z("-a"))) {
        p->next++;
        return true;
    }
    o->any |= o->all;
    o->all = true;
    if (!is_word(p, 0, Z("-o")))
        return false;
    p->next++;
    return true;
}

/* Go past the ")" of what was just read. */
static void take_closing(struct cli *cli, struct parser *p)
{
    if (is_word(p, 0, Z(")"))) {
        p->next++;
        return;
    }
    p->failed = true;
    args rest = left(p) > 0 ? args_drop(p->words, p->next)
                            : args_drop(cli->argv, args_len(p->words));         /* the "]" of "[" */
    if (args_len(rest) == 0)
        cli_error(cli, 0, "%s expected", fmt_q(S(")")));
    else
        cli_error(cli, 0, "%s expected, found %s", fmt_q(S(")")), fmt_q(zstr_span(args_at(rest, 0))));
}

/* Read up to the end of the expression that stands first on the list of open ones: *ANSWER. */
static void read_terms(struct cli *cli, struct parser *p, bool *answer)
{
    bool have = false;          /* *ANSWER is the answer of the words before a ")" */
    while (!p->failed && open_vec_len(&p->open) > 0) {
        size_t last = open_vec_len(&p->open) - 1;
        if (have) {
            take_closing(cli, p);
        } else if (opens(cli, p, &AT(open_vec, &p->open, last))) {
            have = counted(cli, p, count_inside(p), answer);
            if (!have)
                open_vec_push(&p->open, (struct open){.all = true});
            continue;
        } else if (!p->failed) {
            *answer = term(cli, p);
        }
        have = false;
        if (p->failed || goes_on(p, &AT(open_vec, &p->open, last), *answer))
            continue;
        *answer = open_vec_at(&p->open, last).any;
        open_vec_truncate(&p->open, last);
        have = true;
    }
}

enum test_answer test_evaluate(struct cli *cli, args words)
{
    struct parser p = {.words = words};
    bool answer = false;
    if (args_len(words) == 0)
        return TEST_FALSE;
    if (!counted(cli, &p, args_len(words), &answer)) {
        open_vec_push(&p.open, (struct open){.all = true});
        read_terms(cli, &p, &answer);
    }
    if (!p.failed && left(&p) > 0) {
        cli_error(cli, 0, "extra argument %s", fmt_q(zstr_span(word(&p, 0))));
        p.failed = true;
    }
    return p.failed ? TEST_MISTAKE : answer ? TEST_TRUE : TEST_FALSE;
}

int test_main(struct cli *cli, args words)
{
    enum test_answer answer = test_evaluate(cli, words);
    int status = cli_finish(cli);
    return answer == TEST_FALSE && status == 0 ? 1 : status;
}
