import CPosix
import Glibc

/// The address of one end of a socket: its own, or a connection's other one.
struct SocketAddress: Sendable {
    /// An IPv6 address, or an IPv4 one in the same memory; the first field tells which.
    private var storage = sockaddr_in6()

    private init() {}

    /// The address that a socket is bound to; `nil` where that is none of the internet's.
    init?(boundBy descriptor: Int32) {
        var length = socklen_t(MemoryLayout<sockaddr_in6>.size)
        let isKnown = withUnsafeMutableBytes(of: &storage) { bytes in
            let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self)
            return getsockname(descriptor, address, &length) == 0
        }
        let family = Int32(storage.sin6_family)
        guard isKnown, family == AF_INET || family == AF_INET6 else { return nil }
    }

    /// Takes a connection off a listener's queue, not blocking and not inherited.
    ///
    /// - Returns: Its descriptor, or -1 with `errno`.
    static func accept(_ listener: Int32) -> (descriptor: Int32, address: SocketAddress) {
        var address = SocketAddress()
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

    /// The port; it stands at the same place in both kinds of address.
    var port: Int { Int(UInt16(bigEndian: storage.sin6_port)) }

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
