/* chunks.c - split -n: which texts are numbers of chunks, and that the chunks of an input are all of it. */
/* limits: -runs=100000 */
/* program: split */

#include "fuzz/lines.h"

/* One chunk, to standard output: the exit status. */
static int one_chunk(char const *way, uint64_t chunk, uint64_t of, span input, span *said)
{
    char word[60];
    sprintf(word, "%s%ju/%ju", way, (uintmax_t)chunk, (uintmax_t)of);
    char *words[] = {"-n", word, fuzz_file(input), NULL};
    return fuzz_program(prog_program, prog_main, words, (span){0}, said);
}

/* Lines K, K + N, ... of INPUT. */
static void want_robin(fuzz_text *to, span input, uint64_t k, uint64_t n)
{
    for (uint64_t i = 1; input.n_ > 0; i = i % n + 1) {
        size_t end = span_find(input, '\n'), length = end < input.n_ ? end + 1 : end;
        if (i == k)
            fuzz_put(to, span_first(input, length));
        input = span_drop(input, length);
    }
}

static void check_chunks(char const *way, uint64_t of, span input)
{
    fuzz_text all = {0};
    for (uint64_t k = 1; k <= of; k++) {
        span said = {0};
        size_t before = all.n;
        REQUIRE(one_chunk(way, k, of, input, &said) == 0);
        if (*way == 'r') {
            fuzz_text want = {0};
            want_robin(&want, input, k, of);
            REQUIRE(span_eq(said, fuzz_text_span(&want)));
            free(want.p);
            continue;
        }
        fuzz_put(&all, said);
        REQUIRE(said.n_ <= input.n_ - before);
        if (*way == 0)
            REQUIRE(said.n_ == input.n_ / of + (k <= input.n_ % of));
        else if (said.n_ > 0 && all.n < input.n_)
            REQUIRE(span_last(said) == '\n');
    }
    REQUIRE(*way == 'r' || span_eq(input, fuzz_text_span(&all)));
    free(all.p);
}

/* A text that may be one: l/ or r/, digits, a slash, digits. */
static void check_text(fuzz *f, span input)
{
    static char const letters[] = "0123456789/lr-+ k";
    char word[16] = "";
    unsigned n = 1 + fuzz_byte(f) % 8, k = 0, of = 0;
    int end = -1;
    for (unsigned i = 0; i < n; i++)
        word[i] = letters[fuzz_byte(f) % (sizeof letters - 1)];
    char const *text = word + strspn(word, " ");
    text += strncmp(text, "l/", 2) == 0 || strncmp(text, "r/", 2) == 0 ? 2 : 0;
    bool plain = strspn(text, "0123456789/") == strlen(text) && sscanf(text, "%u/%u%n", &k, &of, &end) == 2
                 && text[end] == 0;
    char *words[] = {"-n", word, fuzz_file(input), NULL};
    if (plain && of < 10000)
        REQUIRE((fuzz_program(prog_program, prog_main, words, (span){0}, NULL) == 0) == (k > 0 && k <= of));
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char const *const ways[] = {"", "l/", "r/"};
    fuzz f = {data, size};
    unsigned how = fuzz_byte(&f), of = 1 + fuzz_byte(&f) % 7;
    fuzz text = {fuzz_part(&f, 9).p_, 0};
    text.left = (size_t)(f.data - text.data);
    mspan input = fuzz_letters(fuzz_rest(&f), how & 4 ? "a\n" : "abcdefg\n");
    check_chunks(ways[how % 3], of, mspan_span(input));
    check_text(&text, mspan_span(input));
    free(input.p_);
    return 0;
}
