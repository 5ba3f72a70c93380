/* fields.c - what of its context is printed around a keyword.

   The keyword begins the right half of a line and what is before it ends the left half.  Where room is left
   at the right end, the head of the context, so far not printed, goes there; and its tail to the left end. */

#include "ptx/ptx.h"

struct layout ptx_layout(struct ptx_run const *r)
{
    struct ptx_options const opt = r->opt;
    int64_t width = opt.width, flag = as_i64(ptx_columns(r, opt.flag));
    int64_t references = as_i64(r->reference_width);
    if ((opt.auto_reference || opt.input_reference) && !opt.right_references)
        width = width - opt.gap > references ? width - opt.gap - references : 0;
    struct layout l = {.half = width / 2, .before = width / 2 - opt.gap, .keyafter = width / 2};
    if (opt.traditional) {
        l.keyafter -= 2 * flag + 1;
    } else {
        l.before = l.before > 2 * flag ? l.before - 2 * flag : 0;
        l.keyafter -= 2 * flag;
    }
    return l;
}

static bool is_space(struct ptx_run const *r, size_t at)
{
    return byteset_has(&r->space, span_at(buf_span(&r->text), at));
}

/* END, or where before it white space begins that reaches up to it; START at the least. */
static size_t before_space(struct ptx_run const *r, size_t start, size_t end)
{
    while (end > start && is_space(r, end - 1))
        end--;
    return end;
}
static size_t after_space(struct ptx_run const *r, size_t start, size_t end)
{
    while (start < end && is_space(r, start))
        start++;
    return start;
}

/* AT behind the word or character there. */
static size_t step(struct ptx_run const *r, size_t at, size_t end)
{
    if (!r->decode && regexp_is_none(r->opt.word) && !byteset_has(&r->word, span_at(buf_span(&r->text), at)))
        return at + 1;
    return at + ptx_step(r, ptx_text(r, (struct range){at, end}));
}

/* From START on, step by step and at least to MIDDLE, as far as MOST columns and END allow. */
static size_t extend(struct ptx_run const *r, struct range whole, size_t middle, int64_t most)
{
    size_t last = middle, at = middle;
    int64_t used = ptx_range_columns(r, whole.start, middle);
    while (at < whole.end && used <= most) {
        last = at;
        at = step(r, at, whole.end);
        used += ptx_range_columns(r, last, at);
    }
    return used <= most ? at : last;
}

/* Take steps off the start of WHOLE until it takes MOST columns at the most. */
static size_t shorten(struct ptx_run const *r, struct range whole, int64_t most)
{
    size_t at = whole.start;
    int64_t used = ptx_range_columns(r, whole.start, whole.end);
    while (at < whole.end && used > most) {
        size_t next = step(r, at, whole.end);
        used -= ptx_range_columns(r, at, next);
        at = next;
    }
    return at;
}

static void define_keyafter(struct ptx_run const *r, struct layout const *l, struct range key, size_t right,
                            struct fields *f)
{
    f->keyafter.start = key.start;
    f->keyafter.end = extend(r, (struct range){key.start, right}, key.end, l->keyafter);
    f->keyafter_cut = !span_empty(r->opt.flag) && f->keyafter.end < right;
    f->keyafter.end = before_space(r, key.start, f->keyafter.end);
}

/* Where to begin looking for what is to be printed before the keyword: not far off, for contexts are long. */
static size_t left_start(struct ptx_run const *r, struct layout const *l, struct occurrence const *o)
{
    size_t most = as_size(l->half) + r->longest_word;
    struct range left = {o->left, o->key.start};
    size_t at = o->left + ptx_columns_back(r, ptx_text(r, left), most);
    return at > o->left ? step(r, at, o->key.start) : at;
}

/* Where to print from, of what is before the keyword.  Where -G leaves less than no room for it and words are
   found by an expression, this is beyond its end by what is missing. */
static size_t before_start(struct ptx_run const *r, struct layout const *l, struct range before)
{
    if (l->before >= 0 || regexp_is_none(r->opt.word))
        return shorten(r, before, l->before);
    return before.end + size_min(as_size(-l->before), buf_len(&r->text) - before.end);
}

/* LEFT is the context before the keyword: where it begins, and where to begin looking. */
static void define_before(struct ptx_run const *r, struct layout const *l, struct range left,
                          struct range file, struct fields *f)
{
    struct range before = {left.end, before_space(r, left.end, f->keyafter.start)};
    before.start = before_start(r, l, before);
    f->before_cut = !span_empty(r->opt.flag) && before_space(r, file.start, before.start) > left.start;
    before.start = after_space(r, before.start, file.end);
    f->before = before;
}

static void define_tail(struct ptx_run const *r, struct layout const *l, size_t right, struct range file,
                        struct fields *f)
{
    int64_t most = l->before - ptx_range_columns(r, f->before.start, f->before.end) - r->opt.gap;
    if (most <= 0)
        return;
    struct range tail = {after_space(r, f->keyafter.end, file.end), 0};
    tail.end = extend(r, (struct range){tail.start, right}, tail.start, most - 1);
    if (tail.end > tail.start) {
        f->keyafter_cut = false;
        f->tail_cut = !span_empty(r->opt.flag) && tail.end < right;
    }
    tail.end = before_space(r, tail.start, tail.end);
    f->tail = tail;
}

static void define_head(struct ptx_run const *r, struct layout const *l, struct range left, struct range file,
                        struct fields *f)
{
    int64_t most = l->keyafter - ptx_range_columns(r, f->keyafter.start, f->keyafter.end) - r->opt.gap;
    if (most <= 0)
        return;
    struct range head = {left.end, before_space(r, file.start, f->before.start)};
    head.start = shorten(r, head, most);
    if (head.end > head.start) {
        f->before_cut = false;
        f->head_cut = !span_empty(r->opt.flag) && head.start > left.start;
    }
    head.start = after_space(r, head.start, head.end);
    f->head = head;
}

void ptx_define_fields(struct ptx_run const *r, struct layout const *l, struct occurrence const *o,
                       struct fields *f)
{
    struct context context = context_vec_at(&r->contexts, o->context);
    struct ptx_file file = file_vec_at(&r->files, context.file);
    struct range text = {file.start, file.end}, left = {o->left, left_start(r, l, o)};
    size_t right = context.range.end;
    *f = (struct fields){};
    define_keyafter(r, l, o->key, right, f);
    define_before(r, l, left, text, f);
    define_tail(r, l, right, text, f);
    define_head(r, l, left, text, f);
}
