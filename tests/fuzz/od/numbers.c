/* numbers.c - counts and offsets of od against strtoumax: the same numbers, the same refusals. */

#include "fuzz/fuzz.h"
#include "od/numbers.c"

#include <errno.h>
#include <inttypes.h>

/* What a count is worth by strtoumax, as long as it has a unit of one letter at the most. */
static void check_count(char const *text, enum od_count got, uint64_t value)
{
    char *end = NULL;
    errno = 0;
    uintmax_t want = strtoumax(text, &end, 0);
    if (end == text || strchr(text, '-') || *end)
        return;
    bool large = errno == ERANGE || want > INT64_MAX;
    REQUIRE(got == (large ? OD_COUNT_RANGE : OD_COUNT_OK));
    REQUIRE(large || value == want);
}

/* An offset is digits, or in C's form of hexadecimal, with points and blocks that are taken off here. */
static void check_offset(char const *text, enum num_err got, uint64_t value)
{
    char const *number = text + (*text == '+');
    size_t digits = strspn(number, "0123456789");
    bool decimal = number[digits] == '.' && number[digits + 1] == 0 && digits > 0;
    char *end = NULL;
    errno = 0;
    uintmax_t want = strtoumax(number, &end, decimal ? 10 : 8);
    if (digits == 0)
        REQUIRE(got == NUM_BAD);
    else if (decimal || (digits == strlen(number) && *end == 0))
        REQUIRE(errno == ERANGE || want > INT64_MAX ? got == NUM_RANGE : got == NUM_OK && value == want);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    if (size > 100)
        return 0;
    char *text = fuzz_c_string((span){data, size});
    span s = {(unsigned char *)text, strlen(text)};
    uint64_t count = 0, offset = 0, lines = 0;
    enum od_count got = od_parse_count(s, false, &count);
    check_count(text, got, count);
    check_offset(text, od_parse_offset(s, &offset), offset);
    if (od_parse_count(s, true, &lines) == OD_COUNT_OK)
        REQUIRE(lines <= INT64_MAX && lines == strtoumax(text, NULL, 10));
    free(text);
    return 0;
}
