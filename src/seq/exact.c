/* exact.c - plain decimal numbers, counted as text: exact at any size, and several times as fast as
   conversion. */

#include "seq/seq.h"

#include "safe/ascii.h"
#include "safe/checked.h"
#include "safe/counter.h"
#include "sys/locale.h"

enum { SHORT = 18 };            /* digits of a number that certainly fits 64 bits */

static bool all_digits(span text)
{
    bool ok = !span_empty(text);
    SPAN_FOREACH(c, text)
        ok &= ascii_is_digit(c);
    return ok;
}

static uint64_t append_digits(uint64_t v, span digits)
{
    SPAN_FOREACH(c, digits)
        v = v * 10 + as_uint(c - '0');
    return v;
}

/* TEXT ("12", "1.5", ".5") times 10^DECIMALS, cut off there; false when it is something else or too long. */
static bool scaled(zstr text, size_t decimals, uint64_t *out)
{
    span s = zstr_span(text);
    size_t point = span_find(s, '.');
    span whole = span_first(s, point);
    span fraction = point < span_len(s) ? span_drop(s, point + 1) : (span){};
    if (!(all_digits(whole) || span_empty(whole)) || !(all_digits(fraction) || span_empty(fraction))
        || span_len(whole) + decimals > SHORT)
        return false;
    fraction = span_at_most(fraction, decimals);
    *out = append_digits(append_digits(0, whole), fraction);
    for (size_t i = span_len(fraction); i < decimals; i++)
        *out *= 10;
    return true;
}

/* Numbers from FIRST to LAST by STEP, all times 10^DECIMALS. */
struct run {
    uint64_t first, step, count;
    struct counter_form form;
    span prefix, tail;          /* TAIL stands between two numbers; it is not empty */
};

/* COUNT numbers from C on, each with its prefix before it and the tail behind it; the tail's first byte is
   in the counter's text. */
static void print_run(writer *out, struct run r, counter *c)
{
    span tail = span_drop(r.tail, 1);
    size_t room = COUNTER_ROOM + span_len(r.prefix) + span_len(tail);
    bool bare = room == COUNTER_ROOM;
    while (r.count > 0 && writer_ok(out)) {
        mspan w = writer_window(out, room);
        while (bare && r.step == 1 && r.count > 0 && mspan_len(w) >= room)
            r.count -= counter_put_run(&w, r.count, c);
        for (; r.count > 0 && mspan_len(w) >= room; r.count--) {
            if (!bare)
                mspan_put(&w, r.prefix);
            counter_put(&w, c);
            if (!bare)
                mspan_put(&w, tail);
            if (r.step == 1)
                counter_step(c);
            else
                counter_add(c, r.step);
        }
        writer_commit_before(out, w);
    }
}

/* Print all numbers, with END instead of the tail behind the last one. */
static void print_all(writer *out, struct run r, span end)
{
    uint64_t last = r.first + (r.count - 1) * r.step;
    counter c = {};
    r.form.end = span_at(r.tail, 0);
    counter_start(&c, r.first, r.form);
    r.count -= !span_eq(r.tail, end);
    print_run(out, r, &c);
    if (span_eq(r.tail, end))
        return;
    r.form.end = span_at(end, 0);
    counter_start(&c, last, r.form);
    r.count = 1;
    r.tail = end;
    print_run(out, r, &c);
}

/* Digits behind the point that LAYOUT asks for; false when its form is not that of plain decimal text for
   values up to LAST. */
static bool plain_layout(struct seq_options const *opt, struct seq_layout const *layout, size_t *decimals)
{
    struct float_spec s = layout->spec;
    int needed = opt->first.precision > opt->step.precision ? opt->first.precision : opt->step.precision;
    if (s.left || s.plus || s.space || s.alternate || s.group || s.width > 20)
        return false;
    if (s.conversion == 'f') {
        int precision = s.precision < 0 ? 6 : s.precision;
        *decimals = as_size(precision);
        return precision >= needed && precision < SHORT
               && (precision == 0 || zstr_eq(locale_decimal_point(), Z(".")));
    }
    /* %g shows whole numbers of up to six digits as they are. */
    *decimals = 0;
    return s.conversion == 'g' && s.precision < 0 && needed == 0 && opt->last.value <= 999999;
}

