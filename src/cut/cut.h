/* cut.h - what the parts of cut share. */

#ifndef CUT_CUT_H
#define CUT_CUT_H

#include "cli/cli.h"
#include "ranges/ranges.h"
#include "safe/byteindex.h"
#include "safe/bytes.h"

enum cut_unit {
    UNIT_NONE, UNIT_BYTES,
    UNIT_CHARS,                 /* where they may have several bytes */
    UNIT_WHOLE_CHARS,           /* bytes, of which no character is printed in part */
    UNIT_FIELDS,
};

/* What parts fields. */
enum separator {
    SEPARATOR_BYTE,
    SEPARATOR_TEXT,             /* bytes that cannot stand inside of another character */
    SEPARATOR_CHAR,             /* bytes that could, so text has to be decoded */
    SEPARATOR_BLANKS,
    SEPARATOR_LINE_END,         /* fields are whole lines */
};

struct cut_options {
    enum cut_unit unit;
    enum separator separator;
    span delimiter;
    span joint;                 /* what comes between parts that are printed */
    bool joint_given;
    bool only_delimited;
    bool trimmed;               /* blanks at the ends of a line part nothing */
    unsigned char line_end;
    range_vec ranges;
};

/* A line that is taken in pieces. */
struct cut_line {
    bool begun;
    uint64_t position;          /* units before the next one; for fields, the number of this one */
    size_t range;               /* the first range that does not end before it */
    bool printed;               /* something was, so a joint comes first */
    bool in_range;              /* something of this range was printed (UNIT_WHOLE_CHARS) */
    bool delimited;             /* a separator was seen */
    bool has_text;              /* anything but blanks */
    bool in_blanks;             /* in a run of them */
    buf held;                   /* the first field, while it is not known whether it is to be printed */
};

struct cut_run {
    struct cut_options opt;
    struct cut_line line;
    byteset blank;              /* one-byte blanks */
    bool decode;                /* characters may have several bytes */
    byteindex index;
};

/* Whether the range of V with the index AT is there and holds N. */
SAFE_INLINE bool range_holds(range_vec const *v, size_t at, uint64_t n)
{
    return at < range_vec_len(v) && range_vec_at(v, at).low <= n && n <= range_vec_at(v, at).high;
}

/* input.c: cut all of IN. */
oserr cut_input(struct cut_run *run, writer *out, reader *in);

/* For each unit: whole lines with their ends, and a piece of a line, which never ends inside of a
   character but at the end of input. */
void cut_position_lines(struct cut_run *run, writer *out, span lines);
void cut_byte_piece(struct cut_run *run, writer *out, span piece);
void cut_char_piece(struct cut_run *run, writer *out, span piece);
void cut_whole_char_piece(struct cut_run *run, writer *out, span piece);
void cut_field_lines(struct cut_run *run, writer *out, span lines);
void cut_field_piece(struct cut_run *run, writer *out, span piece);
/* onerange.c: whole lines of which one range is printed; with fields, nothing comes between them but what
   they are parted by. */
void cut_byte_range(struct cut_run *run, writer *out, span lines);
void cut_field_range(struct cut_run *run, writer *out, span lines);
/* At the end of a line: what is still to be printed of it. */
void cut_end_bytes(struct cut_run *run, writer *out);
void cut_end_fields(struct cut_run *run, writer *out);
/* Fields that are lines. */
oserr cut_lines_as_fields(struct cut_run *run, writer *out, reader *in);

/* The N bytes of S from OFF, into the window W of OUT. */
SAFE_INLINE void cut_put(writer *out, mspan *w, span s, size_t off, size_t n)
{
    if (__builtin_expect(n > mspan_len(*w), 0)) {
        writer_commit_before(out, *w);
        writer_put(out, span_sub(s, off, n));
        *w = writer_window(out, WRITER_SIZE / 4);
    } else {
        mspan_put_few(w, s, off, n, 32);
    }
}

#endif
