import Articles

/// The decoded original as an array of its scalars, so that an index is a `Span`'s position.
struct Manuscript: Sendable {
    /// The scalars in order.
    let scalars: [Unicode.Scalar]

    /// Makes one of scalars that were read already.
    init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    /// Reads a text.
    init(_ text: String) {
        var text = text
        scalars = text.withUTF8 { bytes in
            // One for each byte that goes on no scalar.
            let count = bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
            return [Unicode.Scalar](unsafeUninitializedCapacity: count) { scalars, filled in
                var index = 0
                while index < bytes.count {
                    let byte = bytes[index]
                    if byte < 0x80 {
                        scalars.initializeElement(at: filled, to: Unicode.Scalar(byte))
                        index += 1
                    } else {
                        let (scalar, length) = bytes.scalar(at: index)
                        scalars.initializeElement(at: filled, to: scalar)
                        index += length
                    }
                    filled += 1
                }
            }
        }
    }

    /// The words of a range with white space folded, control characters, soft hyphens and the `>` in
    /// front of quoted lines left out.
    ///
    /// A hyphen at the end of a line that divides a word is undone: the parts are joined where
    /// both are small letters.
    func text(_ range: Range<Int>) -> String {
        String(unsafeUninitializedCapacity: byteCount(of: range)) { buffer in
            var output = UTF8Output(buffer)
            write(range, to: &output)
            return output.count
        }
    }

    private func write(_ range: Range<Int>, to output: inout UTF8Output) {
        var needsSpace = false
        var index = range.lowerBound
        while index < range.upperBound {
            let scalar = scalars[index]
            if scalar.value >= 0x21, scalar.value < 0x7F {
                if scalar == ">", isQuoteMark(at: index, in: range) {
                    index += 1
                    continue
                }
                if needsSpace { output.put(0x20); needsSpace = false }
                if scalar == "-", let next = endOfDivision(at: index, in: range) {
                    index = next
                    continue
                }
                output.put(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                switch ScalarClass(scalar) {
                case .space: needsSpace = output.count > 0
                case .control where !Self.joiners.contains(scalar): break
                default:
                    if needsSpace { output.put(0x20); needsSpace = false }
                    output.put(scalar)
                }
            }
            index += 1
        }
    }

    /// How many bytes of UTF-8 a range takes.
    private func byteCount(of range: Range<Int>) -> Int {
        var count = 0
        for index in range {
            let value = scalars[index].value
            count +=
                1 + (value < 0x80 ? 0 : 1) + (value < 0x800 ? 0 : 1) + (value < 0x1_0000 ? 0 : 1)
        }
        return count
    }

    /// The words of a range as printed, line ends and all.
    func verbatim(_ range: Range<Int>) -> String {
        String(unsafeUninitializedCapacity: byteCount(of: range)) { buffer in
            var output = UTF8Output(buffer)
            for index in range { output.put(scalars[index]) }
            return output.count
        }
    }

    /// Appends a range as printed, line ends and all, in UTF-8.
    func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
        bytes += [UInt8](unsafeUninitializedCapacity: byteCount(of: range)) { buffer, count in
            var output = UTF8Output(buffer)
            for index in range { output.put(scalars[index]) }
            count = output.count
        }
    }

    /// A range without the white space and control characters around it.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, Self.isBlank(scalars[start]) { start += 1 }
        while end > start, Self.isBlank(scalars[end - 1]) { end -= 1 }
        return start..<end
    }

    /// Whether a scalar shows nothing.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value > 0x20, scalar.value < 0x7F { return false }
        let kind = ScalarClass(scalar)
        return kind == .space || kind == .control
    }

    /// Where a word goes on that is divided by the hyphen at `index`; `nil` where none is.
    private func endOfDivision(at index: Int, in range: Range<Int>) -> Int? {
        guard index > range.lowerBound, index + 2 < range.upperBound,
            ScalarClass(scalars[index - 1]) == .lower
        else { return nil }
        var next = index + 1
        var sawLineEnd = false
        while next < range.upperBound, ScalarClass(scalars[next]) == .space {
            sawLineEnd = sawLineEnd || scalars[next] == "\n" || scalars[next] == "\r"
            next += 1
        }
        guard sawLineEnd, next < range.upperBound, ScalarClass(scalars[next]) == .lower else {
            return nil
        }
        return next
    }

    /// Whether `>` stands at the beginning of a line that is not the first of a range.
    private func isQuoteMark(at index: Int, in range: Range<Int>) -> Bool {
        var before = index - 1
        // Deeper than this no quotation is nested, and a line of nothing but `>` stays cheap.
        let limit = max(range.lowerBound, index - 16)
        while before > limit, scalars[before] == " " || scalars[before] == ">" { before -= 1 }
        return before > range.lowerBound && (scalars[before] == "\n" || scalars[before] == "\r")
    }

    /// Control characters that are part of a word's spelling in Persian, Hindi and emoji.
    private static let joiners: Set<Unicode.Scalar> = ["\u{200C}", "\u{200D}"]
}

extension Span {
    /// The span of a range of scalars.
    init(_ range: Range<Int>) {
        self.init(range.lowerBound, range.upperBound)
    }

    /// The range of scalars.
    var range: Range<Int> { start..<end }
}
