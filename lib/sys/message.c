/* message.c - gettext, set up late. */

#include "sys/message.h"

#include <config.h>
#include <string.h>

#include "sys/locale.h"

#if ENABLE_NLS
# include <libintl.h>
#endif

zstr message_text(zstr id)
{
    locale_use(LOCALE_MESSAGES);
#if ENABLE_NLS
    static bool bound;
    if (!bound) {
        /* Message ids equal GNU's, so an installed catalogue of GNU coreutils translates them. */
        bindtextdomain("coreutils", LOCALEDIR);
        bound = true;
    }
    return zstr_len(id) == 0 ? id : zstr_of_c_(dgettext("coreutils", zstr_c(id)));
#else
    return id;
#endif
}

zstr message_error(oserr err)
{
    locale_use(LOCALE_MESSAGES);
    return zstr_of_c_(strerror(err));
}
