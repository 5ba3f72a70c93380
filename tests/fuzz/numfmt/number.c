/* number.c - numbers of numfmt against strtold: the same values, and nothing taken that is no number. */

#include "fuzz/fuzz.h"
#include "numfmt/number.c"

#include <math.h>

/* TEXT is a plain number of at most 18 digits in all. */
static bool is_plain(char const *text)
{
    size_t sign = *text == '-', whole = strspn(text + sign, "0123456789"), fraction = 0;
    char const *rest = text + sign + whole;
    if (*rest == '.')
        fraction = strspn(rest + 1, "0123456789");
    return (whole > 0 || *rest == '.') && (*rest == 0 || (fraction > 0 && rest[1 + fraction] == 0))
           && whole + fraction <= 18;
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    if (size < 1 || size > 100)
        return 0;
    struct numfmt_run run = {.opt = {.from = data[0] % 5}, .point = S("."), .thousands = data[0] & 64 ? S(",") : S("")};
    byteset_add(&run.blank, ' ');
    char *text = fuzz_c_string((span){data + 1, size - 1});
    struct numfmt_number n = {0};
    span s = {(unsigned char *)text, strlen(text)}, rest = {0};
    enum numfmt_error err = numfmt_parse_number(&run, s, &n, &rest);
    if (is_plain(text)) {
        long double want = strtold(text, NULL);
        REQUIRE(err == NUMFMT_OK && fabsl(n.value - want) <= fabsl(want) * 1e-18L);
    }
    REQUIRE(isfinite(n.value));
    REQUIRE(span_len(rest) <= span_len(s));
    free(text);
    return 0;
}
