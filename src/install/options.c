/* options.c - the command line of install. */

#include "install/install.h"

#include "copy/option.h"
#include "num/parse.h"
#include "sys/accounts.h"
#include "sys/selinux.h"

static bool apply_option(struct install *in, struct cli *cli, struct cli_match const *m)
{
    switch (m->key) {
    case 'b':
    case KEY_BACKUP:
        in->backup.wanted = true;
        in->backup.control = zstr_is_none(m->value) ? in->backup.control : m->value;
        return true;
    case 'S':
        in->backup.wanted = true;
        in->backup.suffix = m->value;
        return true;
    case 'c': return true;
    case 'C': in->compare = true; return true;
    case 'd': in->directories = true; return true;
    case 'D': in->leading = true; return true;
    case KEY_DEBUG: in->opt.debug = in->opt.verbose = true; return true;
    case 'g': in->group_text = m->value; return true;
    case 'm': in->mode_text = m->value; return true;
    case 'o': in->owner_text = m->value; return true;
    case 'p': in->opt.keep_times = true; return true;
    case 's': in->strip = true; return true;
    case KEY_STRIP_PROGRAM: in->strip_program = m->value; return true;
    case 't': return copy_place_directory(cli, &in->place, m->value);
    case 'T': in->place.exact = true; return true;
    case 'v': in->opt.verbose = true; return true;
    case KEY_PRESERVE_CONTEXT:
        in->opt.keep_context = selinux_is_on();
        if (!in->opt.keep_context)
            cli_warn(cli, 0, "WARNING: ignoring --preserve-context; this kernel is not SELinux-enabled");
        return true;
    default: copy_choose_context(cli, m->value, &in->opt); return true;
    }
}

/* A number in place of a name; the highest one means "no change" to the system. */
static bool parse_id(zstr text, uint32_t *id)
{
    uintmax_t n = 0;
    if (num_parse_digits(zstr_span(text), &n) != NUM_OK || n >= UINT32_MAX)
        return false;
    return to_u32_from_u(n, id);
}

static bool settle_owner(struct install *in, struct cli *cli)
{
    uint32_t id = 0;
    in->opt.user = ATTR_KEEP_USER;
    in->opt.group = ATTR_KEEP_GROUP;
    if (!zstr_is_none(in->owner_text)) {
        if (!account_user_id(in->owner_text, &id) && !parse_id(in->owner_text, &id))
            return cli_bad(cli, 0, "invalid user %s", fmt_name(in->owner_text));
        in->opt.user = id;
    }
    if (!zstr_is_none(in->group_text)) {
        if (!account_group_id(in->group_text, &id) && !parse_id(in->group_text, &id))
            return cli_bad(cli, 0, "invalid group %s", fmt_name(in->group_text));
        in->opt.group = id;
    }
    return true;
}

static bool settle_mode(struct install *in, struct cli *cli)
{
    mode_changes changes = {};
    mode_t unused = 0;
    zstr text = zstr_is_none(in->mode_text) ? Z("755") : in->mode_text;
    if (!mode_parse(&changes, zstr_span(text)))
        return cli_bad(cli, 0, "invalid mode %s", fmt_q(zstr_span(text)));
    in->opt.final_mode = mode_apply(&changes, (struct mode_target){}, &unused);
    in->directory_mode =
        mode_apply(&changes, (struct mode_target){.directory = true}, &in->directory_changed);
    if (zstr_is_none(in->mode_text))
        in->directory_changed = MODE_BITS;
    return true;
}

static bool check(struct install *in, struct cli *cli)
{
    if (in->directories && in->strip)
        return cli_bad(cli, 0, "the strip option may not be used when installing a directory");
    if (in->directories && !zstr_is_none(in->place.directory))
        return cli_bad(cli, 0, "target directory not allowed when installing a directory");
    return true;
}

bool install_parse_options(struct install *in, struct cli *cli)
{
    /* What is made can be used by nobody else before it has its owner and mode. */
    in->opt = (struct copy_options){
        .follow = COPY_FOLLOW_ALL, .contents = true, .remove_destination = true, .install = true,
        .set_mode = true, .mode = 0600,
    };
    for (struct cli_match m = {}; cli_next_option(cli, &m);)
        if (!apply_option(in, cli, &m))
            return false;
    if (!cli_options_ok(cli) || !check(in, cli) || !backup_decide(cli, in->backup, &in->opt.backup))
        return false;
    if (in->opt.default_context || !zstr_is_none(in->opt.context))
        in->opt.keep_context = false;
    else
        in->opt.default_context = !in->opt.keep_context && selinux_is_on();
    return true;
}

static bool settle_strip(struct install *in, struct cli *cli)
{
    if (zstr_is_none(in->strip_program))
        in->strip_program = Z("strip");
    else if (!in->strip)
        cli_warn(cli, 0, "WARNING: ignoring --strip-program option as -s option was not specified");
    in->opt.settle = !in->strip;
    return !in->compare || !in->strip
           || cli_usage(cli, "options --compare (-C) and --strip are mutually exclusive");
}

bool install_settle(struct install *in, struct cli *cli)
{
    if (!settle_mode(in, cli) || !settle_strip(in, cli) || !settle_owner(in, cli))
        return false;
    if (in->compare && (in->opt.final_mode & ~(mode_t)MODE_ACCESS) != 0) {
        cli_warn(cli, 0, "the --compare (-C) option is ignored when you specify"
                         " a mode with non-permission bits");
        in->compare = false;
    }
    return true;
}
