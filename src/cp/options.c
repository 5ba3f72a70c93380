/* options.c - the command line of cp. */

#include "cp/cp.h"

#include "backup/option.h"
#include "copy/option.h"
#include "sys/env.h"
#include "sys/selinux.h"

enum { ATTR_MODE, ATTR_TIMES, ATTR_OWNER, ATTR_LINKS, ATTR_CONTEXT, ATTR_XATTR, ATTR_ALL };

static const struct cli_word attribute_words[] = {
    {Z("mode"), ATTR_MODE}, {Z("timestamps"), ATTR_TIMES}, {Z("ownership"), ATTR_OWNER},
    {Z("links"), ATTR_LINKS}, {Z("context"), ATTR_CONTEXT}, {Z("xattr"), ATTR_XATTR}, {Z("all"), ATTR_ALL},
};
static const struct cli_word sparse_words[] = {
    {Z("never"), COPY_SPARSE_NEVER}, {Z("auto"), COPY_SPARSE_AUTO}, {Z("always"), COPY_SPARSE_ALWAYS},
};
static const struct cli_word reflink_words[] = {
    {Z("auto"), COPY_REFLINK_AUTO}, {Z("always"), COPY_REFLINK_ALWAYS}, {Z("never"), COPY_REFLINK_NEVER},
};

/* What counts only when all options are known. */
struct wish {
    struct backup_wish backup;
    struct copy_choice choice;
    bool context;               /* -Z or --context */
};

static void preserve(struct copy_options *copy, int what, bool on)
{
    bool all = what == ATTR_ALL;
    if (what == ATTR_MODE || all) {
        copy->keep_mode = on;
        copy->drop_mode = !on;
    }
    if (what == ATTR_TIMES || all)
        copy->keep_times = on;
    if (what == ATTR_OWNER || all)
        copy->keep_owner = on;
    if (what == ATTR_LINKS || all)
        copy->keep_links = on;
    if (what == ATTR_XATTR || all)
        copy->keep_xattr = on;
    if (what == ATTR_XATTR)
        copy->must_keep_xattr = on;
    if (what == ATTR_CONTEXT)
        copy->keep_context = copy->must_keep_context = on;
    if (all && selinux_is_on())
        copy->keep_context = on;
}

/* What -p preserves. */
static void preserve_usual(struct copy_options *copy)
{
    preserve(copy, ATTR_MODE, true);
    preserve(copy, ATTR_OWNER, true);
    preserve(copy, ATTR_TIMES, true);
    copy->must_keep = true;
}

/* The list of --preserve or --no-preserve. */
static bool preserve_list(struct cli *cli, struct cli_match const *m, struct copy_options *copy)
{
    span rest = zstr_span(m->value), word = {};
    bool more = true;
    while (more) {
        int what = 0;
        more = span_cut(&rest, ',', &word);
        if (!cli_choose_value(cli, cli_option_name(cli, m), more ? word : rest, CLI_WORDS(attribute_words),
                              &what))
            return false;
        preserve(copy, what, m->key == KEY_PRESERVE);
    }
    copy->must_keep = true;
    return true;
}

static void archive(struct copy_options *copy)
{
    copy->follow = COPY_FOLLOW_NONE;
    copy->recursive = true;
    copy->quiet_xattr = true;
    copy->must_keep = true;
    preserve(copy, ATTR_ALL, true);
}

/* Options that take one word of a list. */
static bool choose(struct cli *cli, struct cli_match const *m, struct copy_options *copy)
{
    bool given = !zstr_is_none(m->value);
    int value = COPY_REFLINK_ALWAYS;
    if (m->key == KEY_SPARSE) {
        if (!cli_choose(cli, m, CLI_WORDS(sparse_words), &value))
            return false;
        copy->sparse = value == COPY_SPARSE_NEVER ? COPY_SPARSE_NEVER
                       : value == COPY_SPARSE_AUTO ? COPY_SPARSE_AUTO : COPY_SPARSE_ALWAYS;
        return true;
    }
    if (given && !cli_choose(cli, m, CLI_WORDS(reflink_words), &value))
        return false;
    copy->reflink = value == COPY_REFLINK_NEVER ? COPY_REFLINK_NEVER
                    : value == COPY_REFLINK_AUTO ? COPY_REFLINK_AUTO : COPY_REFLINK_ALWAYS;
    return true;
}

