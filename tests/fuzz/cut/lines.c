/* lines.c - cut against a plain reading of what it does. */
/* limits: -runs=200000 */
/* program: cut */

#include "fuzz/program.h"

enum { POSITIONS = 40 };

struct wish {
    bool fields, complement, only_delimited;
    bool held[POSITIONS + 2], starts[POSITIONS + 2];    /* by position: selected, and first of a range */
    unsigned char delimiter;
    char const *between;                                /* NULL: the delimiter, or nothing */
};

/* Ranges that overlap are one, those that touch are not. */
static char *take_list(struct wish *w, fuzz *f, char *to)
{
    bool inner[POSITIONS + 2] = {0};
    for (unsigned words = 1 + fuzz_byte(f) % 4; words > 0; words--) {
        unsigned low = 1 + fuzz_byte(f) % 12, high = low + fuzz_byte(f) % 6, form = fuzz_byte(f) % 4;
        low = form == 2 ? 1 : low;
        high = form == 0 ? low : form == 1 ? POSITIONS + 1 : high;
        to += form == 0 ? sprintf(to, "%u", low) : form == 1 ? sprintf(to, "%u-", low)
              : form == 2 ? sprintf(to, "-%u", high) : sprintf(to, "%u-%u", low, high);
        to += sprintf(to, "%s", words > 1 ? "," : "");
        for (unsigned i = low; i <= high; i++) {
            w->held[i] = true;
            inner[i] |= i > low;
        }
    }
    for (unsigned i = 1; i < POSITIONS + 2; i++) {
        w->held[i] ^= w->complement;
        w->starts[i] = w->held[i] && (w->complement ? !w->held[i - 1] : !inner[i]);
    }
    return to;
}

static char *put(char *to, span s)
{
    if (s.n_)
        memcpy(to, s.p_, s.n_);
    return to + s.n_;
}

static char *cut_line(struct wish const *w, span line, char *to)
{
    bool any = false;
    size_t at = 1;
    if (w->fields && span_find(line, w->delimiter) == line.n_) {
        to = w->only_delimited ? to : put(to, line);
        if (!w->only_delimited)
            *to++ = '\n';
        return to;
    }
    char const usual[] = {(char)w->delimiter, 0};
    for (span part = {0};; at++) {
        if (w->fields ? at > 1 && line.p_ == NULL : line.n_ == 0)
            break;
        size_t end = w->fields ? span_find(line, w->delimiter) : 1;
        part = span_first(line, end);
        bool last = w->fields && end == line.n_;
        line = last ? (span){0} : span_drop(line, w->fields ? end + 1 : end);
        size_t index = at < POSITIONS ? at : POSITIONS + 1;
        if (w->held[index]) {
            bool split = w->fields || (w->starts[index] && index == at);
            char const *between = w->between ? w->between : w->fields ? usual : "";
            to += any && split ? sprintf(to, "%s", between) : 0;
            to = put(to, part);
            any = true;
        }
        if (last)
            break;
    }
    *to++ = '\n';
    return to;
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static char const text[] = "ab::c,\n\t ";
    fuzz f = {data, size};
    unsigned how = fuzz_byte(&f);
    struct wish w = {.fields = how & 1, .complement = how & 2, .only_delimited = (how & 4) && (how & 1),
                     .delimiter = how & 8 ? ':' : '\t', .between = how & 16 ? "<>" : NULL};
    char list[80] = "-b", delimiter[] = {'-', 'd', (char)w.delimiter, 0};
    list[1] = w.fields ? 'f' : how & 32 ? 'c' : 'b';
    take_list(&w, &f, list + 2);
    span bytes = fuzz_rest(&f), said = {0};
    mspan input = fuzz_room(bytes.n_);
    for (size_t i = 0; i < bytes.n_; i++)
        input.p_[i] = bytes.p_[i] % 8 ? (unsigned char)text[bytes.p_[i] % (sizeof text - 1)] : bytes.p_[i];
    char *expected = (char *)fuzz_room(bytes.n_ * 4 + 20).p_, *end = expected;
    for (span rest = mspan_span(input); rest.n_ > 0;) {
        size_t n = span_find(rest, '\n');
        end = cut_line(&w, span_first(rest, n), end);
        rest = span_drop(rest, n < rest.n_ ? n + 1 : n);
    }
    char *words[] = {list, w.fields ? delimiter : list, w.only_delimited ? "-s" : list,
                     w.complement ? "--complement" : list, w.between ? "--output-delimiter=<>" : NULL, NULL};
    /* A second list is a mistake: leave such words out. */
    char *given[6] = {list}, **next = given + 1;
    for (int i = 1; words[i] || i < 5; i++)
        if (words[i] && words[i] != list)
            *next++ = words[i];
    *next = NULL;
    REQUIRE(fuzz_program(prog_program, prog_main, given, mspan_span(input), &said) == 0);
    REQUIRE(said.n_ == (size_t)(end - expected) && memcmp(said.p_, expected, said.n_) == 0);
    free(expected);
    free(input.p_);
    return 0;
}
