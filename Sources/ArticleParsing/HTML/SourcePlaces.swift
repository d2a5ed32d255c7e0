/// Counts the scalars and the lines before a byte of a page, for all articles of it.
///
/// The page is not kept: of each byte two bits tell whether it begins a scalar and whether it ends a
/// line, and what stands before every 512th byte is counted once.
struct SourcePlaces: Sendable {
    /// What is told of 64 bytes, the lowest bit first.
    private struct Marks {
        var starts: UInt64 = 0
        var lineEnds: UInt64 = 0
    }

    private struct Count {
        var scalars: UInt32 = 0
        var lineEnds: UInt32 = 0

        mutating func add(_ marks: Marks, upTo bits: Int = 64) {
            let mask = bits == 64 ? UInt64.max : (1 << UInt64(bits)) - 1
            scalars &+= UInt32((marks.starts & mask).nonzeroBitCount)
            lineEnds &+= UInt32((marks.lineEnds & mask).nonzeroBitCount)
        }
    }

    /// How many marks stand between two counts.
    private static let stride = 8

    private let length: Int
    private var marks: [Marks] = []
    /// What stands before the marks at multiples of `stride`.
    private var counts: [Count] = []

    /// Counts a page; the cost is that of one pass.
    init(in source: String) {
        var source = source
        length = source.utf8.count
        marks.reserveCapacity(length / 64 + 1)
        counts.reserveCapacity(length / 64 / Self.stride + 1)
        source.withUTF8 { utf8 in
            var count = Count()
            var start = 0
            // One mark more than there are bytes for, so that every place has one.
            while start <= utf8.count {
                if marks.count % Self.stride == 0 { counts.append(count) }
                var mark = Marks()
                for offset in 0..<min(64, utf8.count - start) {
                    let byte = utf8[start + offset]
                    let bit: UInt64 = 1 << UInt64(offset)
                    if byte & 0xC0 != 0x80 { mark.starts |= bit }
                    if byte == ASCII.lineFeed { mark.lineEnds |= bit }
                }
                count.add(mark)
                marks.append(mark)
                start += 64
            }
        }
    }

    /// How many scalars stand before a byte.
    func scalar(at byte: Int) -> Int { Int(count(before: byte).scalars) }

    /// The number of the line that a byte is on, from 1.
    func line(at byte: Int) -> Int { Int(count(before: byte).lineEnds) + 1 }

    private func count(before byte: Int) -> Count {
        let byte = min(max(byte, 0), length)
        let last = byte / 64
        var count = counts[last / Self.stride]
        for index in last / Self.stride * Self.stride..<last { count.add(marks[index]) }
        count.add(marks[last], upTo: byte % 64)
        return count
    }
}
