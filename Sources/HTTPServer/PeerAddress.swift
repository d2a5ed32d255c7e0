import CPosix
import Glibc

/// The address of a connection's other end.
struct PeerAddress: Sendable {
    /// An IPv6 address, or an IPv4 one in the same memory; the first field tells which.
    private var storage = sockaddr_in6()

    /// Takes a connection off a listener's queue, not blocking and not inherited.
    ///
    /// - Returns: Its descriptor, or -1 with `errno`.
    static func accept(_ listener: Int32) -> (descriptor: Int32, address: PeerAddress) {
        var address = PeerAddress()
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        let descriptor = withUnsafeMutableBytes(of: &address.storage) { bytes in
            posix_accept(
                listener,
                bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                &length
            )
        }
        return (descriptor, address)
    }

    /// The address without the port: `127.0.0.1` or `::1`.
    var text: String {
        withUnsafeBytes(of: storage) { bytes in
            let isIPv6 = Int32(storage.sin6_family) == AF_INET6
            // IPv4 in a socket of both kinds is ::ffff:192.0.2.1 (RFC 4291 §2.5.5.2).
            let isMapped =
                isIPv6 && bytes[8..<18].allSatisfy { $0 == 0 } && bytes[18] == 0xFF
                && bytes[19] == 0xFF
            let (family, offset) =
                isIPv6 && !isMapped ? (AF_INET6, 8) : (AF_INET, isMapped ? 20 : 4)
            return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { text in
                guard let base = bytes.baseAddress, let start = text.baseAddress,
                    inet_ntop(family, base + offset, start, 64) != nil
                else { return "" }
                return String(cString: start)
            }
        }
    }
}
