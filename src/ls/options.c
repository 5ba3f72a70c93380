/* options.c - the command line of ls. */

#include "ls/keys.h"
#include "ls/ls.h"

#include "safe/ascii.h"
#include "safe/checked.h"

static const struct cli_word sort_words[] = {
    {Z("none"), SORT_NONE}, {Z("size"), SORT_SIZE}, {Z("time"), SORT_TIME}, {Z("version"), SORT_VERSION},
    {Z("extension"), SORT_EXTENSION}, {Z("name"), SORT_NAME}, {Z("width"), SORT_WIDTH},
};
static const struct cli_word time_words[] = {
    {Z("atime"), STATUS_ACCESSED}, {Z("access"), STATUS_ACCESSED}, {Z("use"), STATUS_ACCESSED},
    {Z("ctime"), STATUS_CHANGED}, {Z("status"), STATUS_CHANGED},
    {Z("mtime"), STATUS_MODIFIED}, {Z("modification"), STATUS_MODIFIED},
    {Z("birth"), STATUS_BORN}, {Z("creation"), STATUS_BORN},
};
static const struct cli_word format_words[] = {
    {Z("verbose"), FORMAT_LONG}, {Z("long"), FORMAT_LONG}, {Z("commas"), FORMAT_COMMAS},
    {Z("horizontal"), FORMAT_ACROSS}, {Z("across"), FORMAT_ACROSS}, {Z("vertical"), FORMAT_COLUMNS},
    {Z("single-column"), FORMAT_ONE},
};
static const struct cli_word indicator_words[] = {
    {Z("none"), INDICATOR_NONE}, {Z("slash"), INDICATOR_SLASH}, {Z("file-type"), INDICATOR_FILE_TYPE},
    {Z("classify"), INDICATOR_CLASSIFY},
};
static const struct cli_word quoting_words[] = {
    {Z("literal"), QUOTE_LITERAL}, {Z("shell"), QUOTE_SHELL}, {Z("shell-always"), QUOTE_SHELL_ALWAYS},
    {Z("shell-escape"), QUOTE_SHELL_ESCAPE}, {Z("shell-escape-always"), QUOTE_SHELL_ESCAPE_ALWAYS},
    {Z("c"), QUOTE_C}, {Z("c-maybe"), QUOTE_C_MAYBE}, {Z("escape"), QUOTE_ESCAPE},
    {Z("locale"), QUOTE_LOCALE}, {Z("clocale"), QUOTE_CLOCALE},
};
enum when { WHEN_ALWAYS, WHEN_NEVER, WHEN_AUTO };
static const struct cli_word when_words[] = {
    {Z("always"), WHEN_ALWAYS}, {Z("yes"), WHEN_ALWAYS}, {Z("force"), WHEN_ALWAYS},
    {Z("never"), WHEN_NEVER}, {Z("no"), WHEN_NEVER}, {Z("none"), WHEN_NEVER},
    {Z("auto"), WHEN_AUTO}, {Z("tty"), WHEN_AUTO}, {Z("if-tty"), WHEN_AUTO},
};

static bool when(struct cli *cli, struct ls_run const *run, struct cli_match const *m, bool *on)
{
    int value = WHEN_ALWAYS;
    if (!zstr_is_none(m->value) && !cli_choose(cli, m, CLI_WORDS(when_words), &value))
        return false;
    *on = value == WHEN_ALWAYS || (value == WHEN_AUTO && run->opt.terminal);
    return true;
}

static bool parse_width(struct cli *cli, struct ls_run *run, zstr value)
{
    bool too_large = false;
    if (!ls_parse_columns(zstr_span(value), &run->opt.width, &too_large))
        return cli_bad(cli, 0, "invalid line width: %s", fmt_q(zstr_span(value)));
    if (too_large)
        run->opt.width = 0;
    return true;
}

static bool parse_tab(struct cli *cli, struct ls_run *run, zstr value)
{
    bool too_large = false;
    if (!ls_parse_columns(zstr_span(value), &run->opt.tab, &too_large))
        return cli_bad(cli, 0, "invalid tab size: %s", fmt_q(zstr_span(value)));
    if (too_large)
        return cli_bad(cli, EOVERFLOW, "invalid tab size: %s", fmt_q(zstr_span(value)));
    return true;
}

