import Articles

/// The decoded original as an array of its scalars, so that an index is a `Span`'s position.
struct Manuscript: Sendable {
    /// The scalars in order.
    let scalars: [Unicode.Scalar]

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
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count + range.count / 8)
        var needsSpace = false
        var index = range.lowerBound
        while index < range.upperBound {
            let scalar = scalars[index]
            if scalar.value >= 0x21, scalar.value < 0x7F {
                if scalar == ">", isQuoteMark(at: index, in: range) {
                    index += 1
                    continue
                }
                if needsSpace { bytes.append(0x20); needsSpace = false }
                if scalar == "-", let next = endOfDivision(at: index, in: range) {
                    index = next
                    continue
                }
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                switch ScalarClass(scalar) {
                case .space: needsSpace = !bytes.isEmpty
                case .control where !Self.joiners.contains(scalar): break
                default:
                    if needsSpace { bytes.append(0x20); needsSpace = false }
                    Self.append(scalar, to: &bytes)
                }
            }
            index += 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The words of a range as printed, line ends and all.
    func verbatim(_ range: Range<Int>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count + range.count / 8)
        append(range, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends a range as printed, line ends and all, in UTF-8.
    func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
        for index in range {
            let scalar = scalars[index]
            if scalar.value < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                Self.append(scalar, to: &bytes)
            }
        }
    }

    /// Appends a scalar as UTF-8.
    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        let value = scalar.value
        func tail(_ shift: UInt32) -> UInt8 {
            UInt8(truncatingIfNeeded: 0x80 | (value >> shift & 0x3F))
        }
        switch value {
        case ..<0x80:
            bytes.append(UInt8(truncatingIfNeeded: value))
        case ..<0x800:
            bytes.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
            bytes.append(tail(0))
        case ..<0x1_0000:
            bytes.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
            bytes.append(tail(6))
            bytes.append(tail(0))
        default:
            bytes.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
            bytes.append(tail(12))
            bytes.append(tail(6))
            bytes.append(tail(0))
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
