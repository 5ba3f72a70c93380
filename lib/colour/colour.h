/* colour.h - colours of file names: the database that dircolors reads, and LS_COLORS, which it makes for ls.

   The two-letter codes, the keywords of the database and the escapes in LS_COLORS are those of the manual of
   GNU coreutils ("dircolors invocation").  */

#ifndef COLOUR_COLOUR_H
#define COLOUR_COLOUR_H

#include "safe/arena.h"
#include "safe/buf.h"
#include "safe/zstr.h"

/* What a code of LS_COLORS is for; the first four are no kinds of files but parts of the sequences. */
enum colour_kind {
    COLOUR_LEFT, COLOUR_RIGHT, COLOUR_END, COLOUR_RESET,
    COLOUR_NORMAL, COLOUR_FILE, COLOUR_DIR, COLOUR_LINK, COLOUR_FIFO, COLOUR_SOCKET, COLOUR_BLOCK,
    COLOUR_CHARACTER, COLOUR_MISSING, COLOUR_ORPHAN, COLOUR_EXEC, COLOUR_DOOR, COLOUR_SETUID, COLOUR_SETGID,
    COLOUR_STICKY, COLOUR_OTHER_WRITABLE, COLOUR_STICKY_OTHER_WRITABLE, COLOUR_CAPABILITY,
    COLOUR_MULTIHARDLINK, COLOUR_CLEAR, COLOUR_KINDS
};

/* The two letters that stand for a kind. */
zstr colour_letters(enum colour_kind kind);
/* The kind for two letters; false when there is none. */
bool colour_from_letters(span letters, enum colour_kind *kind);
/* The kind for a keyword of the database, in letters of either case; false when there is none. */
bool colour_from_keyword(span keyword, enum colour_kind *kind);

/* Whether the terminal type TERM is one of those that the built-in database knows to have colours. */
bool colour_terminal_known(zstr term);
/* Append the built-in database as text, in the form that dircolors reads. */
void colour_append_database(buf *out);

/* ---- LS_COLORS ---- */

struct colour_code {
    span text;
    bool given;             /* `text` counts, also when it is empty */
};
VEC_DEFINE(colour_codes, colour_code_view, struct colour_code);

/* Names that end in `suffix` get the code. */
struct colour_suffix {
    span suffix;
    span code;
    bool exact;             /* the case of letters counts */
    bool hidden;            /* an earlier entry has taken its place */
};
VEC_DEFINE(colour_suffixes, colour_suffix_view, struct colour_suffix);

/* The all-zero value holds nothing; colour_use_defaults or colour_parse fills it. */
typedef struct SAFE_OWNER {
    colour_codes codes;             /* one for each kind */
    colour_suffixes suffixes;       /* the last in the text comes first */
    buf text;                       /* what the codes are views of */
    bool link_as_target;            /* links look like what they lead to */
} colours;

enum colour_error { COLOUR_OK, COLOUR_BAD_VALUE, COLOUR_BAD_LETTERS };

/* The codes where LS_COLORS says nothing. */
void colour_use_defaults(colours *c);
/* Change C, which has the defaults, as LS_COLORS's value TEXT says.  COLOUR_BAD_LETTERS: *LETTERS are no
   known code.  After an error C is not to be used. */
enum colour_error colour_parse(colours *c, span text, span *letters);

SAFE_INLINE span colour_code(colours const *c, enum colour_kind kind)
{
    return colour_codes_at(&c->codes, (size_t)kind).text;
}
/* Whether KIND has a code that changes anything: not empty, 0 or 00. */
bool colour_is_set(colours const *c, enum colour_kind kind);
/* The code for a NAME by its end; false when there is none. */
bool colour_of_suffix(colours const *c, span name, span *code);

#endif
