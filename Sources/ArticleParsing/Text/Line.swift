/// A line of the original.
struct Line: Sendable {
    /// The line without the white space around it; empty for a blank line.
    @NarrowRange var content: Range<Int>
    /// How wide its content is: a wide East Asian sign counts two, a combining mark none.
    @Narrow<UInt32> var columns: Int
    /// How far its first sign is from the margin, a tab counting to the next multiple of 8.
    @Narrow<UInt16> var indent: Int
    /// Whether a page ends before it (form feed).
    var startsPage: Bool

    var isBlank: Bool { content.isEmpty }
}

/// Cuts a text into lines: LF, CR LF, CR, NEL, LS and PS end one, and FF a page.
enum LineReader {
    /// The lines of a text, the first with index 0.
    static func lines(of text: Manuscript) -> [Line] {
        var lines: [Line] = []
        var ends = 0
        for scalar in text.scalars where isLineEnd(scalar) { ends += 1 }
        lines.reserveCapacity(ends + 1)
        var start = 0
        var index = 0
        var startsPage = false
        let count = text.scalars.count
        while index <= count {
            if index < count, !isLineEnd(text.scalars[index]) {
                index += 1
                continue
            }
            if index == count, start == count { break }
            lines.append(line(start..<index, of: text, startsPage))
            startsPage = index < count && text.scalars[index] == "\u{C}"
            if index + 1 < count, text.scalars[index] == "\r", text.scalars[index + 1] == "\n" {
                index += 1
            }
            index += 1
            start = index
        }
        return lines
    }

    /// Whether a sign ends a line or a page.
    @inline(__always)
    static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        // Nearly all signs of a text.
        if scalar.value &- 0x20 < 0x65 { return false }
        return switch scalar.value {
        case 0x0A, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    private static func line(
        _ range: Range<Int>,
        of text: Manuscript,
        _ startsPage: Bool
    ) -> Line {
        let content = text.trimmed(range)
        var indent = 0
        for index in range.lowerBound..<content.lowerBound {
            indent = text.scalars[index] == "\t" ? (indent / 8 + 1) * 8 : indent + 1
        }
        var columns = 0
        for index in content {
            let scalar = text.scalars[index]
            if scalar.value < 0x300 {
                columns += 1
            } else {
                switch ScalarClass(scalar) {
                case .mark, .control: break
                case .spaceless where scalar.value >= 0x3000: columns += 2
                default: columns += scalar.isHangulSyllable ? 2 : 1
                }
            }
        }
        return Line(content: content, columns: columns, indent: indent, startsPage: startsPage)
    }
}
