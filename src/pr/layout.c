/* layout.c - what the options mean for pages, columns and lines. */

#include "pr/pr.h"

#include "text/onebyte.h"

enum { HEAD_LINES = 5 };

static void lay_out_lines(struct pr_run *r)
{
    r->body_lines = r->opt.length - HEAD_LINES - PR_FOOT_LINES;
    r->opt.keep_feeds |= r->body_lines <= 0;
    r->extremities = !r->opt.bare && r->body_lines > 0;
    if (!r->extremities)
        r->body_lines = r->opt.length;
    if (r->opt.double_space)
        r->body_lines /= 2;
    if (r->body_lines == 0)
        r->body_lines = 1;
}

static int64_t number_columns(struct pr_options const *opt)
{
    if (!opt->number)
        return 0;
    if (span_eq(opt->number_mark, S("\t")))
        return (opt->digits / PR_TAB + 1) * PR_TAB;
    return opt->digits + pr_columns(opt->number_mark);
}

/* Settle how columns are separated: -s and -S, and what goes without saying. */
static void settle_columns(struct pr_options *opt)
{
    bool tab = span_eq(opt->separator, S("\t"));
    if (opt->columns == 1)
        return;
    if (!opt->separated) {
        opt->separator = opt->join ? S("\t") : S(" ");
        tab = opt->join;
        opt->separated = true;
    } else if (!opt->join && tab) {
        opt->separator = S(" ");
        tab = false;
    }
    opt->truncate = !opt->join;
    if (!tab)
        opt->in.on = true;
    opt->out.on = true;
}

/* The bytes whose place in a line takes some thought. */
static void make_special(struct pr_run *r)
{
    r->decode = locale_charset() != CHARSET_SINGLE_BYTE;
    text_add_class(&r->printable, TEXT_PRINT);
    byteset special = r->printable;
    byteset_invert(&special);
    if (r->opt.in.on)
        byteset_add(&special, span_at(r->opt.in.mark, 0));
    byteclass_make(&r->special, &special);
    if (r->opt.escape || r->opt.hats)
        return;
    for (unsigned i = 0; i <= (r->decode ? 0x7f : UCHAR_MAX); i++)
        if (byteset_has(&special, low_byte(i)) && !span_has(S("\b\t\n\f"), low_byte(i)))
            byteset_add(&r->silent, low_byte(i));
    byteset_remove(&r->silent, span_at(r->opt.in.mark, 0));
}

static bool is_plain(struct pr_run const *r)
{
    bool as_is = !r->opt.in.on && !r->opt.out.on && !r->opt.escape && !r->opt.hats && !r->opt.truncate;
    bool alone = !r->opt.number && !r->opt.double_space && r->opt.margin == 0;
    return as_is && alone && r->opt.columns == 1 && !r->opt.merge;
}

bool pr_lay_out(struct cli *cli, struct pr_run *r)
{
    if (r->opt.columns > INT_MAX)
        return cli_bad(cli, 0, "integer overflow");
    lay_out_lines(r);
    settle_columns(&r->opt);
    if (r->opt.join)
        r->opt.truncate = false;
    r->number_width = number_columns(&r->opt);
    r->separator_width = pr_columns(r->opt.separator);
    int64_t columns = as_i64(r->opt.columns), separators = 0;
    if (ck_mul(&separators, columns - 1, r->separator_width))
        return cli_bad(cli, 0, "integer overflow");
    r->column_width = (r->opt.width - (r->opt.merge ? r->number_width : 0) - separators) / columns;
    if (r->column_width < 1)
        return cli_bad(cli, 0, "page width too narrow");
    r->limit = r->opt.truncate ? r->column_width : INT64_MAX;
    r->stored = columns > 1 && !r->opt.across && !r->opt.merge;
    r->plain = is_plain(r);
    make_special(r);
    return true;
}
