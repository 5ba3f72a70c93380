/* names.c - what pathchk -p and -P refuse, against a reading of POSIX. */
/* limits: -runs=1000000 */

#include "fuzz/program.h"
#include "pathchk.c"

static bool good_characters(char const *name)
{
    static char const good[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/";
    return strspn(name, good) == strlen(name);
}

/* Whether each component is of at most MOST bytes, and none begins with a hyphen unless that is ALLOWED. */
static bool good_components(char const *name, size_t most, bool allowed)
{
    for (bool good = true;; good = true) {
        name += strspn(name, "/");
        size_t n = strcspn(name, "/");
        if (n == 0)
            return good;
        if (n > most || (*name == '-' && !allowed))
            return false;
        name += n;
    }
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    if (size < 1 || size > 300)
        return 0;
    char *name = fuzz_c_string((span){data + 1, size - 1});
    static char const plain[] = "ab/-._Z9";
    for (char *p = name; *p; p++)
        *p = data[0] & 4 ? plain[(unsigned char)*p % 8] : *p;
    bool careful = data[0] & 1, portable = data[0] & 2 || !careful;
    char *words[] = {careful && portable ? "--portability" : careful ? "-P" : "-p", "--", name, NULL};
    bool good = good_components(name, portable ? 14 : SIZE_MAX, !careful) && *name;
    if (portable)
        good = good && good_characters(name) && strlen(name) <= 255;
    int status = fuzz_program(prog_program, prog_main, words, (span){0}, NULL);
    /* Without -p the file system has its say, too. */
    REQUIRE(portable ? status == !good : status == 1 || good);
    free(name);
    return 0;
}
