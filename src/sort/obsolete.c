/* obsolete.c - keys in the form of old: +POS1 [-POS2], where positions count from 0. */

#include "num/parse.h"
#include "safe/ascii.h"
#include "safe/checked.h"
#include "sort/sort.h"
#include "sys/env.h"

/* Whether +POS1 alone is a key: POSIX took that meaning away for some years. */
static bool plus_is_a_key(void)
{
    int64_t version = 0;
    zstr said = env_get(Z("_POSIX2_VERSION"));
    if (zstr_is_none(said) || num_parse_i64(zstr_span(said), &version) != NUM_OK)
        return true;
    return version < 200112 || version >= 200809;
}

static bool take_number(span *s, size_t *n)
{
    uintmax_t v = 0;
    bool saturated = false;
    *s = num_skip_plus(*s);
    bool ok = num_take_digits(s, &v, &saturated);
    *n = size_clamp(v);
    return ok;
}

static void take_letters(span *s, struct sort_kind *kind, bool start)
{
    while (!span_empty(*s) && sort_kind_letter(kind, span_at(*s, 0), start, !start))
        *s = span_drop(*s, 1);
}

/* Whether TEXT is all of a start position. */
static bool parse_start(span text, struct sort_key *k)
{
    span s = span_drop(text, 1);
    if (!take_number(&s, &k->start_field))
        return false;
    if (span_peek(s, 0) == '.') {
        s = span_drop(s, 1);
        if (!take_number(&s, &k->start_char))
            return false;
    }
    k->whole_start = k->start_field == 0 && k->start_char == 0;
    take_letters(&s, &k->kind, true);
    return span_empty(s);
}

static bool parse_end(struct cli *cli, span text, struct sort_key *k)
{
    span s = span_drop(text, 1), at = s;
    if (!take_number(&s, &k->end_field))
        return cli_bad(cli, 0, "%s: invalid count at start of %s", fmt_s(S("invalid number after '-'")),
                       fmt_q(at));
    if (span_peek(s, 0) == '.') {
        s = span_drop(s, 1);
        at = s;
        if (!take_number(&s, &k->end_char))
            return cli_bad(cli, 0, "%s: invalid count at start of %s", fmt_s(S("invalid number after '.'")),
                           fmt_q(at));
    }
    /* Without characters it is the end of the field before, which is how -k says it. */
    if (k->end_char == 0 && k->end_field > 0)
        k->end_field--;
    k->whole_end = false;
    take_letters(&s, &k->kind, false);
    if (!span_empty(s))
        return cli_bad(cli, 0, "%s: invalid field specification %s",
                       fmt_s(S("stray character in field spec")), fmt_q(text));
    return true;
}

bool sort_parse_obsolete_key(struct cli *cli, zstr operand, struct sort_options *opt, bool *bad)
{
    span text = zstr_span(operand), next = {};
    if (span_peek(text, 0) != '+')
        return false;
    if (cli->next_arg < args_len(cli->argv))
        next = zstr_span(args_at(cli->argv, cli->next_arg));
    bool has_end = span_peek(next, 0) == '-' && ascii_is_digit(span_peek(next, 1));
    struct sort_key k = {.whole_end = true, .obsolete = true};
    if (!(plus_is_a_key() || (has_end && !cli->posix)) || !parse_start(text, &k))
        return false;
    if (has_end) {
        cli->next_arg++;
        *bad = !parse_end(cli, next, &k);
    }
    if (!*bad)
        sort_key_vec_push(&opt->keys, k);
    return true;
}
