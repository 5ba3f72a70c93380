/* signals.c - see signals.h. */

#include "signals/signals.h"

#include "num/parse.h"
#include "safe/ascii.h"
#include "safe/checked.h"
#include "sys/signals.h"

enum { LOW_SEVEN = 0x7f, LOW_EIGHT = 0xff };

/* TEXT is digits and nothing else. */
static bool whole_number(span text, int *number)
{
    uintmax_t n = 0;
    return num_parse_digits(text, &n) == NUM_OK && to_int_from_u(n, number);
}

/* The distance from RTMIN or RTMAX: an optional sign and digits, or nothing at all. */
static bool distance(span text, int *n)
{
    text = ascii_drop_space(text);
    int sign = span_peek(text, 0);
    span digits = span_drop(text, sign == '+' || sign == '-');
    if (span_empty(text)) {
        *n = 0;
        return true;
    }
    if (span_empty(digits) || !whole_number(digits, n))
        return false;
    *n = sign == '-' ? -*n : *n;
    return true;
}

static bool realtime(span text, int *number)
{
    int first = 0, last = 0, far = 0;
    signals_realtime(&first, &last);
    if (last < first || span_len(text) < 5 || !distance(span_drop(text, 5), &far))
        return false;
    if (ascii_same_letters(span_first(text, 5), S("RTMIN")) && far >= 0 && far <= last - first)
        *number = first + far;
    else if (ascii_same_letters(span_first(text, 5), S("RTMAX")) && far <= 0 && far >= first - last)
        *number = last + far;
    else
        return false;
    return true;
}

static bool by_name(span text, int *number)
{
    signal_names names = signals_named();
    int n = 0;
    if (!span_empty(text) && whole_number(text, &n) && n <= signals_last()) {
        *number = n;
        return true;
    }
    for (struct signal_name s = {}; signal_names_next(&names, &s);)
        if (ascii_same_letters(text, zstr_span(s.name))) {
            *number = s.number;
            return true;
        }
    if (ascii_same_letters(text, S("EXIT"))) {
        *number = 0;
        return true;
    }
    return realtime(text, number);
}

/* What wait tells has the signal in the low bits, a shell adds 128 to it. */
static bool by_number(span text, int *number)
{
    int n = 0;
    if (!whole_number(text, &n))
        return false;
    n &= n >= LOW_EIGHT ? LOW_EIGHT : LOW_SEVEN;
    if (n > signals_last())
        return false;
    *number = n;
    return true;
}

bool signals_parse(span text, int *number)
{
    if (ascii_is_digit(span_peek(text, 0)))
        return by_number(text, number);
    if (by_name(text, number))
        return true;
    return span_len(text) > 3 && ascii_same_letters(span_first(text, 3), S("SIG"))
           && by_name(span_drop(text, 3), number);
}

/* The nearer end of the real-time signals and the distance from it. */
static bool append_realtime(buf *out, int number)
{
    int first = 0, last = 0;
    signals_realtime(&first, &last);
    if (number < first || number > last)
        return false;
    bool low = number <= first + (last - first) / 2;
    int far = low ? number - first : number - last;
    buf_append(out, low ? S("RTMIN") : S("RTMAX"));
    if (far > 0)
        buf_push(out, '+');
    if (far != 0)
        buf_append_imax(out, far);
    return true;
}

bool signals_append_name(buf *out, int number)
{
    signal_names names = signals_named();
    for (struct signal_name s = {}; signal_names_next(&names, &s);)
        if (s.number == number) {
            buf_append(out, zstr_span(s.name));
            return true;
        }
    return append_realtime(out, number);
}
