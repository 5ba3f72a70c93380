/* check.c - a list of digests, and whether the files it names still have them. */

#include "cksum/cksum.h"

/* What was found in one list. */
struct tally {
    zstr name;
    bool from_stdin;
    uintmax_t line;             /* number of the current one */
    uintmax_t good_lines, bad_lines, mismatches, unreadable;
    bool any_match;
};

static void put_result(struct cli *cli, span name, zstr result)
{
    struct quote_options style = {.style = QUOTE_SHELL_ESCAPE};
    byteset_add(&style.also, ':');
    quote_put(cli_out(cli), name, &style);
    fmt_write(cli_out(cli), Z(": %s\n"), FMT_ARGS(fmt_z(result)));
    writer_sync(cli_out(cli));
}

/* Digest the file that the list names; false when there is none to be compared. */
static bool digest_named(struct cli *cli, struct cksum_options const *opt, struct digest_list const *list,
                         struct tally *t, buf *digest)
{
    arena_mark before = arena_save(&cli->strings);
    struct cli_input in = {};
    zstr name = {};
    uintmax_t length = 0;
    zstr_from(&cli->strings, buf_span(&list->name), &name);
    oserr err = cli_open_input(cli, name, &in);
    bool ignored = err == ENOENT && opt->ignore_missing;
    if (err == 0) {
        err = digest_input(&in.reader, list->kind, digest, &length);
        cli_close_input(cli, &in, err);
    } else if (!ignored) {
        cli_error(cli, err, "%s", fmt_namec(name));
    }
    if (err != 0 && !ignored) {
        t->unreadable++;
        if (!opt->status)
            put_result(cli, buf_span(&list->name), Z("FAILED open or read"));
    }
    arena_release(&cli->strings, before);
    return err == 0;
}

static void check_named(struct cli *cli, struct cksum_options const *opt, struct digest_list const *list,
                        struct tally *t)
{
    buf digest = {};
    if (digest_named(cli, opt, list, t, &digest)) {
        size_t wanted = buf_len(&list->digest);
        bool same = wanted == list->kind.bits / 8 && span_starts(buf_span(&digest), buf_span(&list->digest));
        t->any_match |= same;
        t->mismatches += !same;
        if (!opt->status && !(same && opt->quiet))
            put_result(cli, buf_span(&list->name), same ? Z("OK") : Z("FAILED"));
    }
    buf_recycle(&digest);
}

static void check_line(struct cli *cli, span line, struct cksum_options const *opt, struct digest_list *list,
                       struct tally *t)
{
    t->line++;
    if (span_last(line) == '\r')
        line = span_chop(line, 1);
    if (span_empty(line) || span_at(line, 0) == '#')
        return;
    bool good = digest_parse_line(list, line);
    bool itself = good && t->from_stdin && span_eq(buf_span(&list->name), S("-"));
    if (good && !itself) {
        t->good_lines++;
        check_named(cli, opt, list, t);
        return;
    }
    t->bad_lines++;
    if (opt->warn)
        cli_warn(cli, 0, "%s: %ju: improperly formatted %s checksum line", fmt_namec(t->name),
                 fmt_u(t->line), fmt_z(digest_name(list->kind.algorithm)));
}

static void warn_of_counts(struct cli *cli, struct cksum_options const *opt, struct tally const *t)
{
    if (t->bad_lines == 1)
        cli_warn(cli, 0, "WARNING: %ju line is improperly formatted", fmt_u(1));
    else if (t->bad_lines > 1)
        cli_warn(cli, 0, "WARNING: %ju lines are improperly formatted", fmt_u(t->bad_lines));
    if (t->unreadable == 1)
        cli_warn(cli, 0, "WARNING: %ju listed file could not be read", fmt_u(1));
    else if (t->unreadable > 1)
        cli_warn(cli, 0, "WARNING: %ju listed files could not be read", fmt_u(t->unreadable));
    if (t->mismatches == 1)
        cli_warn(cli, 0, "WARNING: %ju computed checksum did NOT match", fmt_u(1));
    else if (t->mismatches > 1)
        cli_warn(cli, 0, "WARNING: %ju computed checksums did NOT match", fmt_u(t->mismatches));
    if (opt->ignore_missing && !t->any_match)
        cli_warn(cli, 0, "%s: no file was verified", fmt_namec(t->name));
}

bool cksum_check_list(struct cli *cli, struct cli_input *in, struct cksum_options const *opt,
                      struct digest_list *list)
{
    struct tally t = {.name = in->is_stdin ? Z("standard input") : in->name, .from_stdin = in->is_stdin};
    span line = {};
    bool terminated = false;
    while (writer_ok(cli_out(cli)) && reader_record(&in->reader, '\n', &line, &terminated))
        check_line(cli, line, opt, list, &t);
    oserr err = in->reader.err;
    cli_close_input(cli, in, 0);
    if (err) {
        cli_error(cli, 0, "%s: read error", fmt_namec(t.name));
        return false;
    }
    if (t.good_lines == 0) {
        cli_error(cli, 0, "%s: no properly formatted checksum lines found", fmt_namec(t.name));
        return false;
    }
    if (!opt->status)
        warn_of_counts(cli, opt, &t);
    return t.any_match && t.mismatches == 0 && t.unreadable == 0 && !(opt->strict && t.bad_lines > 0);
}