static bool parse_block_size(struct cli *cli, struct ls_run *run, struct cli_match const *m)
{
    struct fmtarg option = fmt_s(cli_option_name(cli, m)), value = fmt_q(zstr_span(m->value));
    switch (human_parse(zstr_span(m->value), &run->opt.block_unit)) {
    case HUMAN_OK: break;
    case HUMAN_BAD_SUFFIX: return cli_bad(cli, 0, "invalid suffix in %s argument %s", option, value);
    case HUMAN_TOO_LARGE: return cli_bad(cli, 0, "%s argument %s too large", option, value);
    default: return cli_bad(cli, 0, "invalid %s argument %s", option, value);
    }
    run->opt.file_unit = run->opt.block_unit;
    return true;
}

/* Options whose argument is a word; false, with a report, when it is none of the right ones. */
static bool take_word(struct cli *cli, struct ls_run *run, struct cli_match const *m,
                      struct ls_choices *said)
{
    bool on = false;
    switch (m->key) {
    case KEY_SORT: return cli_choose(cli, m, CLI_WORDS(sort_words), &said->sort);
    case KEY_TIME: said->time_set = true; return cli_choose(cli, m, CLI_WORDS(time_words), &run->opt.time);
    case KEY_FORMAT: return cli_choose(cli, m, CLI_WORDS(format_words), &said->format);
    case KEY_INDICATOR: return cli_choose(cli, m, CLI_WORDS(indicator_words), &run->opt.indicator);
    case KEY_QUOTING: return cli_choose(cli, m, CLI_WORDS(quoting_words), &said->quoting);
    case KEY_COLOUR: return when(cli, run, m, &run->opt.colour);
    case KEY_HYPERLINK: return when(cli, run, m, &run->opt.hyperlink);
    case KEY_CLASSIFY:
    case 'F':
        if (!when(cli, run, m, &on))
            return false;
        if (on)
            run->opt.indicator = INDICATOR_CLASSIFY;
        return true;
    default: return true;
    }
}

static void take_zero(struct ls_run *run, struct ls_choices *said)
{
    run->opt.zero = true;
    said->hide_set = true;
    said->hide = false;
    run->opt.colour = false;
    said->quoting = QUOTE_LITERAL;
    if (said->format != FORMAT_LONG)
        said->format = FORMAT_ONE;
}

static void set_unit(struct ls_run *run, struct ls_choices *said, struct human_unit unit)
{
    said->unit_set = true;
    run->opt.file_unit = unit;
    run->opt.block_unit = unit;
}

/* Letters that choose a format, and what goes with it. */
static bool take_format(struct ls_run *run, struct ls_choices *said, int key)
{
    switch (key) {
    case '1':
        if (said->format != FORMAT_LONG)
            said->format = FORMAT_ONE;
        return true;
    case 'C': said->format = FORMAT_COLUMNS; return true;
    case 'x': said->format = FORMAT_ACROSS; return true;
    case 'm': said->format = FORMAT_COMMAS; return true;
    case 'l': break;
    case 'g': run->opt.owner = false; break;
    case 'o': run->opt.group = false; break;
    case 'n': run->opt.numeric = true; break;
    case 'D':
        run->opt.dired = true;
        run->opt.hyperlink = false;
        break;
    case KEY_FULL_TIME: said->time_style = Z("full-iso"); break;
    default: return false;
    }
    said->format = FORMAT_LONG;
    return true;
}

