/// Counts the scalars and the lines before a byte of a page, for all articles of it: what stands
/// before every 512th byte is counted once, and a place from there.
struct SourcePlaces: Sendable {
    private struct Count {
        var scalars: UInt32 = 0
        var lineEnds: UInt32 = 0

        @inline(__always)
        mutating func add(_ byte: UInt8) {
            if byte & 0xC0 != 0x80 { scalars &+= 1 }
            if byte == ASCII.lineFeed { lineEnds &+= 1 }
        }
    }

    private static let stride = 512

    private let source: String
    /// What stands before the bytes at multiples of `stride`.
    private var counts: [Count] = []

    /// Counts a page; the cost is that of one pass.
    init(in source: String) {
        var source = source
        source.makeContiguousUTF8()
        self.source = source
        counts.reserveCapacity(source.utf8.count / Self.stride + 1)
        source.withUTF8 { utf8 in
            var count = Count()
            var start = 0
            while start <= utf8.count {
                counts.append(count)
                let end = min(start + Self.stride, utf8.count)
                for byte in utf8[start..<end] { count.add(byte) }
                start += Self.stride
            }
        }
    }

    /// How many scalars stand before a byte.
    func scalar(at byte: Int) -> Int { Int(count(before: byte).scalars) }

    /// The number of the line that a byte is on, from 1.
    func line(at byte: Int) -> Int { Int(count(before: byte).lineEnds) + 1 }

    private func count(before byte: Int) -> Count {
        let byte = min(max(byte, 0), source.utf8.count)
        var count = counts[byte / Self.stride]
        let start = byte / Self.stride * Self.stride
        source.utf8.withContiguousStorageIfAvailable { utf8 in
            for byte in utf8[start..<byte] { count.add(byte) }
        }
        return count
    }
}
