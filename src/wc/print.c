/* print.c - a line of counts, and how wide its numbers are. */

#include "wc/wc.h"

#include "safe/checked.h"
#include "sys/fsop.h"

static size_t digits_of(uintmax_t n)
{
    size_t digits = 1;
    for (; n >= 10; n /= 10)
        digits++;
    return digits;
}

static size_t counts_wanted(struct wc_options const *opt)
{
    return (size_t)0 + opt->lines + opt->words + opt->chars + opt->bytes + opt->width;
}

/* No count of a regular file exceeds its size; of other inputs nothing is known, so they get seven
   columns. */
size_t wc_number_width(struct wc_run const *run, struct wc_names const *names)
{
    size_t least = 1, n = zstr_vec_len(&names->all);
    uintmax_t total = 0;
    if (!names->known || run->opt.total == TOTAL_ONLY || (n == 1 && counts_wanted(&run->opt) == 1))
        return 1;
    for (size_t i = 0; i < n; i++) {
        struct stat st = {};
        zstr name = zstr_vec_at(&names->all, i);
        bool is_stdin = span_eq(zstr_span(name), S("-"));
        if ((is_stdin ? fd_stat(FDH_STDIN, &st) : fs_stat(FDH_CWD, name, &st)) != 0)
            continue;
        if (!S_ISREG(st.st_mode))
            least = 7;
        else if (ck_add(&total, total, magnitude(st.st_size)))
            total = UINTMAX_MAX;
    }
    return size_max(least, digits_of(total));
}

static void put_number(writer *out, uint64_t n, size_t columns, bool *first)
{
    size_t digits = digits_of(n);
    if (!*first)
        writer_byte(out, ' ');
    *first = false;
    if (digits < columns)
        writer_fill(out, columns - digits, ' ');
    writer_umax(out, n);
}

void wc_print(writer *out, struct wc_run const *run, struct wc_counts const *c, zstr name)
{
    bool first = true;
    if (run->opt.lines)
        put_number(out, c->lines, run->columns, &first);
    if (run->opt.words)
        put_number(out, c->words, run->columns, &first);
    if (run->opt.chars)
        put_number(out, c->chars, run->columns, &first);
    if (run->opt.bytes)
        put_number(out, c->bytes, run->columns, &first);
    if (run->opt.width)
        put_number(out, c->width, run->columns, &first);
    if (!zstr_is_none(name)) {
        struct quote_options opt = {.style = QUOTE_SHELL_ESCAPE};
        writer_byte(out, ' ');
        if (span_has(zstr_span(name), '\n'))
            quote_put(out, zstr_span(name), &opt);
        else
            writer_putz(out, name);
    }
    writer_byte(out, '\n');
    writer_sync(out);
}

static void add(struct cli *cli, uint64_t *total, uint64_t n, zstr what)
{
    if (*total == UINT64_MAX || !ck_add(total, *total, n))
        return;
    *total = UINT64_MAX;
    cli_error(cli, EOVERFLOW, "total %s", fmt_z(what));
}

void wc_add_total(struct cli *cli, struct wc_counts *total, struct wc_counts const *c)
{
    add(cli, &total->lines, c->lines, Z("lines"));
    add(cli, &total->words, c->words, Z("words"));
    add(cli, &total->chars, c->chars, Z("characters"));
    add(cli, &total->bytes, c->bytes, Z("bytes"));
    if (c->width > total->width)
        total->width = c->width;
}
