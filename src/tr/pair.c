/* pair.c - which symbol of the second set belongs to which of the first. */

#include "tr/tr.h"

#include "safe/checked.h"

/* What two sets are like; for the rules of what may stand where. */
struct traits {
    uint64_t length;
    size_t open_repeats;        /* [c*] */
    bool has_class, has_other_class, has_equivalent;
};

static bool is_case_class(struct element const *e)
{
    return e->kind == ELEMENT_CLASS && (e->class == TEXT_LOWER || e->class == TEXT_UPPER);
}

static bool look(struct cli *cli, struct set const *set, struct traits *t)
{
    *t = (struct traits){};
    for (size_t i = 0; i < element_vec_len(&set->elements); i++) {
        struct element e = element_vec_at(&set->elements, i);
        t->open_repeats += e.kind == ELEMENT_REPEAT && e.count == 0;
        t->has_class |= e.kind == ELEMENT_CLASS;
        t->has_other_class |= e.kind == ELEMENT_CLASS && !is_case_class(&e);
        t->has_equivalent |= e.kind == ELEMENT_EQUIVALENT;
    }
    return tr_length(set, &t->length) || cli_bad(cli, 0, "too many characters in set");
}

/* Where a walk through a set stands. */
struct cursor {
    size_t element, range;
    uint64_t offset;            /* in the range or repeat */
};

/* What stands from a cursor on: N symbols from FIRST on, or N times FIRST. */
struct stretch {
    uint32_t first;
    uint64_t n;
    bool same;
    bool opens_case;            /* at the beginning of [:lower:] or [:upper:] */
    int class;
};

static void skip_element(struct cursor *c)
{
    *c = (struct cursor){.element = c->element + 1};
}

/* False at the end of the set. */
static bool stretch_at(struct set const *set, struct cursor *c, struct stretch *s)
{
    for (; c->element < element_vec_len(&set->elements); skip_element(c)) {
        struct element e = element_vec_at(&set->elements, c->element);
        bool repeat = e.kind == ELEMENT_REPEAT;
        if (repeat ? c->offset >= e.count : c->range >= e.num)
            continue;
        struct symbols r = symbol_vec_at(&set->ranges, e.first + c->range);
        s->n = (repeat ? e.count : r.high - r.low + 1) - c->offset;
        s->first = repeat ? r.low : r.low + low_u32(c->offset);
        s->same = repeat;
        s->opens_case = is_case_class(&e) && c->range == 0 && c->offset == 0;
        s->class = e.class;
        return true;
    }
    return false;
}

/* Go on by N symbols of the stretch S. */
static void advance(struct cursor *c, struct stretch const *s, uint64_t n)
{
    c->offset += n;
    if (n == s->n && !s->same) {
        c->range++;
        c->offset = 0;
    }
}

static bool complain_class_at_end(struct cli *cli)
{
    return cli_bad(cli, 0, "when translating with string1 longer than string2,\n"
                           "the latter string must not end with a character class");
}

/* The last symbol of SET, which the set is continued with; false after a complaint. */
static bool last_symbol(struct cli *cli, struct set const *set, struct stretch *s)
{
    size_t num = element_vec_len(&set->elements);
    struct element e = num > 0 ? element_vec_at(&set->elements, num - 1) : (struct element){};
    if (num == 0)
        return cli_bad(cli, 0, "when not truncating set1, string2 must be non-empty");
    if (e.kind == ELEMENT_CLASS)
        return complain_class_at_end(cli);
    *s = (struct stretch){symbol_vec_at(&set->ranges, e.first + e.num - 1).high, UINT64_MAX, true, false, 0};
    return true;
}

/* All of a case class becomes what the other one says. */
static void pair_case(struct tr_run *r, struct cursor *c1, struct stretch const *a, struct stretch const *b)
{
    struct element e = element_vec_at(&r->set1.elements, c1->element);
    struct part p = {.change = b->class == TEXT_UPPER ? CHANGE_TO_UPPER : CHANGE_TO_LOWER};
    for (size_t i = 0; i < e.num && a->class != b->class; i++) {
        struct symbols s = symbol_vec_at(&r->set1.ranges, e.first + i);
        p.low = s.low;
        p.high = s.high;
        part_vec_push(&r->parts, p);
    }
}

