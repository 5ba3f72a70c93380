/* arena.c - an arena against a record of what it handed out: pieces do not overlap, keep their bytes until
   they are released, and strings in them end where they say. */
/* limits: -runs=200000 */

#include "fuzz/fuzz.h"
#include "safe/zstr.h"

enum { PIECES = 200, MARKS = 20 };

struct piece {
    span bytes;
    unsigned char fill;
};
struct record {
    struct piece pieces[PIECES];
    size_t n;
    struct { arena_mark mark; size_t pieces; } marks[MARKS];
    size_t num_marks;
};

static void check_pieces(struct record const *r)
{
    for (size_t i = 0; i < r->n; i++)
        REQUIRE(span_count(r->pieces[i].bytes, r->pieces[i].fill) == span_len(r->pieces[i].bytes));
}

static void keep(struct record *r, span bytes, unsigned char fill)
{
    if (r->n < PIECES)
        r->pieces[r->n++] = (struct piece){bytes, fill};
}

static void take_string(arena *a, struct record *r, size_t n)
{
    unsigned char text[300];
    zstr z = Z_NONE;
    memset(text, 's', sizeof text);
    REQUIRE(zstr_from(a, (span){text, n}, &z) && zstr_len(z) == n && strlen(zstr_c(z)) == n);
    keep(r, zstr_span(z), 's');
}

static void go_back(arena *a, struct record *r)
{
    if (r->num_marks == 0)
        return;
    r->num_marks--;
    arena_release(a, r->marks[r->num_marks].mark);
    r->n = r->marks[r->num_marks].pieces;
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static arena a;             /* what it has got it keeps, as in a program */
    struct record r = {0};
    fuzz f = {data, size};
    arena_release(&a, (arena_mark){0});
    while (f.left > 0) {
        unsigned what = fuzz_byte(&f), n = fuzz_byte(&f);
        if (what % 8 == 0 && r.num_marks < MARKS) {
            r.marks[r.num_marks].pieces = r.n;
            r.marks[r.num_marks++].mark = arena_save(&a);
        } else if (what % 8 == 1) {
            go_back(&a, &r);
        } else if (what % 8 == 2) {
            take_string(&a, &r, n);
        } else {
            mspan room = arena_bytes(&a, what % 8 == 3 ? n * 300 : n);
            mspan_fill(room, (unsigned char)what);
            keep(&r, mspan_span(room), (unsigned char)what);
        }
    }
    check_pieces(&r);
    return 0;
}
