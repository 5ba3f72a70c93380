/* colour.c - which colour a file has, and the sequences around it. */

#include "ls/ls.h"

#include "sys/env.h"
#include "sys/interrupts.h"
#include "sys/terminal.h"

/* Without LS_COLORS there are colours only where the terminal is known to have some. */
static bool terminal_has_colours(void)
{
    zstr term = env_get(Z("TERM"));
    if (zstr_len(env_get(Z("COLORTERM"))) > 0)
        return true;
    return zstr_len(term) > 0 && colour_terminal_known(term);
}

static bool is_set(struct ls_run const *run, enum colour_kind kind)
{
    return colour_is_set(&run->colours, kind);
}

void ls_prepare_colours(struct cli *cli, struct ls_run *run)
{
    zstr value = env_get(Z("LS_COLORS"));
    span letters = {};
    colour_use_defaults(&run->colours);
    if (zstr_len(value) == 0) {
        run->opt.colour = terminal_has_colours();
    } else {
        enum colour_error err = colour_parse(&run->colours, zstr_span(value), &letters);
        if (err == COLOUR_BAD_LETTERS)
            cli_warn(cli, 0, "unrecognized prefix: %s", fmt_q(letters));
        if (err != COLOUR_OK) {
            cli_warn(cli, 0, "unparsable value for LS_COLORS environment variable");
            run->opt.colour = false;
        }
    }
    bool target = run->colours.link_as_target;
    run->opt.checks_links = run->opt.colour
                            && (is_set(run, COLOUR_ORPHAN) || (target && is_set(run, COLOUR_EXEC))
                                || (is_set(run, COLOUR_MISSING) && run->opt.format == FORMAT_LONG));
}

static enum colour_kind kind_of_file(struct ls_run const *run, struct ls_entry const *e, mode_t mode)
{
    uint64_t links = e->status ? ls_statuses_at(&run->statuses, e->status - 1).links : 1;
    if ((mode & S_ISUID) && is_set(run, COLOUR_SETUID))
        return COLOUR_SETUID;
    if ((mode & S_ISGID) && is_set(run, COLOUR_SETGID))
        return COLOUR_SETGID;
    if (e->capable && is_set(run, COLOUR_CAPABILITY))
        return COLOUR_CAPABILITY;
    if ((mode & 0111) && is_set(run, COLOUR_EXEC))
        return COLOUR_EXEC;
    return links > 1 && is_set(run, COLOUR_MULTIHARDLINK) ? COLOUR_MULTIHARDLINK : COLOUR_FILE;
}

static enum colour_kind kind_of_directory(struct ls_run const *run, mode_t mode)
{
    bool sticky = (mode & S_ISVTX) != 0, writable = (mode & S_IWOTH) != 0;
    if (sticky && writable && is_set(run, COLOUR_STICKY_OTHER_WRITABLE))
        return COLOUR_STICKY_OTHER_WRITABLE;
    if (writable && is_set(run, COLOUR_OTHER_WRITABLE))
        return COLOUR_OTHER_WRITABLE;
    return sticky && is_set(run, COLOUR_STICKY) ? COLOUR_STICKY : COLOUR_DIR;
}

static enum colour_kind kind_of_mode(struct ls_run const *run, struct ls_entry const *e, mode_t mode)
{
    switch (mode & S_IFMT) {
    case S_IFREG: return kind_of_file(run, e, mode);
    case S_IFDIR: return kind_of_directory(run, mode);
    case S_IFLNK: return COLOUR_LINK;
    case S_IFIFO: return COLOUR_FIFO;
    case S_IFSOCK: return COLOUR_SOCKET;
    case S_IFBLK: return COLOUR_BLOCK;
    case S_IFCHR: return COLOUR_CHARACTER;
    default: return COLOUR_ORPHAN;
    }
}

bool ls_colour_of(struct ls_run const *run, struct ls_entry const *e, bool target, span *code)
{
    bool follows = run->colours.link_as_target && e->target_mode != 0;
    mode_t mode = target || follows ? e->target_mode : e->kind;
    bool dangling = S_ISLNK(e->kind) && e->target_mode == 0 && e->status != 0 && run->opt.checks_links;
    enum colour_kind kind = COLOUR_MISSING;
    if (!(target && e->target_mode == 0 && is_set(run, COLOUR_MISSING)))
        kind = kind_of_mode(run, e, mode);
    if (kind == COLOUR_FILE && colour_of_suffix(&run->colours, zstr_span(target ? e->target : e->name), code))
        return true;
    if (kind == COLOUR_LINK && !target && e->target_mode == 0
        && (run->colours.link_as_target || (dangling && is_set(run, COLOUR_ORPHAN))))
        kind = COLOUR_ORPHAN;
    struct colour_code c = colour_codes_at(&run->colours.codes, (size_t)kind);
    *code = c.text;
    return c.given;
}

static void put_sequence(struct ls_run *run, span code)
{
    buf_append(&run->out, colour_code(&run->colours, COLOUR_LEFT));
    buf_append(&run->out, code);
    buf_append(&run->out, colour_code(&run->colours, COLOUR_RIGHT));
}

/* Back to the terminal's colours. */
static void put_reset(struct ls_run *run)
{
    struct colour_code end = colour_codes_at(&run->colours.codes, COLOUR_END);
    if (end.given)
        buf_append(&run->out, end.text);
    else
        put_sequence(run, colour_code(&run->colours, COLOUR_RESET));
}

/* The first colour of all: from now on a signal must not leave the terminal coloured. */
static void first_colour(struct ls_run *run)
{
    if (run->used_colour)
        return;
    run->used_colour = true;
    if (terminal_has_jobs(FDH_STDOUT)) {
        interrupts_hold();
        run->holding = true;
    }
    put_reset(run);
}

void ls_normal_colour(struct ls_run *run)
{
    if (!run->opt.colour || !is_set(run, COLOUR_NORMAL))
        return;
    first_colour(run);
    put_sequence(run, colour_code(&run->colours, COLOUR_NORMAL));
}

void ls_begin_colour(struct ls_run *run, span code)
{
    first_colour(run);
    if (is_set(run, COLOUR_NORMAL))
        put_sequence(run, (span){});        /* attributes of the two are not to add up */
    put_sequence(run, code);
}

void ls_end_colour(struct ls_run *run)
{
    first_colour(run);
    put_reset(run);
}

void ls_clear_to_end(struct ls_run *run)
{
    buf_append(&run->out, colour_code(&run->colours, COLOUR_CLEAR));
}

void ls_heed_signals(struct cli *cli, struct ls_run *run)
{
    if (!run->holding || !interrupts_pending())
        return;
    put_sequence(run, (span){});
    ls_flush(cli, run);
    writer_flush(cli_out(cli));
    interrupts_let_go();
}

void ls_finish_colours(struct cli *cli, struct ls_run *run)
{
    if (!run->used_colour)
        return;
    if (!span_eq(colour_code(&run->colours, COLOUR_LEFT), S("\033["))
        || !span_eq(colour_code(&run->colours, COLOUR_RIGHT), S("m")))
        put_sequence(run, (span){});
    ls_flush(cli, run);
    if (!run->holding)
        return;
    writer_flush(cli_out(cli));
    interrupts_release();
    interrupts_let_go();
}
