/* order.c - the order of lines as bytes: tables made once, and the first component of each line. */

#include "random/random.h"
#include "safe/checked.h"
#include "sort/md5.h"
#include "sort/sort.h"
#include "sys/collate.h"
#include "sys/locale.h"
#include "text/onebyte.h"
#include "vercmp/vercmp.h"

enum { SALT_SIZE = 16, ENOUGH = 8000 };

/* What the locale says about single bytes; the C locale needs no set-up for it. */
static void make_tables(struct sort_order *o)
{
    text_upper_bytes(&o->upper);
    text_add_class(&o->blank, TEXT_BLANK);
    byteset_add(&o->blank, '\n');
    text_add_class(&o->unprintable, TEXT_PRINT);
    byteset_invert(&o->unprintable);
    text_add_class(&o->punctuation, TEXT_ALNUM);
    for (unsigned i = 0; i <= UCHAR_MAX; i++)
        if (byteset_has(&o->blank, low_byte(i)))
            byteset_add(&o->punctuation, low_byte(i));
    byteset_invert(&o->punctuation);
}

static void make_number_signs(struct sort_order *o)
{
    zstr point = locale_decimal_point(), separator = locale_thousands_separator();
    o->decimal = zstr_len(point) == 1 ? span_at(zstr_span(point), 0) : '.';
    o->thousands = zstr_len(separator) == 1 ? span_at(zstr_span(separator), 0) : -1;
}

struct needs {
    bool fold, numeric, general, month, random, text;
};

static bool read_salt(struct cli *cli, zstr source, mspan into)
{
    struct random_source random = {};
    bool good = random_open(&random, source) && random_bytes(&random, into);
    if (random.trouble == RANDOM_CLOSED && zstr_is_none(source))
        cli_error(cli, random.err, "getrandom");
    else if (random.trouble == RANDOM_CLOSED)
        cli_error(cli, random.err, "%s: %s", fmt_s(S("open failed")), fmt_namec(source));
    else if (random.trouble == RANDOM_UNREADABLE)
        cli_error(cli, random.err, "%s: read error", fmt_name(source));
    else if (random.trouble == RANDOM_ENDED)
        cli_error(cli, 0, "%s: end of file", fmt_q(zstr_span(source)));
    random_close(&random);
    return good;
}

static bool is_text(struct sort_kind const *k)
{
    return !sort_kind_is_number(k) && !k->month && !k->random && !k->version;
}

/* What the kinds of the keys need. */
static void find_needs(struct sort_options const *opt, struct needs *any)
{
    sort_keys keys = sort_key_vec_span(&opt->keys);
    for (struct sort_key k = {}; sort_keys_next(&keys, &k);) {
        any->fold |= k.kind.fold || k.kind.ignore != IGNORE_NOTHING;
        any->numeric |= k.kind.numeric || k.kind.human;
        any->general |= k.kind.general;
        any->month |= k.kind.month;
        any->random |= k.kind.random;
        any->text |= is_text(&k.kind);
    }
}

bool sort_make_order(struct cli *cli, struct sort_options const *opt, struct sort_order *o)
{
    struct needs any = {};
    o->keys = sort_key_vec_span(&opt->keys);
    o->tab = opt->tab;
    o->line_end = opt->line_end;
    o->thousands = -1;
    find_needs(opt, &any);
    bool keyed = sort_keys_len(o->keys) > 0;
    if (keyed || opt->debug)
        make_tables(o);
    if (any.numeric || opt->debug)
        make_number_signs(o);
    if (any.general)
        locale_use(LOCALE_NUMERIC);
    if (any.month) {
        sort_month_vec months = {};
        sort_load_months(&cli->strings, &months, o);
        o->months = sort_month_vec_span(&months);
    }
    o->collate = !collate_by_bytes();
    o->built = keyed || o->collate;
    o->open = o->collate && (!keyed || any.text);
    o->last_resort = keyed && !opt->stable && !opt->unique;
    o->flip_last = opt->reverse;
    o->flip_first =
        keyed ? sort_keys_len(o->keys) == 1 && sort_keys_at(o->keys, 0).kind.reverse : opt->reverse;
    if (!any.random)
        return true;
    o->hash_keys = !locale_is_c(LOCALE_COLLATE);
    mspan salt = arena_bytes(&cli->strings, SALT_SIZE);
    o->salt = mspan_span(salt);
    return read_salt(cli, opt->random_source, salt);
}

