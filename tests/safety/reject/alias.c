/* The same object behind two parameters, one of which is written through. */

#include "safe/safe.h"

struct pair { span left, right; };
VEC_DEFINE(pairs, pair_view, struct pair);
VEC_DEFINE(spans, span_view, span);

static void split(struct pair *p, span *rest)
{
    (void)span_cut(rest, ',', &p->left);
}
static size_t both(span const *a, span const *b)
{
    return span_len(*a) + span_len(*b);
}

static void use(span *s, struct pair *p, spans *all, buf *b, size_t i)
{
    (void)span_cut(s, ',', s); // reject: alias
    (void)span_cut(&p->left, ',', &p->left); // reject: alias
    (void)span_cut(&(p->left), ',', (&p->left)); // reject: alias
    (void)span_cut(&p->left, ',', &p->right);
    (void)span_cut(s, ',', &p->right);
    split(p, &p->left); // reject: alias
    split(p, s);
    (void)span_cut(&AT(spans, all, 0), ',', &AT(spans, all, i)); // reject: alias
    (void)span_cut(&AT(spans, all, 0), ',', s);
    buf_swap(b, b); // reject: alias
    (void)both(s, s);
}

int prog_main(void)
{
    struct pair p = {};
    span s = {};
    spans all = {};
    buf b = {};
    split(&p, &p.right); // reject: alias
    use(&s, &p, &all, &b, 0);
    use(&p.left, &p, &all, &b, 0); // reject: alias
    return 0;
}
