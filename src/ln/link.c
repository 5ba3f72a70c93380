/* link.c - making one link. */

#include "ln/ln.h"

#include "path/path.h"
#include "prompt/prompt.h"
#include "realpath/realpath.h"
#include "sys/fsop.h"

static struct link_source source_of(struct link_job const *job, struct ln_options const *opt)
{
    return (struct link_source){
        .dir = FDH_CWD, .name = job->text, .symbolic = opt->symbolic, .follow = opt->follow,
    };
}

/* The text of a link at JOB's place that leads to its target from there. */
static zstr relative_text(struct cli *cli, struct link_job const *job)
{
    struct realpath_how how = {.need = REALPATH_NOTHING};
    buf place = {}, target = {}, way = {};
    zstr dir = Z_NONE, text = job->target;
    zstr_from(&cli->strings, path_dir(zstr_span(job->shown)), &dir);
    if (realpath_find(dir, how, &place) == 0 && realpath_find(job->target, how, &target) == 0) {
        realpath_relative(buf_span(&target), buf_span(&place), &way);
        zstr_from(&cli->strings, buf_span(&way), &text);
    }
    buf_recycle(&place);
    buf_recycle(&target);
    buf_recycle(&way);
    return text;
}

static void remember(struct linker *l, struct link_job const *job)
{
    struct stat const st = job->target_stat;
    size_t i = 0;
    bool known = inodes_find(&l->inodes, st.st_dev, st.st_ino, &i);
    inodes_set(&l->inodes, st.st_dev, st.st_ino, made_names_len(&l->made));
    made_names_push(&l->made, (struct made_name){.name = job->name, .next = known ? i + 1 : 0});
}

static bool was_made(struct linker const *l, zstr name, struct stat const *st)
{
    size_t i = 0;
    if (!inodes_find(&l->inodes, st->st_dev, st->st_ino, &i))
        return false;
    for (size_t next = i + 1; next > 0; next = made_names_at(&l->made, next - 1).next)
        if (zstr_eq(made_names_at(&l->made, next - 1).name, name))
            return true;
    return false;
}

/* Whether both are one name in one directory. */
static bool is_same_name(struct link_job const *job)
{
    struct stat a = {}, b = {};
    arena names = {};
    zstr from = Z_NONE, to = Z_NONE;
    if (!span_eq(path_base(zstr_span(job->target)), path_base(zstr_span(job->shown))))
        return false;
    zstr_from(&names, path_dir(zstr_span(job->target)), &from);
    zstr_from(&names, path_dir(zstr_span(job->shown)), &to);
    return fs_stat(FDH_CWD, from, &a) == 0 && fs_stat(FDH_CWD, to, &b) == 0 && fs_same_file(&a, &b);
}

/* The status of the target of a hard link; of a symbolic one's, only if there is any. */
static bool look_at_target(struct cli *cli, struct linker const *l, struct link_job *job)
{
    if (l->opt.symbolic) {
        job->has_stat = fs_stat(FDH_CWD, job->target, &job->target_stat) == 0;
        return true;
    }
    oserr err = l->opt.follow ? fs_stat(FDH_CWD, job->target, &job->target_stat)
                              : fs_lstat(FDH_CWD, job->target, &job->target_stat);
    job->has_stat = err == 0;
    if (err) {
        cli_error(cli, err, "failed to access %s", fmt_name(job->target));
        return false;
    }
    if (S_ISDIR(job->target_stat.st_mode) && !l->opt.directories) {
        cli_error(cli, 0, "%s: hard link not allowed for directory", fmt_namec(job->target));
        return false;
    }
    return true;
}

enum ln_step { LN_GO_ON, LN_LEAVE, LN_FAILED };

/* Something is at JOB's place: whether it may be replaced. */
static enum ln_step check_existing(struct cli *cli, struct linker const *l, struct link_job const *job,
                                   struct stat const *st)
{
    if (S_ISDIR(st->st_mode)) {
        cli_error(cli, 0, "%s: cannot overwrite directory", fmt_namec(job->shown));
        return LN_FAILED;
    }
    if (l->remember && was_made(l, job->name, st)) {
        cli_error(cli, 0, "will not overwrite just-created %s with %s", fmt_name(job->shown),
                  fmt_name(job->target));
        return LN_FAILED;
    }
    /* Replacing one of several names of a file does no harm, replacing its only one would. */
    if (job->has_stat && fs_same_file(&job->target_stat, st) && (st->st_nlink == 1 || is_same_name(job))
        && (l->opt.backup.type == BACKUP_NONE || !l->opt.symbolic)) {
        cli_error(cli, 0, "%s and %s are the same file", fmt_name(job->target), fmt_name(job->shown));
        return LN_FAILED;
    }
    if (l->opt.interactive && !prompt_yes(&cli->diag, Z("replace %s? "), FMT_ARGS(fmt_name(job->shown))))
        return LN_LEAVE;
    return LN_GO_ON;
}

