#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// How many processors this process may use.
package let processorCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
