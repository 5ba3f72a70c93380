/* main.c - join: pair the lines of two sorted files that have the same key.

   Groups of lines with one key are held in memory, nothing else is. */

#include "join/join.h"

#include "sys/collate.h"

static const struct cli_option option_rows[] = {
    {'a', Z_NONE, Z("FILENUM"), Z("also print the lines of file FILENUM (1 or 2) that have no partner")},
    {'e', Z_NONE, Z("STRING"), Z("print STRING in the place of fields that are missing or empty")},
    {'i', Z("ignore-case"), Z_NONE, Z("capital and small letters are equal")},
    {'j', Z_NONE, Z("FIELD"), Z("the same as -1 FIELD -2 FIELD")},
    {'o', Z_NONE, Z("FORMAT"), Z("print the fields that FORMAT names")},
    {'t', Z_NONE, Z("CHAR"), Z("CHAR parts fields, of input and output")},
    {'v', Z_NONE, Z("FILENUM"), Z("like -a FILENUM, but print no pairs")},
    {'1', Z_NONE, Z("FIELD"), Z("the key of FILE1 is its field FIELD (1)")},
    {'2', Z_NONE, Z("FIELD"), Z("the key of FILE2 is its field FIELD (1)")},
    {KEY_CHECK, Z("check-order"), Z_NONE,
     Z("see that both files are sorted, even where all lines have partners,\n"
       "and stop where one is not")},
    {KEY_NOCHECK, Z("nocheck-order"), Z_NONE, Z("do not look whether the files are sorted")},
    {KEY_HEADER, Z("header"), Z_NONE,
     Z("the first line of each file has the names of fields;\n"
       "print these two as a pair")},
    {'z', Z("zero-terminated"), Z_NONE, Z("lines end with NUL, not newline")},
};

const struct cli_program prog_program = {
    .name = Z("join"),
    .operands = Z("FILE1 FILE2"),
    .summary = Z("Print a line for each pair of lines, of FILE1 and of FILE2, that have the same key.\n"
                 "Standard input is read where FILE1 or FILE2 is -."),
    .options = CLI_ROWS(option_rows),
    .order = Z("ignore-case check-order nocheck-order zero-terminated"),
    .operands_in_order = true,
    .notes = Z("The key is the first field unless told otherwise.  Without -t blanks part fields, and\n"
               "those before the first one are ignored.  The key is printed first, then the other\n"
               "fields of FILE1 and those of FILE2, parted by CHAR or else by a space.\n\n"
               "FORMAT is a list, parted by commas or blanks, of 0 for the key and FILENUM.FIELD for\n"
               "other fields.  FORMAT may also be auto: all lines get as many fields as the first ones\n"
               "of the files have.\n\n"
               "Both files have to be sorted by their keys, in the order of the locale (LC_COLLATE), as\n"
               "\"sort -k 1b,1\" does for a join without options, and \"sort\" for \"join -t ''\"."),
};

/* ---- unpairable lines and pairs ---- */

/* The line of S has no partner in OTHER: print it, if it is asked for, and go on. */
static void pass_unpaired(struct cli *cli, struct join_run *r, struct join_side *s, struct join_side *other)
{
    if (s->opt.print_unpaired) {
        s->shown = s->line;
        join_put_unpaired(r, cli_out(cli), s, other);
    }
    join_next_line(cli, r, s);
}

/* Print each line of the one group with each of the other. */
static void put_groups(struct join_run const *r, writer *out, struct join_side *one, struct join_side *two)
{
    size_t lines1 = line_vec_len(&one->group), lines2 = line_vec_len(&two->group);
    for (size_t i = 0; i < lines1 && writer_ok(out); i++) {
        one->shown = line_vec_at(&one->group, i);
        for (size_t k = 0; k < lines2; k++) {
            two->shown = line_vec_at(&two->group, k);
            join_put_pair(r, out, one, two);
        }
    }
}

