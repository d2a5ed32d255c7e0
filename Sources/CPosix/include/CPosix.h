// The Linux and glibc calls that Swift's Glibc module leaves out.
#ifndef CPOSIX_H
#define CPOSIX_H

#include <iconv.h>
#include <linux/sockios.h>
#include <malloc.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/timerfd.h>

/// Adds or changes a descriptor in an epoll set; `key` comes back with its events.
static inline int posix_epoll_set(int set, int operation, int descriptor, uint32_t events, uint64_t key) {
    struct epoll_event event = {.events = events, .data = {.u64 = key}};
    return epoll_ctl(set, operation, descriptor, &event);
}

/// Takes a connection off a listener's queue, non-blocking and closed on exec.
int posix_accept(int listener, struct sockaddr *address, socklen_t *length);

/// How many bytes the client has not yet acknowledged; -1 where the socket does not say.
static inline int posix_unsent_bytes(int descriptor) {
    int count = 0;
    return ioctl(descriptor, SIOCOUTQ, &count) == 0 ? count : -1;
}

/// Has blocks of so many bytes and more mapped one by one, and unmapped when they are freed.
static inline void posix_map_blocks_from(int bytes) {
#ifdef M_MMAP_THRESHOLD
    mallopt(M_MMAP_THRESHOLD, bytes);
#endif
}

#endif
