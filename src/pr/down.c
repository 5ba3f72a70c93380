/* down.c - columns that go down the page: its lines are stored, and dealt out evenly. */

#include "pr/pr.h"

static void store_line(struct cli *cli, struct pr_run *r, struct pr_input *in)
{
    struct pr_cell cell = {.start = buf_len(&r->store)};
    r->line_number++;
    if (r->opt.number)
        pr_append_number(r, &r->store);
    pr_store_text(cli, r, in);
    cell.len = buf_len(&r->store) - cell.start;
    cell.columns = r->in_column;
    if (in->status == PR_OPEN || cell.len > 0)
        pr_cells_push(&r->cells, cell);
}

/* Read the lines of a page; whether there is nothing in them, but a form feed. */
static bool store_page(struct cli *cli, struct pr_run *r, struct pr_input *in)
{
    size_t most = as_size(r->body_lines) * r->opt.columns;
    buf_clear(&r->store);
    pr_cells_truncate(&r->cells, 0);
    while (pr_cells_len(&r->cells) < most && in->status == PR_OPEN && !r->stopped) {
        size_t column = pr_cells_len(&r->cells) / as_size(r->body_lines);
        enum pr_line line = pr_begin_line(cli, r, in, column);
        if (line == PR_TOO_WIDE) {
            pr_skip_text(cli, r, in);
            if (in->status == PR_OPEN)
                pr_cells_push(&r->cells, (struct pr_cell){});
        }
        if (line == PR_TEXT)
            store_line(cli, r, in);
    }
    return in->status == PR_HELD && pr_cells_len(&r->cells) == 0;
}

static void end_row(struct cli *cli, struct pr_run *r)
{
    writer_byte(cli_out(cli), '\n');
    r->lines_left--;
}

static void put_row(struct cli *cli, struct pr_run *r, size_t row)
{
    size_t n = pr_cells_len(&r->cells), columns = r->opt.columns, each = n / columns, longer = n % columns;
    pr_begin_row(r);
    for (size_t k = 0; k < columns; k++) {
        if (row >= each + (k < longer))
            break;
        struct pr_cell cell = pr_cells_at(&r->cells, k * each + size_min(k, longer) + row);
        r->separators = k > 0;
        pr_begin_column(cli, r, k);
        int64_t start = r->opt.join && k > 0 ? 0 : r->opt.join ? r->opt.margin : r->out_column + r->blanks;
        span text = span_sub(buf_span(&r->store), cell.start, cell.len);
        if (!pr_put_whole(cli, r, text))
            pr_put(cli, r, text);
        if (r->blanks == 0)
            r->out_column = start + cell.columns;
    }
    end_row(cli, r);
}

void pr_put_stored_page(struct cli *cli, struct pr_run *r)
{
    bool feed = store_page(cli, r, &AT(pr_inputs, &r->inputs, 0));
    size_t n = pr_cells_len(&r->cells), columns = r->opt.columns, rows = n / columns + (n % columns > 0);
    if (r->skipping) {
        r->lines_left -= as_i64(rows) * (r->opt.double_space ? 2 : 1);
        return;
    }
    if (feed && r->extremities) {
        pr_begin_text(cli, r);
        end_row(cli, r);
        if (r->opt.double_space)
            end_row(cli, r);
    }
    for (size_t row = 0; row < rows && writer_ok(cli_out(cli)); row++) {
        pr_begin_text(cli, r);
        put_row(cli, r, row);
        if (row + 1 == rows && !r->extremities && AT(pr_inputs, &r->inputs, 0).status != PR_OPEN)
            break;
        if (r->opt.double_space)
            end_row(cli, r);
    }
}
