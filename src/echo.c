/* echo - print a line of text. */

#include "cli/cli.h"
#include "safe/checked.h"
#include "sys/env.h"

struct echo_options {
    bool escapes;               /* backslash sequences mean something */
    bool no_newline;
};

static const struct cli_option option_rows[] = {
    {'n', Z_NONE, Z_NONE, Z("no newline at the end")},
    {'e', Z_NONE, Z_NONE, Z("backslash sequences mean what the list below says")},
    {'E', Z_NONE, Z_NONE, Z("a backslash is a backslash (this is the default)")},
};

const struct cli_program prog_program = {
    .name = Z("echo"),
    .operands = Z("[SHORT-OPTION]... [STRING]...\nLONG-OPTION"),
    .no_short_usage = true,
    .summary = Z("Print the STRINGs with blanks between them, and a newline."),
    .options = CLI_ROWS(option_rows),
    .notes = Z("The sequences of -e:\n\n"
               "  \\\\      a backslash\n"
               "  \\a      a bell\n"
               "  \\b      a step back\n"
               "  \\c      the end: nothing is printed from here on\n"
               "  \\e      the escape character\n"
               "  \\f      a form feed\n"
               "  \\n      a newline\n"
               "  \\r      a carriage return\n"
               "  \\t      a tab\n"
               "  \\v      a vertical tab\n"
               "  \\0NNN   the byte with the octal number NNN, up to three digits\n"
               "  \\xHH    the byte with the hexadecimal number HH, one or two digits\n\n"
               "Other programs called echo, those of shells among them, take other options.\n"
               "printf(1) prints text that may look like an option."),
    .raw = true,
};

/* Whether TEXT is a group of our options, which OPT then follows; anything else is a STRING. */
static bool take_option(span text, struct echo_options *opt)
{
    struct echo_options new = *opt;
    if (span_len(text) < 2 || span_at(text, 0) != '-')
        return false;
    SPAN_FOREACH(c, span_drop(text, 1)) {
        switch (c) {
        case 'n': new.no_newline = true; break;
        case 'e': new.escapes = true; break;
        case 'E': new.escapes = false; break;
        default: return false;
        }
    }
    *opt = new;
    return true;
}

/* The value of a digit in BASE, or BASE when C is none. */
static unsigned digit_value(int c, unsigned base)
{
    unsigned v = base;
    if (c >= '0' && c <= '9')
        v = as_uint(c - '0');
    else if (c >= 'a' && c <= 'f')
        v = as_uint(c - 'a' + 10);
    else if (c >= 'A' && c <= 'F')
        v = as_uint(c - 'A' + 10);
    return v < base ? v : base;
}

/* Take at most MOST digits off *REST; how many there were, and the number in *VALUE. */
static size_t take_number(span *rest, unsigned base, size_t most, unsigned *value)
{
    size_t n = 0;
    unsigned v = 0;
    for (*value = 0; n < most && (v = digit_value(span_peek(*rest, 0), base)) < base; n++) {
        *value = *value * base + v;
        *rest = span_drop(*rest, 1);
    }
    return n;
}

/* What the letter C behind a backslash stands for, or -1. */
static int simple_escape(unsigned char c)
{
    switch (c) {
    case '\\': return '\\';
    case 'a': return '\a';
    case 'b': return '\b';
    case 'e': return 27;
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    default: return -1;
    }
}

/* Print the sequence whose backslash was taken off *REST, which has one more byte at least; what is none
   is printed as it stands. */
static void put_escape(writer *out, span *rest)
{
    unsigned char c = span_at(*rest, 0);
    unsigned value = 0;
    int simple = simple_escape(c);
    if (c >= '1' && c <= '7') {         /* an octal number without its leading 0 */
        take_number(rest, 8, 3, &value);
        writer_byte(out, low_byte(value));
        return;
    }
    *rest = span_drop(*rest, 1);
    if (simple >= 0) {
        writer_byte(out, low_byte(as_uint(simple)));
    } else if (c == '0') {
        take_number(rest, 8, 3, &value);
        writer_byte(out, low_byte(value));
    } else if (c == 'x' && take_number(rest, 16, 2, &value) > 0) {
        writer_byte(out, low_byte(value));
    } else {
        writer_byte(out, '\\');
        writer_byte(out, c);
    }
}

/* False when \c ended the output. */
static bool put_escaped(writer *out, span text)
{
    span plain = {};
    while (span_cut(&text, '\\', &plain)) {
        writer_put(out, plain);
        if (span_peek(text, 0) == 'c')
            return false;
        if (span_empty(text))
            writer_byte(out, '\\');
        else
            put_escape(out, &text);
    }
    writer_put(out, text);
    return true;
}

int prog_main(struct cli *cli)
{
    struct echo_options opt = {};
    args strings = cli->argv;
    bool posix = env_has(Z("POSIXLY_CORRECT"));
    /* The standard knows no options, and traditional systems only a lone -n in the first place. */
    bool options = !posix || (args_len(strings) > 0 && zstr_eq(args_at(strings, 0), Z("-n")));
    if (!posix && cli_only_help(cli))
        return cli_finish(cli);
    while (options && args_len(strings) > 0 && take_option(zstr_span(args_at(strings, 0)), &opt))
        strings = args_drop(strings, 1);
    for (size_t i = 0; i < args_len(strings); i++) {
        if (i > 0)
            writer_byte(cli_out(cli), ' ');
        if (!opt.escapes && !posix)
            writer_putz(cli_out(cli), args_at(strings, i));
        else if (!put_escaped(cli_out(cli), zstr_span(args_at(strings, i))))
            return cli_finish(cli);
    }
    if (!opt.no_newline)
        writer_byte(cli_out(cli), '\n');
    return cli_finish(cli);
}
