/* decode.c - text to bytes.

   Line ends (and garbage, where that is left out) are removed first; what remains goes through in whole
   groups as long as these are right.  The first other one is looked at digit by digit. */

#include "encode/encode.h"

enum { SHORT_LINE = 24 };       /* shorter ones are copied byte by byte rather than line by line */

void decoder_make(struct decoder *d, enum encoding encoding, bool skip_garbage)
{
    encoder_make(&d->encoder, encoding);
    d->skip_garbage = skip_garbage;
}

/* PART without line ends. */
static void hold_lines(buf *held, span part)
{
    mspan window = buf_tail(held, span_len(part));
    if (span_find(part, '\n') < SHORT_LINE && span_len(part) > SHORT_LINE) {
        byteset line_end = {};
        byteset_add(&line_end, '\n');
        buf_commit(held, mspan_filter(window, part, &line_end));
        return;
    }
    for (span line = {}; span_cut(&part, '\n', &line);)
        mspan_put(&window, line);
    mspan_put(&window, part);
    buf_commit_before(held, window);
}

static unsigned digit_bits(struct encoder const *e)
{
    return e->encoding >= ENCODING_BASE32 ? 5 : 6;
}

/* A group that is padded, or wrong: append what its digits give up to there; false when it is wrong. */
static bool decode_group(struct encoder const *e, buf *out, span group)
{
    unsigned bits = digit_bits(e), have = 0;
    uint64_t value = 0;
    for (size_t i = 0; i < span_len(group); i++) {
        unsigned char c = span_at(group, i);
        unsigned digit = radix_value(&e->radix, c);
        if (c == '=' && e->padded) {
            /* Padding stands where a byte was just completed; what is left of the last digit is zero. */
            bool all = span_len(group) - i == span_count(span_drop(group, i), '=');
            return i > 0 && have < bits && all && (value & ((1U << have) - 1)) == 0;
        }
        if (digit == RADIX_NO_DIGIT || !e->padded)
            return false;
        value = value << bits | digit;
        have += bits;
        if (have >= 8) {
            have -= 8;
            buf_push(out, low_byte(value >> have));
        }
    }
    return true;
}

bool decoder_add(struct decoder *d, buf *out, span part)
{
    /* A part with digits of the other base 64 gives nothing at all. */
    if (d->encoder.encoding == ENCODING_BASE64URL && !d->skip_garbage
        && span_find2(part, '+', '/') < span_len(part))
        return false;
    if (d->skip_garbage)
        buf_commit(&d->held, mspan_filter(buf_tail(&d->held, span_len(part)), part,
                                          &d->encoder.garbage));
    else
        hold_lines(&d->held, part);
    span text = buf_span(&d->held);
    size_t digits = radix_group_digits(&d->encoder.radix), done = 0;
    size_t bytes = radix_group_bytes(&d->encoder.radix);
    bool good = true;
    while (good && span_len(text) >= digits) {
        mspan window = buf_tail(out, span_len(text) / digits * bytes);
        buf_commit(out, radix_decode(window, text, &d->encoder.radix, &done));
        text = span_drop(text, done);
        if (span_len(text) >= digits)
            good = decode_group(&d->encoder, out, span_take(&text, digits));
    }
    buf_drop_front(&d->held, buf_len(&d->held) - span_len(text));
    return good;
}

bool decoder_finish(struct decoder *d, buf *out)
{
    size_t digits = radix_group_digits(&d->encoder.radix), have = buf_len(&d->held);
    if (have == 0)
        return true;
    bool half_padded = span_has(buf_span(&d->held), '=');
    /* Half a padding: base 64 gives what stands before it all the same, base 32 does not, as GNU has it. */
    if (span_last(buf_span(&d->held)) == '=' && digits != 4)
        return false;
    buf_append_fill(&d->held, digits - have, '=');
    bool good = decode_group(&d->encoder, out, buf_span(&d->held));
    buf_clear(&d->held);
    return good && !half_padded;
}

bool encode_decode_base64(span text, buf *out, bool *exact)
{
    struct decoder d = {};
    decoder_make(&d, ENCODING_BASE64, false);
    size_t before = buf_len(out);
    bool good = !span_has(text, '\n') && span_len(text) % 4 == 0 && decoder_add(&d, out, text);
    buf_recycle(&d.held);
    size_t pad = span_len(text) > 0 ? span_len(text) - span_find(text, '=') : 0;
    *exact = good;
    /* The digits before the padding may be right though their unused bits are not zero. */
    return good || (pad > 0 && buf_len(out) - before == span_len(text) / 4 * 3 - pad && pad <= 2
                    && span_count(text, '=') == pad);
}
