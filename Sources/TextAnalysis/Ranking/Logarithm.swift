#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The natural logarithm.
package func logarithm(_ number: Double) -> Double { log(number) }
