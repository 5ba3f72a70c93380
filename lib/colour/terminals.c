/* terminals.c - types of terminals that have colours. */

#include "colour/terminals.h"

#include "sys/pattern.h"

static const zstr table[] = {
    Z("Eterm"), Z("ansi"), Z("*color*"), Z("con[0-9]*x[0-9]*"), Z("cons25"), Z("console"), Z("cygwin"),
    Z("*direct*"), Z("dtterm"), Z("gnome"), Z("hurd"), Z("jfbterm"), Z("konsole"), Z("kterm"), Z("linux"),
    Z("linux-c"), Z("mlterm"), Z("putty"), Z("rxvt*"), Z("screen*"), Z("st"), Z("terminator"), Z("tmux*"),
    Z("vt100"), Z("vt220"), Z("xterm*"),
};

zstrs colour_terminal_patterns(void)
{
    return SPAN_OF(zstrs, table);
}

bool colour_terminal_known(zstr term)
{
    zstr pattern = {};
    for (zstrs rest = SPAN_OF(zstrs, table); zstrs_next(&rest, &pattern);)
        if (pattern_matches(pattern, term, false))
            return true;
    return false;
}