/* TEXT without what KIND ignores and in upper case where it folds; as it is when it does neither. */
static span translate(struct sort_order const *o, struct sort_kind const *kind, span text, buf *work)
{
    if (kind->ignore == IGNORE_NOTHING && !kind->fold)
        return text;
    buf_clear(work);
    mspan room = buf_tail(work, span_len(text) + 1);
    size_t n = span_len(text);
    if (kind->ignore == IGNORE_NOTHING)
        mspan_copy(room, text);
    else if (kind->ignore == IGNORE_PUNCTUATION)
        n = mspan_filter(room, text, &o->punctuation);
    else
        n = mspan_filter(room, text, &o->unprintable);
    buf_commit(work, n);
    if (kind->fold)
        mspan_map(buf_mspan(work), &o->upper);
    return buf_span(work);
}

/* What the random order hashes: the text, or in locales other than C its key with a NUL.
   A NUL at the end of the text is that one. */
static void append_random(struct sort_order const *o, span text, buf *out, buf *work)
{
    buf hashed = {};
    buf_append(&hashed, text);
    if (o->hash_keys && !span_empty(text)) {
        buf_clear(&hashed);
        collate_append_key(&hashed, span_first(text, span_len(text) - (span_last(text) == 0)));
        buf_push(&hashed, 0);
    }
    sort_md5_append(out, o->salt, buf_span(&hashed), work);
    buf_append(out, buf_span(&hashed));
    buf_recycle(&hashed);
}

/* The key as bytes, without an end. */
static void append_key(struct sort_order const *o, struct sort_kind const *kind, span text, buf *out,
                       buf *work)
{
    size_t length = 0;
    if (kind->numeric) {
        sort_append_number(out, text, o);
    } else if (kind->human) {
        sort_append_human(out, translate(o, kind, text, work), o);   /* with -f "m" is a unit, too */
    } else if (kind->general) {
        sort_append_general(out, text);
    } else if (kind->month) {
        buf_push(out, sort_month_of(text, o, &length));
    } else {
        text = translate(o, kind, text, work);
        if (kind->random)
            append_random(o, text, out, work);
        else if (kind->version)
            version_append_key(out, text);
        else if (o->collate)
            collation_append_primary(&o->collation, text, out);
        else
            buf_append(out, text);
    }
}

/* Append RAW so that what follows it does not count before its end: two zero bytes end it, and a zero byte
   in it gets a one behind it. All bytes are inverted for REVERSE. */
static void append_closed(buf *out, span raw, bool reverse)
{
    size_t start = buf_len(out);
    for (span part = {}; span_cut(&raw, 0, &part);) {
        buf_append(out, part);
        buf_append(out, S("\0\1"));
    }
    buf_append(out, raw);
    buf_append(out, S("\0\0"));
    if (!reverse)
        return;
    mspan made = mspan_drop(buf_mspan(out), start);
    for (size_t i = 0; i < mspan_len(made); i++)
        mspan_set(made, i, low_byte(~(unsigned)mspan_at(made, i)));
}

void sort_append_component(struct sort_order const *o, size_t from, span line, buf *out,
                           struct sort_work *work)
{
    size_t n = sort_keys_len(o->keys), start = 0;
    if (n == 0)
        collation_append_primary(&o->collation, line, out);
    for (size_t i = from; i < n; i++) {
        struct sort_key k = sort_keys_at(o->keys, i);
        span text = sort_key_text(o, &k, line, &start);
        if (n == 1) {
            append_key(o, &k.kind, text, out, &work->text);
            return;
        }
        buf_clear(&work->a);
        append_key(o, &k.kind, text, &work->a, &work->text);
        append_closed(out, buf_span(&work->a), k.kind.reverse);
        if (o->collate && is_text(&k.kind))
            return;                     /* its key does not decide it, so the next one may not yet */
    }
}

