/* od - show bytes as numbers and characters. */

#include "od/od.h"

static const struct cli_option option_rows[] = {
    {'A', Z("address-radix"), Z("RADIX"), Z("how positions are written: d decimal, o octal, x\n"
       "hexadecimal, n not at all")},
    {OD_KEY_ENDIAN, Z("endian"), Z("ORDER"), Z("which byte of an element comes first: big or little")},
    {'j', Z("skip-bytes"), Z("BYTES"), Z("begin behind so many bytes")},
    {'N', Z("read-bytes"), Z("BYTES"), Z("show no more than so many bytes")},
    {'S', Z_NONE, Z("BYTES"), Z("show only strings: at least so many printable characters\n"
       "with a NUL behind them")},
    {OD_KEY_STRINGS, Z("strings"), Z("[BYTES]"), Z("the same, with 3 as the number when there is none")},
    {'t', Z("format"), Z("TYPE"), Z("how bytes are shown; one line for each of several types")},
    {'v', Z("output-duplicates"), Z_NONE, Z("print lines, too, that repeat the one before")},
    {'w', Z("width"), Z("[BYTES]"), Z("so many bytes in a line; 32 without a number")},
    {OD_KEY_TRADITIONAL, Z("traditional"), Z_NONE, Z("operands have the third form above")},
    {'a', Z_NONE, Z_NONE, Z("-t a: names of characters")},
    {'b', Z_NONE, Z_NONE, Z("-t o1: octal bytes")},
    {'c', Z_NONE, Z_NONE, Z("-t c: characters")},
    {'d', Z_NONE, Z_NONE, Z("-t u2: decimal numbers of 2 bytes")},
    {'f', Z_NONE, Z_NONE, Z("-t fF: numbers of type float")},
    {'i', Z_NONE, Z_NONE, Z("-t dI: numbers of type int")},
    {'l', Z_NONE, Z_NONE, Z("-t dL: numbers of type long")},
    {'o', Z_NONE, Z_NONE, Z("-t o2: octal numbers of 2 bytes")},
    {'s', Z_NONE, Z_NONE, Z("-t d2: decimal numbers of 2 bytes with signs")},
    {'x', Z_NONE, Z_NONE, Z("-t x2: hexadecimal numbers of 2 bytes")},
    {'B', Z_NONE, Z_NONE, Z_NONE}, {'D', Z_NONE, Z_NONE, Z_NONE}, {'e', Z_NONE, Z_NONE, Z_NONE},
    {'F', Z_NONE, Z_NONE, Z_NONE}, {'H', Z_NONE, Z_NONE, Z_NONE}, {'h', Z_NONE, Z_NONE, Z_NONE},
    {'I', Z_NONE, Z_NONE, Z_NONE}, {'L', Z_NONE, Z_NONE, Z_NONE}, {'O', Z_NONE, Z_NONE, Z_NONE},
    {'X', Z_NONE, Z_NONE, Z_NONE},
};

const struct cli_program prog_program = {
    .name = Z("od"),
    .operands = Z("[FILE]...\n"
                  "[OPTION]... [FILE] [[+]OFFSET[.][b]]\n"
                  "--traditional [OPTION]... [FILE] [[+]OFFSET[.][b] [+][LABEL][.][b]]"),
    .summary = Z("Show the bytes of all FILEs, one after another, as octal numbers or in other forms.\n"
                 "Standard input is read where FILE is -, and when there is no FILE."),
    .options = CLI_ROWS(option_rows),
    .closing = Z("standard input"),
    .order = Z("skip-bytes address-radix read-bytes format output-duplicates strings traditional width"),
    .notes = Z("TYPE is one or more of these, each with a z behind it when printable characters are to\n"
               "be shown at the end of its lines:\n\n"
               "  a         names of characters, without the high bit\n"
               "  c         characters, or what follows a backslash in C\n"
               "  d[SIZE]   decimal numbers with signs\n"
               "  f[SIZE]   floating-point numbers\n"
               "  o[SIZE]   octal numbers\n"
               "  u[SIZE]   decimal numbers without signs\n"
               "  x[SIZE]   hexadecimal numbers\n\n"
               "SIZE is a number of bytes (4, and 8 for f, when there is none), or the letter of a type\n"
               "in C: C char, S short, I int, L long; with f, F is float, D double, L long double, H a\n"
               "half-precision number and B one of bfloat16.\n\n"
               "BYTES may be hexadecimal, as 0x20, or octal, as 040, and have a unit: b (512), K, M, G\n"
               "and so on (powers of 1024), KB, MB and so on (powers of 1000). That of -w is decimal.\n\n"
               "The last operand is an OFFSET to begin at when it starts with +, or is the second one\n"
               "and starts with a digit, and none of -A -j -N -S -t -v -w is there. It is octal; a point\n"
               "behind it makes it decimal, 0x before it hexadecimal, b means blocks of 512 bytes.\n"
               "LABEL is how the byte at OFFSET is numbered in addition."),
};

static void dump(struct cli *cli, struct od_dump *d)
{
    if (!od_open(cli, &d->input))
        return;
    if (!od_skip(cli, &d->input, d->opt.skip)) {
        cli_error(cli, 0, "cannot skip past end of combined input");
        return;
    }
    d->address = d->opt.skip;
    od_lay_out(cli, d);         /* also for strings: it says what is wrong with a width */
    if (d->opt.strings)
        od_print_strings(cli, d);
    else
        od_print_lines(cli, d);
    if (d->stopped)
        cli_error(cli, 0, "pseudo address too large for input");
    od_close(cli, &d->input, 0);
}

int prog_main(struct cli *cli)
{
    struct od_dump d = {.opt = {.radix = 8, .limit = UINT64_MAX}};
    if (!od_parse_options(cli, &d.opt))
        return cli_usage_exit(cli);
    d.big = d.opt.endian == OD_NATIVE ? machine_is_big_endian() : d.opt.endian == OD_BIG;
    d.input.left = d.opt.limit;
    dump(cli, &d);
    buf_recycle(&d.scratch);
    return cli_finish(cli);
}
