/* row.c - the beginning of rows and columns. */

#include "pr/pr.h"

void pr_begin_text(struct cli *cli, struct pr_run *r)
{
    if (!r->page_begun && r->extremities)
        pr_put_header(cli, r);
    r->page_begun = true;
}

void pr_begin_row(struct pr_run *r)
{
    r->out_column = r->blanks = 0;
    r->separators = 0;
}

void pr_begin_column(struct cli *cli, struct pr_run *r, size_t column)
{
    if (column == 0) {
        if (r->opt.merge)
            r->line_number++;
        if (r->opt.margin > 0)
            pr_pad_to(cli, r, r->opt.margin);
        if (r->opt.separated)
            pr_flush_blanks(cli, r);
    } else {
        int64_t step = r->column_width + r->separator_width;
        int64_t start = r->opt.margin + (r->opt.merge ? r->number_width : 0) + as_i64(column) * step;
        if (!r->opt.join)
            pr_pad_to(cli, r, start - r->separator_width);
        pr_put_separator(cli, r);
    }
    if (r->opt.number && !r->stored && (column == 0 || !r->opt.merge))
        pr_put_number(cli, r);
}
