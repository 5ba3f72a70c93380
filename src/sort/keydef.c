/* keydef.c - what the user says about keys: -k POS1[,POS2], the forms of old, and what goes together. */

#include "num/parse.h"
#include "safe/checked.h"
#include "sort/sort.h"

bool sort_kind_letter(struct sort_kind *k, unsigned char letter, bool start, bool end)
{
    switch (letter) {
    case 'b':
        k->start_blanks |= start;
        k->end_blanks |= end;
        return true;
    case 'd': k->ignore = IGNORE_PUNCTUATION; return true;
    case 'i':
        if (k->ignore == IGNORE_NOTHING)        /* -d leaves nothing more for it to do */
            k->ignore = IGNORE_UNPRINTABLE;
        return true;
    case 'f': k->fold = true; return true;
    case 'g': k->general = true; return true;
    case 'h': k->human = true; return true;
    case 'M': k->month = true; return true;
    case 'n': k->numeric = true; return true;
    case 'R': k->random = true; return true;
    case 'r': k->reverse = true; return true;
    case 'V': k->version = true; return true;
    default: return false;
    }
}

void sort_kind_letters(buf *out, struct sort_kind const *k)
{
    if (k->start_blanks || k->end_blanks)
        buf_push(out, 'b');
    if (k->ignore == IGNORE_PUNCTUATION)
        buf_push(out, 'd');
    if (k->fold)
        buf_push(out, 'f');
    if (k->general)
        buf_push(out, 'g');
    if (k->human)
        buf_push(out, 'h');
    if (k->ignore == IGNORE_UNPRINTABLE)
        buf_push(out, 'i');
    if (k->month)
        buf_push(out, 'M');
    if (k->numeric)
        buf_push(out, 'n');
    if (k->random)
        buf_push(out, 'R');
    if (k->reverse)
        buf_push(out, 'r');
    if (k->version)
        buf_push(out, 'V');
}

bool sort_kind_is_number(struct sort_kind const *k)
{
    return k->numeric || k->general || k->human;
}

bool sort_kind_is_plain(struct sort_kind const *k)
{
    return k->ignore == IGNORE_NOTHING && !k->fold && !k->start_blanks && !k->end_blanks && !k->month
           && !k->random && !k->version && !sort_kind_is_number(k);
}

/* Take the letters behind a position. */
static void take_letters(span *s, struct sort_kind *kind, bool start)
{
    while (!span_empty(*s) && sort_kind_letter(kind, span_at(*s, 0), start, !start))
        *s = span_drop(*s, 1);
}

static bool bad_spec(struct cli *cli, span spec, span why)
{
    return cli_bad(cli, 0, "%s: invalid field specification %s", fmt_s(why), fmt_q(spec));
}

/* A number at the front of *S; too large a one is the largest. */
static bool take_count(struct cli *cli, span *s, size_t *n, span why)
{
    uintmax_t v = 0;
    bool saturated = false;
    span at = *s;
    *s = num_skip_plus(at);
    if (!num_take_digits(s, &v, &saturated)) {
        if (!span_empty(why))
            cli_bad(cli, 0, "%s: invalid count at start of %s", fmt_s(why), fmt_q(at));
        return false;
    }
    *n = size_clamp(v);
    return true;
}

/* The position behind the comma. */
static bool parse_end(struct cli *cli, span *s, span spec, struct sort_key *k)
{
    if (!take_count(cli, s, &k->end_field, S("invalid number after ','")))
        return false;
    if (k->end_field == 0)
        return bad_spec(cli, spec, S("field number is zero"));
    k->end_field--;
    if (span_peek(*s, 0) == '.') {
        *s = span_drop(*s, 1);
        if (!take_count(cli, s, &k->end_char, S("invalid number after '.'")))
            return false;
    }
    k->whole_end = false;
    take_letters(s, &k->kind, false);
    return true;
}

bool sort_parse_key(struct cli *cli, span spec, struct sort_options *opt)
{
    struct sort_key k = {.whole_end = true};
    span s = spec;
    if (!take_count(cli, &s, &k.start_field, S("invalid number at field start")))
        return false;
    if (k.start_field == 0)
        return bad_spec(cli, spec, S("field number is zero"));
    k.start_field--;
    if (span_peek(s, 0) == '.') {
        s = span_drop(s, 1);
        if (!take_count(cli, &s, &k.start_char, S("invalid number after '.'")))
            return false;
        if (k.start_char == 0)
            return bad_spec(cli, spec, S("character offset is zero"));
        k.start_char--;
    }
    k.whole_start = k.start_field == 0 && k.start_char == 0;
    take_letters(&s, &k.kind, true);
    if (span_peek(s, 0) == ',') {
        s = span_drop(s, 1);
        if (!parse_end(cli, &s, spec, &k))
            return false;
    }
    if (!span_empty(s))
        return bad_spec(cli, spec, S("stray character in field spec"));
    sort_key_vec_push(&opt->keys, k);
    return true;
}

/* Whether two of the kinds of K exclude each other. */
static bool is_contradictory(struct sort_kind const *k)
{
    unsigned kinds =
        0U + k->numeric + k->general + k->human + k->month + (k->version || k->random || k->ignore);
    return kinds > 1;
}

static bool refuse(struct cli *cli, struct sort_kind const *kind)
{
    buf letters = {};
    struct sort_kind shown = *kind;
    shown.start_blanks = shown.end_blanks = shown.reverse = false;
    sort_kind_letters(&letters, &shown);
    return cli_bad(cli, 0, "options '-%s' are incompatible", fmt_s(buf_span(&letters)));
}

bool sort_complete_keys(struct cli *cli, struct sort_options *opt)
{
    opt->only_global = sort_key_vec_len(&opt->keys) == 0 && !sort_kind_is_plain(&opt->all);
    if (opt->only_global)
        sort_key_vec_push(
            &opt->keys,
            (struct sort_key){.kind = opt->all, .whole_start = !opt->all.start_blanks, .whole_end = true});
    sort_keys keys = sort_key_vec_span(&opt->keys);
    for (size_t i = 0; i < sort_keys_len(keys); i++) {
        struct sort_kind kind = sort_keys_at(keys, i).kind;
        if (sort_kind_is_plain(&kind) && !kind.reverse)
            AT(sort_keys, keys, i).kind = opt->all;
        kind = sort_keys_at(keys, i).kind;
        if (kind.start_blanks)
            AT(sort_keys, keys, i).whole_start = false;
        if (is_contradictory(&kind))
            return refuse(cli, &kind);
    }
    opt->reverse = opt->all.reverse;
    return true;
}
