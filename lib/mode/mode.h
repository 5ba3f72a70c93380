/* mode.h - permission bits in words: "755", "u=rwx,go-w", "+X", as chmod, mkdir -m and install -m take them.

   The grammar is that of POSIX chmod with GNU's extensions: letters to copy (g=u), octal digits behind an
   operator (-755), and on directories set-ID bits that stay unless the text mentions them. */

#ifndef MODE_MODE_H
#define MODE_MODE_H

#include "safe/span.h"
#include "safe/typed.h"
#include "sys/fd.h"

enum {
    MODE_BITS = 07777,          /* everything that chmod can change */
    MODE_ACCESS = 0777,
};

enum mode_source {
    MODE_VALUE,                 /* `value` itself */
    MODE_COPY,                  /* what the file has in `value`, a class, for every class */
    MODE_X_IF_ANY,              /* `value`, and execution for directories and files that have it somewhere */
};

/* One operator with what stands behind it. */
struct mode_clause {
    unsigned char op;           /* '=', '+' or '-' */
    enum mode_source source;
    mode_t affected;            /* the bits of the classes named; 0: none was named, so the umask counts */
    mode_t value;
    mode_t mentioned;           /* set-ID bits of directories that are not in here stay as they are */
};
VEC_DEFINE(mode_changes, mode_clause_view, struct mode_clause);

/* Append the changes that TEXT describes to C, which is to be empty before; false when TEXT is no mode. */
bool mode_parse(mode_changes *c, span text);
/* Make C give the mode MODE to everything, as chmod --reference does. */
void mode_exactly(mode_changes *c, mode_t mode);

struct mode_target {
    mode_t old;                 /* the bits it has */
    bool directory;
    mode_t umask;               /* holds back where no class is named */
};
/* The bits that T has after the changes.  *CHANGED: those of MODE_BITS that the changes decided, whether or
   not they were so before. */
mode_t mode_apply(mode_changes const *c, struct mode_target t, mode_t *changed);

#endif
