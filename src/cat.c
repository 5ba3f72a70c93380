/* cat - copy inputs to standard output, one after the other.

   Without options bytes go through unchanged, inside the kernel where it can move them (splice).  With options a line is prefix,
   text and end; runs of bytes that need no change are found and copied whole.  */

#include "cli/cli.h"
#include "safe/bytes.h"
#include "safe/checked.h"
#include "sys/zerocopy.h"

enum { COPY_SIZE = 256 * 1024 };

struct cat_options {
    bool number, number_nonblank, show_ends, squeeze_blank, show_tabs, show_nonprinting;
};

/* What carries over from one part of the input to the next, and from file to file. */
struct cat_state {
    uint64_t line;              /* number of the last numbered line */
    unsigned blank_lines;       /* empty lines just seen, as far as they matter */
    bool in_line;               /* the last byte was no newline */
    bool pending_cr;            /* a carriage return is held back: with -E it shows before a line's end */
    byteclass special;          /* bytes that cannot be copied as they are */
};

static const struct cli_option option_rows[] = {
    {'A', Z("show-all"), Z_NONE, Z("the same as -vET")},
    {'b', Z("number-nonblank"), Z_NONE, Z("number the lines that are not empty; wins over -n")},
    {'e', Z_NONE, Z_NONE, Z("the same as -vE")},
    {'E', Z("show-ends"), Z_NONE, Z("show a $ at the end of each line")},
    {'n', Z("number"), Z_NONE, Z("number all lines")},
    {'s', Z("squeeze-blank"), Z_NONE, Z("print one empty line for several in a row")},
    {'t', Z_NONE, Z_NONE, Z("the same as -vT")},
    {'T', Z("show-tabs"), Z_NONE, Z("show a TAB as ^I")},
    {'u', Z_NONE, Z_NONE, Z("(ignored: output is never held back)")},
    {'v', Z("show-nonprinting"), Z_NONE, Z("show control characters as ^X and bytes above 127 as M-x, but not LF and TAB")},
};

const struct cli_program prog_program = {
    .name = Z("cat"),
    .operands = Z("[FILE]..."),
    .summary = Z("Copy each FILE, in order, to standard output.\nStandard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
};

static bool parse_options(struct cli *cli, struct cat_options *opt)
{
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        opt->show_nonprinting |= m.key == 'A' || m.key == 'e' || m.key == 't' || m.key == 'v';
        opt->show_ends |= m.key == 'A' || m.key == 'e' || m.key == 'E';
        opt->show_tabs |= m.key == 'A' || m.key == 't' || m.key == 'T';
        opt->number_nonblank |= m.key == 'b';
        opt->number |= m.key == 'n';
        opt->squeeze_blank |= m.key == 's';
    }
    return cli_options_ok(cli);
}

static bool changes_bytes(struct cat_options const *opt)
{
    return opt->number || opt->number_nonblank || opt->show_ends || opt->squeeze_blank || opt->show_tabs
           || opt->show_nonprinting;
}

/* The bytes at which copying has to stop; newlines are among them only where line ends matter. */
static void choose_special(struct cat_state *st, struct cat_options const *opt)
{
    byteset set = {};
    for (unsigned c = 0; opt->show_nonprinting && c < 256; c++)
        if ((c < 32 && c != '\t' && c != '\n') || c >= 127)
            byteset_add(&set, low_byte(c));
    if (opt->show_tabs)
        byteset_add(&set, '\t');
    if (opt->show_ends)
        byteset_add(&set, '\r');
    byteset_add(&set, '\n');
    if (!opt->number && !opt->number_nonblank && !opt->show_ends && !opt->squeeze_blank)
        byteset_remove(&set, '\n');
    byteclass_make(&st->special, &set);
}

static void put_caret(writer *out, unsigned char c)
{
    writer_byte(out, '^');
    writer_byte(out, c ^ 64);
}

/* A byte that is shown otherwise than it is. */
static void put_special(writer *out, unsigned char c, struct cat_options const *opt)
{
    if (c >= 128 && opt->show_nonprinting) {
        writer_put(out, S("M-"));
        c &= 127;
        if (c >= 32 && c < 127)
            writer_byte(out, c);
        else
            put_caret(out, c);
    } else if ((c == '\t' && opt->show_tabs) || (opt->show_nonprinting && c != '\t')) {
        put_caret(out, c);
    } else {
        writer_byte(out, c);
    }
}

/* The number of the next line, right-aligned in six columns. */
static void put_number(writer *out, struct cat_state *st)
{
    st->line++;
    unsigned digits = 1;
    for (uint64_t n = st->line; n >= 10; n /= 10)
        digits++;
    if (digits < 6)
        writer_fill(out, 6 - digits, ' ');
    writer_umax(out, st->line);
    writer_byte(out, '\t');
}

