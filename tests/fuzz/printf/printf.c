/* printf.c - formats and arguments of printf: numbers against strtoumax, anything else for its manners. */
/* limits: -runs=200000 */

#include "fuzz/program.h"
#include "printf/escape.c"
#include "printf/format.c"
#include "printf/number.c"
#include "printf/print.c"

#include <inttypes.h>

static struct { char *format, *arguments[4]; size_t n; } tried;

static int print(struct cli *cli)
{
    struct printf_format f = {0};
    struct printf_run run = {.rest = {tried.arguments, tried.n}};
    bool stopped = false;
    printf_parse(&f, zstr_span(zstr_of_c_(tried.format)));
    for (int i = 0; i < 3 && printf_round(cli, &run, &f, &stopped); i++) {
        run.rest = args_drop(run.rest, size_min(run.used, args_len(run.rest)));
        run.next = run.used = 0;
    }
    size_t covered = 0;
    for (size_t i = 0; i < printf_piece_vec_len(&f.pieces); i++) {
        struct printf_piece piece = printf_piece_vec_at(&f.pieces, i);
        REQUIRE(piece.start == covered);
        covered += piece.len;
    }
    REQUIRE(covered == buf_len(&f.bytes));
    buf_recycle(&f.bytes);
    buf_recycle(&run.scratch);
    return cli_finish(cli);
}

/* A number in TEXT is what strtoimax and strtoumax make of it. */
static void check_number(char const *text)
{
    struct whole w = take_whole(zstr_span(zstr_of_c_(text)));
    char *end = NULL;
    errno = 0;
    uintmax_t want = strtoumax(text, &end, 0);
    REQUIRE((errno == ERANGE) == w.too_large);
    REQUIRE(w.used == (size_t)(end - text));
    REQUIRE(w.too_large || want == (w.negative ? 0 - w.size : w.size));
}

/* Widths that would only print blanks for minutes are made short. */
static void shorten(char *s)
{
    int digits = 0;
    for (; *s; s++) {
        digits = *s >= '0' && *s <= '9' ? digits + 1 : 0;
        if (digits > 4)
            *s = 'x';
    }
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    if (size > 200)
        return 0;
    fuzz f = {data, size};
    tried.n = fuzz_byte(&f) % 5;
    for (size_t i = 0; i < tried.n; i++) {
        tried.arguments[i] = fuzz_c_string(fuzz_part(&f, fuzz_byte(&f) % 24));
        check_number(tried.arguments[i]);
        shorten(tried.arguments[i]);
    }
    tried.format = fuzz_c_string(fuzz_rest(&f));
    shorten(tried.format);
    fuzz_program((struct cli_program){.name = Z("printf")}, print, NULL, (span){0}, NULL);
    for (size_t i = 0; i < tried.n; i++)
        free(tried.arguments[i]);
    free(tried.format);
    return 0;
}
