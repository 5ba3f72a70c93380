/* put.c - output: text in columns, and what else is said in between. */

#include "ls/ls.h"

#include "text/chars.h"

enum { FLUSH_FROM = 16 * 1024 };

void ls_flush(struct cli *cli, struct ls_run *run)
{
    run->written += buf_len(&run->out);
    writer_put(cli_out(cli), buf_span(&run->out));
    buf_clear(&run->out);
}

void ls_flush_much(struct cli *cli, struct ls_run *run)
{
    if (buf_len(&run->out) > FLUSH_FROM)
        ls_flush(cli, run);
}

void ls_report(struct cli *cli, struct ls_run *run, struct ls_problem p, zstr template)
{
    struct fmtarg name = p.name_first ? fmt_namec(p.name) : fmt_name(p.name);
    ls_flush(cli, run);
    buf_clear(&run->scratch);
    fmt_append(&run->scratch, template, FMT_ARGS(name));
    cli_warn(cli, p.err, "%s", fmt_s(buf_span(&run->scratch)));
    if (p.operand)
        cli->diag.status = 2;
    else if (cli->diag.status == 0)
        cli->diag.status = 1;
}

void ls_put_padded(buf *out, span text, size_t width)
{
    size_t columns = text_columns(text);
    buf_append_fill(out, width > columns ? width - columns : 0, ' ');
    buf_append(out, text);
}

void ls_put_number(buf *out, uint64_t n, size_t width)
{
    size_t digits = 1;
    for (uint64_t rest = n; rest >= 10; rest /= 10)
        digits++;
    if (digits < width)
        buf_append_fill(out, width - digits, ' ');
    buf_append_umax(out, n);
}

void ls_put_amount(struct ls_run *run, uint64_t amount, bool blocks, size_t width)
{
    struct human_unit unit = blocks ? run->opt.block_unit : run->opt.file_unit;
    if (!blocks && unit.block == 1 && !unit.scale && !unit.group && !unit.letter) {
        ls_put_number(&run->out, amount, width);
        return;
    }
    buf_clear(&run->scratch);
    human_append(&run->scratch, amount, blocks ? 512 : 1, unit, HUMAN_UP);
    ls_put_padded(&run->out, buf_span(&run->scratch), width);
}