/* What stands before the first byte of a line that begins with C. */
static void begin_line(writer *out, struct cat_state *st, struct cat_options const *opt, unsigned char c)
{
    if (!st->in_line && (opt->number_nonblank ? c != '\n' : opt->number))
        put_number(out, st);
    st->in_line = true;
}

/* The carriage return that was held back, now known not to end a line. */
static void release_cr(writer *out, struct cat_state *st, struct cat_options const *opt)
{
    if (!st->pending_cr)
        return;
    st->pending_cr = false;
    if (opt->show_nonprinting)
        put_caret(out, '\r');
    else
        writer_byte(out, '\r');
}

static void end_line(writer *out, struct cat_state *st, struct cat_options const *opt)
{
    bool blank = !st->in_line;
    st->blank_lines = blank ? st->blank_lines + (st->blank_lines < 2) : 0;
    if (blank && opt->squeeze_blank && st->blank_lines > 1)
        return;
    begin_line(out, st, opt, '\n');
    if (st->pending_cr)
        writer_put(out, S("^M"));
    st->pending_cr = false;
    if (opt->show_ends)
        writer_byte(out, '$');
    writer_byte(out, '\n');
    st->in_line = false;
}

static void put_part(writer *out, struct cat_state *st, struct cat_options const *opt, span part)
{
    for (unsigned char c = 0; !span_empty(part);) {
        size_t run = span_find_class(part, &st->special);
        if (run > 0) {
            begin_line(out, st, opt, span_at(part, 0));
            release_cr(out, st, opt);
            writer_put(out, span_take(&part, run));
        }
        if (!span_next(&part, &c))
            return;
        if (c == '\n') {
            end_line(out, st, opt);
            continue;
        }
        begin_line(out, st, opt, c);
        release_cr(out, st, opt);
        if (c == '\r' && opt->show_ends)
            st->pending_cr = true;
        else
            put_special(out, c, opt);
    }
}

static oserr show(reader *in, writer *out, struct cat_state *st, struct cat_options const *opt)
{
    span part = {};
    oserr err = 0;
    while (writer_ok(out) && (err = reader_chunk(in, &part)) == 0 && !span_empty(part)) {
        put_part(out, st, opt, part);
        writer_flush(out);
    }
    return err;
}

static oserr copy(reader *in, writer *out)
{
    span part = {};
    oserr err = 0;
    while (writer_ok(out) && (err = reader_chunk(in, &part)) == 0 && !span_empty(part)) {
        writer_put(out, part);
        writer_flush(out);
    }
    return err;
}

/* Whether reading IN while writing to standard output would feed the output to itself.  Where the output only appends, a read position
   before its end is enough; else it has to be behind the place that is written to. */
static bool is_own_output(fdh in, struct stat const *out)
{
    struct stat st = {};
    if (fd_stat(in, &st) != 0 || st.st_dev != out->st_dev || st.st_ino != out->st_ino || !S_ISREG(st.st_mode))
        return false;
    int64_t in_at = 0, out_at = 0;
    bool append = fd_appends(FDH_STDOUT);
    if (fd_seek(in, 0, SEEK_CUR, &in_at) != 0 || fd_seek(FDH_STDOUT, 0, append ? SEEK_END : SEEK_CUR, &out_at) != 0)
        return false;
    return append ? in_at < out_at : in_at < out_at || (in_at == out_at && in_at < st.st_size);
}

static oserr run_input(struct cli *cli, struct cli_input *in, struct cat_state *st, struct cat_options const *opt)
{
    if (changes_bytes(opt))
        return show(&in->reader, cli_out(cli), st, opt);
    oserr err = 0;
    if (zerocopy_all(in->reader.fd, FDH_STDOUT, &err))
        return err;
    return copy(&in->reader, cli_out(cli));
}

int prog_main(struct cli *cli)
{
    struct cat_options opt = {};
    struct cat_state st = {};
    struct stat out_stat = {};
    if (!parse_options(cli, &opt))
        return cli_usage_exit(cli);
    choose_special(&st, &opt);
    bool out_known = fd_stat(FDH_STDOUT, &out_stat) == 0;
    struct cli_input in = {};
    while (writer_ok(cli_out(cli)) && cli_next_input(cli, &in)) {
        if (out_known && is_own_output(in.reader.fd, &out_stat)) {
            cli_error(cli, 0, "%s: input file is output file", fmt_namec(in.name));
            cli_close_input(cli, &in, 0);
            continue;
        }
        reader_open_sized(&in.reader, in.reader.fd, COPY_SIZE);
        cli_close_input(cli, &in, run_input(cli, &in, &st, &opt));
    }
    release_cr(cli_out(cli), &st, &opt);
    return cli_finish(cli);
}
