/* part.c - parts of input end behind characters, wherever reads end. */

#include "text/part.h"
#include "unit.h"

static void check_parts(span bytes, size_t size, bool characters, char const *want)
{
    reader r = {0};
    fdh f = FDH_NONE;
    span part = {0};
    buf parts = {0};
    unit_write("input", bytes);
    ck_assert_int_eq(fd_open(&f, FDH_CWD, Z("input"), O_RDONLY, 0), 0);
    reader_open_sized(&r, f, size);
    while (text_peek_part(&r, characters, &part) == 0 && !span_empty(part)) {
        buf_append(&parts, part);
        buf_push(&parts, '|');
        reader_consume(&r, span_len(part));
    }
    check_text(buf_span(&parts), want);
    ck_assert_int_eq(reader_close(&r), 0);
    buf_recycle(&parts);
}

START_TEST(parts)
{
    if (!unit_locale("C.UTF-8"))
        return;
    check_parts(S(""), 4, true, "");
    check_parts(S("abcdef"), 4, true, "abcd|ef|");
    check_parts(S("abc\303\251d"), 4, true, "abc|\303\251d|");
    check_parts(S("abc\303\251d"), 4, false, "abc\303|\251d|");
    check_parts(S("\342\202\254\342"), 1, true, "\342\202\254|\342|");
    check_parts(S("ab\303"), 4, true, "ab|\303|");
}
END_TEST

START_TEST(errors)
{
    reader r = {0};
    span part = {0};
    fdh dir = FDH_NONE;
    ck_assert_int_eq(fd_open(&dir, FDH_CWD, Z("/"), O_RDONLY, 0), 0);
    reader_open(&r, dir);
    ck_assert_int_eq(text_peek_part(&r, true, &part), EISDIR);
    ck_assert_int_eq(reader_close(&r), 0);
}
END_TEST

UNIT_MAIN("parts of text", parts, errors)
