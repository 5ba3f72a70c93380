/* parse.c - csplit's patterns and formats: what is understood means what is written; formats agree with printf. */
/* limits: -runs=300000 */

#include "fuzz/fuzz.h"
#include "csplit/pattern.c"
#include "csplit/suffix.c"

#include <limits.h>

static void try_pattern(zstr text)
{
    struct csplit_pattern p = {0};
    enum csplit_mistake mistake = csplit_parse_pattern(text, &p);
    int first = span_peek(zstr_span(text), 0);
    bool expression = first == '/' || first == '%';
    if (mistake != CSPLIT_FINE)
        return;
    REQUIRE(expression || p.line <= INT64_MAX);
    if (expression) {
        REQUIRE(span_len(p.expression) + 2 <= zstr_len(text) && p.skip == (first == '%'));
        REQUIRE(span_at(zstr_span(text), span_len(p.expression) + 1) == first);
        REQUIRE(!span_has(span_drop(zstr_span(text), span_len(p.expression) + 2), (unsigned char)first));
    }
}

static void try_repeat(span text)
{
    struct csplit_pattern p = {0};
    if (csplit_parse_repeat(text, &p) == CSPLIT_FINE)
        REQUIRE(span_last(text) == '}' && p.repeat <= INT64_MAX && !(p.forever && p.repeat > 0));
}

static void try_suffix(span format, unsigned number)
{
    struct csplit_suffix s;
    unsigned char culprit = 0;
    if (csplit_parse_suffix(format, &s, &culprit) != CSPLIT_SUFFIX_FINE || s.width > 500 || s.precision > 500)
        return;
    buf out = {0};
    char want[2000];
    char *c = fuzz_c_string(format);
    csplit_append_suffix(&out, &s, number);
    int n = strlen(c) == span_len(format) ? snprintf(want, sizeof want, c, number) : -1;
    if (n >= 0 && (size_t)n < sizeof want)
        REQUIRE(span_eq(buf_span(&out), (span){(unsigned char const *)want, (size_t)n}));
    free(c);
    buf_recycle(&out);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    fuzz f = {data, size};
    if (size > 200)
        return 0;
    unsigned number = (unsigned)fuzz_u64(&f) & INT_MAX;       /* printf takes %d as signed */
    span text = fuzz_rest(&f);
    char *c = fuzz_c_string(text);
    try_pattern(zstr_of_c_(c));
    try_repeat(text);
    try_suffix(text, number);
    free(c);
    return 0;
}
