/* real.c - sequences in floating point. */

#include "seq/seq.h"

static oserr append_number(buf *out, struct seq_layout const *layout, long double v)
{
    buf_append(out, layout->prefix);
    oserr err = float_format(out, layout->spec, v);
    buf_append(out, layout->suffix);
    return err;
}

static bool is_past(long double v, struct seq_options const *opt)
{
    return opt->step.value < 0 ? v < opt->last.value : opt->last.value < v;
}

/* Whether the number in TEXT, as written, is the last one after all: rounding carried its value past the
   end, but it reads as the end and differs from what was printed BEFORE it. */
static bool reads_as_last(span text, span before, struct seq_layout const *layout, long double last)
{
    arena scratch = {};
    zstr number = Z_NONE;
    size_t used = 0;
    long double v = 0;
    span digits = span_chop(span_drop(text, span_len(layout->prefix)), span_len(layout->suffix));
    return zstr_from(&scratch, digits, &number) && float_parse(number, &v, &used) && used == zstr_len(number)
           && v == last && !span_eq(text, before);
}

oserr seq_print_real(writer *out, struct seq_options const *opt, struct seq_layout const *layout)
{
    buf text = {}, before = {};
    long double value = opt->first.value;
    if (is_past(value, opt))
        return 0;
    oserr err = append_number(&text, layout, value);
    for (long double i = 1; err == 0 && writer_ok(out); i++) {
        writer_put(out, buf_span(&text));
        buf_swap(&text, &before);
        buf_clear(&text);
        value = opt->first.value + i * opt->step.value;
        err = append_number(&text, layout, value);
        if (is_past(value, opt)) {
            if (err == 0 && reads_as_last(buf_span(&text), buf_span(&before), layout, opt->last.value)) {
                writer_putz(out, opt->separator);
                writer_put(out, buf_span(&text));
            }
            break;
        }
        writer_putz(out, opt->separator);
    }
    if (err == 0)
        writer_byte(out, '\n');
    return err;
}
