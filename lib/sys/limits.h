/* limits.h - how much of the machine this process may use. */

#ifndef SYS_LIMITS_H
#define SYS_LIMITS_H

#include "safe/base.h"

/* Bytes of memory: of the machine, not in use now, and what this process may take besides what it has
   (SIZE_MAX: not limited). */
struct limits_memory {
    size_t total, available, allowed;
    bool address_space;         /* it is the address space that is limited */
};
void limits_memory(struct limits_memory *m);
/* How many descriptors this process may have open. */
size_t limits_descriptors(void);
/* Processors that this process may run on; OMP_NUM_THREADS and OMP_THREAD_LIMIT speak first. */
size_t limits_processors(void);

#endif
