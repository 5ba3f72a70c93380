/* count.c - counting one input: each wanted count is a pass over a part of it that is still in the cache. */

#include "wc/wc.h"

#include "safe/checked.h"
#include "sys/env.h"
#include "sys/mapped.h"
#include "sys/zerocopy.h"
#include "text/part.h"

enum { READ_SIZE = 256 * 1024 };

/* Whether BYTE is white space in a single-byte locale. */
static bool is_space_byte(unsigned char byte, struct wc_tables const *t)
{
    if (byte < 128)
        return span_has(S("\t\n\v\f\r "), byte);
    if (locale_is_c(LOCALE_CTYPE))
        return byte == 0xA0 && t->no_break_is_space;
    struct text_char c = {};
    buf one = {};
    buf_push(&one, byte);
    span rest = buf_span(&one);
    bool white = text_next(&rest, &c) && (text_is(c, TEXT_SPACE) || (c.code == 0xA0 && t->no_break_is_space));
    buf_recycle(&one);
    return white;
}

void wc_make_tables(struct wc_tables *t, struct wc_options const *opt)
{
    byteset space = {}, ask = {}, uneven = {};
    enum locale_charset charset = CHARSET_SINGLE_BYTE;
    if (opt->words || opt->chars || opt->width)
        charset = locale_charset();
    t->utf8 = charset == CHARSET_UTF8;
    t->decode = charset == CHARSET_OTHER;
    t->ready_beyond_ascii = !t->utf8;
    t->no_break_is_space = !env_has(Z("POSIXLY_CORRECT"));
    for (unsigned i = 0; i < 256; i++) {
        unsigned char byte = low_byte(i);
        if (opt->words && (i < 128 || charset == CHARSET_SINGLE_BYTE) && is_space_byte(byte, t))
            byteset_add(&space, byte);
        if (t->utf8 && i >= 128)
            byteset_add(&ask, byte);
        if (i < 32 || i >= 127)
            byteset_add(&uneven, byte);
    }
    byteclass_make(&t->space, &space);
    byteclass_make(&t->ask, &ask);
    byteclass_make(&t->uneven, &uneven);
}

/* Characters of PART in encodings without a kernel. */
static uint64_t decode_chars(span part)
{
    uint64_t n = 0;
    for (struct text_char c = {}; text_next(&part, &c);)
        n += c.valid;
    return n;
}

/* Bytes of a file that need not be read to be counted, because the system knows their number: the read
   position moves on. The last block is read all the same, since some systems say more than there is. */
static uint64_t skip_bytes(fdh fd)
{
    struct stat st = {};
    int64_t at = 0, to = 0;
    if (fd_stat(fd, &st) != 0 || !S_ISREG(st.st_mode) || fd_seek(fd, 0, SEEK_CUR, &at) != 0
        || st.st_size <= at)
        return 0;
    int64_t block = st.st_blksize > 0 ? st.st_blksize : 512;
    /* A size that is a multiple of a page may be a guess, as in /proc and /sys. */
    int64_t end = st.st_size % 4096 == 0 ? st.st_size - block : st.st_size;
    if (end <= at || fd_seek(fd, end, SEEK_SET, &to) != 0)
        return 0;
    return magnitude(end - at);
}

static void count_part(span part, struct wc_options const *opt, struct wc_tables *t, struct wc_counts *c,
                       struct word_counts *w)
{
    if (opt->words)
        wc_count_words(part, t, w);
    else if (opt->lines)
        w->lines += span_count(part, '\n');
    if (opt->chars)
        c->chars += t->utf8 ? span_count_utf8(part) : t->decode ? decode_chars(part) : span_len(part);
}

/* Count what can be counted without reading, up to a rest: bytes, and then lines or characters of UTF-8, but
   not both. How many bytes that was. */
static uint64_t count_unread(fdh fd, struct wc_options const *opt, struct wc_tables const *t,
                             struct wc_counts *c)
{
    bool characters = opt->chars && (t->utf8 || t->decode);
    if (opt->words || opt->width || t->decode || (characters && opt->lines))
        return 0;
    if (characters)
        return mapped_count_utf8(fd, &c->chars);
    return opt->lines ? mapped_count(fd, '\n', &c->lines) : skip_bytes(fd) + zerocopy_discard(fd);
}

oserr wc_count(reader *in, struct wc_options const *opt, struct wc_tables *t, struct wc_counts *c)
{
    struct word_counts w = {};
    uint64_t column = 0;
    oserr err = 0;
    bool bytes_are_chars = !t->utf8 && !t->decode;
    c->bytes = count_unread(in->fd, opt, t, c);
    if (bytes_are_chars)
        c->chars = c->bytes;
    reader_open_sized(in, in->fd, READ_SIZE);
    bool whole = (opt->words || opt->chars || opt->width) && !bytes_are_chars;
    for (span part = {}; (err = text_peek_part(in, whole, &part)) == 0 && !span_empty(part);) {
        count_part(part, opt, t, c, &w);
        if (opt->width)
            wc_count_width(part, t, &column, &c->width);
        c->bytes += span_len(part);
        reader_consume(in, span_len(part));
    }
    if (column > c->width)
        c->width = column;
    c->lines += w.lines;
    c->words += w.words;
    return err ? err : in->err;
}
