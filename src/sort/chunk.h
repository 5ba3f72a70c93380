/* chunk.h - lines in memory that are sorted together; private to sort. */

#ifndef SORT_CHUNK_H
#define SORT_CHUNK_H

#include "sort/sort.h"

/* Preparing a part of the lines. */
struct SAFE_OWNER sort_part {
    struct sort_order order;
    span text;
    size_t lines;
    offset_vec starts, key_starts;
    buf keys;
    struct sort_work work;
};
VEC_DEFINE(part_vec, part_view, struct sort_part);

/* Sorting a part of the records. */
struct SAFE_OWNER sort_bucket {
    struct sort_source src;
    keyed_view records, scratch;
    size_t depth;
    bool fill;                          /* only fill in the keys */
    struct sort_memory memory;
};
VEC_DEFINE(bucket_vec, bucket_view, struct sort_bucket);

/* Memory is kept from chunk to chunk. */
struct SAFE_OWNER sort_chunk {
    buf text;
    size_t used;                        /* bytes of it that are whole lines of this chunk */
    uint64_t lines;
    part_vec parts;
    piece_vec pieces;
    keyed_vec records, scratch, samples;
    offset_vec bounds, places;
    bucket_vec jobs;
    struct sort_memory memory;
    struct sort_source src;
};

/* The records of the chunk's lines in their order; they stay until the next call. */
keyed_view sort_chunk_lines(struct sort_state *st, struct sort_chunk *c);

#endif
