/* counter.c - see counter.h. */

#include "safe/counter.h"

void counter_start(counter *c, uint64_t value, unsigned width, unsigned char pad)
{
    if (width > 20)
        safe_fault("counter width", width, 20);
    memset(c->text_, pad, sizeof c->text_);
    unsigned i = COUNTER_DIGITS;
    do
        c->text_[--i] = (unsigned char)('0' + value % 10);
    while ((value /= 10) != 0);
    unsigned wanted = COUNTER_DIGITS - width;
    c->first_ = (unsigned char)(i < wanted ? i : wanted);
}
