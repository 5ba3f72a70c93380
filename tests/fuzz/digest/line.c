/* line.c - lines of lists of digests: any line is taken apart or refused, and lines in each form that is
   printed come back. */

#include "digest/digest.h"
#include "fuzz/fuzz.h"

static void append_name(buf *line, span name, bool *escaped)
{
    for (size_t i = 0; i < name.n_; i++) {
        unsigned char c = name.p_[i];
        *escaped |= c == '\n' || c == '\r' || c == '\\';
        if (c == '\n' || c == '\r' || c == '\\') {
            buf_push(line, '\\');
            buf_push(line, c == '\n' ? 'n' : c == '\r' ? 'r' : c);
        } else {
            buf_push(line, c);
        }
    }
}

/* LINE becomes a line for DIGEST and NAME. */
static void compose(buf *line, struct digest_kind kind, span digest, span name, unsigned form)
{
    static buf body;
    bool escaped = false, tagged = form & 1, base64 = tagged && (form & 2);
    buf_clear(&body);
    buf_clear(line);
    if (tagged) {
        buf_append(&body, zstr_span(digest_name(kind.algorithm)));
        if (kind.algorithm >= DIGEST_SHA2 && kind.algorithm <= DIGEST_BLAKE2B) {
            buf_push(&body, '-');
            buf_append_umax(&body, kind.bits);
        }
        buf_append(&body, S(" ("));
        append_name(&body, name, &escaped);
        buf_append(&body, S(") = "));
    }
    if (base64)
        digest_append_base64(&body, digest);
    else
        digest_append_hex(&body, digest);
    if (!tagged) {
        buf_append(&body, form & 2 ? S(" *") : S("  "));
        append_name(&body, name, &escaped);
    }
    if (escaped)
        buf_push(line, '\\');
    buf_append(line, buf_span(&body));
}

static void check(struct digest_list const *list)
{
    REQUIRE(list->kind.bits % 8 == 0 && list->kind.bits > 0 && list->kind.bits <= DIGEST_MOST_BITS);
    REQUIRE(buf_len(&list->digest) == list->kind.bits / 8 || (list->base64 && buf_len(&list->digest) == 0));
    REQUIRE(span_find(buf_span(&list->name), 0) == buf_len(&list->name));
}

int LLVMFuzzerTestOneInput(uint8_t const *data, size_t size)
{
    static struct digest_list list, any;
    static buf line;
    fuzz f = {data, size};
    unsigned form = fuzz_byte(&f);
    struct digest_kind kind = {.algorithm = DIGEST_MD5 + fuzz_byte(&f) % (DIGEST_SM3 - DIGEST_MD5 + 1)};
    kind.bits = (size_t[]){8, 16, 64, 128, 160, 224, 256, 384, 504, 512}[fuzz_byte(&f) % 10];
    if (kind.algorithm < DIGEST_SHA2 || kind.algorithm == DIGEST_SM3)
        kind.bits = digest_most_bits(kind.algorithm);
    if (!digest_bits_allowed(kind.algorithm, kind.bits))
        return 0;
    unsigned char digest[DIGEST_MOST_BITS / 8];
    for (size_t i = 0; i < kind.bits / 8; i++)
        digest[i] = (unsigned char)fuzz_byte(&f);
    span name = fuzz_rest(&f), bytes = {digest, kind.bits / 8};
    name = span_first(name, span_find(name, 0));

    list.wanted = any.wanted = kind.algorithm;
    list.form_known = any.form_known = false;
    list.base64 = any.base64 = any.any_tag = true;
    compose(&line, kind, bytes, name, form);
    bool tagged = form & 1;
    /* A name that is missing counts for some lengths only. */
    if (!span_empty(name) && (tagged || kind.algorithm != DIGEST_SHA2)) {
        REQUIRE(digest_parse_line(&list, buf_span(&line)));
        REQUIRE(list.kind.bits == kind.bits && list.kind.algorithm == kind.algorithm);
        REQUIRE(span_eq(buf_span(&list.name), name) && span_eq(buf_span(&list.digest), bytes));
        REQUIRE(digest_parse_line(&any, buf_span(&line)) == tagged);
    }
    /* Any text, and one that a byte was changed in. */
    if (buf_len(&line) > 0)
        mspan_set(buf_mspan(&line), form * 7 % buf_len(&line), (unsigned char)(form ^ kind.bits));
    span texts[] = {(span){data, size}, buf_span(&line), name};
    for (size_t i = 0; i < 3; i++) {
        list.form_known = false;
        if (digest_parse_line(&list, texts[i]))
            check(&list);
        if (digest_parse_line(&any, texts[i]))
            check(&any);
    }
    return 0;
}
