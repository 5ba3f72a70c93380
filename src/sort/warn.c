/* warn.c - --debug: doubts about the options. */

#include "safe/checked.h"
#include "sort/sort.h"
#include "sys/locale.h"

/* What the keys say together. */
struct doubts {
    bool basic, general;                /* there are numbers */
    bool basic_spans, general_spans;    /* of which a key may go beyond its field */
    bool told_decimal;                  /* the user knows what the decimal point is */
};

static void warn_obsolete(struct cli *cli, struct sort_key const *k)
{
    buf old = {}, new = {};
    buf_append(&old, S("+"));
    buf_append_umax(&old, k->start_field);
    buf_append(&new, S("-k "));
    buf_append_umax(&new, k->start_field + 1);
    if (!k->whole_end) {
        buf_append(&old, S(" -"));
        buf_append_umax(&old, k->end_field + 1);
        buf_append(&new, S(","));
        buf_append_umax(&new, k->end_field + 1);
    }
    cli_warn(cli, 0, "obsolescent key %s used; consider %s instead", fmt_q(buf_span(&old)),
             fmt_q(buf_span(&new)));
}

/* Whether blanks in front of the key, or inside its field, count although that is seldom meant. */
static bool blanks_matter(struct sort_key const *k)
{
    bool skipped = sort_kind_is_number(&k->kind) || k->kind.month;
    if (!k->whole_end && k->end_field == 0 && k->end_char != 0)
        return false;                   /* characters of the line */
    if (!k->kind.start_blanks && (!skipped || k->start_char != 0))
        return true;
    return !k->kind.end_blanks && k->end_char != 0;
}

static bool spans_fields(struct sort_key const *k)
{
    return sort_kind_is_number(&k->kind) && (k->whole_end || k->start_field < k->end_field);
}

static void warn_about_key(struct cli *cli, struct sort_options const *opt, struct sort_key const *k,
                           size_t number)
{
    bool empty = !k->whole_end && k->end_field < k->start_field;
    if (k->obsolete)
        warn_obsolete(cli, k);
    if (empty)
        cli_warn(cli, 0, "key %zu has zero width and will be ignored", fmt_u(number));
    else if (opt->tab < 0 && blanks_matter(k))
        cli_warn(cli, 0, "leading blanks are significant in key %zu; consider also specifying 'b'",
                 fmt_u(number));
    if (spans_fields(k))
        cli_warn(cli, 0, "key %zu is numeric and spans multiple fields", fmt_u(number));
}

/* The options of ALL that no key has. */
static struct sort_kind unused_options(struct sort_options const *opt)
{
    struct sort_kind u = opt->all;
    sort_keys keys = sort_key_vec_span(&opt->keys);
    for (struct sort_key k = {}; sort_keys_next(&keys, &k);) {
        if (u.ignore == k.kind.ignore)
            u.ignore = IGNORE_NOTHING;
        u.fold &= !k.kind.fold;
        u.start_blanks &= !k.kind.start_blanks;
        u.end_blanks &= !k.kind.end_blanks;
        u.reverse &= !k.kind.reverse;
        u.numeric &= !k.kind.numeric;
        u.general &= !k.kind.general;
        u.human &= !k.kind.human;
        u.month &= !k.kind.month;
        u.random &= !k.kind.random;
        u.version &= !k.kind.version;
    }
    return u;
}

static void warn_unused(struct cli *cli, struct sort_options const *opt)
{
    struct sort_kind u = unused_options(opt), shown = u;
    bool keyed = sort_key_vec_len(&opt->keys) > 0, no_last_resort = opt->stable || opt->unique;
    buf letters = {};
    if (!keyed)
        return;
    shown.reverse = u.reverse && no_last_resort;
    sort_kind_letters(&letters, &shown);
    if (buf_len(&letters) == 1)
        cli_warn(cli, 0, "option '-%s' is ignored", fmt_s(buf_span(&letters)));
    else if (buf_len(&letters) > 1)
        cli_warn(cli, 0, "options '-%s' are ignored", fmt_s(buf_span(&letters)));
    if (u.reverse && !no_last_resort)
        cli_warn(cli, 0, "option '-r' only applies to last-resort comparison");
}

/* A separator of fields that is part of numbers too. */
static void warn_separator(struct cli *cli, struct sort_order const *o, struct doubts *d)
{
    if (o->tab < 0 || !(d->basic_spans || d->general_spans))
        return;
    buf tab = {};
    buf_push(&tab, low_byte(as_size(o->tab)));
    if (d->basic_spans && o->tab == o->thousands) {
        cli_warn(cli, 0, "field separator %s is treated as a group separator in numbers",
                 fmt_q(buf_span(&tab)));
        d->told_decimal = true;
    }
    if (o->tab == o->decimal) {
        cli_warn(cli, 0, "field separator %s is treated as a decimal point in numbers",
                 fmt_q(buf_span(&tab)));
        d->told_decimal = true;
    } else if (o->tab == '-') {
        cli_warn(cli, 0, "field separator %s is treated as a minus sign in numbers", fmt_q(buf_span(&tab)));
    } else if (d->general_spans && o->tab == '+') {
        cli_warn(cli, 0, "field separator %s is treated as a plus sign in numbers", fmt_q(buf_span(&tab)));
    }
}

static void warn_about_numbers(struct cli *cli, struct sort_order const *o, struct doubts *d)
{
    buf point = {};
    warn_separator(cli, o, d);
    buf_push(&point, low_byte(as_size(o->decimal)));
    if ((d->basic || d->general) && !d->told_decimal)
        cli_warn(cli, 0, "numbers use %s as a decimal point in this locale", fmt_q(buf_span(&point)));
    if (d->basic && zstr_len(locale_thousands_separator()) > 1)
        cli_warn(cli, 0, "the multi-byte number group separator in this locale is not supported");
}

static void warn_about_locale(struct cli *cli)
{
    if (!locale_exists())
        cli_warn(cli, 0, "failed to set locale");
    if (locale_is_c(LOCALE_COLLATE))
        cli_warn(cli, 0, "text ordering performed using simple byte comparison");
    else
        cli_warn(cli, 0, "text ordering performed using %s sorting rules",
                 fmt_q(zstr_span(locale_name(LOCALE_COLLATE))));
}

void sort_warn_about(struct cli *cli, struct sort_options const *opt, struct sort_order const *o)
{
    struct doubts d = {};
    warn_about_locale(cli);
    for (size_t i = 0; i < sort_keys_len(o->keys); i++) {
        struct sort_key k = sort_keys_at(o->keys, i);
        bool basic = k.kind.numeric || k.kind.human;
        d.basic |= basic;
        d.general |= k.kind.general;
        if (opt->only_global)
            continue;
        d.basic_spans |= basic && spans_fields(&k);
        d.general_spans |= k.kind.general && spans_fields(&k);
        warn_about_key(cli, opt, &k, i + 1);
    }
    warn_about_numbers(cli, o, &d);
    warn_unused(cli, opt);
}
