/* sets.c - tr against a plain reading of sets that are made token by token; and any sets at all, for its
   manners. */
/* limits: -runs=300000 */

#include "fuzz/program.h"
#include "tr/bytes.c"
#define make_map make_map_of_chars
#define take_symbol take_symbol_of_chars
#include "tr/chars.c"
#undef make_map
#undef take_symbol
#include "tr/members.c"
#include "tr/pair.c"
#include "tr/parse.c"
#include "tr/unescape.c"
#include "tr/main.c"

#include <ctype.h>

enum { MOST = 4000 };

/* A set as it is written, and the bytes that it stands for, one by one. */
struct plain {
    char text[1000], *end;
    unsigned char bytes[MOST];
    size_t n, fill_at;          /* where [c*] stands, if there is one */
    unsigned char fill;
    bool fills;
};

static void add_bytes(struct plain *p, unsigned low, unsigned high)
{
    for (unsigned c = low; c <= high && p->n < MOST; c++)
        p->bytes[p->n++] = (unsigned char)c;
}

static struct { char const *name; int (*holds)(int); } const classes[] = {
    {"alnum", isalnum}, {"alpha", isalpha}, {"blank", isblank}, {"cntrl", iscntrl}, {"digit", isdigit},
    {"graph", isgraph}, {"lower", islower}, {"print", isprint}, {"punct", ispunct}, {"space", isspace},
    {"upper", isupper}, {"xdigit", isxdigit},
};

/* One byte in one of the ways in which it can be written. */
static void write_byte(struct plain *p, unsigned c, unsigned how)
{
    static char const letters[] = "abfnrtv";
    if (isalnum((int)c))
        p->end += sprintf(p->end, "%c", c);
    else if (how % 2 && c >= 7 && c <= 13)
        p->end += sprintf(p->end, "\\%c", letters[strchr("\a\b\f\n\r\t\v", (int)c) - "\a\b\f\n\r\t\v"]);
    else if (c == '\\' && how % 2)
        p->end += sprintf(p->end, "\\\\");
    else
        p->end += sprintf(p->end, "\\%03o", c);
}

/* SECOND: the set that bytes are translated to; CLASSES: the set may hold some. */
static void take_token(struct plain *p, fuzz *f, bool second, bool class)
{
    unsigned kind = fuzz_byte(f), a = fuzz_byte(f), b = fuzz_byte(f);
    switch (kind % 6) {
    case 0:
        write_byte(p, a < b ? a : b, kind);
        p->end += sprintf(p->end, "-");
        write_byte(p, a < b ? b : a, kind);
        add_bytes(p, a < b ? a : b, a < b ? b : a);
        return;
    case 1:
        if (!class)
            break;
        p->end += sprintf(p->end, "[:%s:]", classes[a % 12].name);
        for (int c = 0; c < 256; c++)
            if (classes[a % 12].holds(c))
                add_bytes(p, (unsigned)c, (unsigned)c);
        return;
    case 2:
        if (second && !p->fills && b % 4 == 0) {
            p->fills = true;
            p->fill = (unsigned char)a;
            p->fill_at = p->n;
            p->end += sprintf(p->end, "[");
            write_byte(p, a, kind);
            p->end += sprintf(p->end, b % 8 ? "*]" : "*0]");
            return;
        }
        if (!second)
            break;
        p->end += sprintf(p->end, "[");
        write_byte(p, a, kind);
        p->end += sprintf(p->end, kind & 8 ? "*0%o]" : "*%u]", 1 + b % 40);
        for (unsigned i = 0; i < 1 + b % 40; i++)
            add_bytes(p, a, a);
        return;
    case 3:
        if (!class)
            break;
        p->end += sprintf(p->end, "[=");
        write_byte(p, a, kind);
        p->end += sprintf(p->end, "=]");
        add_bytes(p, a, a);
        return;
    }
    write_byte(p, a, kind);
    add_bytes(p, a, a);
}

static void take_set(struct plain *p, fuzz *f, bool second, bool class)
{
    p->end = p->text;
    p->n = 0;
    p->fills = false;
    for (unsigned tokens = 1 + fuzz_byte(f) % 5; tokens > 0; tokens--)
        take_token(p, f, second, class);
}

static void complement_of(struct plain *p)
{
    bool held[256] = {0};
    for (size_t i = 0; i < p->n; i++)
        held[p->bytes[i]] = true;
    p->n = 0;
    for (unsigned c = 0; c < 256; c++)
        if (!held[c])
            add_bytes(p, c, c);
}

