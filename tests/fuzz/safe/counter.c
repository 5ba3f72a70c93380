/* counter.c - a counter against printf. */

#include "fuzz/fuzz.h"
#include "safe/counter.h"

static void check(counter const *c, uint64_t value, struct counter_form form)
{
    char digits[64], want[96];
    int n = snprintf(digits, sizeof digits, "%0*llu", (int)form.decimals + 1, (unsigned long long)value);
    if (form.decimals > 0) {
        size_t whole = (size_t)n - form.decimals;
        memmove(digits + whole + 1, digits + whole, form.decimals + 1);
        digits[whole] = '.';
    }
    size_t len = strlen(digits), pad = form.width > len ? form.width - len : 0;
    memset(want, form.pad, pad);
    memcpy(want + pad, digits, len);
    want[pad + len] = (char)form.end;
    mspan room = fuzz_room(COUNTER_ROOM), rest = room;
    counter_put(&rest, c);
    REQUIRE(room.n_ - rest.n_ == pad + len + 1 && memcmp(room.p_, want, pad + len + 1) == 0);
    free(room.p_);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    struct counter_form form = {.decimals = fuzz_byte(&f) % 19, .width = fuzz_byte(&f) % 21,
                                .pad = fuzz_byte(&f) & 1 ? ' ' : '0', .end = (unsigned char)fuzz_byte(&f)};
    uint64_t value = fuzz_u64(&f);
    counter c = {0};
    counter_start(&c, value, form);
    check(&c, value, form);
    while (f.left > 0) {
        uint64_t addend = 1;
        if (fuzz_byte(&f) & 1)
            addend = fuzz_u64(&f);
        if (addend > UINT64_MAX - value)
            break;
        if (addend == 1)
            counter_step(&c);
        else
            counter_add(&c, addend);
        value += addend;
        check(&c, value, form);
    }
    return 0;
}
