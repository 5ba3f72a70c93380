/* counter.c - see counter.h. */

#include "safe/counter.h"

void counter_start(counter *c, uint64_t value, struct counter_form form)
{
    if (form.width > 20)
        safe_fault("counter width", form.width, 20);
    if (form.decimals > 18)
        safe_fault("counter decimals", form.decimals, 18);
    memset(c->text_, form.pad, sizeof c->text_);
    unsigned i = COUNTER_DIGITS, digits = 0;
    c->text_[i] = form.end;
    do {
        if (digits == form.decimals && digits > 0)
            c->text_[--i] = '.';
        c->text_[--i] = (unsigned char)('0' + value % 10);
        value /= 10;
        digits++;
    } while (value != 0 || digits <= form.decimals);
    unsigned wanted = COUNTER_DIGITS - form.width;
    c->first_ = (unsigned char)(i < wanted ? i : wanted);
}
