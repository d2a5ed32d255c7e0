// What needs feature macros that would change the C library's types for Swift.
#define _GNU_SOURCE
#include "CPosix.h"

int posix_accept(int listener, struct sockaddr *address, socklen_t *length) {
    return accept4(listener, address, length, SOCK_NONBLOCK | SOCK_CLOEXEC);
}
