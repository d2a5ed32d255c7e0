/// A request target's parts, as ranges of the head's bytes (RFC 9112 §3.2).
struct RequestTarget {
    /// Empty for the authority form, and where an absolute target has no path.
    var path: Range<Int>
    /// Without the `?`.
    var query: Range<Int>?
    /// Only of the absolute and authority forms.
    var authority: Range<Int>?

    /// Takes a target apart.
    ///
    /// The query may hold bytes of 0x80 and above if they are UTF-8: that is what people's
    /// clients send when they are given a word that is not ASCII.
    init(_ bytes: Span<UInt8>, _ range: Range<Int>, method: Method) throws(RequestError) {
        guard !range.isEmpty else { throw Self.broken }
        var question: Int?
        var hasHighBytes = false
        for index in range {
            let byte = bytes[index]
            // Space, controls, DEL and # are in no form; a fragment is never sent.
            if byte <= 0x20 || byte == 0x7F || byte == 0x23 { throw Self.broken }
            if byte == 0x3F, question == nil { question = index }
            if byte >= 0x80 {
                guard question != nil else { throw Self.broken }
                hasHighBytes = true
            }
        }
        let end = question ?? range.upperBound
        query = question.map { ($0 + 1)..<range.upperBound }
        path = range.lowerBound..<end
        if let query, hasHighBytes {
            let isUTF8 = bytes.withUnsafeBufferPointer {
                String(validating: $0[query], as: UTF8.self) != nil
            }
            guard isUTF8 else { throw .malformed(detail: "The query is not UTF-8.") }
        }
        if method == .connect {
            guard query == nil, HostSyntax.isValid(bytes, path, needsPort: true) else {
                throw .malformed(detail: "CONNECT takes a host and a port.")
            }
            authority = path
            path = end..<end
        } else if bytes[range.lowerBound] == 0x2F {
            return
        } else if range.count == 1, bytes[range.lowerBound] == 0x2A {
            guard method == .options else {
                throw .malformed(detail: "Only OPTIONS may have the target *.")
            }
        } else {
            try takeAbsolute(bytes)
        }
    }

    /// Splits `http://host:port/path`, whose query is split off already.
    private mutating func takeAbsolute(_ bytes: Span<UInt8>) throws(RequestError) {
        let start = path.lowerBound
        guard let colon = bytes.firstIndex(of: Grammar.colon, from: start),
            colon + 3 <= path.upperBound, bytes[colon + 1] == 0x2F, bytes[colon + 2] == 0x2F,
            bytes.equals("http", in: start..<colon) || bytes.equals("https", in: start..<colon)
        else { throw Self.broken }
        let hostStart = colon + 3
        let slash = bytes.firstIndex(of: 0x2F, from: hostStart) ?? path.upperBound
        let host = hostStart..<min(slash, path.upperBound)
        guard HostSyntax.isValid(bytes, host) else { throw Self.broken }
        authority = host
        path = host.upperBound..<path.upperBound
    }

    private static let broken = RequestError.malformed(detail: "The request's target is broken.")
}

/// The syntax of `Host` and of an authority without user information (RFC 3986 §3.2).
enum HostSyntax {
    /// Whether the range is a host that is not empty, and perhaps a port.
    static func isValid(_ bytes: Span<UInt8>, _ range: Range<Int>, needsPort: Bool = false) -> Bool
    {
        var index = range.lowerBound
        if index < range.upperBound, bytes[index] == 0x5B {
            guard let end = bytes.firstIndex(of: 0x5D, from: index), end < range.upperBound,
                isAddress(bytes, (index + 1)..<end)
            else { return false }
            index = end + 1
        } else {
            while index < range.upperBound, bytes[index] != Grammar.colon {
                if bytes[index] == 0x25 {
                    guard index + 2 < range.upperBound,
                        Grammar.hexValue(bytes[index + 1]) != nil,
                        Grammar.hexValue(bytes[index + 2]) != nil
                    else { return false }
                    index += 3
                } else {
                    guard Grammar.isRegisteredName(bytes[index]) else { return false }
                    index += 1
                }
            }
            guard index > range.lowerBound else { return false }
        }
        guard index < range.upperBound else { return !needsPort }
        guard bytes[index] == Grammar.colon else { return false }
        let port = (index + 1)..<range.upperBound
        if port.isEmpty { return !needsPort }
        var value = 0
        for index in port {
            guard Grammar.isDigit(bytes[index]), value <= 65_535 else { return false }
            value = value * 10 + Int(bytes[index] - 0x30)
        }
        return value <= 65_535
    }

    /// What may stand between brackets: an IPv6 address by its characters, or `v1.` and what a
    /// later version defines.
    private static func isAddress(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        let isFuture = Grammar.lowercased(bytes[range.lowerBound]) == 0x76
        var colons = 0
        for index in range {
            let byte = bytes[index]
            if byte == Grammar.colon { colons += 1 }
            let isAddressByte =
                Grammar.hexValue(byte) != nil || byte == Grammar.colon || byte == 0x2E
            guard isAddressByte || isFuture && Grammar.isRegisteredName(byte) else { return false }
        }
        return isFuture || colons >= 2
    }
}
