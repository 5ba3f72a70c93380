/* names.c - numbers for names. */

#include "tsort/tsort.h"

enum { FIRST_SIZE = 256 };

/* span_prefix_key of the LEN first bytes of TEXT. */
static uint64_t key_of(span text, size_t len)
{
    if (span_len(text) < 8)
        return span_prefix_key(span_first(text, len));
    return span_prefix_key(text) & ~(UINT64_MAX >> 1 >> (8 * size_min(len, 8) - 1));
}

static uint32_t hash(uint64_t key, span name)
{
    uint64_t const odd = 0x9E3779B97F4A7C15U;
    uint64_t h = (key ^ span_len(name)) * odd;
    if (span_len(name) > 8) {
        for (span rest = span_drop(name, 8); span_len(rest) > 8; rest = span_drop(rest, 8))
            h = ((h ^ h >> 29) ^ span_load64(rest)) * odd;
        h = ((h ^ h >> 29) ^ span_load64(span_tail(name, 8))) * odd;
    }
    h = (h ^ h >> 32) * odd;
    return low_u32(h >> 32);
}

/* A slot of the table is 0, or the hash of an item's name and, in the low half, the item's number + 1. */
static uint64_t make_slot(uint32_t h, size_t item)
{
    return (uint64_t)h << 32 | (item + 1);
}

static void add_slot(struct tsort_names *names, uint64_t slot)
{
    tsort_slot_view table = tsort_slots_span(&names->table);
    size_t mask = tsort_slot_view_len(table) - 1, at = size_clamp(slot >> 32) & mask;
    while (tsort_slot_view_at(table, at) != 0)
        at = (at + 1) & mask;
    tsort_slot_view_set(table, at, slot);
}

static void grow_table(struct tsort_names *names)
{
    size_t size = size_max(FIRST_SIZE, 2 * tsort_slots_len(&names->table));
    tsort_slots_truncate(&names->table, 0);
    tsort_slots_extend(&names->table, size);
    for (size_t i = 0; i < tsort_item_count(names); i++)
        add_slot(names, make_slot(hash(tsort_name_vec_at(&names->list, i).key, tsort_name(names, i)), i));
}

static uint32_t add_name(struct tsort_names *names, uint64_t key, span name)
{
    size_t item = tsort_item_count(names);
    if (item == TSORT_NONE)
        return TSORT_NONE;
    if (item == 0)
        tsort_name_vec_push(&names->list, (struct tsort_name){});
    AT(tsort_name_vec, &names->list, item).key = key;
    buf_append(&names->text, name);
    buf_push(&names->text, '\n');
    tsort_name_vec_push(&names->list, (struct tsort_name){.start = buf_len(&names->text)});
    add_slot(names, make_slot(hash(key, name), item));
    if (item >= tsort_slots_len(&names->table) / 2)
        grow_table(names);
    return low_u32(item);
}

static bool is_called(struct tsort_names const *names, size_t item, uint64_t key, span name)
{
    if (tsort_name_vec_at(&names->list, item).key != key)
        return false;
    span line = tsort_line(names, item);
    return span_len(line) == span_len(name) + 1
           && (span_len(name) <= 8 || span_eq(span_drop(span_chop(line, 1), 8), span_drop(name, 8)));
}

uint32_t tsort_number(struct tsort_names *names, span text, size_t len)
{
    if (tsort_slots_len(&names->table) == 0)
        grow_table(names);
    span name = span_first(text, len);
    uint64_t key = key_of(text, len);
    uint32_t h = hash(key, name);
    tsort_slot_view table = tsort_slots_span(&names->table);
    size_t mask = tsort_slot_view_len(table) - 1;
    for (size_t at = h & mask;; at = (at + 1) & mask) {
        uint64_t slot = tsort_slot_view_at(table, at);
        if (slot == 0)
            return add_name(names, key, name);
        size_t item = low_u32(slot) - 1;
        if (slot >> 32 == h && is_called(names, item, key, name))
            return low_u32(item);
    }
}