static void pair_stretch(struct tr_run *r, struct stretch const *a, struct stretch const *b, uint64_t n)
{
    struct part p = {.low = a->first, .high = a->first, .to = b->first, .change = CHANGE_TO_ONE};
    uint32_t more = low_u32(n - 1);
    if (a->same && !b->same)
        p.to += more;           /* the last one counts */
    if (!a->same) {
        p.high += more;
        p.change = b->same ? CHANGE_TO_ONE : CHANGE_IN_STEP;
    }
    part_vec_push(&r->parts, p);
}

static bool pair_all(struct cli *cli, struct tr_run *r)
{
    struct cursor c1 = {}, c2 = {};
    struct stretch a = {}, b = {};
    while (stretch_at(&r->set1, &c1, &a)) {
        bool more = stretch_at(&r->set2, &c2, &b);
        if (!more && r->opt.truncate)
            break;
        if (!more && !last_symbol(cli, &r->set2, &b))
            return false;
        if (more && b.opens_case && !r->opt.complement) {
            if (!a.opens_case)
                return cli_bad(cli, 0, "misaligned [:upper:] and/or [:lower:] construct");
            pair_case(r, &c1, &a, &b);
            skip_element(&c1);
            skip_element(&c2);
            continue;
        }
        uint64_t n = a.n < b.n ? a.n : b.n;
        pair_stretch(r, &a, &b, n);
        advance(&c1, &a, n);
        if (more)
            advance(&c2, &b, n);
    }
    /* The same rule where the first set has come to its end. */
    if (!r->opt.complement && stretch_at(&r->set2, &c2, &b) && b.opens_case && !stretch_at(&r->set1, &c1, &a))
        return cli_bad(cli, 0, "misaligned [:upper:] and/or [:lower:] construct");
    return true;
}

/* Whether all of SET is one symbol. */
static bool is_homogeneous(struct set const *set)
{
    struct cursor c = {};
    struct stretch s = {};
    bool any = false;
    uint32_t first = 0;
    for (; stretch_at(set, &c, &s); advance(&c, &s, s.n)) {
        if (any && s.first != first)
            return false;
        if (!s.same && s.n > 1)
            return false;
        first = s.first;
        any = true;
    }
    return true;
}

/* Give [c*] the count that makes SET as long as the other one. */
static void fill_open_repeat(struct set *set, uint64_t count)
{
    for (size_t i = 0; i < element_vec_len(&set->elements); i++) {
        struct element e = element_vec_at(&set->elements, i);
        if (e.kind == ELEMENT_REPEAT && e.count == 0)
            AT(element_vec, &set->elements, i).count = count;
    }
}

static bool check_translation(struct cli *cli, struct tr_run *r, struct traits const *t1, struct traits *t2)
{
    if (t2->has_equivalent)
        return cli_bad(cli, 0, "[=c=] expressions may not appear in string2 when translating");
    if (t2->has_other_class)
        return cli_bad(cli, 0, "when translating, the only character classes that may appear in\n"
                               "string2 are 'upper' and 'lower'");
    if (!pair_all(cli, r))
        return false;
    /* A shorter second set goes on with its last symbol, unless the first one is cut down to it. */
    bool all = r->opt.truncate ? t2->length == t1->length : t2->length <= t1->length;
    bool to_one = all && is_homogeneous(&r->set2);
    if (r->opt.complement && t1->has_class && !to_one)
        return cli_bad(cli, 0, "when translating with complemented character classes,\n"
                               "string2 must map all characters in the domain to one");
    return true;
}

bool tr_pair(struct cli *cli, struct tr_run *r)
{
    struct traits t1 = {}, t2 = {};
    bool had_class = false;
    if (!look(cli, &r->set1, &t1))
        return false;
    if (t1.open_repeats > 0)
        return cli_bad(cli, 0, "the [c*] repeat construct may not appear in string1");
    if (r->opt.complement) {
        had_class = t1.has_class;
        tr_complement(&r->set1);
        look(cli, &r->set1, &t1);
        t1.has_class = had_class;
    }
    if (!look(cli, &r->set2, &t2))
        return false;
    if (t2.open_repeats > 1)
        return cli_bad(cli, 0, "only one [c*] repeat construct may appear in string2");
    if (t2.open_repeats == 1 && t1.length > t2.length) {
        fill_open_repeat(&r->set2, t1.length - t2.length);
        t2.length = t1.length;
    }
    if (r->opt.translate)
        return check_translation(cli, r, &t1, &t2);
    if (t2.open_repeats > 0)
        return cli_bad(cli, 0, "the [c*] construct may appear in string2 only when translating");
    return true;
}
