/* fields.c - elements as text.

   Eight digits at a time are made side by side in a 64-bit number, the first one in its lowest byte. What is
   stored may reach behind its field: the next one, blanks included, is written over that. */

#include "od/od.h"

#include "safe/decimal.h"

static const uint64_t ZEROS = 0x3030303030303030, BLANKS = 0x2020202020202020, MINUS_OVER_BLANK = '-' - ' ';
enum {
    CHUNK = 256,                /* bytes looked up at a time */
    FIELD_ROOM = 256,           /* more than a field and what is written behind it */
};

void od_make_room(writer *out, mspan *w, size_t n)
{
    if (mspan_len(*w) >= n)
        return;
    writer_commit_before(out, *w);
    *w = writer_window(out, n);
}

/* ---- eight digits ---- */

/* V < 2^24. */
static uint64_t octal8(uint64_t v)
{
    v = v >> 12 | (v & 0xFFF) << 32;
    v = (v >> 6 & 0x3F0000003F) | (v & 0x3F0000003F) << 16;
    v = (v >> 3 & 0x7000700070007) | (v & 0x7000700070007) << 8;
    return v + ZEROS;
}

/* V < 2^32. */
static uint64_t hex8(uint64_t v)
{
    v = v >> 16 | (v & 0xFFFF) << 32;
    v = (v >> 8 & 0xFF000000FF) | (v & 0xFF000000FF) << 16;
    v = (v >> 4 & 0xF000F000F000F) | (v & 0xF000F000F000F) << 8;
    uint64_t letters = (v + 0x0606060606060606) >> 4 & 0x0101010101010101;
    return v + ZEROS + letters * ('a' - '0' - 10);
}

/* V < 10^8. */
static uint64_t decimal8(uint64_t v)
{
    return decimal_eight(v) + ZEROS;
}

static uint64_t digits8(unsigned radix, uint64_t v)
{
    return radix == 8 ? octal8(v) : radix == 16 ? hex8(v) : decimal8(v);
}

/* How many of the eight DIGITS come behind the leading zeros; at least one. */
static unsigned significant(uint64_t digits)
{
    unsigned n = 8;
    for (; n > 1 && (digits & 0xFF) == '0'; n--)
        digits >>= 8;
    return n;
}

static void put_digits(mspan *w, uint64_t digits, unsigned least)
{
    unsigned n = significant(digits);
    n = n > least ? n : least;
    mspan_store64(*w, digits >> 8 * (8 - n));
    *w = mspan_drop(*w, n);
}

/* V in RADIX with at least LEAST digits (8 at the most). */
static void put_number(mspan *w, unsigned radix, uint64_t v, unsigned least)
{
    uint64_t group = radix == 8 ? 1U << 24 : radix == 16 ? UINT64_C(1) << 32 : 100000000;
    if (v >= group) {
        uint64_t high = v / group;
        if (high >= group) {
            put_digits(w, digits8(radix, high / group), 1);
            put_digits(w, digits8(radix, high % group), 8);
        } else {
            put_digits(w, digits8(radix, high), 1);
        }
        least = 8;
    }
    put_digits(w, digits8(radix, v % group), least);
}

bool od_put_address(struct od_dump *d, mspan *w, uint64_t address)
{
    unsigned radix = d->opt.radix, least = radix == 16 ? 6 : 7;
    if (radix != 0)
        put_number(w, radix, address, least);
    if (!d->opt.labelled)
        return true;
    if (radix != 0)
        mspan_push(w, ' ');
    uint64_t label = radix != 0 ? d->opt.label + (address - d->opt.skip) : address;
    d->stopped = label > INT64_MAX;
    if (d->stopped)
        return false;
    mspan_push(w, '(');
    put_number(w, radix != 0 ? radix : 8, label, least);
    mspan_push(w, ')');
    return true;
}

/* ---- elements ---- */

