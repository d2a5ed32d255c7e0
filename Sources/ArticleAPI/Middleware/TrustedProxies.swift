import HTTPServer

#if canImport(Glibc)
    import Glibc
#endif

/// The machines whose word is taken for who a client is and how it came.
///
/// They say so in `X-Forwarded-For`, `-Proto` and `-Host`; from all others these fields mean nothing.
package struct TrustedProxies: Sendable {
    private struct Range {
        var address: [UInt8]
        var bits: Int
    }

    private var ranges: [Range] = []

    /// Trusts nobody.
    package init() {}

    /// Reads addresses and ranges between commas: `10.0.0.0/8,::1`; `nil` where one is neither.
    package init?(_ text: String) {
        for item in text.split(separator: ",").map(trimmingSpaces) where !item.isEmpty {
            let parts = item.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count <= 2, let address = Self.bytes(of: String(parts[0])) else {
                return nil
            }
            var bits = address.count * 8
            if parts.count == 2 {
                guard let given = Int(parts[1]), (0...bits).contains(given) else { return nil }
                bits = given
            }
            ranges.append(Range(address: address, bits: bits))
        }
    }

    /// Whether nobody is trusted.
    var isEmpty: Bool { ranges.isEmpty }

    /// Whether an address is trusted.
    func contains(_ text: String) -> Bool {
        guard let address = Self.bytes(of: text) else { return false }
        return ranges.contains { range in
            range.address.count == address.count
                && (0..<range.bits).allSatisfy { bit in
                    (range.address[bit / 8] ^ address[bit / 8]) & (0x80 >> UInt8(bit % 8)) == 0
                }
        }
    }

    /// The client's address: the last in `X-Forwarded-For` that is no proxy's, read from its end,
    /// where only trusted proxies can have written.
    func client(of head: RequestHead, peer: String) -> String {
        guard contains(peer), let field = head.fields["X-Forwarded-For"] else { return peer }
        var client = peer
        for hop in field.split(separator: ",").reversed().map(trimmingSpaces) {
            guard Self.bytes(of: hop) != nil else { break }
            client = hop
            guard contains(hop) else { break }
        }
        return client
    }

    /// An address as its limits are counted: of IPv6 the network, since every client has 2^64.
    static func counted(_ text: String) -> String {
        guard let bytes = bytes(of: text), bytes.count == 16 else { return text }
        return bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ".")
    }

    /// The 4 or 16 bytes of an address.
    private static func bytes(of text: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 { return Array(bytes.prefix(4)) }
        return inet_pton(AF_INET6, text, &bytes) == 1 ? bytes : nil
    }
}
