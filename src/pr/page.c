/* page.c - pages, their rows, and columns across them. */

#include "pr/pr.h"

static bool going_on(struct cli *cli, struct pr_run const *r)
{
    return writer_ok(cli_out(cli)) && !r->stopped;
}

bool pr_any_open(struct pr_run const *r)
{
    for (size_t i = 0; i < pr_inputs_len(&r->inputs); i++)
        if (AT(pr_inputs, &r->inputs, i).status == PR_OPEN)
            return true;
    return false;
}

/* A row of lines, one for each column. */
struct row {
    bool text;
    bool printed;               /* the row takes a line */
    bool gap;                   /* before the text there are columns to be marked */
};

/* Mark the columns before the first one that has text. */
static void mark_gap(struct cli *cli, struct pr_run *r, size_t stop)
{
    for (size_t k = 0; k < stop; k++) {
        r->separators = k > 0;
        pr_begin_column(cli, r, k);
    }
    r->separators = 1;
    r->blanks = 0;
}

/* Read and print the line of IN for a column; what it was. */
static enum pr_line put_line(struct cli *cli, struct pr_run *r, struct row *row, size_t column,
                             struct pr_input *in)
{
    enum pr_line line = pr_begin_line(cli, r, in, column);
    if (line == PR_TOO_WIDE)
        pr_skip_text(cli, r, in);
    if (line == PR_NOTHING && r->skipping && r->opt.merge && column == 0)
        r->line_number++;       /* as GNU counts the end of the first input */
    if (line == PR_FEED && r->extremities && !r->skipping && !r->page_begun) {
        pr_begin_text(cli, r);
        row->printed = true;
    }
    if (line != PR_TEXT)
        return line;
    if (!r->opt.merge || (r->skipping && column == 0))
        r->line_number++;
    if (!r->skipping) {
        pr_begin_text(cli, r);
        if (row->gap && !row->text)
            mark_gap(cli, r, column);
        pr_begin_column(cli, r, column);
    }
    row->text = row->printed = true;
    pr_print_text(cli, r, in);
    return line;
}

static void end_row(struct cli *cli, struct pr_run *r, struct row const *row)
{
    if (row->printed) {
        if (!r->skipping)
            writer_byte(cli_out(cli), '\n');
        r->lines_left--;
    }
}

/* Mark the column of a merged input that was looked at and had LINE, if it has to be: not where a form feed
   ends a line. */
static void mark_merged(struct cli *cli, struct pr_run *r, struct row *row, size_t column, enum pr_line line)
{
    enum pr_status status = AT(pr_inputs, &r->inputs, column).status;
    if (status == PR_OPEN || r->skipping)
        return;
    if (!row->text) {
        row->gap = true;
        return;
    }
    if (status == PR_HELD && (line == PR_TEXT || line == PR_TOO_WIDE))
        return;
    pr_begin_column(cli, r, column);    /* once more, where a line ended with the file */
}

static void put_row(struct cli *cli, struct pr_run *r, struct row *row)
{
    pr_begin_row(r);
    for (size_t k = 0; k < r->opt.columns && going_on(cli, r); k++) {
        size_t i = r->opt.merge ? k : 0;
        enum pr_line line = PR_NOTHING;
        if (AT(pr_inputs, &r->inputs, i).status == PR_OPEN)
            line = put_line(cli, r, row, k, &AT(pr_inputs, &r->inputs, i));
        if (!pr_any_open(r))
            break;
        if (r->opt.merge)
            mark_merged(cli, r, row, k, line);
        r->separators = 1;
    }
}

static void put_rows(struct cli *cli, struct pr_run *r)
{
    /* Rows that are not printed count, too: those of lines that are too wide from the first character on. */
    for (int64_t rows = r->body_lines; rows > 0 && r->lines_left > 0; rows--) {
        if (!pr_any_open(r) || !going_on(cli, r))
            break;
        struct row row = {};
        if (r->plain && !r->skipping && (!r->extremities || r->page_begun))
            pr_copy_lines(cli, r, &AT(pr_inputs, &r->inputs, 0));
        if (r->lines_left == 0)
            break;
        put_row(cli, r, &row);
        end_row(cli, r, &row);
        if (!pr_any_open(r) && !r->extremities)
            break;
        if (r->opt.double_space && (r->page_begun || r->skipping)) {
            if (!r->skipping)
                writer_byte(cli_out(cli), '\n');
            r->lines_left--;
        }
    }
}

static void end_page(struct cli *cli, struct pr_run *r)
{
    for (size_t i = 0; r->lines_left <= 0 && i < pr_inputs_len(&r->inputs); i++) {
        if (AT(pr_inputs, &r->inputs, i).status != PR_OPEN)
            continue;
        AT(pr_inputs, &r->inputs, i).full_page = true;
        AT(pr_inputs, &r->inputs, i).columns_read = 0;
    }
    if (r->skipping || !going_on(cli, r))
        return;
    if (r->page_begun && r->extremities) {
        int64_t lines = r->lines_left > 0 ? r->lines_left : 0;
        writer_fill(cli_out(cli), r->opt.form_feed ? 1 : as_size(lines + PR_FOOT_LINES),
                    r->opt.form_feed ? '\f' : '\n');
    } else if (r->feed) {
        writer_byte(cli_out(cli), '\f');
    }
}

/* One page; what was held is open again behind it. */
static void put_page(struct cli *cli, struct pr_run *r)
{
    r->page_begun = r->feed = false;
    r->lines_left = r->opt.double_space ? 2 * r->body_lines : r->body_lines;
    if (r->stored)
        pr_put_stored_page(cli, r);
    else
        put_rows(cli, r);
    end_page(cli, r);
    for (size_t i = 0; i < pr_inputs_len(&r->inputs); i++)
        if (AT(pr_inputs, &r->inputs, i).status == PR_HELD)
            AT(pr_inputs, &r->inputs, i).status = PR_OPEN;
    r->page++;
}

/* Whether not all pages of the inputs are known. */
static bool any_failed(struct pr_run const *r)
{
    for (size_t i = 0; i < pr_inputs_len(&r->inputs); i++)
        if (AT(pr_inputs, &r->inputs, i).failed)
            return true;
    return false;
}

void pr_print_pages(struct cli *cli, struct pr_run *r)
{
    r->page = 1;
    r->line_number = r->opt.first_number - 1;
    r->skipping = true;
    while (r->page < r->opt.first_page && going_on(cli, r)) {
        put_page(cli, r);
        if (!pr_any_open(r)) {
            if (!any_failed(r))
                cli_warn(cli, 0, "starting page number %ju exceeds page count %ju",
                         fmt_u(r->opt.first_page), fmt_u(r->page - 1));
            return;
        }
    }
    r->skipping = false;
    if (r->opt.first_number_given)
        r->line_number = r->opt.first_number - 1;
    while (pr_any_open(r) && going_on(cli, r) && (r->opt.last_page == 0 || r->page <= r->opt.last_page))
        put_page(cli, r);
}