/* Options about what is copied, and how. */
static bool apply_copy_option(struct cli *cli, struct cli_match const *m, struct copy_options *copy)
{
    switch (m->key) {
    case 'a': archive(copy); return true;
    case KEY_ATTRIBUTES_ONLY: copy->attributes_only = true; return true;
    case KEY_COPY_CONTENTS: copy->contents = true; return true;
    case 'd':
        copy->keep_links = true;
        copy->follow = COPY_FOLLOW_NONE;
        return true;
    case KEY_DEBUG: copy->debug = copy->verbose = true; return true;
    case 'f': copy->force = true; return true;
    case 'H': copy->follow = COPY_FOLLOW_OPERANDS; return true;
    case 'l': copy->hard_link = true; return true;
    case 'L': copy->follow = COPY_FOLLOW_ALL; return true;
    case 'P': copy->follow = COPY_FOLLOW_NONE; return true;
    case KEY_PRESERVE:
        if (!zstr_is_none(m->value))
            return preserve_list(cli, m, copy);
        preserve_usual(copy);
        return true;
    case 'p': preserve_usual(copy); return true;
    case KEY_NO_PRESERVE: return preserve_list(cli, m, copy);
    case 'r':
    case 'R': copy->recursive = true; return true;
    case KEY_REFLINK:
    case KEY_SPARSE: return choose(cli, m, copy);
    case 'g':
    case KEY_PROGRESS: return copy_choose_progress(cli, m, copy);
    case KEY_REMOVE_DESTINATION: copy->remove_destination = true; return true;
    case 's': copy->symbolic_link = true; return true;
    case 'v': copy->verbose = true; return true;
    case KEY_KEEP_DIRECTORY_SYMLINK: copy->keep_directory_symlink = true; return true;
    default: copy->one_device = true; return true;
    }
}

/* Options about operands, existing files and names. */
static bool apply_option(struct cli *cli, struct cli_match const *m, struct cp_options *opt,
                         struct wish *wish)
{
    switch (m->key) {
    case 'b':
    case KEY_BACKUP:
        wish->backup.wanted = true;
        wish->backup.control = zstr_is_none(m->value) ? wish->backup.control : m->value;
        return true;
    case 'S':
        wish->backup.wanted = true;
        wish->backup.suffix = m->value;
        return true;
    case 'i': wish->choice.interactive = COPY_REPLACE_ASK; return true;
    case 'n': wish->choice.interactive = COPY_REPLACE_SKIP; return true;
    case 'u':
    case KEY_UPDATE: return copy_choose_update(cli, m, &wish->choice);
    case KEY_PARENTS: opt->parents = true; return true;
    case KEY_STRIP: opt->strip_slashes = true; return true;
    case 't': return copy_place_directory(cli, &opt->place, m->value);
    case 'T': opt->place.exact = true; return true;
    case 'Z':
    case KEY_CONTEXT:
        wish->context = true;
        copy_choose_context(cli, m->value, &opt->copy);
        return true;
    default: return apply_copy_option(cli, m, &opt->copy);
    }
}

/* What must not be combined. */
static bool check(struct cli *cli, struct copy_options const *copy, bool backups)
{
    bool keeps = copy->replace == COPY_REPLACE_SKIP || copy->replace == COPY_REPLACE_FAIL;
    if (copy->hard_link && copy->symbolic_link)
        return cli_usage(cli, "cannot make both hard and symbolic links");
    if (backups && keeps)
        return cli_usage(cli, "--backup is mutually exclusive with -n or --update=none-fail");
    if (copy->reflink == COPY_REFLINK_ALWAYS && copy->sparse != COPY_SPARSE_AUTO)
        return cli_usage(cli, "--reflink can be used only with --sparse=auto");
    return true;
}

static bool settle_context(struct cli *cli, struct copy_options *copy, bool wanted)
{
    if (wanted && selinux_is_on() && copy->must_keep_context)
        return cli_bad(cli, 0, "cannot set target context and preserve it");
    if (copy->must_keep_context && !selinux_is_on())
        return cli_bad(cli, 0, "cannot preserve security context without an SELinux-enabled kernel");
    if (copy->default_context || !zstr_is_none(copy->context))
        copy->keep_context = false;
    return true;
}

bool cp_parse_options(struct cli *cli, struct cp_options *opt)
{
    struct wish wish = {};
    for (struct cli_match m = {}; cli_next_option(cli, &m);)
        if (!apply_option(cli, &m, opt, &wish))
            return false;
    copy_settle_choice(wish.choice, &opt->copy);
    if (!cli_options_ok(cli) || !check(cli, &opt->copy, wish.backup.wanted)
        || !backup_decide(cli, wish.backup, &opt->copy.backup)
        || !settle_context(cli, &opt->copy, wish.context))
        return false;
    /* What a link in a tree leads to is copied in place of the link only when that is asked for. */
    if (opt->copy.follow == COPY_FOLLOW_DEFAULT)
        opt->copy.follow = opt->copy.recursive && !opt->copy.hard_link ? COPY_FOLLOW_NONE : COPY_FOLLOW_ALL;
    /* Without -R everything is read as if it were a regular file. */
    opt->copy.contents |= !opt->copy.recursive;
    opt->copy.through_dangling = env_has(Z("POSIXLY_CORRECT"));
    return true;
}
