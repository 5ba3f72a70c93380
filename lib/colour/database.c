/* database.c - the built-in database: which colours dircolors gives without a FILE.  Codes and the order of
   suffixes are those that users of GNU's know. */

#include "colour/terminals.h"

struct row {
    zstr keyword, code, remark;
};
RSPAN_DEFINE(rows, struct row);

struct group {
    zstr title, code;
    zstr words;             /* suffixes, with a blank between them */
};
RSPAN_DEFINE(groups, struct group);

static const struct row row_table[] = {
    {Z("RESET"), Z("0"), Z("back to the terminal's own colour")},
    {Z("DIR"), Z("01;34"), Z("directories")},
    {Z("LINK"), Z("01;36"), Z("symbolic links; the word 'target' makes them look like what they lead to")},
    {Z("MULTIHARDLINK"), Z("00"), Z("regular files that have further names")},
    {Z("FIFO"), Z("40;33"), Z("named pipes")},
    {Z("SOCK"), Z("01;35"), Z("sockets")},
    {Z("DOOR"), Z("01;35"), Z("doors (Solaris)")},
    {Z("BLK"), Z("40;33;01"), Z("block devices")},
    {Z("CHR"), Z("40;33;01"), Z("character devices")},
    {Z("ORPHAN"), Z("40;31;01"), Z("links that lead nowhere")},
    {Z("MISSING"), Z("00"), Z("what they would lead to")},
    {Z("SETUID"), Z("37;41"), Z("programs that run as their owner")},
    {Z("SETGID"), Z("30;43"), Z("programs that run with their group")},
    {Z("CAPABILITY"), Z("00"), Z("programs with capabilities; any other code than 00 costs time")},
    {Z("STICKY_OTHER_WRITABLE"), Z("30;42"), Z("directories that all may write to, with the sticky bit")},
    {Z("OTHER_WRITABLE"), Z("34;42"), Z("directories that all may write to, without it")},
    {Z("STICKY"), Z("37;44"), Z("other directories with the sticky bit")},
    {Z("EXEC"), Z("01;32"), Z("programs and scripts that may be run")},
};

static const struct group group_table[] = {
    {Z("Archives and compressed files: bold red"), Z("01;31"),
     Z(".7z .ace .alz .apk .arc .arj .bz .bz2 .cab .cpio .crate .deb .drpm .dwm .dz .ear .egg .esd "
       ".gz .jar .lha .lrz .lz .lz4 .lzh .lzma .lzo .pyz .rar .rpm .rz .sar .swm .t7z .tar .taz "
       ".tbz .tbz2 .tgz .tlz .txz .tz .tzo .tzst .udeb .war .whl .wim .xz .z .zip .zoo .zst")},
    {Z("Pictures and films: bold magenta"), Z("01;35"),
     Z(".avif .jpg .jpeg .jxl .mjpg .mjpeg .gif .bmp .pbm .pgm .ppm .tga .xbm .xpm .tif .tiff .png "
       ".svg .svgz .mng .pcx .mov .mpg .mpeg .m2v .mkv .webm .webp .ogm .mp4 .m4v .mp4v .vob .qt "
       ".nuv .wmv .asf .rm .rmvb .flc .avi .fli .flv .gl .dl .xcf .xwd .yuv .cgm .emf .ogv .ogx")},
    {Z("Sound: cyan"), Z("00;36"),
     Z(".aac .au .flac .m4a .mid .midi .mka .mp3 .mpc .ogg .ra .wav .oga .opus .spx .xspf")},
    {Z("Backups and other leftovers: grey"), Z("00;90"),
     Z("*~ *# .bak .crdownload .dpkg-dist .dpkg-new .dpkg-old .dpkg-tmp .old .orig .part .rej "
       ".rpmnew .rpmorig .rpmsave .swp .tmp .ucf-dist .ucf-new .ucf-old")},
};

static void append_line(buf *out, span a, span b)
{
    buf_append(out, a);
    buf_append(out, b);
    buf_push(out, '\n');
}

static void append_row(buf *out, struct row r)
{
    buf_append(out, zstr_span(r.keyword));
    buf_push(out, ' ');
    buf_append(out, zstr_span(r.code));
    append_line(out, S("    # "), zstr_span(r.remark));
}

static void append_group(buf *out, struct group g)
{
    span words = zstr_span(g.words), word = {};
    buf_push(out, '\n');
    append_line(out, S("# "), zstr_span(g.title));
    while (!span_empty(words)) {
        if (!span_cut(&words, ' ', &word))
            word = span_take(&words, span_len(words));
        buf_append(out, word);
        append_line(out, S(" "), zstr_span(g.code));
    }
}

void colour_append_database(buf *out)
{
    zstr pattern = {};
    struct row row = {};
    struct group group = {};
    buf_append(out, S("# Colours of file names in listings, as dircolors reads them.  Each line is a\n"
                      "# keyword and a code; what follows a '#' is a remark.\n"
                      "\n"
                      "# What comes behind lines with TERM or COLORTERM counts only where one of them\n"
                      "# is a pattern for that variable's value.\n"
                      "COLORTERM ?*\n"));
    for (zstrs rest = colour_terminal_patterns(); zstrs_next(&rest, &pattern);)
        append_line(out, S("TERM "), zstr_span(pattern));
    buf_append(out, S("\n"
                      "# A code is a list of numbers with semicolons between them.  Most terminals know\n"
                      "#   manner:     00 plain  01 bold  04 underlined  05 blinking  07 reversed\n"
                      "#   colour:     30 black  31 red  32 green  33 yellow  34 blue  35 magenta\n"
                      "#               36 cyan   37 white;  90 to 97 the same, brighter\n"
                      "#   background: 40 to 47, in the same order\n"
                      "\n"
                      "# Kinds of files.  NORMAL (all text) and FILE (regular files) can be set, too.\n"));
    for (rows rest = SPAN_OF(rows, row_table); rows_next(&rest, &row);)
        append_row(out, row);
    buf_append(out, S("\n"
                      "# Ends of names: .SUFFIX, or *END where there need not be a period.  Capital and\n"
                      "# small letters are alike unless two lines tell them apart.\n"));
    for (groups rest = SPAN_OF(groups, group_table); groups_next(&rest, &group);)
        append_group(out, group);
}
