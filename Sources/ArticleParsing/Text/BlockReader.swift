/// Makes blocks of lines: joins what was wrapped, sets bullets aside, counts features.
enum BlockReader {
    /// The blocks of a text's lines; a blank line makes none.
    static func blocks(of lines: [Line], in text: Manuscript) -> [Block] {
        let width = WrapWidth.find(in: lines, of: text)
        var blocks: [Block] = []
        if width == nil { blocks.reserveCapacity(lines.count { !$0.isBlank }) }
        var blank = 0
        var index = 0
        while index < lines.count {
            let line = lines[index]
            if line.isBlank {
                blank += 1
                index += 1
                continue
            }
            var last = index
            let (words, isQuoted) = withoutQuoteMark(line.content, of: text)
            var (content, bullet) = withoutBullet(words, of: text)
            // What `>` marks has come as a letter, whose lines are short whatever the text's are.
            if let width = width ?? (isQuoted ? quotationWidth : nil) {
                while last + 1 < lines.count,
                    continues(lines, from: last, first: index, width, text)
                {
                    last += 1
                }
                content = content.lowerBound..<lines[last].content.upperBound
            }
            var block = Block(
                line: index + 1,
                content: content,
                full: line.content.lowerBound..<lines[last].content.upperBound,
                blankBefore: blank,
                indent: line.indent,
                columns: lines[index...last].reduce(0) { $0 + $1.columns + 1 } - 1
            )
            block.hasBullet = bullet
            block.isQuoted = isQuoted
            block.startsPage = line.startsPage
            readMarkup(of: &block, in: text)
            BlockFeatures.count(in: &block, of: text)
            blocks.append(block)
            blank = 0
            index = last + 1
        }
        return blocks
    }

    /// How wide the lines of letters are set (RFC 2646 §4.1, format=flowed), roughly.
    private static let quotationWidth = 72

    /// Whether the line below another goes on with its paragraph, which begins with the line `first`:
    /// its first word had no room.
    private static func continues(
        _ lines: [Line],
        from index: Int,
        first: Int,
        _ width: Int,
        _ text: Manuscript
    ) -> Bool {
        let (line, next) = (lines[index], lines[index + 1])
        guard !next.isBlank, !next.startsPage, line.columns <= width + 8, next.columns <= width + 8
        else { return false }
        // An indented line opens a paragraph, unless its fellows are indented alike.
        if next.indent > line.indent + 1, index != first || next.indent > lines[first].indent {
            return false
        }
        let (words, isQuoted) = withoutQuoteMark(next.content, of: text)
        guard isQuoted == withoutQuoteMark(lines[first].content, of: text).1 else { return false }
        let (_, hasBullet) = withoutBullet(words, of: text)
        if hasBullet { return false }
        var word = 0
        for index in words {
            let kind = ScalarClass(text.scalars[index])
            if kind == .space { break }
            if kind == .spaceless, text.scalars[index].value >= 0x3000 { word = 2; break }
            word += 1
        }
        return line.columns + 1 + word > width - width / 24
    }

    /// A line's content without the `>` that letters and forums put in front of what they quote.
    private static func withoutQuoteMark(_ content: Range<Int>, of text: Manuscript) -> (
        Range<Int>, Bool
    ) {
        guard let first = content.first, text.scalars[first] == ">" else { return (content, false) }
        let rest = content.drop {
            text.scalars[$0] == ">" || ScalarClass(text.scalars[$0]) == .space
        }
        return rest.isEmpty ? (content, false) : (rest, true)
    }

    /// A line's content without the bullet it begins with.
    private static func withoutBullet(_ content: Range<Int>, of text: Manuscript) -> (
        Range<Int>, Bool
    ) {
        guard let first = content.first else { return (content, false) }
        let scalar = text.scalars[first]
        let kind = ScalarClass(scalar)
        func isSpace(_ index: Int) -> Bool {
            index >= content.upperBound || ScalarClass(text.scalars[index]) == .space
        }
        if kind == .bullet
            || ((scalar == "*" || scalar == "+" || scalar == "·" || scalar == "-" || scalar == "–")
                && isSpace(first + 1))
            || (scalar == "o" && isSpace(first + 1) && content.count > 2)
        {
            let rest = text.trimmed(first + 1..<content.upperBound)
            if rest.isEmpty { return (content, kind == .bullet || scalar == "*" || scalar == "+") }
            // `* * *` is a rule, and `- Reuters` at the end a credit: both are told later.
            if ScalarClass(text.scalars[rest.lowerBound]).isLetter || rest.count > 8 {
                return (rest, true)
            }
            return (content, false)
        }
        // `1. ` and `12) `
        var index = first
        while index < content.upperBound, index - first < 2, digitValue(text.scalars[index]) != nil
        { index += 1 }
        guard index > first, index + 1 < content.upperBound,
            text.scalars[index] == "." || text.scalars[index] == ")",
            isSpace(index + 1)
        else { return (content, false) }
        let rest = text.trimmed(index + 1..<content.upperBound)
        // `15. Oktober 2023` and `1. FC` are no entries.
        let next = text.tokens(in: rest, limit: 1).first
        if rest.isEmpty || next.map({ CalendarWords.months[$0] != nil }) == true {
            return (content, false)
        }
        return (rest, true)
    }

    /// Sets Markdown's marks of headings and emphasis around a whole line aside.
    private static func readMarkup(of block: inout Block, in text: Manuscript) {
        var content = block.content
        var level = 0
        while level < 6, content.lowerBound + level < content.upperBound,
            text.scalars[content.lowerBound + level] == "#"
        { level += 1 }
        if level > 0, content.lowerBound + level < content.upperBound,
            text.scalars[content.lowerBound + level] == " "
        {
            block.headingLevel = level
            content = text.trimmed(content.lowerBound + level..<content.upperBound)
        }
        while content.count > 4, let mark = content.first.map({ text.scalars[$0] }),
            mark == "*" || mark == "_",
            text.scalars[content.upperBound - 1] == mark,
            ScalarClass(text.scalars[content.lowerBound + 1]) != .space
        {
            content = content.lowerBound + 1..<content.upperBound - 1
        }
        block.content = content
    }
}
