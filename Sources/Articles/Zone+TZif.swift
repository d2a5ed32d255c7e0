extension Zone {
    /// Reads a zone's file as the database is installed: TZif of version 2 and later (RFC 9636 §3).
    ///
    /// `nil` where the bytes are no such file.
    public init?(name: String, tzif bytes: [UInt8]) {
        guard let first = Header(bytes[...]), first.version >= UInt8(ascii: "2") else { return nil }
        // Behind the block of 32-bit times stands the same with 64 bits.
        let rest = bytes.dropFirst(Header.size + first.blockSize(timeSize: 4))
        guard let header = Header(rest), header.types > 0 else { return nil }
        let size = header.blockSize(timeSize: 8)
        var block = rest.dropFirst(Header.size)
        guard block.count >= size else { return nil }
        let footer = block.dropFirst(size)
        let changes = (0..<header.times).map { _ in Self.integer(&block, size: 8) }
        let indices = (0..<header.times).map { _ in Int(block.removeFirst()) }
        let offsets = (0..<header.types).map { _ in
            let offset = Int64(Int32(truncatingIfNeeded: Self.integer(&block, size: 4)))
            block = block.dropFirst(2)
            return offset
        }
        guard indices.allSatisfy({ $0 < offsets.count }),
            offsets.allSatisfy({ abs($0) < 86_400 }),
            zip(changes, changes.dropFirst()).allSatisfy({ $0 < $1 }),
            footer.first == 0x0A, footer.count > 1,
            let end = footer.dropFirst().firstIndex(of: 0x0A)
        else { return nil }
        let words = footer[(footer.startIndex + 1)..<end]
        var rule: ZoneRule?
        if !words.isEmpty {
            guard let read = ZoneRule(String(decoding: words, as: UTF8.self)) else { return nil }
            rule = read
        }
        self.init(
            name: name,
            changes: changes,
            offsets: indices.map { offsets[$0] },
            firstOffset: offsets[0],
            rule: rule
        )
    }

    /// What stands in front of each block: how many there are of what (§3.1).
    private struct Header {
        static let size = 44
        let version: UInt8
        let utIndicators, standardIndicators, leaps, times, types, characters: Int

        init?(_ bytes: ArraySlice<UInt8>) {
            guard bytes.count >= Self.size, bytes.starts(with: Array("TZif".utf8)) else {
                return nil
            }
            version = bytes[bytes.startIndex + 4]
            var rest = bytes.dropFirst(20)
            let counts = (0..<6).map { _ in Int(Zone.integer(&rest, size: 4)) }
            // The counts of a real zone have three digits; none makes a product overflow.
            guard counts.allSatisfy({ $0 <= 1_000_000 }) else { return nil }
            (utIndicators, standardIndicators, leaps) = (counts[0], counts[1], counts[2])
            (times, types, characters) = (counts[3], counts[4], counts[5])
        }

        func blockSize(timeSize: Int) -> Int {
            times * (timeSize + 1) + types * 6 + characters + leaps * (timeSize + 4)
                + standardIndicators + utIndicators
        }
    }

    /// Takes a number in network order.
    private static func integer(_ bytes: inout ArraySlice<UInt8>, size: Int) -> Int64 {
        defer { bytes = bytes.dropFirst(size) }
        return Int64(bitPattern: bytes.prefix(size).reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
