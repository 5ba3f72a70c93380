/* Directives and macros. */

#include "room/room.h"
#include "room/../safe/safe.h" // reject: include
#include <sys/types.h> // reject: include
#include <stddef.h>
#include <wchar.h> // reject: include
#define HEADER "safe/safe.h"
#include HEADER // reject: include
#include_next <stdint.h> // reject: include, warning
#import "safe/safe.h" // reject: include
#include "../lib/safe/safe.h" // reject: include
#include "hidden.inc" // reject: include
#include "room/bad.h"

#if 1 // reject: conditional
static const int chosen = 1;
#elif 2 // reject: conditional
union never { int a; }; // reject: union
#else // reject: conditional
int goto_never(void) { goto x; x: return 0; } // reject: goto
#endif // reject: conditional
#ifdef __linux__ // reject: conditional, reserved-name
#endif // reject: conditional
#ifndef CHOSEN // reject: conditional
#define CHOSEN 1
#endif // reject: conditional

#pragma GCC diagnostic ignored "-Wconversion" // reject: directive
#pragma clang diagnostic ignored "-Wsign-conversion" // reject: directive
#pragma pack(1) // reject: directive
_Pragma("GCC poison span_len") // reject: directive
#ident "text" // reject: directive
#warning "text" // reject: directive, compile
#undef S // reject: reserved-macro
#define S(x) (x) // reject: reserved-macro
#define SAFE_THING 1 // reject: reserved-macro
#define _thing 1 // reject: reserved-macro
#define const // reject: reserved-macro
#undef const // reject: reserved-macro
#define PASTE(a, b) a##b // reject: macro-form
#define TEXT(a) #a // reject: macro-form
#define MANY(...) 1 // reject: macro-form
#define NAMED(args...) 1 // reject: macro-form
#define WIDER 2
#define EVIL_UNUSED(x) asm(x) // reject: asm
#define FINE(x) ((x) + 1)
%:define DIGRAPH 1 // reject: digraph

int prog_main(void)
<% // reject: digraph
    zstr q = Z("what??!"); // reject: digraph, warning
    return FINE(chosen) + WIDER + (zstr_span(q), 1); // reject: warning
}
