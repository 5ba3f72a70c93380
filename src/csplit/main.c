/* csplit - cut a file into pieces where certain lines are.

   Input streams through one buffer.  Until the run has gone well the pieces are removed again by whatever
   ends it, signals too. */

#include "csplit/csplit.h"

#include "num/parse.h"
#include "sys/unfinished.h"

enum { KEY_SUPPRESS = CLI_KEY };

static const struct cli_option option_rows[] = {
    {'b', Z("suffix-format"), Z("FORMAT"), Z("number files by the printf format FORMAT, not by %02d")},
    {'f', Z("prefix"), Z("PREFIX"), Z("begin the names of files with PREFIX, not with xx")},
    {'k', Z("keep-files"), Z_NONE, Z("keep the files that are made when something fails")},
    {KEY_SUPPRESS, Z("suppress-matched"), Z_NONE,
     Z("leave out the first line of each piece after the first")},
    {'n', Z("digits"), Z("DIGITS"), Z("number files with so many digits, not 2")},
    {'s', Z("quiet"), Z_NONE, Z("do not print sizes")},
    {'s', Z("silent"), Z_NONE, Z("the same")},
    {'q', Z_NONE, Z_NONE, Z("the same")},
    {'z', Z("elide-empty-files"), Z_NONE, Z("make no empty files")},
};

const struct cli_program prog_program = {
    .name = Z("csplit"),
    .operands = Z("FILE PATTERN..."),
    .summary = Z("Write the pieces of FILE, which end where the PATTERNs say, into files xx00, xx01\n"
                 "and so on, and print their sizes in bytes.\n"
                 "Standard input is read where FILE is -."),
    .options = CLI_ROWS(option_rows),
    .order = Z("digits quiet silent keep-files elide-empty-files prefix"),
    .notes = Z("A PATTERN ends a piece, and begins the next one, at a line:\n\n"
               "  NUMBER            the line of that number\n"
               "  /BRE/[OFFSET]     the next line in which the basic regular expression BRE matches,\n"
               "                    or OFFSET lines after (before, if it is negative) that\n"
               "  %BRE%[OFFSET]     the same, but the piece goes nowhere\n"
               "  {NUMBER}          the pattern before this, so many times more\n"
               "  {*}               the same, as often as it can be\n\n"
               "The last piece is what is left.  When something fails, no files are left behind."),
};

struct SAFE_OWNER csplit {
    csplit_patterns patterns;
    struct csplit_source source;
    struct csplit_files files;
    zstr format;                /* none: by `digits` */
    uint64_t digits;
    bool suppress;
    bool over;                  /* the input ended, as a pattern allowed it */
};

/* ---- options ---- */

static bool parse_digits(struct cli *cli, span text, uint64_t *digits)
{
    int64_t number = 0;
    enum num_err err = num_parse_i64(text, &number);
    if (err == NUM_RANGE || (err == NUM_OK && (number < 0 || number > INT_MAX)))
        return cli_bad(cli, EOVERFLOW, "invalid number: %s", fmt_q(text));
    *digits = magnitude(number);
    return err == NUM_OK || cli_bad(cli, 0, "invalid number: %s", fmt_q(text));
}

static bool parse_options(struct cli *cli, struct csplit *c)
{
    bool ok = true;
    for (struct cli_match m = {}; ok && cli_next_option(cli, &m);) {
        switch (m.key) {
        case 'b': c->format = m.value; break;
        case 'f': c->files.prefix = m.value; break;
        case 'k': c->files.keep = true; break;
        case 'n': ok = parse_digits(cli, zstr_span(m.value), &c->digits); break;
        case 's': case 'q': c->files.quiet = true; break;
        case 'z': c->files.elide = true; break;
        default: c->suppress = true; break;
        }
    }
    if (!ok || !cli_options_ok(cli))
        return false;
    size_t n = cli_operand_count(cli);
    return n >= 2 || cli_missing_operand(cli, n == 1 ? cli_operand(cli, 0) : Z_NONE);
}

