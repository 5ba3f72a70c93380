/* option.c - see option.h. */

#include "copy/option.h"

#include "sys/selinux.h"

enum { UPDATE_ALL, UPDATE_NONE, UPDATE_NONE_FAIL, UPDATE_OLDER };

static const struct cli_word update_words[] = {
    {Z("all"), UPDATE_ALL}, {Z("none"), UPDATE_NONE}, {Z("none-fail"), UPDATE_NONE_FAIL},
    {Z("older"), UPDATE_OLDER},
};
static const struct cli_word progress_words[] = {
    {Z("auto"), COPY_PROGRESS_TERMINAL}, {Z("always"), COPY_PROGRESS_ALWAYS},
    {Z("never"), COPY_PROGRESS_NEVER},
};

bool copy_choose_update(struct cli *cli, struct cli_match const *m, struct copy_choice *choice)
{
    choice->update = UPDATE_OLDER;
    return zstr_is_none(m->value) || cli_choose(cli, m, CLI_WORDS(update_words), &choice->update);
}

void copy_settle_choice(struct copy_choice choice, struct copy_options *opt)
{
    opt->replace = choice.interactive;
    if (opt->replace != COPY_REPLACE_SKIP && choice.update == UPDATE_NONE)
        opt->replace = COPY_REPLACE_SKIP;
    else if (opt->replace != COPY_REPLACE_SKIP && choice.update == UPDATE_NONE_FAIL)
        opt->replace = COPY_REPLACE_FAIL;
    opt->update = opt->replace != COPY_REPLACE_SKIP && choice.update == UPDATE_OLDER;
}

bool copy_choose_progress(struct cli *cli, struct cli_match const *m, struct copy_options *opt)
{
    int when = COPY_PROGRESS_TERMINAL;
    if (!zstr_is_none(m->value) && !cli_choose(cli, m, CLI_WORDS(progress_words), &when))
        return false;
    opt->progress = when == COPY_PROGRESS_NEVER ? COPY_PROGRESS_NEVER
                    : when == COPY_PROGRESS_ALWAYS ? COPY_PROGRESS_ALWAYS : COPY_PROGRESS_TERMINAL;
    return true;
}

void copy_choose_context(struct cli *cli, zstr context, struct copy_options *opt)
{
    bool named = !zstr_is_none(context);
    if (selinux_is_on()) {
        opt->context = context;
        opt->default_context = !named;
    } else if (named) {
        cli_warn(cli, 0, "warning: ignoring --context; it requires an SELinux-enabled kernel");
    }
}
