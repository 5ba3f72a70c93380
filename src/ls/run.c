/* run.c - the whole run, and the lines at its end that tell Emacs where names are. */

#include "ls/ls.h"

static void put_places(struct ls_run *run, span title, ls_numbers const *places)
{
    if (ls_numbers_len(places) == 0)
        return;
    buf_append(&run->out, title);
    for (size_t i = 0; i < ls_numbers_len(places); i++) {
        buf_push(&run->out, ' ');
        buf_append_umax(&run->out, ls_numbers_at(places, i));
    }
    buf_push(&run->out, '\n');
}

static span style_name(enum quote_style style)
{
    switch (style) {
    case QUOTE_LITERAL: return S("literal");
    case QUOTE_SHELL: return S("shell");
    case QUOTE_SHELL_ALWAYS: return S("shell-always");
    case QUOTE_SHELL_ESCAPE: return S("shell-escape");
    case QUOTE_SHELL_ESCAPE_ALWAYS: return S("shell-escape-always");
    case QUOTE_C: return S("c");
    case QUOTE_C_MAYBE: return S("c-maybe");
    case QUOTE_ESCAPE: return S("escape");
    case QUOTE_LOCALE: return S("locale");
    default: return S("clocale");
    }
}

static void put_dired(struct ls_run *run)
{
    put_places(run, S("//DIRED//"), &run->dired);
    put_places(run, S("//SUBDIRED//"), &run->subdired);
    buf_append(&run->out, S("//DIRED-OPTIONS// --quoting-style="));
    buf_append(&run->out, style_name(run->opt.quoting));
    buf_push(&run->out, '\n');
}

int ls_main(struct cli *cli, enum ls_program program)
{
    struct ls_run run = {.opt.program = program};
    int status = 0;
    if (!ls_parse(cli, &run, &status)) {
        int usual = cli_usage_exit(cli);
        return status ? status : usual;
    }
    ls_list_operands(cli, &run);
    ls_finish_colours(cli, &run);
    if (run.opt.dired)
        put_dired(&run);
    ls_flush(cli, &run);
    return cli_finish(cli);
}
