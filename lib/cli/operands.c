/* operands.c - operands one by one, and the inputs that they name. */

#include "cli/cli.h"

size_t cli_operand_count(struct cli const *cli)
{
    return zstr_vec_len(&cli->operands) + args_len(cli->rest);
}

zstr cli_operand(struct cli const *cli, size_t i)
{
    return args_len(cli->rest) > 0 ? args_at(cli->rest, i) : zstr_vec_at(&cli->operands, i);
}

bool cli_next_operand(struct cli *cli, zstr *operand)
{
    if (cli->next_operand >= cli_operand_count(cli))
        return false;
    *operand = cli_operand(cli, cli->next_operand++);
    return true;
}

bool cli_missing_operand(struct cli *cli, zstr after)
{
    if (zstr_is_none(after))
        return cli_usage(cli, "missing operand");
    return cli_usage(cli, "missing operand after %s", fmt_q(zstr_span(after)));
}

bool cli_extra_operand(struct cli *cli, zstr operand)
{
    return cli_usage(cli, "extra operand %s", fmt_q(zstr_span(operand)));
}

bool cli_extra_file(struct cli *cli, zstr operand)
{
    return cli_usage(cli, "extra operand %s", fmt_name(operand));
}

oserr cli_open_input(struct cli *cli, zstr name, struct cli_input *in)
{
    in->name = name;
    in->is_stdin = span_eq(zstr_span(name), S("-"));
    fdh fd = FDH_STDIN;
    if (in->is_stdin) {
        cli->read_stdin = true;
    } else {
        oserr err = fd_open(&fd, FDH_CWD, name, O_RDONLY, 0);
        if (err)
            return err;
    }
    reader_open(&in->reader, fd);
    return 0;
}

bool cli_next_input(struct cli *cli, struct cli_input *in)
{
    zstr name = Z("-");
    if (cli_operand_count(cli) == 0 && cli->next_operand++ == 0)
        return cli_open_input(cli, name, in) == 0;
    while (cli_next_operand(cli, &name)) {
        oserr err = cli_open_input(cli, name, in);
        if (err == 0)
            return true;
        cli_error(cli, err, "%s", fmt_namec(name));
    }
    return false;
}

void cli_close_input(struct cli *cli, struct cli_input *in, oserr err)
{
    oserr close_err = reader_close(&in->reader);
    if (err || close_err)
        cli_error(cli, err ? err : close_err, "%s", fmt_namec(in->name));
}