/* The number in BYTES, at most eight of them. */
static uint64_t value_of(span bytes, bool big)
{
    uint64_t v = 0;
    size_t n = span_len(bytes);
    if (!big && n == 8)
        return span_load64(bytes);
    if (!big && n == 4)
        return span_load32(bytes);
    if (!big && n == 2)
        return span_at(bytes, 0) | as_uint(span_at(bytes, 1)) << 8;
    for (size_t i = 0; i < n; i++)
        v = v << 8 | span_at(bytes, big ? i : n - 1 - i);
    return v;
}

static void put_hex(mspan w, unsigned size, uint64_t v)
{
    if (size == 2) {
        mspan_store64(w, hex8(v) >> 32);
    } else if (size == 4) {
        mspan_store64(w, hex8(v));
    } else {
        mspan_store64(w, hex8(v >> 32));
        mspan_store64(mspan_drop(w, 8), hex8(v & UINT32_MAX));
    }
}

static void put_octal(mspan w, unsigned size, uint64_t v)
{
    static const uint64_t LOW = (1 << 24) - 1;
    if (size == 2) {
        mspan_store64(w, octal8(v) >> 16);
    } else if (size == 4) {
        mspan_store64(w, octal8(v >> 24) >> 40);
        mspan_store64(mspan_drop(w, 3), octal8(v & LOW));
    } else {
        mspan_store64(w, octal8(v >> 48) >> 16);
        mspan_store64(mspan_drop(w, 6), octal8(v >> 24 & LOW));
        mspan_store64(mspan_drop(w, 14), octal8(v & LOW));
    }
}

/* The eight DIGITS with blanks in place of leading zeros, and then of the minus. */
static uint64_t without_zeros(uint64_t digits, bool negative)
{
    unsigned n = significant(digits);
    if (n == 8)
        return digits;
    uint64_t kept = UINT64_MAX << 8 * (8 - n);
    uint64_t sign = negative ? MINUS_OVER_BLANK << 8 * (7 - n) : 0;
    return (digits & kept) | ((BLANKS & ~kept) + sign);
}

/* In COLUMNS, aligned to the right. */
static void put_decimal(mspan w, unsigned columns, uint64_t v, bool negative)
{
    if (columns < 8) {
        mspan_store64(w, without_zeros(decimal8(v), negative) >> 8 * (8 - columns));
        return;
    }
    size_t at = columns;
    mspan_fill(mspan_first(w, columns), ' ');
    for (; v >= 100000000; v /= 100000000) {
        at -= 8;
        mspan_store64(mspan_drop(w, at), decimal8(v % 100000000));
    }
    uint64_t digits = decimal8(v);
    for (unsigned n = significant(digits), shift = 56; n > 0; n--, shift -= 8)
        mspan_set(w, --at, low_byte(digits >> shift));
    if (negative)
        mspan_set(w, at - 1, '-');
}

/* What is to be known of a type where its elements are written. */
struct form {
    enum od_kind kind;
    enum float_type real;
    unsigned size, columns, blanks;
    bool big;
};

static void put_signed(mspan w, struct form f, uint64_t v)
{
    unsigned unused = 64 - 8 * f.size;
    bool negative = (v << unused) >> 63;
    put_decimal(w, f.columns, negative ? (0 - (v << unused)) >> unused : v, negative);
}

static void put_whole(mspan w, struct form f, uint64_t v)
{
    if (f.kind == OD_HEX)
        put_hex(w, f.size, v);
    else if (f.kind == OD_OCTAL)
        put_octal(w, f.size, v);
    else if (f.kind == OD_UNSIGNED)
        put_decimal(w, f.columns, v, false);
    else
        put_signed(w, f, v);
}

/* The floating-point number in BYTES; how many columns it took with its blanks.  SCRATCH holds its bytes in
   the machine's order and its text. */
static size_t put_real(buf *scratch, mspan w, struct form f, span bytes)
{
    buf_clear(scratch);
    mspan room = buf_tail(scratch, 2 * FLOAT_TEXT), own = mspan_sub(room, FLOAT_TEXT, span_len(bytes));
    mspan_copy(own, bytes);
    if (f.big != machine_is_big_endian())
        mspan_reverse(own);
    size_t n = float_put_shortest(mspan_first(room, FLOAT_TEXT), f.real, mspan_span(own));
    size_t columns = f.columns + f.blanks;
    mspan_fill(mspan_first(w, columns), ' ');
    mspan_copy(mspan_drop(w, n < columns ? columns - n : 0), span_first(mspan_span(room), n));
    return size_max(columns, n);
}