/* The bytes behind each number but the last, and behind the last: the suffix with the separator, or with
   the line end. */
static span with_suffix(arena *a, struct seq_layout const *layout, span end)
{
    mspan room = arena_bytes(a, span_len(layout->suffix) + span_len(end));
    mspan_copy(mspan_copy(room, layout->suffix), end);
    return mspan_span(room);
}

static bool is_endless(struct seq_options const *opt)
{
    span last = zstr_span(opt->last.text);
    return span_eq(last, S("inf")) || span_eq(last, S("infinity"));
}

static bool print_short(struct cli *cli, struct seq_options const *opt, struct seq_layout const *layout)
{
    struct run r = {};
    size_t decimals = 0;
    uint64_t last = UINT64_MAX;
    if (!plain_layout(opt, layout, &decimals) || (is_endless(opt) && opt->equal_width)
        || !scaled(opt->first.text, decimals, &r.first) || !scaled(opt->step.text, decimals, &r.step)
        || !(is_endless(opt) || scaled(opt->last.text, decimals, &last)) || r.step == 0)
        return false;
    if (opt->last.value < opt->first.value)
        return true;
    r.form.decimals = low_u32(decimals);
    r.form.pad = layout->spec.zero ? '0' : ' ';
    r.form.width = as_uint(layout->spec.width);
    r.count = (last - r.first) / r.step + 1;
    r.prefix = layout->prefix;
    r.tail = with_suffix(&cli->strings, layout, zstr_span(opt->separator));
    if (span_empty(r.tail))
        return false;
    print_all(cli_out(cli), r, with_suffix(&cli->strings, layout, S("\n")));
    return true;
}

static span without_zeros(span digits)
{
    while (span_len(digits) > 1 && span_at(digits, 0) == '0')
        digits = span_drop(digits, 1);
    return digits;
}

/* Order of two numbers without leading zeros. */
static int compare(span a, span b)
{
    if (span_len(a) != span_len(b))
        return span_len(a) < span_len(b) ? -1 : 1;
    return span_cmp(a, b);
}

/* Add STEP to the number in DIGITS (leading zeros allowed), which has room for the sum. */
static void add(mspan digits, uint64_t step)
{
    for (size_t i = mspan_len(digits); step > 0 && i > 0; i--) {
        step += as_uint(mspan_at(digits, i - 1) - '0');
        mspan_set(digits, i - 1, low_byte('0' + step % 10));
        step /= 10;
    }
}

/* Whole numbers of any length; LAST is empty for an endless sequence, which cannot live to outgrow the 20
   spare digits. */
static void print_long(writer *out, span first, span last, struct seq_options const *opt,
                       struct seq_layout const *layout)
{
    buf digits = {};
    uint64_t step = append_digits(0, zstr_span(opt->step.text));
    size_t shown = size_max(1, as_size(layout->spec.width));
    size_t width = size_max(size_max(span_len(first), span_len(last)), shown) + 20;
    buf_append_fill(&digits, width - span_len(first), '0');
    buf_append(&digits, first);
    for (bool more = false; writer_ok(out); more = true) {
        span number = without_zeros(buf_span(&digits));
        if (!span_empty(last) && compare(number, last) > 0)
            break;
        if (more)
            writer_putz(out, opt->separator);
        writer_put(out, span_len(number) < shown ? span_tail(buf_span(&digits), shown) : number);
        add(buf_mspan(&digits), step);
    }
    buf_recycle(&digits);
    writer_byte(out, '\n');
}

bool seq_print_exact(struct cli *cli, struct seq_options const *opt, struct seq_layout const *layout)
{
    bool endless = is_endless(opt);
    if (print_short(cli, opt, layout))
        return true;
    span first = zstr_span(opt->first.text), step = zstr_span(opt->step.text),
         last = zstr_span(opt->last.text);
    if (!zstr_is_none(opt->format) || !all_digits(first) || !all_digits(step) || span_len(step) > SHORT
        || !(endless || all_digits(last)) || (endless && opt->equal_width))
        return false;
    first = without_zeros(first);
    last = endless ? (span){} : without_zeros(last);
    if (endless || compare(first, last) <= 0)
        print_long(cli_out(cli), first, last, opt, layout);
    return true;
}
