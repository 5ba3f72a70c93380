/* obsolete.c - the form of old: one argument that begins with a number, and at most one file. */

#include "num/parse.h"
#include "sys/env.h"
#include "tail/tail.h"

/* Which years of POSIX the user wants: before 2001 there were more forms, and in between "+5" was a file. */
static bool years_before_2001(void)
{
    int64_t version = 0;
    return num_parse_i64(zstr_span(env_get(Z("_POSIX2_VERSION"))), &version) == NUM_OK && version < 200112;
}

static bool plus_is_option(void)
{
    int64_t version = 0;
    return num_parse_i64(zstr_span(env_get(Z("_POSIX2_VERSION"))), &version) != NUM_OK
           || version < 200112 || version >= 200809;
}

/* Whether nothing but one file comes behind the first argument. */
static bool stands_alone(args argv)
{
    size_t n = args_len(argv);
    if (n < 2)
        return n == 1;
    span second = zstr_span(args_at(argv, 1));
    if (n == 2 && !(span_peek(second, 0) == '-' && span_len(second) > 1))
        return true;
    return n <= 3 && span_eq(second, S("--"));
}

bool tail_parse_obsolete(struct cli *cli, struct tail_options *opt)
{
    if (!stands_alone(cli->argv))
        return false;
    span text = zstr_span(args_at(cli->argv, 0));
    bool plus = span_peek(text, 0) == '+';
    if (plus ? !plus_is_option() : span_peek(text, 0) != '-')
        return false;
    text = span_drop(text, 1);
    /* "-" is standard input, and "-c" wants a number, but not in the years before. */
    if (!plus && (span_empty(text) || span_peek(text, 0) == 'c') && !years_before_2001())
        return false;
    uint64_t count = 10, unit = 1;
    bool saturated = false, by_bytes = false, follow = false;
    num_take_digits(&text, &count, &saturated);
    switch (span_peek(text, 0)) {
    case 'b': unit = 512; by_bytes = true; text = span_drop(text, 1); break;
    case 'c': by_bytes = true; text = span_drop(text, 1); break;
    case 'l': text = span_drop(text, 1); break;
    default: break;
    }
    if (span_peek(text, 0) == 'f') {
        follow = true;
        text = span_drop(text, 1);
    }
    if (!span_empty(text))
        return false;
    if (ck_mul(&count, count, unit))
        count = UINT64_MAX;
    opt->count = count;
    opt->by_bytes = by_bytes;
    opt->from_start = plus;
    opt->follow = follow ? TAIL_FOLLOW_DESCRIPTOR : TAIL_FOLLOW_NOT;
    cli->next_arg = 1;
    return true;
}
