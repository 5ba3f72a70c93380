/* obsolete.c - tail's form of old against a regular expression for it and strtoull. */
/* limits: -runs=300000 */
/* again: _POSIX2_VERSION=199209 */

#include "fuzz/fuzz.h"
#include "tail/obsolete.c"

#include <errno.h>
#include <regex.h>
#include <string.h>

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static regex_t form;
    static bool compiled;
    if (!compiled && regcomp(&form, "^[-+][0-9]*[bcl]?f?$", REG_EXTENDED) != 0)
        abort();
    compiled = true;
    if (size > 100)
        return 0;
    char *text = fuzz_c_string((span){data, size});
    char *argv[] = {text, NULL};
    struct cli cli = {.argv = {argv, 1}};
    struct tail_options opt = {.count = 7};
    bool taken = tail_parse_obsolete(&cli, &opt);
    bool years_before = getenv("_POSIX2_VERSION") != NULL;
    bool want = regexec(&form, text, 0, NULL, 0) == 0
                && (text[0] == '+' || years_before || (text[1] != 0 && text[1] != 'c'));
    REQUIRE(taken == want && cli.next_arg == (taken ? 1 : 0));
    if (taken) {
        char *end = NULL;
        errno = 0;
        unsigned long long count = strtoull(text + 1, &end, 10), unit = strchr(text, 'b') ? 512 : 1;
        if (end == text + 1)
            count = 10;
        bool much = errno == ERANGE || count > UINT64_MAX / unit;
        REQUIRE(opt.count == (much ? UINT64_MAX : count * unit));
        REQUIRE(opt.from_start == (text[0] == '+') && opt.by_bytes == (strpbrk(text, "bc") != NULL));
        REQUIRE((opt.follow == TAIL_FOLLOW_DESCRIPTOR) == (strchr(text, 'f') != NULL));
    } else {
        REQUIRE(opt.count == 7);
    }
    free(text);
    return 0;
}
