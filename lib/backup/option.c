/* option.c - see option.h. */

#include "backup/option.h"

#include "sys/env.h"

static const struct cli_word control_words[] = {
    {Z("none"), BACKUP_NONE}, {Z("off"), BACKUP_NONE},
    {Z("simple"), BACKUP_SIMPLE}, {Z("never"), BACKUP_SIMPLE},
    {Z("existing"), BACKUP_EXISTING}, {Z("nil"), BACKUP_EXISTING},
    {Z("numbered"), BACKUP_NUMBERED}, {Z("t"), BACKUP_NUMBERED},
};

bool backup_decide(struct cli *cli, struct backup_wish wish, struct backup *b)
{
    b->suffix = backup_suffix(wish.suffix);
    b->type = BACKUP_NONE;
    if (!wish.wanted)
        return true;
    bool given = zstr_len(wish.control) > 0;
    zstr word = given ? wish.control : env_get(Z("VERSION_CONTROL"));
    int type = BACKUP_EXISTING;
    if (zstr_len(word) > 0
        && !cli_choose_value(cli, given ? S("backup type") : S("$VERSION_CONTROL"), zstr_span(word),
                             CLI_WORDS(control_words), &type))
        return false;
    b->type = type == BACKUP_NONE ? BACKUP_NONE
              : type == BACKUP_SIMPLE ? BACKUP_SIMPLE
              : type == BACKUP_EXISTING ? BACKUP_EXISTING : BACKUP_NUMBERED;
    return true;
}
