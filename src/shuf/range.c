/* range.c - the numbers of -i. */

#include "shuf/shuf.h"

/* Numbers that were moved, by their place, which is never 0: a table of pairs, probed one after the other. */
struct moved {
    uint64_t place, number;
};
VEC_DEFINE(moved_vec, moved_view, struct moved);

/* Room for so many numbers is taken at once. */
enum { BATCH = DECIMAL_BLOCK };

static mspan batch_room(writer *out)
{
    return writer_window(out, (size_t)BATCH * (DECIMAL_ROOM + 1));
}

SAFE_INLINE void put_number(mspan *room, uint64_t n, unsigned char line_end)
{
    mspan_put_decimal(room, n);
    mspan_push(room, line_end);
}

static bool repeat(struct cli *cli, struct shuf_run *run, writer *out, uint64_t total)
{
    for (uint64_t i = 0; i < run->opt.count && writer_ok(out); i++) {
        uint64_t n = 0;
        if (!shuf_draw(cli, run, total - 1, &n))
            return false;
        mspan room = batch_room(out);
        put_number(&room, run->opt.low + n, run->opt.line_end);
        writer_commit_before(out, room);
    }
    return true;
}

/* Where PLACE is in the table, or an empty slot for it. */
static size_t slot_of(moved_view table, uint64_t place)
{
    size_t mask = moved_view_len(table) - 1, i = place * 0x9E3779B97F4A7C15 >> 20 & mask;
    while (moved_view_at(table, i).place != 0 && moved_view_at(table, i).place != place)
        i = (i + 1) & mask;
    return i;
}

/* The number at PLACE, which is its own unless another one was moved there. */
static uint64_t number_at(moved_view table, uint64_t place)
{
    struct moved m = moved_view_at(table, slot_of(table, place));
    return m.place == place && place != 0 ? m.number : place;
}

/* COUNT of TOTAL numbers, few of many, to NUMBERS: only the places that were touched are kept. */
static bool draw_few(struct cli *cli, struct shuf_run *run, size_t count, uint64_t total,
                     shuf_numbers *numbers)
{
    moved_vec kept = {};
    size_t size = 64;
    while (size < count * 2)
        size *= 2;
    moved_view table = moved_vec_extend(&kept, size);
    for (size_t i = 0; i < count; i++) {
        uint64_t j = 0;
        if (!shuf_draw(cli, run, total - 1 - i, &j))
            return false;
        j += i;
        shuf_numbers_push(numbers, number_at(table, j));
        if (j != i)
            moved_view_set(table, slot_of(table, j), (struct moved){j, number_at(table, i)});
    }
    return true;
}

static void print_numbers(struct shuf_run *run, writer *out, shuf_number_view v)
{
    uint64_t low = run->opt.low, n = 0;
    while (shuf_number_view_len(v) > 0 && writer_ok(out)) {
        mspan room = batch_room(out);
        for (int i = 0; i < BATCH && shuf_number_view_next(&v, &n); i++)
            put_number(&room, low + n, run->opt.line_end);
        writer_commit_before(out, room);
    }
}

/* Numbers of at most eight digits. */
static void print_short(struct shuf_run *run, writer *out, shuf_small_view v)
{
    decimal_block block = {};
    uint64_t low = run->opt.low;
    while (shuf_small_view_len(v) > 0 && writer_ok(out)) {
        shuf_small_view now = shuf_small_view_first(v, size_min(DECIMAL_BLOCK, shuf_small_view_len(v)));
        for (size_t i = 0; i < shuf_small_view_len(now); i++)
            decimal_block_set(&block, i, low + shuf_small_view_at(now, i));
        mspan room = batch_room(out);
        decimal_block_put(&block, shuf_small_view_len(now), &room, run->opt.line_end);
        writer_commit_before(out, room);
        v = shuf_small_view_drop(v, shuf_small_view_len(now));
    }
}

static void print_small(struct shuf_run *run, writer *out, shuf_small_view v)
{
    enum { SHORT_LIMIT = 100000000 };
    if (run->opt.high < SHORT_LIMIT) {
        print_short(run, out, v);
        return;
    }
    uint64_t low = run->opt.low;
    uint32_t n = 0;
    while (shuf_small_view_len(v) > 0 && writer_ok(out)) {
        mspan room = batch_room(out);
        for (int i = 0; i < BATCH && shuf_small_view_next(&v, &n); i++)
            put_number(&room, low + n, run->opt.line_end);
        writer_commit_before(out, room);
    }
}

static bool shuffle_small(struct cli *cli, struct shuf_run *run, size_t count, size_t total)
{
    shuf_small_numbers all = {};
    shuf_count_up(&all, total);
    shuf_small_view v = shuf_small_numbers_span(&all);
    if (!shuf_small_shuffle(cli, run, v, count) || !shuf_open_output(cli, run))
        return false;
    v = shuf_small_view_first(v, count);
    if (zstr_is_none(run->opt.output))
        print_small(run, cli_out(cli), v);
    else
        print_small(run, &run->file, v);
    return true;
}

static bool shuffle_great(struct cli *cli, struct shuf_run *run, size_t count, uint64_t total, bool few)
{
    shuf_numbers all = {};
    if (few && !draw_few(cli, run, count, total, &all))
        return false;
    for (uint64_t i = 0; i < total && !few; i++)
        shuf_numbers_push(&all, i);
    shuf_number_view v = shuf_numbers_span(&all);
    if ((!few && !shuf_numbers_shuffle(cli, run, v, count)) || !shuf_open_output(cli, run))
        return false;
    v = shuf_number_view_first(v, count);
    if (zstr_is_none(run->opt.output))
        print_numbers(run, cli_out(cli), v);
    else
        print_numbers(run, &run->file, v);
    return true;
}

bool shuf_range(struct cli *cli, struct shuf_run *run)
{
    enum { MANY = 128 * 1024, FEW_OF = 32 };
    uint64_t total = run->opt.high - run->opt.low + 1;
    uint64_t count = run->opt.count < total ? run->opt.count : total;
    if (!shuf_begin(cli, run))
        return false;
    if (run->opt.repeat) {
        if (total == 0)
            return shuf_nothing(cli);
        if (!shuf_open_output(cli, run))
            return false;
        return zstr_is_none(run->opt.output) ? repeat(cli, run, cli_out(cli), total)
                                             : repeat(cli, run, &run->file, total);
    }
    bool few = total >= MANY && total / FEW_OF >= count;
    if (few || total > UINT32_MAX)
        return shuffle_great(cli, run, size_clamp(count), total, few);
    return shuffle_small(cli, run, size_clamp(count), size_clamp(total));
}