static void pair_groups(struct cli *cli, struct join_run *r, struct join_side *one, struct join_side *two)
{
    join_gather(cli, r, one);
    if (!r->over)
        join_gather(cli, r, two);
    if (!r->over && !r->opt.hide_pairs)
        put_groups(r, cli_out(cli), one, two);
    line_vec_truncate(&one->group, 0);
    line_vec_truncate(&two->group, 0);
}

/* Print the rest of S, since OTHER is at its end, or just see that it is sorted and can be read. */
static void finish_side(struct cli *cli, struct join_run *r, struct join_side *s, struct join_side *other)
{
    while (s->has_line && !r->over && writer_ok(cli_out(cli))
           && (s->opt.print_unpaired || (join_checks(r) && !s->out_of_order)))
        pass_unpaired(cli, r, s, other);
    if (s->has_line && r->opt.check == CHECK_UNPAIRED && !join_checks(r) && writer_ok(cli_out(cli)))
        join_skip_rest(cli, r, s);
}

/* ---- from the first line to the last ---- */

static void begin_sides(struct cli *cli, struct join_run *r, struct join_side *one, struct join_side *two)
{
    join_next_line(cli, r, one);
    if (!r->over)
        join_next_line(cli, r, two);
}

static void put_header(struct cli *cli, struct join_run *r, struct join_side *one, struct join_side *two)
{
    one->shown = one->line;
    two->shown = two->line;
    if (one->has_line && two->has_line)
        join_put_pair(r, cli_out(cli), one, two);
    else if (one->has_line)
        join_put_unpaired(r, cli_out(cli), one, two);
    else if (two->has_line)
        join_put_unpaired(r, cli_out(cli), two, one);
    one->has_line = two->has_line = false;      /* so that what follows is not compared with it */
    begin_sides(cli, r, one, two);
}

static void set_width(struct join_run *r, struct join_side *s)
{
    if (!r->opt.auto_width || !s->has_line)
        return;
    join_split(r, s, join_line_text(s, &s->line), UINT64_MAX);
    s->width = field_vec_len(&s->fields);
}

static void join_sides(struct cli *cli, struct join_run *r, struct join_side *one, struct join_side *two)
{
    begin_sides(cli, r, one, two);
    if (r->over)
        return;
    set_width(r, one);
    set_width(r, two);
    if (r->opt.header)
        put_header(cli, r, one, two);
    while (!r->over && one->has_line && two->has_line && writer_ok(cli_out(cli))) {
        int order = join_compare(r, one, two);
        if (order == 0) {
            pair_groups(cli, r, one, two);
            continue;
        }
        if (order < 0)
            pass_unpaired(cli, r, one, two);
        else
            pass_unpaired(cli, r, two, one);
        r->unpaired = true;
    }
    finish_side(cli, r, one, two);
    finish_side(cli, r, two, one);
}

/* Open the input of S; false, reported, when it cannot be. */
static bool open_side(struct cli *cli, struct join_side *s)
{
    oserr err = cli_open_input(cli, s->opt.name, &s->in);
    if (err)
        cli_error(cli, err, "%s", fmt_namec(s->opt.name));
    return err == 0;
}

int prog_main(struct cli *cli)
{
    struct join_run r = {.opt = {.line_end = '\n', .joint = S(" ")}};
    if (!join_parse_options(cli, &r.opt))
        return cli_usage_exit(cli);
    struct join_side one = {.number = 1, .opt = r.opt.one}, two = {.number = 2, .opt = r.opt.two};
    r.collate = !r.opt.fold && !collate_by_bytes();
    join_prepare_fields(&r);
    if (!open_side(cli, &one) || !open_side(cli, &two))
        return cli_finish(cli);
    if (one.in.is_stdin && two.in.is_stdin) {
        cli_error(cli, 0, "both files cannot be standard input");
        return cli_finish(cli);
    }
    join_sides(cli, &r, &one, &two);
    if (!r.over && (one.out_of_order || two.out_of_order))
        cli_error(cli, 0, "input is not in sorted order");
    cli_close_input(cli, &one.in, 0);
    cli_close_input(cli, &two.in, 0);
    return cli_finish(cli);
}
