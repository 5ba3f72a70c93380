/* environ.h - an environment in the making, and how entries are printed.

   An entry is any string; as a rule it is NAME=VALUE.  Others stay where they are, as do further entries of
   the same name, until their name is removed. */

#ifndef ENVIRON_ENVIRON_H
#define ENVIRON_ENVIRON_H

#include "diag/diag.h"
#include "safe/args.h"

struct SAFE_OWNER environment {
    zstr_vec entries;
};

/* Add ENTRIES as they are. */
void environment_add(struct environment *e, args entries);
/* Put NAME=VALUE in the place of the first entry of that name, or behind all.  F: it has a '='. */
void environment_put(struct environment *e, zstr entry);
/* Drop all entries of NAME. */
void environment_remove(struct environment *e, span name);

struct environment_form {
    bool null;                  /* entries end in NUL, and nothing is quoted */
    struct quote_options quoting;
};

/* For the shell, or as QUOTING_STYLE says; a wrong one is warned of. */
void environment_form_init(struct environment_form *form, struct diag *d, bool null);
/* Print one entry. */
void environment_print(writer *out, span entry, struct environment_form const *form);

#endif