/* Make SECOND as long as FIRST: [c*] grows, or its last byte goes on. */
static void fit(struct plain *first, struct plain *second, bool truncate)
{
    if (second->fills && second->n < first->n) {
        size_t more = first->n - second->n;
        memmove(second->bytes + second->fill_at + more, second->bytes + second->fill_at,
                second->n - second->fill_at);
        memset(second->bytes + second->fill_at, second->fill, more);
        second->n += more;
    }
    if (truncate && second->n < first->n)
        first->n = second->n;
    while (second->n > 0 && second->n < first->n)
        add_bytes(second, second->bytes[second->n - 1], second->bytes[second->n - 1]);
}

struct how { bool complement, delete, squeeze, truncate, translate; };

/* What INPUT becomes, in place; how many bytes that are. */
static size_t expect(struct plain *first, struct plain *second, struct how how, mspan input)
{
    bool drop[256] = {0}, once[256] = {0};
    unsigned char to[256];
    for (unsigned c = 0; c < 256; c++)
        to[c] = (unsigned char)c;
    if (how.translate)
        fit(first, second, how.truncate);
    for (size_t i = 0; how.translate && i < first->n; i++)
        to[first->bytes[i]] = second->bytes[i];
    for (size_t i = 0; how.delete && i < first->n; i++)
        drop[first->bytes[i]] = true;
    struct plain const *squeezed = how.translate || how.delete ? second : first;
    for (size_t i = 0; how.squeeze && i < squeezed->n; i++)
        once[squeezed->bytes[i]] = true;
    size_t n = 0;
    int last = -1;
    for (size_t i = 0; i < input.n_; i++) {
        unsigned char c = to[input.p_[i]];
        if (drop[input.p_[i]] || (c == last && once[c]))
            continue;
        last = input.p_[n++] = c;
    }
    return n;
}

static void check_plain(fuzz f)
{
    static struct plain first, second;
    unsigned flags = fuzz_byte(&f);
    struct how how = {
        .complement = flags & 1, .delete = flags & 2, .squeeze = flags & 4, .truncate = flags & 8,
    };
    bool two = how.delete ? how.squeeze : !how.squeeze || flags & 16;
    how.translate = two && !how.delete;
    take_set(&first, &f, false, !(how.translate && how.complement));
    take_set(&second, &f, how.translate, !how.translate);
    if (how.complement)
        complement_of(&first);
    if (how.translate && second.n == 0 && !(second.fills && first.n > 0))
        return;
    span input = fuzz_rest(&f), said = {0};
    mspan wanted = fuzz_room(input.n_);
    mspan_copy(wanted, input);
    char *words[] = {how.complement ? "-c" : "-A", how.delete ? "-d" : "-A", how.squeeze ? "-s" : "-A",
                     how.truncate ? "-t" : "-A", "--", first.text, two ? second.text : NULL, NULL};
    size_t n = expect(&first, &second, how, wanted);
    REQUIRE(fuzz_program(prog_program, prog_main, words, input, &said) == 0);
    REQUIRE(said.n_ == n && memcmp(said.p_, wanted.p_, n) == 0);
    free(wanted.p_);
}

/* Sets of the characters that mean something. */
static void check_manners(fuzz f)
{
    static char const letters[] = "[]:=*-\\\\0123789abzAZ[:[=:]=]alphlower";
    unsigned flags = fuzz_byte(&f);
    span parts[] = {fuzz_part(&f, fuzz_byte(&f) % 30), fuzz_part(&f, fuzz_byte(&f) % 30)};
    char *sets[2];
    for (int i = 0; i < 2; i++) {
        sets[i] = fuzz_c_string(parts[i]);
        for (char *p = sets[i]; *p && flags & 32; p++)
            *p = letters[(unsigned char)*p % (sizeof letters - 1)];
    }
    char *words[] = {flags & 1 ? "-c" : "-A", flags & 2 ? "-d" : "-A", flags & 4 ? "-s" : "-A",
                     flags & 8 ? "-t" : "-A", "--", sets[0], flags & 16 ? sets[1] : NULL, NULL};
    fuzz_program(prog_program, prog_main, words, fuzz_rest(&f), NULL);
    free(sets[0]);
    free(sets[1]);
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    if (size > 600)
        return 0;
    fuzz f = {data, size};
    if (fuzz_byte(&f) % 2)
        check_plain(f);
    else
        check_manners(f);
    return 0;
}
