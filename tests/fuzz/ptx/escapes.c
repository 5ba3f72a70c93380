/* escapes.c - escape sequences in texts of ptx: what they stand for is what is printed and looked for. */
/* limits: -runs=20000 */
/* program: ptx */

#include "fuzz/lines.h"

#define INPUT S("aaa bbb ccc ddd eee. a\tb\nn\\\vx\\n \\x a\n")

static bool is_octal(char c)
{
    return c >= '0' && c <= '7';
}
static int hexadecimal(char c)
{
    static char const digits[] = "0123456789abcdefABCDEF";
    char const *at = c ? strchr(digits, c) : NULL;
    return !at ? -1 : (int)(at - digits) - (at - digits > 15 ? 6 : 0);
}

/* Put what TEXT stands for into PLAIN. */
static void unescape(char const *text, char *plain)
{
    static char const letters[] = "abfnrtv", values[] = "\a\b\f\n\r\t\v";
    for (; *text; plain++) {
        unsigned value = 0;
        int digits = 0;
        if (*text != '\\') {
            *plain = *text++;
        } else if (text[1] == 0 || text[1] == 'c') {
            break;
        } else if (strchr(letters, text[1])) {
            *plain = values[strchr(letters, text[1]) - letters];
            text += 2;
        } else if (text[1] == '0') {
            for (text += 2; digits < 3 && is_octal(*text); digits++)
                value = value * 8 + (unsigned)(*text++ - '0');
            *plain = (char)value;
        } else if (text[1] == 'x' && hexadecimal(text[2]) >= 0) {
            for (text += 2; digits < 3 && hexadecimal(*text) >= 0; digits++)
                value = value * 16 + (unsigned)hexadecimal(*text++);
            *plain = (char)value;
        } else {
            *plain++ = *text++;
            *plain = *text++;
        }
    }
    *plain = 0;
}

/* Run ptx with the option LETTER and its VALUE; the exit status. */
static int run(char const *letter, char *value, span *said)
{
    char *words[] = {(char *)letter, value, "-O", "-w3", NULL};
    return fuzz_program(prog_program, prog_main, words, INPUT, said);
}

/* Marks in the place of cut text. */
static void try_flag(char *text, char *plain)
{
    size_t n = strlen(plain);
    char *marks = (char *)fuzz_room(n + 1).p_;
    memset(marks, '@', n);
    marks[n] = 0;
    span said = {0};
    fuzz_text expected = {0};
    REQUIRE(run("-F", marks, &said) == 0);
    while (said.n_ > 0) {
        bool mark = said.p_[0] == '@';
        fuzz_put(&expected, mark ? (span){(unsigned char *)plain, n} : span_first(said, 1));
        said = span_drop(said, mark ? n : 1);
    }
    REQUIRE(run("-F", text, &said) == 0);
    REQUIRE(span_eq(said, fuzz_text_span(&expected)));
    free(expected.p);
    free(marks);
}

/* Whether the libc's expressions can do with TEXT: each of several + takes twice the memory. */
static bool is_harmless(char const *text)
{
    int repeats = 0;
    for (; *text; text++)
        repeats += *text == '+' || *text == '*' || *text == '?';
    return repeats < 4;
}

/* Expressions, if they can be written in another way. */
static void try_expression(char const *letter, char *text, char *plain)
{
    char *again = (char *)fuzz_room(strlen(plain) + 1).p_;
    unescape(plain, again);
    if (strcmp(plain, again) == 0 && is_harmless(plain)) {
        span said = {0};
        fuzz_text first = {0};
        int status = run(letter, plain, &said);
        fuzz_put(&first, said);
        REQUIRE(run(letter, text, &said) == status && span_eq(said, fuzz_text_span(&first)));
        free(first.p);
    }
    free(again);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char const letters[] = "\\\\\\\\00177xx4cabnfrtv8eg.+[]ab";
    static char const *const options[] = {"-F", "-S", "-W"};
    fuzz f = {data, size};
    if (size > 40)
        return 0;
    unsigned how = fuzz_byte(&f);
    char *text = fuzz_c_string(fuzz_rest(&f)), *plain = (char *)fuzz_room(strlen(text) + 1).p_;
    for (char *p = text; *p; p++)
        *p = how & 8 ? letters[(unsigned char)*p % (sizeof letters - 1)] : *p;
    unescape(text, plain);
    if (how % 3 == 0)
        try_flag(text, plain);
    else
        try_expression(options[how % 3], text, plain);
    free(text);
    free(plain);
    return 0;
}
