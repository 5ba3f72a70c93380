/* Values, owners and vectors in the forms that authors need. */

#include "safe/safe.h"

struct name {
    span text;
    size_t width;
};
VEC_DEFINE(names, name_view, struct name);
VEC_DEFINE(sizes, size_view, size_t);

struct SAFE_OWNER list {
    names all;
    buf pool;
};

static void list_add(struct list *l, span text)
{
    buf_append(&l->pool, text);
    names_push(&l->all, (struct name){.text = text, .width = span_len(text)});
    AT(names, &l->all, 0).width += 1;
}

static void grow(size_t *width)
{
    *width += 1;
}

static void exchange(struct list *l, buf *other)
{
    buf_swap(&l->pool, other);
    grow(&AT(names, &l->all, 0).width);
}

static bool fill(struct list *l)
{
    buf spare = {};
    sizes counted = {};
    for (size_t i = 0; i < 3; i++)
        sizes_push(&counted, i);
    list_add(l, S("text"));
    exchange(l, &spare);
    GIVE_UP_IF(span_len(buf_span(&spare)) == 0);
    say(WORDS(S("a"), buf_span(&spare)));
    return true;
}

[[nodiscard]] static bool check(int value [[maybe_unused]])
{
    static const int limits[] = {1, 2, 3};
    _Static_assert(sizeof limits == 3 * sizeof(int), "three");
    return sizeof limits / sizeof(int) == 3;
}

static int run(int argc)
{
    struct list l = {};
    switch (argc) {
    case 1:
        if (!fill(&l))
            return 1;
        [[fallthrough]];
    default:
        break;
    }
    return check(argc) ? 0 : 2;
}

int prog_main(void)
{
    return run(1);
}
