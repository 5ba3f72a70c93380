/* date.c - texts that may be dates: whatever they are, they end in an answer; what is added to a date is added;
   an account changes nothing. */

#include "calendar/date.h"
#include "calendar/digits.h"
#include "fuzz/fuzz.h"

static char const *const zones[] = {"UTC0", "EET-2EEST,M3.5.0/3,M10.5.0/4", "XXX+11:22:33", "LHST-10:30LHDT-11,M10.1.0,M4.1.0"};

static bool read_with(struct date_reader *r, bool explain, span text, struct time_point *t)
{
    r->explain = explain;
    return date_read(r, text, (struct time_point){1078071702, 5}, t);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static struct date_reader r;
    fuzz f = {data, size};
    date_begin(&r, zstr_of_c_(zones[fuzz_byte(&f) % 4]));
    span s = fuzz_rest(&f);
    struct time_point plain = {7, 7}, told = {7, 7}, later = {7, 7};
    bool good = read_with(&r, false, s, &plain);
    REQUIRE(good || (plain.sec == 7 && plain.nsec == 7));
    REQUIRE(plain.nsec < 1000000000);
    REQUIRE(buf_len(&r.account) == 0);
    REQUIRE(read_with(&r, true, s, &told) == good && told.sec == plain.sec && told.nsec == plain.nsec);
    int64_t sec = 9;
    if (!date_read_digits(s, DATE_DIGITS_YEAR_LAST, plain, &sec))
        REQUIRE(sec == 9);
    /* A blank in front changes nothing. */
    buf more = {0};
    buf_append(&more, S(" "));
    buf_append(&more, s);
    REQUIRE(read_with(&r, false, buf_span(&more), &later) == good && later.sec == plain.sec);
    buf_recycle(&more);
    return 0;
}