/* How messages show the letter C. */
static bool complain_letter(struct cli *cli, unsigned char c)
{
    buf text = {};
    if (c < ' ' || c > '~') {
        buf_push(&text, '\\');
        buf_append_base(&text, c, 8, 3);
    } else {
        buf_push(&text, c);
    }
    cli_bad(cli, 0, "invalid conversion specifier in suffix: %s", fmt_s(buf_span(&text)));
    buf_recycle(&text);
    return false;
}

static bool settle_suffix(struct cli *cli, struct csplit *c)
{
    unsigned char culprit = 0;
    if (zstr_is_none(c->format)) {
        c->files.suffix = (struct csplit_suffix){.zeros = true, .width = c->digits, .letter = 'u'};
        return true;
    }
    switch (csplit_parse_suffix(zstr_span(c->format), &c->files.suffix, &culprit)) {
    case CSPLIT_SUFFIX_FINE: return true;
    case CSPLIT_SUFFIX_NONE: return cli_bad(cli, 0, "missing %% conversion specification in suffix");
    case CSPLIT_SUFFIX_MANY: return cli_bad(cli, 0, "too many %% conversion specifications in suffix");
    case CSPLIT_SUFFIX_CUT: return cli_bad(cli, 0, "missing conversion specifier in suffix");
    case CSPLIT_SUFFIX_LETTER: return complain_letter(cli, culprit);
    case CSPLIT_SUFFIX_FLAG: break;
    case CSPLIT_SUFFIX_LARGE: return cli_bad(cli, 0, "memory exhausted");
    }
    buf text = {};
    buf_push(&text, '%');
    buf_push(&text, culprit);
    buf_push(&text, c->files.suffix.letter);
    cli_bad(cli, 0, "invalid flags in conversion specification: %s", fmt_s(buf_span(&text)));
    buf_recycle(&text);
    return false;
}

static bool open_input(struct cli *cli, struct csplit *c)
{
    struct cli_input in = {};
    zstr name = cli_operand(cli, 0);
    oserr err = cli_open_input(cli, name, &in);
    if (err)
        return cli_bad(cli, err, "cannot open %s for reading", fmt_name(name));
    reader_open(&c->source.in, in.reader.fd);
    fd_will_read_in_order(c->source.in.fd);
    (void)fd_stat(c->source.in.fd, &c->files.input);
    return true;
}

/* ---- pieces ---- */

/* Report that P, as it was used again for the time number REPETITION, has no match or no line. */
static void complain(struct cli *cli, struct csplit_pattern const *p, uint64_t repetition, bool is_match)
{
    span text = zstr_span(p->text);
    if (!is_match) {                    /* the number, without a sign and zeros in front */
        text = num_skip_plus(text);
        while (span_len(text) > 1 && span_at(text, 0) == '0')
            text = span_drop(text, 1);
    }
    if (is_match && repetition > 0)
        cli_error(cli, 0, "%s: match not found on repetition %s", fmt_q(text), fmt_u(repetition));
    else if (is_match)
        cli_error(cli, 0, "%s: match not found", fmt_q(text));
    else if (repetition > 0)
        cli_error(cli, 0, "%s: line number out of range on repetition %s", fmt_q(text), fmt_u(repetition));
    else
        cli_error(cli, 0, "%s: line number out of range", fmt_q(text));
}

/* Whether to go on; reports that a line is not there. */
static bool reached(struct cli *cli, struct csplit_pattern const *p, uint64_t repetition,
                    enum csplit_outcome outcome)
{
    if (outcome == CSPLIT_END)
        complain(cli, p, p->line > 0 ? repetition : 0, false);
    return outcome == CSPLIT_DONE;
}

/* The end of a piece: its line may be unwanted. */
static bool end_piece(struct cli *cli, struct csplit *c)
{
    if (c->suppress)
        csplit_drop_line(&c->source);
    return c->source.err == 0 && csplit_close_file(cli, &c->files);
}