/* Clear the way for JOB, whose first try failed. */
static enum ln_step prepare(struct cli *cli, struct linker const *l, struct link_job *job)
{
    struct stat st = {};
    if (!l->opt.force && !l->opt.interactive && l->opt.backup.type == BACKUP_NONE)
        return LN_GO_ON;
    oserr err = fs_lstat(job->dir, job->name, &st);
    if (err && err != ENOENT) {
        cli_error(cli, err, "failed to access %s", fmt_name(job->shown));
        return LN_FAILED;
    }
    enum ln_step step = err ? LN_GO_ON : check_existing(cli, l, job, &st);
    if (step != LN_GO_ON || err || l->opt.backup.type == BACKUP_NONE)
        return step;
    err = backup_make(&cli->strings, job->dir, job->name, l->opt.backup, &job->backup);
    if (err && err != ENOENT) {
        cli_error(cli, err, "cannot backup %s", fmt_name(job->shown));
        return LN_FAILED;
    }
    return LN_GO_ON;
}

static void report_failure(struct cli *cli, struct linker const *l, struct link_job const *job, oserr err)
{
    if (l->opt.symbolic && (err == ENAMETOOLONG || zstr_len(job->text) == 0))
        cli_error(cli, err, "failed to create symbolic link %s -> %s", fmt_name(job->shown),
                  fmt_name(job->text));
    else if (l->opt.symbolic)
        cli_error(cli, err, "failed to create symbolic link %s", fmt_name(job->shown));
    else if (err == EMLINK)
        cli_error(cli, err, "failed to create hard link to %s", fmt_name(job->target));
    else if (err == EDQUOT || err == EEXIST || err == ENOSPC || err == EROFS)
        cli_error(cli, err, "failed to create hard link %s", fmt_name(job->shown));
    else
        cli_error(cli, err, "failed to create hard link %s => %s", fmt_name(job->shown),
                  fmt_name(job->target));
    if (zstr_is_none(job->backup))
        return;
    err = fs_rename(job->dir, job->backup, job->dir, job->name, FS_REPLACE);
    if (err)
        cli_error(cli, err, "cannot un-backup %s", fmt_name(job->shown));
}

static void announce(struct cli *cli, struct linker const *l, struct link_job const *job)
{
    struct quote_options style = {.style = QUOTE_SHELL_ESCAPE_ALWAYS};
    if (!zstr_is_none(job->backup)) {
        /* The backup is in the directory of the link. */
        size_t base = zstr_len(job->shown) - zstr_len(job->name);
        buf name = {};
        buf_append(&name, span_first(zstr_span(job->shown), base));
        buf_append(&name, zstr_span(job->backup));
        quote_put(cli_out(cli), buf_span(&name), &style);
        writer_put(cli_out(cli), S(" ~ "));
        buf_recycle(&name);
    }
    quote_put(cli_out(cli), zstr_span(job->shown), &style);
    writer_put(cli_out(cli), l->opt.symbolic ? S(" -> ") : S(" => "));
    quote_put(cli_out(cli), zstr_span(job->text), &style);
    writer_byte(cli_out(cli), '\n');
}

void ln_make(struct cli *cli, struct linker *l, struct link_job *job)
{
    job->text = l->opt.relative ? relative_text(cli, job) : job->target;
    struct link_source source = source_of(job, &l->opt);
    if (!job->tried)
        job->err = link_make(&source, job->dir, job->name);
    if ((job->err || l->remember) && !look_at_target(cli, l, job))
        return;
    if (job->err) {
        enum ln_step step = prepare(cli, l, job);
        if (step == LN_FAILED || step == LN_LEAVE) {
            if (step == LN_LEAVE)
                cli->diag.status = 1;
            return;
        }
        if (l->opt.force || l->opt.interactive || !zstr_is_none(job->backup))
            job->err = link_replace(&cli->strings, &source, job->dir, job->name);
    }
    if (job->err) {
        report_failure(cli, l, job, job->err);
        return;
    }
    if (l->remember)
        remember(l, job);
    if (l->opt.verbose)
        announce(cli, l, job);
}
