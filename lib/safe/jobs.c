/* jobs.c - see jobs.h.  Threads take the next job until there is none. */

#include "safe/jobs.h"

#include <config.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

enum { MOST_THREADS = 64, STACK = 1 << 19 };

struct crew {
    struct jobs_ const *jobs;
    atomic_size_t next;
};

static void *work(void *arg)
{
    struct crew *crew = arg;
    struct jobs_ const *j = crew->jobs;
    for (size_t i = atomic_fetch_add(&crew->next, 1); i < j->count; i = atomic_fetch_add(&crew->next, 1))
        j->call(j->base + i * j->size, j->work);
    return NULL;
}

void jobs_run_(struct jobs_ const *jobs, size_t threads)
{
    struct crew crew = {.jobs = jobs};
    pthread_t helpers[MOST_THREADS];
    size_t started = 0, most = threads < jobs->count ? threads : jobs->count;
    if (most > MOST_THREADS)
        most = MOST_THREADS;
    pthread_attr_t attributes;
    if (most <= 1 || pthread_attr_init(&attributes) != 0) {
        work(&crew);
        return;
    }
    pthread_attr_setstacksize(&attributes, STACK);
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);        /* signals belong to the caller's thread */
    while (started + 1 < most && pthread_create(&helpers[started], &attributes, work, &crew) == 0)
        started++;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    work(&crew);
    while (started > 0)
        pthread_join(helpers[--started], NULL);
}
