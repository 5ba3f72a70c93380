/* settle.c - what follows from the options, the environment and the terminal. */

#include "ls/ls.h"

#include "num/parse.h"
#include "safe/checked.h"
#include "sys/env.h"
#include "sys/terminal.h"

RSPAN_DEFINE(styles, enum quote_style);
static const enum quote_style style_table[] = {
    QUOTE_LITERAL, QUOTE_SHELL, QUOTE_SHELL_ALWAYS, QUOTE_SHELL_ESCAPE, QUOTE_SHELL_ESCAPE_ALWAYS, QUOTE_C,
    QUOTE_C_MAYBE, QUOTE_ESCAPE, QUOTE_LOCALE, QUOTE_CLOCALE,
};

RSPAN_DEFINE(times, enum status_time);
static const enum status_time time_table[] = {STATUS_MODIFIED, STATUS_CHANGED, STATUS_ACCESSED, STATUS_BORN};

enum { DEFAULT_WIDTH = 80, DEFAULT_TAB = 8 };

static int default_format(struct ls_options const *opt)
{
    switch (opt->program) {
    case LS_DIR: return FORMAT_COLUMNS;
    case LS_VDIR: return FORMAT_LONG;
    default: return opt->terminal ? FORMAT_COLUMNS : FORMAT_ONE;
    }
}

/* Whether several names stand on a line. */
static bool shares_lines(struct ls_options const *opt)
{
    return opt->format != FORMAT_LONG && opt->format != FORMAT_ONE;
}

bool ls_parse_columns(span text, size_t *n, bool *too_large)
{
    uintmax_t value = 0;
    text = num_skip_plus(text);
    if (!num_take_constant(&text, &value, too_large) || !span_empty(text))
        return false;
    *too_large |= value > PTRDIFF_MAX;
    *n = size_clamp(value);
    return true;
}

static void settle_width(struct cli *cli, struct ls_options *opt)
{
    bool too_large = false;
    zstr value = env_get(Z("COLUMNS"));
    opt->width = DEFAULT_WIDTH;
    if ((!shares_lines(opt) && !opt->colour) || (opt->terminal && terminal_columns(FDH_STDOUT, &opt->width)))
        return;
    if (zstr_len(value) == 0)
        return;
    size_t width = 0;
    if (!ls_parse_columns(zstr_span(value), &width, &too_large))
        cli_warn(cli, 0, "ignoring invalid width in environment variable COLUMNS: %s",
                 fmt_q(zstr_span(value)));
    else
        opt->width = too_large ? 0 : width;
}

static void settle_tab(struct cli *cli, struct ls_options *opt)
{
    bool too_large = false;
    zstr value = env_get(Z("TABSIZE"));
    opt->tab = DEFAULT_TAB;
    if (!shares_lines(opt) || env_has(Z("POSIXLY_CORRECT")) || zstr_is_none(value))
        return;
    size_t tab = 0;
    if (ls_parse_columns(zstr_span(value), &tab, &too_large) && !too_large)
        opt->tab = tab;
    else
        cli_warn(cli, 0, "ignoring invalid tab size in environment variable TABSIZE: %s",
                 fmt_q(zstr_span(value)));
}

static void settle_quoting(struct cli *cli, struct ls_options *opt, int said)
{
    zstr value = env_get(Z("QUOTING_STYLE"));
    opt->quoting = opt->program != LS_LS ? QUOTE_ESCAPE : opt->terminal ? QUOTE_SHELL_ESCAPE : QUOTE_LITERAL;
    if (said >= 0) {
        opt->quoting = styles_at(SPAN_OF(styles, style_table), as_size(said));
        return;
    }
    if (!zstr_is_none(value) && !quote_style_from_name(zstr_span(value), &opt->quoting))
        cli_warn(cli, 0, "ignoring invalid value of environment variable QUOTING_STYLE: %s",
                 fmt_q(zstr_span(value)));
}

/* What names look like, once style and format are known. */
static void settle_names(struct ls_options *opt)
{
    bool shell = opt->quoting == QUOTE_SHELL || opt->quoting == QUOTE_SHELL_ESCAPE
                 || opt->quoting == QUOTE_C_MAYBE;
    bool columns = opt->format == FORMAT_COLUMNS || opt->format == FORMAT_ACROSS;
    opt->align_quotes = shell && (opt->format == FORMAT_LONG || (columns && opt->width > 0));
    opt->name_quoting.style = opt->quoting;
    if (opt->quoting == QUOTE_ESCAPE)
        byteset_add(&opt->name_quoting.also, ' ');
    opt->directory_quoting = opt->name_quoting;
    byteset_add(&opt->directory_quoting.also, ':');
    span marks = opt->indicator == INDICATOR_CLASSIFY    ? S("*=>@|")
                 : opt->indicator == INDICATOR_FILE_TYPE ? S("=>@|")
                                                         : S("");
    SPAN_FOREACH(c, marks)
        byteset_add(&opt->name_quoting.also, c);
    if (opt->format == FORMAT_COMMAS)
        byteset_add(&opt->name_quoting.also, ',');
    opt->hide_newline = !opt->zero && opt->quoting == QUOTE_LITERAL;
}

