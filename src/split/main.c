/* split - cut a file into pieces.

   Input streams through one buffer, straight into the pieces.  An output file is never cut off before it is
   known to be another one than the input. */

#include "split/split.h"

static const struct cli_option option_rows[] = {
    {'a', Z("suffix-length"), Z("N"),
     Z("make suffixes of N characters (2, and more when these are used up)")},
    {SPLIT_KEY_ADDITIONAL, Z("additional-suffix"), Z("SUFFIX"), Z("end the names of all files with SUFFIX")},
    {'b', Z("bytes"), Z("SIZE"), Z("SIZE bytes in each file")},
    {'C', Z("line-bytes"), Z("SIZE"), Z("as many whole lines in each file as fit into SIZE bytes")},
    {'d', Z_NONE, Z_NONE, Z("count with decimal digits from 0, not with letters")},
    {'d', Z("numeric-suffixes"), Z("[FROM]"), Z("the same, from FROM if that is given")},
    {'x', Z_NONE, Z_NONE, Z("count with hexadecimal digits from 0, not with letters")},
    {'x', Z("hex-suffixes"), Z("[FROM]"), Z("the same, from FROM if that is given")},
    {'e', Z("elide-empty-files"), Z_NONE, Z("with -n, make no file that would be empty")},
    {SPLIT_KEY_FILTER, Z("filter"), Z("COMMAND"),
     Z("give each piece to the shell command COMMAND instead;\n"
       "$FILE is what the file would be called")},
    {'l', Z("lines"), Z("NUMBER"), Z("NUMBER lines in each file")},
    {'n', Z("number"), Z("CHUNKS"), Z("as many files as CHUNKS says; see below")},
    {'t', Z("separator"), Z("SEP"), Z("lines end with the character SEP (\\0 is NUL), not with newline")},
    {'u', Z("unbuffered"), Z_NONE, Z("with -n r/..., write as soon as something is read")},
    {SPLIT_KEY_VERBOSE, Z("verbose"), Z_NONE, Z("name each file before it is opened")},
    {SPLIT_KEY_BLOCK, Z("-io-blksize"), Z("SIZE"), Z_NONE},     /* for tests */
};

const struct cli_program prog_program = {
    .name = Z("split"),
    .operands = Z("[FILE [PREFIX]]"),
    .summary = Z("Write the pieces of FILE into files PREFIXaa, PREFIXab and so on.\n"
                 "Each has 1000 lines, and PREFIX is x, unless something else is asked for.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .order = Z("bytes lines line-bytes number elide-empty-files unbuffered suffix-length "
               "additional-suffix numeric-suffixes hex-suffixes filter verbose"),
    .digits = true,
    .notes = Z("SIZE is a number, which K, M, G, T, P, E, Z, Y, R or Q multiply by a power of 1024,\n"
               "KB, MB and so on by one of 1000, and b by 512.\n\n"
               "CHUNKS is one of these:\n\n"
               "  N        N files that are alike in size\n"
               "  l/N      the same, but of whole lines\n"
               "  r/N      N files that take turns at the lines\n"
               "  K/N, l/K/N, r/K/N\n"
               "           only the file number K of these, to standard output\n\n"
               "What cannot be told the size of is first copied to $TMPDIR or /tmp with N and l/N."),
};

/* Run; the result is the error of reading. */
static oserr split_input(struct cli *cli, reader *in, struct split_options const *opt, struct split_output *o)
{
    if (opt->way == SPLIT_ROUND_ROBIN)
        return opt->chunk > 0 ? split_one_of_robin(cli, in, opt) : split_round_robin(cli, in, opt, o);
    if (opt->way == SPLIT_LINE_BYTES)
        return split_line_bytes(cli, in, opt, o);
    return split_pieces(cli, in, opt, o);
}

/* The same where the input's size comes first. */
static oserr divide_input(struct cli *cli, struct cli_input *in, struct split_options const *opt,
                          struct split_output *o)
{
    uint64_t size = 0;
    oserr err = split_measure(&in->reader, opt->block, &size);
    if (err == EBADF)
        return err;
    if (err) {
        cli_error(cli, err, "%s: cannot determine file size", fmt_namec(in->name));
        return 0;
    }
    if (opt->chunk > 0)
        return split_one_chunk(cli, &in->reader, opt, size, o);
    return split_chunks(cli, &in->reader, opt, size, o);
}

int prog_main(struct cli *cli)
{
    struct split_options opt = {.block = SPLIT_BLOCK};
    struct split_output o = {};
    struct cli_input in = {};
    if (!split_parse_options(cli, &opt))
        return cli_usage_exit(cli);
    oserr err = cli_open_input(cli, opt.input, &in);
    if (err) {
        cli_error(cli, err, "cannot open %s for reading", fmt_name(opt.input));
        return cli_finish(cli);
    }
    in.reader.size = opt.block;
    fd_will_read_in_order(in.reader.fd);
    if (!zstr_is_none(opt.filter))
        children_begin();
    split_target_begin(&o.target, &opt, in.reader.fd);
    split_names_begin(&o.names, &opt);
    bool divided = opt.way == SPLIT_CHUNKS || opt.way == SPLIT_CHUNK_LINES;
    err = divided ? divide_input(cli, &in, &opt, &o) : split_input(cli, &in.reader, &opt, &o);
    cli_close_input(cli, &in, err);
    if (cli->diag.status == 0)
        split_output_close(cli, &o);
    return cli_finish(cli);
}