/* Letters about order and time. */
static bool take_order(struct ls_run *run, struct ls_choices *said, int key)
{
    switch (key) {
    case 'f': run->opt.hidden = HIDDEN_ALL; said->sort = SORT_NONE; return true;
    case 'U': said->sort = SORT_NONE; return true;
    case 'S': said->sort = SORT_SIZE; return true;
    case 't': said->sort = SORT_TIME; return true;
    case 'v': said->sort = SORT_VERSION; return true;
    case 'X': said->sort = SORT_EXTENSION; return true;
    case 'r': run->opt.reverse = true; return true;
    case 'c': run->opt.time = STATUS_CHANGED; said->time_set = true; return true;
    case 'u': run->opt.time = STATUS_ACCESSED; said->time_set = true; return true;
    case KEY_GROUP_DIRS: run->opt.directories_first = true; return true;
    default: return false;
    }
}

/* Letters about names. */
static bool take_names(struct ls_run *run, struct ls_choices *said, int key)
{
    switch (key) {
    case 'b': said->quoting = QUOTE_ESCAPE; return true;
    case 'N': said->quoting = QUOTE_LITERAL; return true;
    case 'Q': said->quoting = QUOTE_C; return true;
    case 'q':
    case KEY_SHOW_CONTROL: said->hide_set = true; said->hide = key == 'q'; return true;
    case 'p': run->opt.indicator = INDICATOR_SLASH; return true;
    case KEY_FILE_TYPE: run->opt.indicator = INDICATOR_FILE_TYPE; return true;
    case 'a': run->opt.hidden = HIDDEN_ALL; return true;
    case 'A': run->opt.hidden = HIDDEN_SHOW; return true;
    default: return false;
    }
}

static void take_flag(struct ls_run *run, struct ls_choices *said, int key)
{
    switch (key) {
    case KEY_AUTHOR: run->opt.author = true; break;
    case 'B':
        zstr_vec_push(&run->opt.ignore, Z("*~"));
        zstr_vec_push(&run->opt.ignore, Z(".*~"));
        break;
    case 'd': run->opt.no_contents = true; break;
    case 'G': run->opt.group = false; break;
    case 'h': set_unit(run, said, HUMAN_BINARY); break;
    case KEY_SI: set_unit(run, said, HUMAN_DECIMAL); break;
    case 'H': run->opt.follow = FOLLOW_OPERANDS; break;
    case 'L': run->opt.follow = FOLLOW_ALWAYS; break;
    case KEY_FOLLOW_DIRS: run->opt.follow = FOLLOW_OPERAND_DIRS; break;
    case 'i': run->opt.inode = true; break;
    case 'k': said->kibibytes = true; break;
    case 'R': run->opt.recursive = true; break;
    case 's': run->opt.blocks = true; break;
    case 'Z': run->opt.context = true; break;
    case KEY_ZERO: take_zero(run, said); break;
    default: break;
    }
}

/* Options with an argument that is no word; false with a report when it is bad. */
static bool take_value(struct cli *cli, struct ls_run *run, struct cli_match const *m,
                       struct ls_choices *said)
{
    switch (m->key) {
    case 'w': said->width_set = true; return parse_width(cli, run, m->value);
    case 'T': said->tab_set = true; return parse_tab(cli, run, m->value);
    case KEY_BLOCK_SIZE: said->unit_set = true; return parse_block_size(cli, run, m);
    case KEY_TIME_STYLE: said->time_style = m->value; return true;
    case 'I': zstr_vec_push(&run->opt.ignore, m->value); return true;
    case KEY_HIDE: zstr_vec_push(&run->opt.hide, m->value); return true;
    default:
        if (!take_format(run, said, m->key) && !take_order(run, said, m->key)
            && !take_names(run, said, m->key))
            take_flag(run, said, m->key);
        return true;
    }
}

bool ls_parse(struct cli *cli, struct ls_run *run, int *status)
{
    struct ls_choices said = {.format = -1, .sort = -1, .quoting = -1};
    run->opt.terminal = fd_is_terminal(FDH_STDOUT);
    run->opt.owner = true;
    run->opt.group = true;
    for (struct cli_match m = {}; cli_next_option(cli, &m);) {
        if (!take_word(cli, run, &m, &said)) {
            *status = 1;        /* as with GNU: a word is a smaller mistake than a number */
            return false;
        }
        if (!take_value(cli, run, &m, &said))
            return false;
    }
    return cli_options_ok(cli) && ls_settle(cli, run, &said);
}
