/* draw.c - random numbers, and numbers shuffled by them; where the result goes. */

#include "shuf/shuf.h"

static bool complain(struct cli *cli, struct shuf_run *run)
{
    zstr source = run->opt.source;
    switch (run->random.trouble) {
    case RANDOM_CLOSED:
        if (zstr_is_none(source))
            cli_error(cli, run->random.err, "getrandom");
        else
            cli_error(cli, run->random.err, "%s", fmt_namec(source));
        return false;
    case RANDOM_UNREADABLE:
        cli_error(cli, run->random.err, "%s: read error", fmt_q(zstr_span(source)));
        return false;
    default:
        cli_error(cli, 0, "%s: end of file", fmt_q(zstr_span(source)));
        return false;
    }
}

bool shuf_begin(struct cli *cli, struct shuf_run *run)
{
    return random_open(&run->random, run->opt.source) || complain(cli, run);
}

bool shuf_draw(struct cli *cli, struct shuf_run *run, uint64_t most, uint64_t *n)
{
    return random_upto(&run->random, most, n) || complain(cli, run);
}

bool shuf_numbers_shuffle(struct cli *cli, struct shuf_run *run, shuf_number_view v, size_t count)
{
    uint64_t n = 0;
    for (size_t i = 0; i < count; i++) {
        if (!random_upto(&run->random, shuf_number_view_len(v) - 1 - i, &n))
            return complain(cli, run);
        shuf_number_view_swap(v, i, i + n);
    }
    return true;
}

bool shuf_small_shuffle(struct cli *cli, struct shuf_run *run, shuf_small_view v, size_t count)
{
    uint64_t n = 0;
    for (size_t i = 0; i < count; i++) {
        if (!random_upto(&run->random, shuf_small_view_len(v) - 1 - i, &n))
            return complain(cli, run);
        shuf_small_view_swap(v, i, i + n);
    }
    return true;
}

void shuf_count_up(shuf_small_numbers *all, size_t total)
{
    shuf_small_view v = shuf_small_numbers_extend(all, total);
    for (size_t i = 0; i < total; i++)
        shuf_small_view_set(v, i, low_u32(i));
}

bool shuf_open_output(struct cli *cli, struct shuf_run *run)
{
    fdh f = FDH_NONE;
    if (zstr_is_none(run->opt.output))
        return true;
    oserr err = fd_open(&f, FDH_CWD, run->opt.output, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (err) {
        cli_error(cli, err, "%s", fmt_namec(run->opt.output));
        return false;
    }
    writer_open(&run->file, f);
    return true;
}

void shuf_close_output(struct cli *cli, struct shuf_run *run)
{
    if (zstr_is_none(run->opt.output))
        return;
    oserr err = writer_finish(&run->file);
    if (err)
        cli_error(cli, err, "write error");
}
