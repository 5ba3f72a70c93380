/* choose.c - option arguments that are one word of a list. */

#include "cli/cli.h"

int cli_find_word(cli_words words, span value)
{
    int found = CLI_NO_WORD;
    for (size_t i = 0; i < cli_words_len(words); i++) {
        struct cli_word w = cli_words_at(words, i);
        if (!span_starts(zstr_span(w.name), value))
            continue;
        if (zstr_len(w.name) == span_len(value))
            return as_int(as_i64(i));
        if (found == CLI_NO_WORD)
            found = as_int(as_i64(i));
        else if (found >= 0 && cli_words_at(words, as_size(found)).value != w.value)
            found = CLI_MANY_WORDS;
    }
    return found;
}

static void list_words(struct diag *d, cli_words words)
{
    buf_clear(&d->text);
    fmt_append(&d->text, Z("Valid arguments are:"), (fmtargs){});
    struct quote_options opt = {.style = QUOTE_LOCALE};
    for (size_t i = 0; i < cli_words_len(words); i++) {
        struct cli_word w = cli_words_at(words, i);
        bool same = i > 0 && cli_words_at(words, i - 1).value == w.value;
        buf_append(&d->text, same ? S(", ") : S("\n  - "));
        quote_append(&d->text, zstr_span(w.name), &opt);
    }
    buf_push(&d->text, '\n');
    if (fd_write_all(FDH_STDERR, buf_span(&d->text)) != 0)
        d->broken = true;
}

void cli_complain_word(struct cli *cli, span option, span value, cli_words words)
{
    if (cli_find_word(words, value) == CLI_MANY_WORDS)
        cli_usage(cli, "ambiguous argument %s for %s", fmt_q(value), fmt_q(option));
    else
        cli_usage(cli, "invalid argument %s for %s", fmt_q(value), fmt_q(option));
    list_words(&cli->diag, words);
}

bool cli_choose_value(struct cli *cli, span option, span value, cli_words words, int *chosen)
{
    int i = cli_find_word(words, value);
    if (i < 0) {
        cli_complain_word(cli, option, value, words);
        return false;
    }
    *chosen = cli_words_at(words, as_size(i)).value;
    return true;
}

bool cli_choose(struct cli *cli, struct cli_match const *m, cli_words words, int *value)
{
    return cli_choose_value(cli, cli_option_name(cli, m), zstr_span(m->value), words, value);
}

bool cli_choose_exact(struct cli *cli, span option, span value, cli_words words, int *chosen)
{
    for (size_t i = 0; i < cli_words_len(words); i++)
        if (span_eq(zstr_span(cli_words_at(words, i).name), value)) {
            *chosen = cli_words_at(words, i).value;
            return true;
        }
    cli_usage(cli, "invalid argument %s for %s", fmt_q(value), fmt_q(option));
    list_words(&cli->diag, words);
    return false;
}
