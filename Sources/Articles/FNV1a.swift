/// Fowler, Noll and Vo's hash (FNV-1a of 64 bits): the same on every machine and in every run, but no
/// defence against who looks for two texts of one hash.
package struct FNV1a {
    /// The hash of all that was added.
    package var value = Self.ofNothing

    /// What nothing has.
    @inlinable package static var ofNothing: UInt64 { 0xCBF2_9CE4_8422_2325 }

    /// Makes a hash of nothing.
    @inlinable
    package init() {}

    /// Makes the hash of some bytes.
    @inlinable
    package init(_ bytes: some Sequence<UInt8>) { add(bytes) }

    /// Adds bytes.
    @inlinable
    package mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(byte) }
    }

    /// Adds a byte.
    @inlinable
    package mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    /// Spreads a hash over all its bits (the finaliser of SplitMix64).
    @inlinable
    package static func spread(_ hash: UInt64) -> UInt64 {
        var hash = hash
        hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
        hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
        return hash ^ (hash >> 31)
    }
}
