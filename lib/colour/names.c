/* names.c - letters and keywords of the kinds. */

#include "colour/colour.h"

#include "safe/ascii.h"

struct name {
    zstr text;
    enum colour_kind kind;
};
RSPAN_DEFINE(names, struct name);

/* In the order of the enumeration. */
static const struct name letter_table[] = {
    {Z("lc"), COLOUR_LEFT}, {Z("rc"), COLOUR_RIGHT}, {Z("ec"), COLOUR_END}, {Z("rs"), COLOUR_RESET},
    {Z("no"), COLOUR_NORMAL}, {Z("fi"), COLOUR_FILE}, {Z("di"), COLOUR_DIR}, {Z("ln"), COLOUR_LINK},
    {Z("pi"), COLOUR_FIFO}, {Z("so"), COLOUR_SOCKET}, {Z("bd"), COLOUR_BLOCK}, {Z("cd"), COLOUR_CHARACTER},
    {Z("mi"), COLOUR_MISSING}, {Z("or"), COLOUR_ORPHAN}, {Z("ex"), COLOUR_EXEC}, {Z("do"), COLOUR_DOOR},
    {Z("su"), COLOUR_SETUID}, {Z("sg"), COLOUR_SETGID}, {Z("st"), COLOUR_STICKY},
    {Z("ow"), COLOUR_OTHER_WRITABLE}, {Z("tw"), COLOUR_STICKY_OTHER_WRITABLE}, {Z("ca"), COLOUR_CAPABILITY},
    {Z("mh"), COLOUR_MULTIHARDLINK}, {Z("cl"), COLOUR_CLEAR},
};

static const struct name keyword_table[] = {
    {Z("normal"), COLOUR_NORMAL}, {Z("norm"), COLOUR_NORMAL}, {Z("file"), COLOUR_FILE},
    {Z("reset"), COLOUR_RESET}, {Z("dir"), COLOUR_DIR},
    {Z("lnk"), COLOUR_LINK}, {Z("link"), COLOUR_LINK}, {Z("symlink"), COLOUR_LINK},
    {Z("orphan"), COLOUR_ORPHAN}, {Z("missing"), COLOUR_MISSING},
    {Z("fifo"), COLOUR_FIFO}, {Z("pipe"), COLOUR_FIFO}, {Z("sock"), COLOUR_SOCKET},
    {Z("blk"), COLOUR_BLOCK}, {Z("block"), COLOUR_BLOCK}, {Z("chr"), COLOUR_CHARACTER},
    {Z("char"), COLOUR_CHARACTER}, {Z("door"), COLOUR_DOOR}, {Z("exec"), COLOUR_EXEC},
    {Z("left"), COLOUR_LEFT}, {Z("leftcode"), COLOUR_LEFT}, {Z("right"), COLOUR_RIGHT},
    {Z("rightcode"), COLOUR_RIGHT}, {Z("end"), COLOUR_END}, {Z("endcode"), COLOUR_END},
    {Z("suid"), COLOUR_SETUID}, {Z("setuid"), COLOUR_SETUID}, {Z("sgid"), COLOUR_SETGID},
    {Z("setgid"), COLOUR_SETGID}, {Z("sticky"), COLOUR_STICKY},
    {Z("other_writable"), COLOUR_OTHER_WRITABLE}, {Z("owr"), COLOUR_OTHER_WRITABLE},
    {Z("sticky_other_writable"), COLOUR_STICKY_OTHER_WRITABLE}, {Z("owt"), COLOUR_STICKY_OTHER_WRITABLE},
    {Z("capability"), COLOUR_CAPABILITY}, {Z("multihardlink"), COLOUR_MULTIHARDLINK},
    {Z("clrtoeol"), COLOUR_CLEAR},
};

zstr colour_letters(enum colour_kind kind)
{
    return names_at(SPAN_OF(names, letter_table), (size_t)kind).text;
}

bool colour_from_letters(span letters, enum colour_kind *kind)
{
    struct name n = {};
    for (names rest = SPAN_OF(names, letter_table); names_next(&rest, &n);)
        if (span_eq(letters, zstr_span(n.text))) {
            *kind = n.kind;
            return true;
        }
    return false;
}

bool colour_from_keyword(span keyword, enum colour_kind *kind)
{
    struct name n = {};
    for (names rest = SPAN_OF(names, keyword_table); names_next(&rest, &n);)
        if (ascii_same_letters(keyword, zstr_span(n.text))) {
            *kind = n.kind;
            return true;
        }
    return false;
}