static bool cut_at_line(struct cli *cli, struct csplit *c, struct csplit_pattern const *p, uint64_t times)
{
    uint64_t line = 0;
    if (ck_add(&line, times, 1U) || ck_mul(&line, line, p->line))
        line = UINT64_MAX;
    if (!csplit_open_file(cli, &c->files))
        return false;
    /* There has to be a line that no pattern looked at: behind the piece, or where the next line is left out
       before it. */
    enum csplit_outcome outcome = CSPLIT_END;
    if (!c->suppress || csplit_has_line(&c->source, c->source.current + 1))
        outcome = csplit_write_until(cli, &c->source, &c->files, line);
    if (outcome == CSPLIT_DONE && !c->suppress && !csplit_has_line(&c->source, c->source.current + 1))
        outcome = CSPLIT_END;
    if (c->source.err)
        return false;
    return reached(cli, p, times, outcome) && end_piece(cli, c);
}

/* No line matches: the rest is the last piece, with {*} as a success. */
static bool cut_at_end(struct cli *cli, struct csplit *c, struct csplit_pattern const *p, uint64_t times)
{
    c->over = p->forever;
    if (!p->forever)
        complain(cli, p, times, true);
    return (p->skip || csplit_write_rest(cli, &c->source, &c->files)) && p->forever
           && csplit_close_file(cli, &c->files);
}

static bool cut_at_match(struct cli *cli, struct csplit *c, struct csplit_pattern const *p, uint64_t times)
{
    int64_t line = 0;
    if (!p->skip && !csplit_open_file(cli, &c->files))
        return false;
    enum csplit_outcome outcome = csplit_search(cli, &c->source, &c->files, p);
    if (outcome == CSPLIT_END)
        return cut_at_end(cli, c, p, times);
    if (outcome == CSPLIT_FAILED)
        return false;
    bool out_of_range = ck_add(&line, p->offset, c->source.current) || line < 1
                        || magnitude(line) < c->source.first;
    /* What comes before the match is in the piece even when there is no end of it. */
    if (out_of_range && p->offset > 0
        && csplit_write_until(cli, &c->source, &c->files, c->source.current) == CSPLIT_FAILED)
        return false;
    outcome = out_of_range ? CSPLIT_END : csplit_write_until(cli, &c->source, &c->files, magnitude(line));
    if (!reached(cli, p, times, outcome))
        return false;
    if (p->offset > 0)
        c->source.current = magnitude(line);
    return end_piece(cli, c);
}

/* Make all pieces. */
static bool cut(struct cli *cli, struct csplit *c)
{
    for (size_t i = 0; i < csplit_patterns_len(&c->patterns); i++) {
        struct csplit_pattern p = csplit_patterns_at(&c->patterns, i);
        for (uint64_t n = 0; !c->over && (p.forever || n <= p.repeat); n++) {
            bool ok = p.line > 0 ? cut_at_line(cli, c, &p, n) : cut_at_match(cli, c, &p, n);
            if (!ok)
                return false;
        }
    }
    return c->over || (csplit_open_file(cli, &c->files) && csplit_write_rest(cli, &c->source, &c->files)
                       && csplit_close_file(cli, &c->files));
}

int prog_main(struct cli *cli)
{
    struct csplit c = {.digits = 2, .files = {.prefix = Z("xx")}, .source = {.first = 1}};
    if (!parse_options(cli, &c) || !settle_suffix(cli, &c) || !open_input(cli, &c)
        || !csplit_take_patterns(cli, &c.patterns))
        return cli_usage_exit(cli);
    if (!c.files.keep)
        unfinished_begin();
    bool ok = cut(cli, &c);
    if (c.source.err && c.source.match_failed)
        cli_error(cli, c.source.err, "error in regular expression search");
    else if (c.source.err)
        cli_error(cli, c.source.err, "read error");
    if (!ok)
        csplit_give_up(cli, &c.files);
    unfinished_keep();
    reader_close(&c.source.in);
    return cli_finish(cli);
}
