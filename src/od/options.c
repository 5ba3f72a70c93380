/* options.c - the command line of od, with offsets as operands. */

#include "od/od.h"

#include "safe/ascii.h"

/* The types that options of one letter stand for, or none. */
static zstr type_of_letter(int letter)
{
    switch (letter) {
    case 'a': return Z("a");
    case 'b': return Z("o1");
    case 'c': return Z("c");
    case 'd': return Z("u2");
    case 'f': return Z("fF");
    case 'e': case 'F': return Z("fD");
    case 'h': case 'x': return Z("x2");
    case 'i': return Z("dI");
    case 'l': case 'I': case 'L': return Z("dL");
    case 'o': case 'B': return Z("o2");
    case 'O': return Z("o4");
    case 's': return Z("d2");
    case 'D': return Z("u4");
    case 'H': case 'X': return Z("x4");
    default: return Z_NONE;
    }
}

static bool parse_count(struct cli *cli, struct cli_match const *m, uint64_t most, uint64_t *out)
{
    span text = zstr_span(m->value), option = cli_option_name(cli, m);
    bool lines = m->key == 'w';
    switch (od_parse_count(text, lines, out)) {
    case OD_COUNT_OK:
        if (lines && *out == 0)
            break;
        if (*out <= most)
            return true;
        return cli_bad(cli, 0, "%s argument %s too large", fmt_s(option), fmt_q(text));
    case OD_COUNT_RANGE:
        return cli_bad(cli, 0, "%s argument %s too large", fmt_s(option), fmt_q(text));
    case OD_COUNT_SUFFIX:
        return cli_bad(cli, 0, "invalid suffix in %s argument %s", fmt_s(option), fmt_q(text));
    default: break;
    }
    return cli_bad(cli, 0, "invalid %s argument %s", fmt_s(option), fmt_q(text));
}

static bool parse_radix(struct cli *cli, zstr value, unsigned *radix)
{
    int c = span_peek(zstr_span(value), 0);
    switch (c) {
    case 'd': *radix = 10; return true;
    case 'o': *radix = 8; return true;
    case 'x': *radix = 16; return true;
    case 'n': *radix = 0; return true;
    default: break;
    }
    return cli_bad(cli, 0, "invalid output address radix '%c'; it must be one character from [doxn]",
                   fmt_s(c < 0 ? S("\0") : span_first(zstr_span(value), 1)));
}

static bool parse_endian(struct cli *cli, struct cli_match const *m, enum od_endian *endian)
{
    static const struct cli_word words[] = {{Z("little"), OD_LITTLE}, {Z("big"), OD_BIG}};
    int chosen = 0;
    if (!cli_choose(cli, m, CLI_WORDS(words), &chosen))
        return false;
    *endian = chosen == OD_BIG ? OD_BIG : OD_LITTLE;
    return true;
}

/* The options that came after the offset operands of old. */
static bool parse_modern(struct cli *cli, struct cli_match const *m, struct od_options *opt)
{
    opt->modern = true;
    switch (m->key) {
    case 'A': return parse_radix(cli, m->value, &opt->radix);
    case 'j': return parse_count(cli, m, INT64_MAX, &opt->skip);
    case 'N': return parse_count(cli, m, INT64_MAX, &opt->limit);
    case 'S': case OD_KEY_STRINGS:
        opt->strings = true;
        opt->shortest = 3;
        return zstr_is_none(m->value) || parse_count(cli, m, INT64_MAX - 1, &opt->shortest);
    case 't':
        opt->failed |= !od_parse_types(cli, zstr_span(m->value), &opt->types);
        return true;
    case 'v': opt->duplicates = true; return true;
    default:
        opt->width = 32;
        return zstr_is_none(m->value) || parse_count(cli, m, INT64_MAX, &opt->width);
    }
}

/* ---- operands ---- */

/* Whether OPERAND is an offset, to be stored in *OUT; *OK becomes false when it is too large for one. */
static bool is_offset(struct cli *cli, zstr operand, uint64_t *out, bool *ok)
{
    enum num_err err = od_parse_offset(zstr_span(operand), out);
    if (err == NUM_RANGE)
        *ok = cli_bad(cli, ERANGE, "%s", fmt_namec(operand));
    return err == NUM_OK;
}

/* Whether OPERAND may be an offset where files have such names, too. */
static bool looks_like_offset(zstr operand, bool second)
{
    int c = span_peek(zstr_span(operand), 0);
    return c == '+' || (second && ascii_is_digit(c));
}

static bool too_many_files(struct cli *cli, size_t which)
{
    cli_error(cli, 0, "extra operand %s", fmt_q(zstr_span(cli_operand(cli, which))));
    return cli_usage(cli, "compatibility mode supports at most one file");
}

/* [FILE] [[+]OFFSET[.][b] [[+]LABEL[.][b]]]: take the numbers off the operands. */
static bool take_offsets(struct cli *cli, struct od_options *opt)
{
    size_t n = cli_operand_count(cli);
    uint64_t last = 0, other = 0;
    bool ok = true;
    if (n == 0 || n > 3 || (!opt->traditional && n > 2))
        return n <= 1 || !opt->traditional || too_many_files(cli, 1);
    zstr end = cli_operand(cli, n - 1);
    if (!opt->traditional && !looks_like_offset(end, n == 2))
        return true;
    bool offset = is_offset(cli, end, &last, &ok);
    if (!ok)
        return false;
    if (!offset)
        return n == 1 || !opt->traditional || too_many_files(cli, 1);
    bool both = opt->traditional && n > 1 && is_offset(cli, cli_operand(cli, n - 2), &other, &ok);
    if (!ok)
        return false;
    if (n == 3 && !both)
        return too_many_files(cli, 1);
    opt->skip = both ? other : last;
    opt->labelled = both;
    opt->label = last;
    zstr_vec_truncate(&cli->operands, n - 1 - both);
    return true;
}

bool od_parse_options(struct cli *cli, struct od_options *opt)
{
    bool ok = true;
    for (struct cli_match m = {}; ok && cli_next_option(cli, &m);) {
        zstr type = type_of_letter(m.key);
        if (m.key == OD_KEY_TRADITIONAL)
            opt->traditional = true;
        else if (m.key == OD_KEY_ENDIAN)
            ok = parse_endian(cli, &m, &opt->endian);
        else if (!zstr_is_none(type))
            ok = od_parse_types(cli, zstr_span(type), &opt->types);
        else
            ok = parse_modern(cli, &m, opt);
    }
    if (!ok || !cli_options_ok(cli) || opt->failed)
        return false;
    if (opt->strings && od_types_len(&opt->types) > 0)
        return cli_bad(cli, 0, "no type may be specified when dumping strings");
    if ((!opt->modern || opt->traditional) && !take_offsets(cli, opt))
        return false;
    if (opt->limit != UINT64_MAX && opt->limit > INT64_MAX - opt->skip)
        return cli_bad(cli, 0, "skip-bytes + read-bytes is too large");
    if (od_types_len(&opt->types) == 0)
        (void)od_parse_types(cli, S("o2"), &opt->types);
    return true;
}
