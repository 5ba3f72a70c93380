/* A utility of the ordinary kind: rows, options, a loop over spans. */

#include <limits.h>
#include <stdint.h>

#include "room/room.h"
#include "safe/safe.h"

enum mode { MODE_LINES, MODE_BYTES };

struct row {
    int key;
    zstr name;
    enum mode mode;
    bool (*apply)(struct tally *, span);
};
RSPAN_DEFINE(rows, struct row);

struct options {
    uint64_t limit;
    enum mode mode;
    span delimiter;
    rows known;
};

static bool apply_lines(struct tally *t, span s)
{
    tally_add(t, s);
    return span_len(s) > 0;
}

static bool apply_bytes(struct tally *t, span s)
{
    SPAN_FOREACH(c, s) {
        if (c == '\n')
            t->lines += 1;
    }
    return true;
}

static const struct row row_table[] = {
    {'l', Z("lines"), MODE_LINES, apply_lines},
    {'c', Z("bytes"), MODE_BYTES, apply_bytes},
    {.key = 'n', .name = Z_NONE},
};

static const uint32_t powers[] = {1, 10, 100, 1000};
RSPAN_DEFINE(numbers, uint32_t);

static bool find_row(rows all, int key, struct row *found)
{
    for (size_t i = 0; i < rows_len(all); i++) {
        struct row r = AT(rows, all, i);
        if (r.key == key) {
            *found = r;
            return true;
        }
    }
    return false;
}

static bool is_vowel(unsigned char c)
{
    switch (c) {
    case 'a': case 'e':
    case 'i':
        return true;
    case 'o' ... 'u': {
        int odd = c % 2;
        return odd == 1;
    }
    default:
        break;
    }
    return false;
}

static size_t count_vowels(span s)
{
    size_t n = 0;
    if (!count_bytes(s, is_vowel, &n))
        return 0;
    return n;
}

static uint32_t power(size_t i)
{
    numbers all = SPAN_OF(numbers, powers);
    return i < numbers_len(all) ? AT(numbers, all, i) : 0;
}

static void take_line(span *rest, span *line)
{
    if (!span_cut(rest, '\n', line)) {
        *line = *rest;
        *rest = (span){};
    }
}

static enum mode next_mode(enum mode m)
{
    switch (m) {
    case MODE_LINES:
        return MODE_BYTES;
    case MODE_BYTES:
    default:
        return MODE_LINES;
    }
}

static uint64_t forever(uint64_t v)
{
    for (;;) {
        v = v * 3 + 1;
        if (v % 7 == 0)
            return v;
    }
}

static int run(struct options const *given)
{
    struct options opt = {.limit = 10, .known = SPAN_OF(rows, row_table)};
    struct tally t = {};
    struct row r = {};
    buf text = {};
    span input = S("one\ntwo\n"), line = {};
    opt.mode = next_mode(given->mode);
    while (span_len(input) > 0 && opt.limit > 0) {
        take_line(&input, &line);
        if (find_row(opt.known, 'c', &r) && r.apply)
            (void)r.apply(&t, line);
        buf_append(&text, line);
        opt.limit--;
    }
    if (t.lines + count_vowels(buf_span(&text)) > power(2) + forever(2))
        REPORT(0, "too many in %s", 1);
    (void)given;
    unsigned char c = (unsigned char)'x', low = low_byte(opt.limit);
    int32_t wide = (int32_t)c + low;
    double share = (double)wide / UINT8_MAX;
    return share > 0.5 ? wide & CHAR_MAX : 0;
}

int prog_main(void)
{
    return run(&(struct options){.limit = 3});
}
