/* options.c - the command line of join. */

#include "join/join.h"

#include "num/parse.h"
#include "text/chars.h"

/* What a word may be besides a file: one more than there are files goes to the option before it. */
enum word_kind { WORD_FILE, WORD_FORMAT, WORD_FIELD1, WORD_FIELD2 };

struct word {
    zstr text;
    enum word_kind kind;
};

struct words {
    struct word first, second;
    int n;
    enum word_kind next;        /* what the next one may be */
    unsigned lone1, lone2;      /* how often there was -j1 and -j2 without a field behind */
};

/* ---- values ---- */

/* A field number from 1 on; those too large for any line are all alike. */
static bool parse_field(struct cli *cli, span text, uint64_t *field)
{
    uint64_t n = 0;
    int64_t signed_number = 0;
    enum num_err err = num_parse_u64(text, &n);
    if (num_parse_i64(text, &signed_number) == NUM_RANGE)
        n = INT64_MAX;          /* far below zero, too */
    else if (err != NUM_OK || n == 0)
        return cli_bad(cli, 0, "invalid field number: %s", fmt_q(text));
    *field = (n < INT64_MAX ? n : INT64_MAX) - 1;
    return true;
}

static bool set_field(struct cli *cli, struct side_options *s, uint64_t field)
{
    if (s->has_field && s->field != field)
        return cli_bad(cli, 0, "incompatible join fields %ju, %ju", fmt_u(s->field), fmt_u(field));
    s->has_field = true;
    s->field = field;
    return true;
}

static bool parse_side_field(struct cli *cli, zstr value, struct side_options *s)
{
    uint64_t field = 0;
    return parse_field(cli, zstr_span(value), &field) && set_field(cli, s, field);
}

static bool set_both_fields(struct cli *cli, struct join_options *opt, uint64_t field)
{
    return set_field(cli, &opt->one, field) && set_field(cli, &opt->two, field);
}

static bool parse_both_fields(struct cli *cli, zstr value, struct join_options *opt)
{
    uint64_t field = 0;
    return parse_field(cli, zstr_span(value), &field) && set_both_fields(cli, opt, field);
}

static bool parse_unpaired(struct cli *cli, zstr value, struct join_options *opt)
{
    uint64_t n = 0;
    if (num_parse_u64(zstr_span(value), &n) != NUM_OK || n < 1 || n > 2)
        return cli_bad(cli, 0, "invalid file number: %s", fmt_q(zstr_span(value)));
    if (n == 1)
        opt->one.print_unpaired = true;
    else
        opt->two.print_unpaired = true;
    return true;
}

static bool parse_filler(struct cli *cli, zstr value, struct join_options *opt)
{
    if (opt->has_filler && !span_eq(opt->filler, zstr_span(value)))
        return cli_bad(cli, 0, "conflicting empty-field replacement strings");
    opt->has_filler = true;
    opt->filler = zstr_span(value);
    return true;
}

static bool parse_separator(struct cli *cli, zstr value, struct join_options *opt)
{
    span text = zstr_eq(value, Z("\\0")) ? S("\0") : zstr_span(value), rest = text;
    struct text_char c = {};
    if (span_len(text) > 1 && text_next(&rest, &c) && !span_empty(rest))
        return cli_bad(cli, 0, "multi-character tab %s", fmt_q(text));
    if (opt->has_separator && !span_eq(opt->separator_text, text))
        return cli_bad(cli, 0, "incompatible tabs");
    opt->has_separator = true;
    opt->separator_text = text;
    opt->joint = span_empty(text) ? S(" ") : text;
    return true;
}

/* One field of a format. */
static bool parse_choice(struct cli *cli, span text, struct join_options *opt)
{
    struct choice c = {};
    int file = span_peek(text, 0);
    if (file != '0' && file != '1' && file != '2')
        return cli_bad(cli, 0, "invalid file number in field spec: %s", fmt_q(text));
    if (file == '0' ? span_len(text) > 1 : span_peek(text, 1) != '.')
        return cli_bad(cli, 0, "invalid field specifier: %s", fmt_q(text));
    if (file != '0' && !parse_field(cli, span_drop(text, 2), &c.field))
        return false;
    c.file = file - '0';
    if (c.file == 1)
        opt->choices1 = c.field < opt->choices1 ? opt->choices1 : c.field + 1;
    else if (c.file == 2)
        opt->choices2 = c.field < opt->choices2 ? opt->choices2 : c.field + 1;
    choice_vec_push(&opt->choices, c);
    return true;
}

