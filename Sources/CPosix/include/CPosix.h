// The Linux and glibc calls that Swift's Glibc module leaves out.
#ifndef CPOSIX_H
#define CPOSIX_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <iconv.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#endif
