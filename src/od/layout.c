/* layout.c - how elements stand in a line: columns, and the texts of those that have one byte. */

#include "od/od.h"
#include "text/onebyte.h"

enum { USUAL_LINE = 16 };

/* What a byte below 32, and the blank, are called. */
static span control_name(unsigned c)
{
    return span_sub(S("nulsohstxetxeotenqackbel bs ht nl vt ff cr so si"
                      "dledc1dc2dc3dc4naksynetbcan emsubesc fs gs rs us sp"), c * 3, 3);
}

/* The letter behind a backslash for the byte C, or 0. */
static unsigned char escape_letter_of(unsigned c)
{
    switch (c) {
    case 0: return '0';
    case '\a': return 'a';
    case '\b': return 'b';
    case '\t': return 't';
    case '\n': return 'n';
    case '\v': return 'v';
    case '\f': return 'f';
    case '\r': return 'r';
    default: return 0;
    }
}

static void append_character(buf *out, unsigned c, byteset const *printable)
{
    unsigned char letter = escape_letter_of(c);
    if (letter != 0) {
        buf_append(out, S(" \\"));
        buf_push(out, letter);
    } else if (byteset_has(printable, low_byte(c))) {
        buf_append(out, S("  "));
        buf_push(out, low_byte(c));
    } else {
        buf_append_base(out, c, 8, 3);
    }
}

static void append_name(buf *out, unsigned c)
{
    if (c <= ' ') {
        buf_append(out, control_name(c));
    } else if (c == 127) {
        buf_append(out, S("del"));
    } else {
        buf_append(out, S("  "));
        buf_push(out, low_byte(c));
    }
}

/* The number C with blanks before it. */
static void append_decimal(buf *out, int c, unsigned columns)
{
    size_t digits = magnitude(c) >= 100 ? 3 : magnitude(c) >= 10 ? 2 : 1;
    buf_append_fill(out, columns - digits - (c < 0), ' ');
    buf_append_imax(out, c);
}

/* The text of the byte C as T shows it, aligned in T's columns. */
static void append_text(buf *out, struct od_type const *t, unsigned c, byteset const *printable)
{
    switch (t->kind) {
    case OD_NAMED: append_name(out, c & 127); break;
    case OD_CHARACTER: append_character(out, c, printable); break;
    case OD_SIGNED: append_decimal(out, as_int(c) - (c > 127 ? 256 : 0), t->columns); break;
    case OD_UNSIGNED: append_decimal(out, as_int(c), t->columns); break;
    default: buf_append_base(out, c, t->kind == OD_OCTAL ? 8 : 16, t->columns); break;
    }
}

static void make_texts(struct od_type *t, byteset const *printable)
{
    buf text = {};
    unsigned blanks = t->extra / t->fields;
    t->by_table = t->extra % t->fields == 0 && blanks + t->columns <= 7;
    for (unsigned c = 0; c < 256; c++) {
        buf_clear(&text);
        buf_append_fill(&text, t->by_table ? blanks : 0, ' ');
        append_text(&text, t, c, printable);
        byteexpand_set(&t->texts, low_byte(c), buf_span(&text));
    }
    buf_recycle(&text);
}

static unsigned common_multiple(unsigned a, unsigned b)
{
    unsigned m = a;
    while (m % b != 0)
        m += a;
    return m;
}

/* The bytes and columns of a unit. */
static void measure_unit(struct od_dump *d)
{
    d->unit = 1;
    for (size_t i = 0; i < od_types_len(&d->opt.types); i++)
        d->unit = common_multiple(d->unit, AT(od_types, &d->opt.types, i).size);
    d->unit_columns = 0;
    for (size_t i = 0; i < od_types_len(&d->opt.types); i++) {
        unsigned fields = d->unit / AT(od_types, &d->opt.types, i).size;
        unsigned columns = fields * (AT(od_types, &d->opt.types, i).columns + 1);
        AT(od_types, &d->opt.types, i).fields = fields;
        d->unit_columns = columns > d->unit_columns ? columns : d->unit_columns;
    }
}

/* Whether a type needs to know which characters can be printed. */
static bool shows_characters(od_types const *types)
{
    for (size_t i = 0; i < od_types_len(types); i++)
        if (AT(od_types, types, i).kind == OD_CHARACTER || AT(od_types, types, i).trailer)
            return true;
    return false;
}

static void choose_line(struct cli *cli, struct od_dump *d)
{
    if (d->opt.width == 0) {
        d->line = d->unit >= USUAL_LINE ? d->unit : USUAL_LINE - USUAL_LINE % d->unit;
    } else if (d->opt.width % d->unit == 0) {
        d->line = size_clamp(d->opt.width);
    } else {
        cli_warn(cli, 0, "warning: invalid width %lu; using %d instead", fmt_u(d->opt.width), fmt_u(d->unit));
        d->line = d->unit;
    }
}

void od_lay_out(struct cli *cli, struct od_dump *d)
{
    byteset printable = {};
    measure_unit(d);
    choose_line(cli, d);
    if (shows_characters(&d->opt.types))
        text_add_class(&printable, TEXT_PRINT);
    for (unsigned c = 0; c < 256; c++)
        bytemap_set(&d->shown, low_byte(c), byteset_has(&printable, low_byte(c)) ? low_byte(c) : '.');
    for (size_t i = 0; i < od_types_len(&d->opt.types); i++) {
        unsigned own = AT(od_types, &d->opt.types, i).fields * AT(od_types, &d->opt.types, i).columns;
        AT(od_types, &d->opt.types, i).extra = d->unit_columns - own;
        if (AT(od_types, &d->opt.types, i).size == 1)
            make_texts(&AT(od_types, &d->opt.types, i), &printable);
    }
}
