/* input.c - input as whole lines where they fit the buffer, and in pieces where they do not, so that memory
   does not depend on the length of lines. */

#include "cut/cut.h"

#include "text/chars.h"

enum { LONG_LINE = READER_SIZE / 2 };

static void take_piece(struct cut_run *run, writer *out, span piece)
{
    run->line.begun = true;
    switch (run->opt.unit) {
    case UNIT_CHARS: cut_char_piece(run, out, piece); break;
    case UNIT_WHOLE_CHARS: cut_whole_char_piece(run, out, piece); break;
    case UNIT_FIELDS: cut_field_piece(run, out, piece); break;
    default: cut_byte_piece(run, out, piece);
    }
}

static void end_line(struct cut_run *run, writer *out)
{
    if (!run->line.begun)
        return;
    if (run->opt.unit == UNIT_FIELDS)
        cut_end_fields(run, out);
    else
        cut_end_bytes(run, out);
}

static void take_lines(struct cut_run *run, writer *out, span lines)
{
    bool utf8_chars = run->opt.unit == UNIT_CHARS && locale_charset() == CHARSET_UTF8;
    bool one_byte_parts = run->opt.unit == UNIT_FIELDS && run->opt.separator == SEPARATOR_BYTE;
    bool one_range = range_vec_len(&run->opt.ranges) == 1;
    if (run->opt.unit == UNIT_BYTES && one_range) {
        cut_byte_range(run, out, lines);
    } else if (one_byte_parts && one_range && !run->opt.joint_given) {
        cut_field_range(run, out, lines);
    } else if (run->opt.unit == UNIT_BYTES || utf8_chars) {
        cut_position_lines(run, out, lines);
    } else if (one_byte_parts) {
        cut_field_lines(run, out, lines);
    } else {
        for (span line = {}; span_cut(&lines, run->opt.line_end, &line);) {
            take_piece(run, out, line);
            end_line(run, out);
        }
    }
}

/* The start of PART, which holds no line end, that can be taken without its last, unfinished character. */
static span finished_part(struct cut_run const *run, reader const *in, span part)
{
    if (!run->decode || reader_ended(in))
        return part;
    return span_chop(part, text_unfinished(part));
}

/* Take what is buffered as far as it can be. */
static oserr take_part(struct cut_run *run, writer *out, reader *in, span part)
{
    size_t len = span_len(part), end = run->line.begun ? span_find(part, run->opt.line_end) : len;
    if (end < len) {
        take_piece(run, out, span_first(part, end));
        end_line(run, out);
        reader_consume(in, end + 1);
        return 0;
    }
    size_t last = run->line.begun ? len : span_rfind(part, run->opt.line_end);
    if (last < len) {
        take_lines(run, out, span_first(part, last + 1));
        reader_consume(in, last + 1);
        return 0;
    }
    span piece = finished_part(run, in, part);
    if (reader_ended(in) || ((run->line.begun || len >= LONG_LINE) && !span_empty(piece))) {
        take_piece(run, out, piece);
        reader_consume(in, span_len(piece));
        return 0;
    }
    return reader_peek_least(in, len + 1, &part);
}

oserr cut_input(struct cut_run *run, writer *out, reader *in)
{
    span part = {};
    oserr err = 0;
    if (run->opt.separator == SEPARATOR_LINE_END)
        return cut_lines_as_fields(run, out, in);
    while (writer_ok(out) && err == 0 && (err = reader_peek(in, &part)) == 0 && !span_empty(part)) {
        err = take_part(run, out, in, part);
        writer_sync(out);
    }
    end_line(run, out);
    return err;
}
