/* private.h - between the files of the remover. */

#ifndef REMOVE_PRIVATE_H
#define REMOVE_PRIVATE_H

#include "remove/remove.h"

enum remove_answer { REMOVE_GO, REMOVE_DECLINED, REMOVE_FAILED };

/* ---- ask.c: may it be removed? ---- */

/* Ask, where the options say so, before removing what V is about. */
enum remove_answer remove_ask_(remover *r, struct diag *d, struct walk_visit const *v);
/* The same before going down into the directory V; *EMPTY: it has no entries (or hides them), and the
   answer is good for removing it at once.  Nobody goes down when not recursive: then one with entries is
   declined without a question. */
enum remove_answer remove_ask_descend_(remover *r, struct diag *d, struct walk_visit const *v, bool *empty);

/* ---- operand.c: what rm refuses to work on ---- */

/* Whether the operand, the directory V, must not be removed: reported. */
bool remove_refused_(remover *r, struct diag *d, struct walk_visit const *v);

#endif
