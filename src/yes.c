/* yes - print a line over and over.

   The line is repeated in a buffer, which goes out again and again: into a pipe without being copied, as
   its bytes never change. */

#include "cli/cli.h"
#include "sys/zerocopy.h"

enum { FILL = 64 * 1024 };

const struct cli_program prog_program = {
    .name = Z("yes"),
    .operands = Z("[STRING]...\nOPTION"),
    .no_short_usage = true,
    .summary = Z("Print a line with the STRINGs, or a line with 'y', until stopped."),
};

/* The line in TEXT, as often as fills it well; the length of the line. */
static size_t make_text(struct cli *cli, buf *text)
{
    zstr word = Z("y");
    bool more = cli_next_operand(cli, &word);
    buf_append(text, zstr_span(word));
    while (more && cli_next_operand(cli, &word)) {
        buf_push(text, ' ');
        buf_append(text, zstr_span(word));
    }
    buf_push(text, '\n');
    size_t line = buf_len(text), times = FILL / line;
    buf_tail(text, times * line);
    for (; times > 1; times--)
        buf_append(text, span_first(buf_span(text), line));
    return line;
}

/* Write TEXT until that fails; the error. */
static oserr write_forever(span text, size_t line)
{
    oserr err = zerocopy_repeat(text, line, FDH_STDOUT);
    while (err == 0)
        err = fd_write_all(FDH_STDOUT, text);
    return err;
}

int prog_main(struct cli *cli)
{
    struct cli_match m = {};
    while (cli_next_option(cli, &m))
        continue;
    if (!cli_options_ok(cli))
        return cli_usage_exit(cli);
    buf text = {};
    size_t line = make_text(cli, &text);
    cli_error(cli, write_forever(buf_span(&text), line), "standard output");
    return cli->diag.status;
}
