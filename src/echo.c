/* echo - print a line of text. */

#include "cli/cli.h"
#include "escape/escape.h"
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

/* Print the sequence whose backslash was taken off *REST, which has one more byte at least; what is none
   is printed as it stands. */
static void put_escape(writer *out, span *rest)
{
    unsigned char c = span_at(*rest, 0);
    uint32_t value = 0;
    int simple = escape_letter(c);
    if (c >= '1' && c <= '7') {         /* an octal number without its leading 0 */
        escape_take_number(rest, 8, 3, &value);
        writer_byte(out, low_byte(value));
        return;
    }
    *rest = span_drop(*rest, 1);
    if (simple >= 0) {
        writer_byte(out, low_byte(as_uint(simple)));
    } else if (c == '0') {
        escape_take_number(rest, 8, 3, &value);
        writer_byte(out, low_byte(value));
    } else if (c == 'x' && escape_take_number(rest, 16, 2, &value) > 0) {
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