static void put_blanks(mspan w, size_t n)
{
    if (n <= 8)
        mspan_store64(w, BLANKS);
    else
        mspan_fill(mspan_first(w, n), ' ');
}

/* The element in BYTES at the front of *W, which has FIELD_ROOM bytes. */
static void put_element(struct od_dump *d, mspan *w, struct od_type const *t, struct form f, span bytes)
{
    size_t columns = f.blanks + f.columns;
    if (f.kind == OD_FLOAT) {
        columns = put_real(&d->scratch, *w, f, bytes);
    } else {
        put_blanks(*w, f.blanks);
        mspan to = mspan_drop(*w, f.blanks);
        if (f.size == 1)
            (void)mspan_expand(to, bytes, &t->texts);
        else
            put_whole(to, f, value_of(bytes, f.big));
    }
    *w = mspan_drop(*w, columns);
}

/* Blanks before the field I of a unit: the sum of those up to it is rounded up. */
static unsigned blanks_before(struct od_type const *t, unsigned i)
{
    return (t->extra * (i + 1) + t->fields - 1) / t->fields - (t->extra * i + t->fields - 1) / t->fields;
}

static void put_looked_up(writer *out, mspan *w, struct od_type const *t, span bytes)
{
    while (!span_empty(bytes)) {
        span chunk = span_take(&bytes, size_min(span_len(bytes), CHUNK));
        od_make_room(out, w, 8 * span_len(chunk));
        *w = mspan_drop(*w, mspan_expand(*w, chunk, &t->texts));
    }
}

/* Octal or hexadecimal numbers of two bytes, each with the one blank before it in a single store: the usual
   dump. */
static mspan put_pairs(mspan to, struct form f, span pairs)
{
    size_t columns = f.columns + 1;
    while (!span_empty(pairs)) {
        uint64_t v = value_of(span_take(&pairs, 2), f.big);
        uint64_t digits = f.kind == OD_OCTAL ? octal8(v) >> 16 : hex8(v) >> 32;
        mspan_store64(to, digits << 8 | ' ');
        to = mspan_drop(to, columns);
    }
    return to;
}

/* Whole numbers with as many blanks before each. */
static void put_even(writer *out, mspan *w, struct form f, span bytes)
{
    size_t columns = f.blanks + f.columns;
    bool pairs = f.size == 2 && f.blanks == 1 && (f.kind == OD_OCTAL || f.kind == OD_HEX);
    while (!span_empty(bytes)) {
        span chunk = span_take(&bytes, size_min(span_len(bytes), CHUNK));
        od_make_room(out, w, span_len(chunk) / f.size * columns + FIELD_ROOM);
        if (pairs) {
            *w = put_pairs(*w, f, chunk);
            continue;
        }
        mspan to = *w;
        while (!span_empty(chunk)) {
            uint64_t v = value_of(span_take(&chunk, f.size), f.big);
            put_blanks(to, f.blanks);
            put_whole(mspan_drop(to, f.blanks), f, v);
            to = mspan_drop(to, columns);
        }
        *w = to;
    }
}

void od_put_fields(struct od_dump *d, writer *out, mspan *w, struct od_type const *t, span bytes)
{
    struct form f = {.kind = t->kind, .real = t->real, .size = t->size, .columns = t->columns,
                     .blanks = t->extra / t->fields, .big = d->big};
    bool even = t->extra % t->fields == 0;
    if (t->by_table) {
        put_looked_up(out, w, t, bytes);
        return;
    }
    if (even && f.size > 1 && f.kind != OD_FLOAT) {
        put_even(out, w, f, bytes);
        return;
    }
    for (unsigned i = 0; !span_empty(bytes); i = i + 1 < t->fields ? i + 1 : 0) {
        od_make_room(out, w, FIELD_ROOM);
        f.blanks = blanks_before(t, i);
        put_element(d, w, t, f, span_take(&bytes, f.size));
    }
}
