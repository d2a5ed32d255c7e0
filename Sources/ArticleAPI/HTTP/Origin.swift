/// Where a page came from that has a browser send a request (RFC 6454).
enum Origin {
    /// Whether a host, maybe with a port, can only be this machine: a name ending in `localhost`
    /// (RFC 6761 §6.3) or an address of the loopback.
    static func isOfThisMachine(_ host: String) -> Bool {
        var name = host.lowercased()[...]
        if name.hasPrefix("[") {
            return name.prefix { $0 != "]" } == "[::1"
        }
        name = name.prefix { $0 != ":" }
        if name.hasSuffix(".") { name.removeLast() }
        if name == "localhost" || name.hasSuffix(".localhost") { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