void sort_append_text(struct sort_order const *o, size_t i, span line, buf *out, struct sort_work *work)
{
    size_t start = 0;
    struct sort_key k = sort_keys_at(o->keys, i);
    buf_append(out, translate(o, &k.kind, sort_key_text(o, &k, line, &start), &work->text));
}

size_t sort_next_text(struct sort_order const *o, size_t from)
{
    while (from < sort_keys_len(o->keys) && !is_text(&AT(sort_keys, o->keys, from).kind))
        from++;
    return from;
}

bool sort_step_flips(struct sort_order const *o, size_t i, bool texts)
{
    size_t n = sort_keys_len(o->keys);
    if (i == n)
        return n == 0 ? o->flip_first : o->flip_last;
    return texts && sort_keys_at(o->keys, i).kind.reverse;
}

/* The order of two texts by a key of KIND. */
static int cmp_texts(struct sort_order const *o, struct sort_kind const *kind, span a, span b,
                     struct sort_work *work)
{
    if (span_eq(a, b))
        return 0;
    if (o->collate && is_text(kind))
        return collate_compare(translate(o, kind, a, &work->a), translate(o, kind, b, &work->b), &work->text);
    buf_clear(&work->a);
    buf_clear(&work->b);
    append_key(o, kind, a, &work->a, &work->text);
    append_key(o, kind, b, &work->b, &work->text);
    return span_cmp(buf_span(&work->a), buf_span(&work->b));
}

static int cmp_key(struct sort_order const *o, size_t i, span a, span b, struct sort_work *work)
{
    size_t start = 0;
    struct sort_key k = sort_keys_at(o->keys, i);
    int d = cmp_texts(o, &k.kind, sort_key_text(o, &k, a, &start), sort_key_text(o, &k, b, &start), work);
    return k.kind.reverse ? -d : d;
}

int sort_cmp_keys(struct sort_order const *o, span a, span b, struct sort_work *work)
{
    size_t n = sort_keys_len(o->keys);
    int d = n == 0 ? collate_compare(a, b, &work->text) : 0;
    if (n == 0)
        return o->flip_first ? -d : d;
    for (size_t i = 0; i < n && d == 0; i++)
        d = cmp_key(o, i, a, b, work);
    return d;
}

void sort_expect_lines(struct sort_order *o, uint64_t lines)
{
    if (o->collate && lines >= ENOUGH && !o->asked) {
        o->asked = true;
        collation_make(&o->collation);
    }
}

void sort_line_set(struct sort_line *l, struct sort_order const *o, span text)
{
    l->text = text;
    l->has_late = false;
    buf_clear(&l->key);
    if (o->built)
        sort_append_component(o, 0, text, &l->key, &l->work);
    l->prefix = sort_prefix(o->built ? buf_span(&l->key) : text, 0, o->flip_first);
}

int sort_line_cmp(struct sort_line const *a, struct sort_line const *b, struct sort_order const *o,
                  struct sort_work *work)
{
    if (a->prefix != b->prefix)
        return a->prefix < b->prefix ? -1 : 1;
    int d = o->built ? span_cmp(buf_span(&a->key), buf_span(&b->key)) : span_cmp(a->text, b->text);
    if (d == 0)
        return o->open ? sort_cmp_keys(o, a->text, b->text, work) : 0;
    return (d < 0) != o->flip_first ? -1 : 1;
}

void sort_line_prepare_last(struct sort_line *l, struct sort_order const *o)
{
    if (!o->collate || l->has_late)
        return;
    buf_clear(&l->late);
    collation_append_primary(&o->collation, l->text, &l->late);
    l->has_late = true;
}

int sort_line_cmp_last(struct sort_line const *a, struct sort_line const *b, struct sort_order const *o,
                       struct sort_work *work)
{
    int d = o->collate ? span_cmp(buf_span(&a->late), buf_span(&b->late)) : 0;
    if (d == 0)
        d = collate_compare(a->text, b->text, &work->text);
    if (d == 0)
        return 0;
    return (d < 0) != o->flip_last ? -1 : 1;
}
