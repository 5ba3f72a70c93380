/* environ.c - see environ.h. */

#include "environ/environ.h"

#include "sys/env.h"

void environment_add(struct environment *e, args entries)
{
    for (size_t i = 0; i < args_len(entries); i++)
        zstr_vec_push(&e->entries, args_at(entries, i));
}

/* Whether ENTRY's name, with its '=', is NAMED. */
static bool has_name(zstr entry, span named)
{
    return span_starts(zstr_span(entry), named);
}

void environment_put(struct environment *e, zstr entry)
{
    span text = zstr_span(entry), named = span_first(text, span_find(text, '=') + 1);
    for (size_t i = 0; i < zstr_vec_len(&e->entries); i++)
        if (has_name(zstr_vec_at(&e->entries, i), named)) {
            zstr_vec_set(&e->entries, i, entry);
            return;
        }
    zstr_vec_push(&e->entries, entry);
}

void environment_remove(struct environment *e, span name)
{
    size_t kept = 0;
    for (size_t i = 0; i < zstr_vec_len(&e->entries); i++) {
        zstr entry = zstr_vec_at(&e->entries, i);
        span text = zstr_span(entry);
        if (span_starts(text, name) && span_peek(text, span_len(name)) == '=')
            continue;
        zstr_vec_set(&e->entries, kept++, entry);
    }
    zstr_vec_truncate(&e->entries, kept);
}

void environment_form_init(struct environment_form *form, struct diag *d, bool null)
{
    *form = (struct environment_form){.null = null, .quoting = {.style = QUOTE_SHELL_ESCAPE}};
    zstr wish = env_get(Z("QUOTING_STYLE"));
    if (!null && !zstr_is_none(wish) && !quote_style_from_name(zstr_span(wish), &form->quoting.style))
        diag_warn(d, 0, "ignoring invalid value of environment variable QUOTING_STYLE: %s",
                  fmt_q(zstr_span(wish)));
}

void environment_print(writer *out, span entry, struct environment_form const *form)
{
    span name = {};
    if (!form->null && span_cut(&entry, '=', &name)) {
        writer_put(out, name);
        writer_byte(out, '=');
    }
    if (form->null || span_empty(entry))
        writer_put(out, entry);
    else
        quote_put(out, entry, &form->quoting);
    writer_byte(out, form->null ? 0 : '\n');
}
