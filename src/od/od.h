/* od.h - what the parts of od share. */

#ifndef OD_OD_H
#define OD_OD_H

#include "cli/cli.h"
#include "num/parse.h"
#include "safe/bytes.h"
#include "sys/float.h"

enum od_kind { OD_NAMED, OD_CHARACTER, OD_SIGNED, OD_UNSIGNED, OD_OCTAL, OD_HEX, OD_FLOAT };

/* One type of -t.  Lines consist of units, which have as many bytes as the longest element of all types, and
   the same columns in the lines of each type. */
struct od_type {
    enum od_kind kind;
    enum float_type real;       /* what OD_FLOAT shows */
    unsigned size;              /* bytes of an element */
    unsigned columns;           /* of its text, which is aligned to the right behind at least one blank */
    bool trailer;               /* with z: the line's characters behind it */
    bool by_table;              /* elements of one byte, whose texts have their blanks in the table */
    unsigned fields;            /* elements in a unit */
    unsigned extra;             /* blanks before them in sum */
    byteexpand texts;           /* of elements of one byte */
};
VEC_DEFINE(od_types, od_type_view, struct od_type);

enum { OD_KEY_ENDIAN = CLI_KEY, OD_KEY_STRINGS, OD_KEY_TRADITIONAL };

enum od_endian { OD_NATIVE, OD_LITTLE, OD_BIG };

struct od_options {
    unsigned radix;             /* of addresses: 8, 10, 16, or 0 for none */
    enum od_endian endian;
    uint64_t skip;
    uint64_t limit;             /* UINT64_MAX: none */
    uint64_t width;             /* bytes of a line as asked for, or 0 */
    bool strings;
    uint64_t shortest;          /* string */
    bool duplicates;            /* -v */
    bool traditional;
    bool modern;                /* there was an option that came after the offset operands of old */
    bool labelled;
    uint64_t label;             /* of the first byte */
    bool failed;                /* a complaint is out, and parsing goes on only to find more */
    od_types types;
};

/* The bytes of all operands, one after another. */
struct SAFE_OWNER od_input {
    struct cli_input file;
    bool open;                  /* there is a file to read from */
    uint64_t left;              /* bytes to read before the limit */
};

struct od_dump {
    struct od_options opt;
    struct od_input input;
    uint64_t address;
    size_t line;                /* bytes of a line */
    unsigned unit, unit_columns;
    bool big;                   /* the byte with the highest value comes first */
    bool stopped;               /* no label is left */
    byteclass unprintable;      /* for strings */
    bytemap shown;              /* for trailers: what is printed for each byte */
    buf scratch;
};

/* numbers.c: a count of an option: a number in one of C's forms and a unit, or a DECIMAL one without. */
enum od_count { OD_COUNT_OK, OD_COUNT_BAD, OD_COUNT_SUFFIX, OD_COUNT_RANGE };
enum od_count od_parse_count(span text, bool decimal, uint64_t *out);
/* An operand of old: [+]DIGITS[.][b], octal without a point, or [+]0xDIGITS.  NUM_BAD: it is a file name. */
enum num_err od_parse_offset(span text, uint64_t *out);

/* types.c: append the types of TEXT; reports and returns false, with nothing appended, when it names none. */
bool od_parse_types(struct cli *cli, span text, od_types *out);
/* layout.c: blanks, tables and the length of a line, once all options are known. */
void od_lay_out(struct cli *cli, struct od_dump *d);

/* options.c */
bool od_parse_options(struct cli *cli, struct od_options *opt);

/* input.c: open the first file that can be; false when there is none. */
bool od_open(struct cli *cli, struct od_input *in);
/* Append some bytes to DATA; false at the end. */
bool od_read(struct cli *cli, struct od_input *in, buf *data);
/* Step over N bytes; false when there are not so many. */
bool od_skip(struct cli *cli, struct od_input *in, uint64_t n);
/* Close the file that is open. */
void od_close(struct cli *cli, struct od_input *in, oserr err);

/* fields.c: room that OUT has in *W from now on. */
void od_make_room(writer *out, mspan *w, size_t n);
enum { OD_ADDRESS_ROOM = 96 };
/* ADDRESS and its label, if they are wanted; without addresses they themselves stand where labels would, as
   in GNU's.  False when the label is past the largest one: then D is stopped.  F: OD_ADDRESS_ROOM bytes. */
bool od_put_address(struct od_dump *d, mspan *w, uint64_t address);
/* The elements in BYTES, which begin a line, as T says. */
void od_put_fields(struct od_dump *d, writer *out, mspan *w, struct od_type const *t, span bytes);

/* dump.c: print all input in lines. */
void od_print_lines(struct cli *cli, struct od_dump *d);
/* strings.c: print the strings in it. */
void od_print_strings(struct cli *cli, struct od_dump *d);

#endif
