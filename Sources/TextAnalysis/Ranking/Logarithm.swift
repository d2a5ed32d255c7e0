#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The natural logarithm.
package func logarithm(_ number: Double) -> Double { log(number) }

/// A number to the power of another.
package func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
