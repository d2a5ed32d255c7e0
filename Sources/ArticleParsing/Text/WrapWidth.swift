/// Finds how wide a text was set whose paragraphs were broken into lines.
enum WrapWidth {
    /// The width in columns to which a text's paragraphs were wrapped; `nil` where each paragraph
    /// is a line.
    ///
    /// Wrapped text has many lines near one width, followed by others without a blank line, and
    /// most of them end in the middle of a sentence.
    static func find(in lines: [Line], of text: Manuscript) -> Int? {
        var inner: [Int] = []
        var midSentence = 0
        var long = 0
        for index in lines.indices where !lines[index].isBlank {
            if lines[index].columns > maximum { long += lines[index].columns }
            guard index + 1 < lines.count, !lines[index + 1].isBlank,
                lines[index].columns >= minimum,
                lines[index].columns <= maximum
            else { continue }
            inner.append(lines[index].columns)
            let last = text.scalars[lines[index].content.upperBound - 1]
            let kind = ScalarClass(last)
            if kind.isLetter || kind == .comma || kind == .dash || kind == .digit {
                midSentence += 1
            }
        }
        guard inner.count >= 3, inner.reduce(0, +) > long else { return nil }
        inner.sort()
        // The widest lines, but for a few outliers such as addresses.
        let width = inner[max(0, inner.count - 1 - inner.count / 40)]
        let near = inner.count { $0 * 4 >= width * 3 }
        guard near * 2 >= inner.count, midSentence * 2 >= inner.count, near >= 3 else { return nil }
        return width
    }

    /// Narrower is a list or a poem.
    private static let minimum = 24
    /// Wider is a paragraph on a line of its own.
    private static let maximum = 120
}