static bool parse_choices(struct cli *cli, zstr value, struct join_options *opt)
{
    byteset ends = {};
    byteset_add(&ends, ',');
    byteset_add(&ends, ' ');
    byteset_add(&ends, '\t');
    span rest = zstr_span(value);
    do {
        size_t len = span_find_in(rest, &ends);
        if (!parse_choice(cli, span_first(rest, len), opt))
            return false;
        rest = span_drop(rest, size_min(len + 1, span_len(rest)));
    } while (!span_empty(rest));
    return true;
}

static bool parse_format(struct cli *cli, zstr value, struct join_options *opt, struct words *w)
{
    if (zstr_eq(value, Z("auto"))) {
        opt->auto_width = true;
        return true;
    }
    w->next = WORD_FORMAT;
    return parse_choices(cli, value, opt);
}

/* Whether -j was written as "-j1" or "-j2": once options for the key of one file, whose field came as a word
   of its own. */
static bool is_old_field(struct cli *cli, zstr value, struct words *w)
{
    zstr written = args_at(cli->argv, cli->next_arg - 1);
    if (zstr_eq(value, written))        /* "-j -j1" */
        return false;
    if (zstr_eq(written, Z("-j1"))) {
        w->lone1++;
        w->next = WORD_FIELD1;
        return true;
    }
    if (zstr_eq(written, Z("-j2"))) {
        w->lone2++;
        w->next = WORD_FIELD2;
        return true;
    }
    return false;
}

/* ---- words that are no options ---- */

/* WORD is one too many for a file: it goes to its option. */
static bool use_word(struct cli *cli, struct words *w, struct word word, struct join_options *opt)
{
    if (word.kind == WORD_FORMAT)
        return parse_choices(cli, word.text, opt);
    if (word.kind == WORD_FIELD1) {
        w->lone1--;
        return parse_side_field(cli, word.text, &opt->one);
    }
    w->lone2--;
    return parse_side_field(cli, word.text, &opt->two);
}

static bool parse_word(struct cli *cli, zstr text, struct join_options *opt, struct words *w)
{
    struct word word = {text, cli->only_operands ? WORD_FILE : w->next};
    if (w->n == 2) {
        struct word spare = w->first.kind != WORD_FILE ? w->first : w->second;
        if (spare.kind == WORD_FILE)
            return cli_extra_operand(cli, text);
        if (!use_word(cli, w, spare, opt))
            return false;
        if (w->first.kind != WORD_FILE)
            w->first = w->second;
        w->n--;
    }
    if (w->n == 0)
        w->first = word;
    else
        w->second = word;
    w->n++;
    /* A format may go on with further words, but a field is only one. */
    w->next = word.kind == WORD_FORMAT ? WORD_FORMAT : WORD_FILE;
    return true;
}

static bool parse_match(struct cli *cli, struct cli_match const *m, struct join_options *opt, struct words *w)
{
    if (m->key == CLI_OPERAND)
        return parse_word(cli, m->value, opt, w);
    w->next = WORD_FILE;
    switch (m->key) {
    case 'a': return parse_unpaired(cli, m->value, opt);
    case 'v': opt->hide_pairs = true; return parse_unpaired(cli, m->value, opt);
    case 'e': return parse_filler(cli, m->value, opt);
    case 'i': opt->fold = true; return true;
    case 'j': return is_old_field(cli, m->value, w) || parse_both_fields(cli, m->value, opt);
    case 'o': return parse_format(cli, m->value, opt, w);
    case 't': return parse_separator(cli, m->value, opt);
    case '1': return parse_side_field(cli, m->value, &opt->one);
    case '2': return parse_side_field(cli, m->value, &opt->two);
    case KEY_CHECK: opt->check = CHECK_ALWAYS; return true;
    case KEY_NOCHECK: opt->check = CHECK_NEVER; return true;
    case KEY_HEADER: opt->header = true; return true;
    default: opt->line_end = 0; return true;
    }
}

bool join_parse_options(struct cli *cli, struct join_options *opt)
{
    struct words w = {};
    bool ok = true;
    for (struct cli_match m = {}; ok && cli_next_option(cli, &m);)
        ok = parse_match(cli, &m, opt, &w);
    if (!ok || !cli_options_ok(cli))
        return false;
    if (w.n < 2)                /* GNU names the last word, whatever it is */
        return cli_missing_operand(cli, w.n == 0 ? Z_NONE : args_at(cli->argv, args_len(cli->argv) - 1));
    if ((w.lone1 > 0 && !set_both_fields(cli, opt, 0)) || (w.lone2 > 0 && !set_both_fields(cli, opt, 1)))
        return false;
    opt->auto_width &= choice_vec_len(&opt->choices) == 0;      /* a list of fields counts more */
    opt->one.name = w.first.text;
    opt->two.name = w.second.text;
    return true;
}
