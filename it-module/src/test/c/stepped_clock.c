/*
 * The wall clock of one process, put off by as many seconds as the file TICKSTOCK_FAULT_CLOCK holds (64 bits, native
 * order). Preloaded by the fault suite (LD_PRELOAD). Clocks that only count on are left alone, as by a real step.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const int64_t none = 0;
static const volatile int64_t *off_s = &none;
static int (*real_clock_gettime)(clockid_t, struct timespec *);

__attribute__((constructor)) static void start(void)
{
    real_clock_gettime = (int (*)(clockid_t, struct timespec *)) dlsym(RTLD_NEXT, "clock_gettime");
    const char *path = getenv("TICKSTOCK_FAULT_CLOCK");
    int file = path == NULL ? -1 : open(path, O_RDONLY | O_CLOEXEC);
    if (file >= 0) {
        void *map = mmap(NULL, sizeof none, PROT_READ, MAP_SHARED, file, 0);
        off_s = map == MAP_FAILED ? &none : map;
        close(file);
    }
}

int clock_gettime(clockid_t id, struct timespec *ts)
{
    if (real_clock_gettime == NULL) {
        start();
    }
    int failed = real_clock_gettime(id, ts);
    if (!failed && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE)) {
        ts->tv_sec += *off_s;
    }
    return failed;
}

int gettimeofday(struct timeval *restrict tv, void *restrict zone)
{
    (void) zone;
    struct timespec ts;
    int failed = clock_gettime(CLOCK_REALTIME, &ts);
    tv->tv_sec = ts.tv_sec;
    tv->tv_usec = ts.tv_nsec / 1000;
    return failed;
}

time_t time(time_t *out)
{
    struct timespec ts;
    clock_gettime(CLOCK_REALTIME, &ts);
    if (out != NULL) {
        *out = ts.tv_sec;
    }
    return ts.tv_sec;
}