static void settle_units(struct ls_options *opt, struct ls_choices const *said)
{
    bool named = false;
    if (said->unit_set)
        return;
    struct human_unit unit = human_from_environment(Z("LS_BLOCK_SIZE"), &named);
    opt->file_unit = named ? unit : HUMAN_BLOCKS(1);
    opt->block_unit = unit;
    if (said->kibibytes)
        opt->block_unit = HUMAN_BLOCKS(1024);
}

static unsigned parts_wanted(struct ls_options const *opt)
{
    unsigned parts = STATUS_TYPE;
    bool detail = opt->colour || opt->indicator == INDICATOR_CLASSIFY;
    if (opt->format == FORMAT_LONG)
        parts |= STATUS_MODE | STATUS_LINKS | STATUS_OWNER | STATUS_SIZE | STATUS_TIME | STATUS_BLOCKS;
    parts |= opt->blocks ? STATUS_BLOCKS : 0U;
    parts |= opt->inode || opt->recursive ? STATUS_INODE : 0U;
    parts |= detail ? STATUS_MODE | STATUS_LINKS : 0U;
    parts |= opt->sort == SORT_SIZE ? STATUS_SIZE : 0U;
    parts |= opt->sort == SORT_TIME ? STATUS_TIME : 0U;
    return parts;
}

static void settle_links(struct ls_options *opt)
{
    if (opt->follow == FOLLOW_UNDECIDED)
        opt->follow = opt->no_contents || opt->indicator == INDICATOR_CLASSIFY || opt->format == FORMAT_LONG
                          ? FOLLOW_NEVER
                          : FOLLOW_OPERAND_DIRS;
    if (opt->directories_first)
        opt->checks_links = true;
}

/* What entries are asked for besides what their directory tells. */
static void settle_needs(struct ls_options *opt)
{
    opt->needs_status = opt->sort == SORT_TIME || opt->sort == SORT_SIZE || opt->format == FORMAT_LONG
                        || opt->blocks || opt->hyperlink || opt->context;
    opt->needs_kind = opt->recursive || opt->colour || opt->indicator != INDICATOR_NONE
                      || opt->directories_first;
    opt->wish = (struct status_wish){.parts = parts_wanted(opt)};
    opt->wish.time = times_at(SPAN_OF(times, time_table), as_size(opt->time));
}

bool ls_settle(struct cli *cli, struct ls_run *run, struct ls_choices const *said)
{
    run->opt.format = said->format >= 0 ? said->format : default_format(&run->opt);
    if (!said->tab_set)
        settle_tab(cli, &run->opt);
    if (!said->width_set)
        settle_width(cli, &run->opt);
    settle_quoting(cli, &run->opt, said->quoting);
    run->opt.hide_unprintable = said->hide_set ? said->hide : run->opt.program == LS_LS && run->opt.terminal;
    run->opt.dired = run->opt.dired && run->opt.format == FORMAT_LONG && !run->opt.hyperlink;
    if (run->opt.dired && run->opt.zero)
        return cli_bad(cli, 0, "--dired and --zero are incompatible");
    bool by_time = said->time_set && run->opt.format != FORMAT_LONG;
    run->opt.sort = said->sort >= 0 ? said->sort : by_time ? SORT_TIME : SORT_NAME;
    settle_units(&run->opt, said);
    settle_names(&run->opt);
    if (run->opt.format == FORMAT_LONG) {
        zstr style = zstr_is_none(said->time_style) ? env_get(Z("TIME_STYLE")) : said->time_style;
        if (!ls_set_time_style(cli, run, zstr_is_none(style) ? Z("locale") : style))
            return false;
    }
    if (run->opt.colour)
        ls_prepare_colours(cli, run);
    if (run->opt.colour)
        run->opt.tab = 0;       /* some terminals leave gaps of another colour at tabs */
    settle_links(&run->opt);
    settle_needs(&run->opt);
    if (run->opt.hyperlink)
        ls_prepare_hyperlinks(run);
    return true;
}
