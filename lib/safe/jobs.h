/* jobs.h - work done by several threads at once.

   JOBS_DEFINE (name, view, T) makes

       void name(view jobs, size_t threads, void (*work)(T *job));

   which calls WORK once for each element of JOBS, with up to THREADS threads (the caller's own is one of
   them), and returns when all are done.  A job is all that a thread may change: what it owns must not be
   reached from another job, and views that jobs share are only read.  Which thread does which job, and in
   what order, is not defined.  Where no thread can be had, the caller does all the work. */

#ifndef SAFE_JOBS_H
#define SAFE_JOBS_H

#include "safe/typed.h"

struct SAFE_OWNER jobs_ {
    unsigned char *base;
    size_t count, size;
    void (*call)(void *job, void const *work);
    void const *work;
};
void jobs_run_(struct jobs_ const *jobs, size_t threads);

#define JOBS_DEFINE(name, view, T) \
    struct name##_work_ { void (*f)(T *); }; \
    static void name##_call_(void *job, void const *work) \
    { \
        ((struct name##_work_ const *)work)->f((T *)job); \
    } \
    SAFE_INLINE void name(view jobs, size_t threads, void (*work)(T *)) \
    { \
        struct name##_work_ w = {work}; \
        struct jobs_ j = {(unsigned char *)(void *)jobs.p_, jobs.n_, sizeof(T), name##_call_, &w}; \
        jobs_run_(&j, threads); \
    } \
    typedef T name##_job

#endif
