/* chars.c - characters against mbrtowc, in UTF-8 and in a locale of single bytes. */

#include "fuzz/fuzz.h"
#include "text/chars.h"

#include <locale.h>
#include <wchar.h>

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static bool ready;
    if (!ready)
        ready = setenv("LC_ALL", "C.UTF-8", 1) == 0 && setlocale(LC_ALL, "C.UTF-8") != NULL;
    REQUIRE(ready);
    span s = {data, size}, rest = s;
    struct text_char c = {0};
    while (!span_empty(rest)) {
        mbstate_t state = {0};
        wchar_t w = 0;
        size_t n = mbrtowc(&w, (char const *)rest.p_, rest.n_, &state);
        bool valid = n != (size_t)-1 && n != (size_t)-2;
        span before = rest;
        REQUIRE(text_next(&rest, &c));
        REQUIRE(c.valid == valid && c.bytes.p_ == before.p_ && c.bytes.n_ + rest.n_ == before.n_);
        if (!valid) {
            REQUIRE(c.bytes.n_ == 1);
            continue;
        }
        REQUIRE(c.bytes.n_ == (n ? n : 1) && c.code == (uint32_t)w);
        unsigned char room[16];
        size_t put = text_encode(c.code, (mspan){room, sizeof room});
        REQUIRE(put == c.bytes.n_ && memcmp(room, c.bytes.p_, put) == 0);
        REQUIRE(text_width(c) == wcwidth(w));
    }
    REQUIRE(!text_next(&rest, &c));
    mbstate_t state = {0};
    size_t unfinished = text_unfinished(s);
    REQUIRE(unfinished <= s.n_ && unfinished < 6);
    if (unfinished > 0)
        REQUIRE(mbrtowc(NULL, (char const *)s.p_ + s.n_ - unfinished, unfinished, &state) == (size_t)-2);
    return 0;
}
