import Glibc

/// Leaves out of a page what no article is made of before its tree is built: scripts other than
/// JSON-LD, style sheets, drawings, comments, and the attributes and tags beyond any use.
///
/// It tells only where raw text ends, as the HTML standard does (§13.2.5.2): the tree is libxml2's.
/// The tree builder compares every attribute of a tag with every other one and searches its stack
/// for every end tag, so that both are bounded here. One pass; linear.
struct PageTrimmer {
    /// How many attributes of a tag are read.
    static let attributeLimit = 200
    /// How many tags of a page are read.
    static let tagLimit = 600_000

    /// What is left.
    private(set) var bytes: [UInt8] = []
    /// Whether tags were left out because there were too many.
    private(set) var isTruncated = false
    /// Where something was left out: the position in `bytes`, and how much is missing before it.
    private var cuts: [(position: Int, missing: Int)] = []
    private var missing = 0

    /// Trims a page.
    init(_ source: UnsafeBufferPointer<UInt8>) {
        bytes.reserveCapacity(source.count)
        var scanner = Scanner(source: source)
        var kept = 0
        var tags = 0
        func skip(to end: Int) {
            guard end > kept else { return }
            missing += end - kept
            cuts.append((bytes.count, missing))
            kept = end
        }
        func keep(to end: Int) {
            guard end > kept else { return }
            bytes.append(contentsOf: source[kept..<end])
            kept = end
        }
        while let open = scanner.nextTag() {
            keep(to: open)
            if let end = scanner.endOfComment(at: open) {
                skip(to: end)
                scanner.index = end
                continue
            }
            tags += 1
            if tags > Self.tagLimit {
                isTruncated = true
                break
            }
            let tag = scanner.tag(at: open, attributeLimit: Self.attributeLimit)
            keep(to: tag.keptEnd)
            if tag.keptEnd < tag.end {
                skip(to: tag.end)
                bytes.append(UInt8(ascii: ">"))
                missing -= 1
            }
            scanner.index = tag.end
            guard let raw = scanner.rawText(after: tag) else { continue }
            keep(to: tag.end)
            if !raw.isKept { skip(to: raw.end) }
            keep(to: raw.end)
            scanner.index = raw.end
        }
        if !isTruncated { keep(to: source.count) }
    }

    /// The position in the source of a position in `bytes`.
    func sourcePosition(of position: Int) -> Int {
        var low = 0
        var high = cuts.count
        while low < high {
            let middle = (low + high) / 2
            if cuts[middle].position <= position { low = middle + 1 } else { high = middle }
        }
        return position + (low > 0 ? cuts[low - 1].missing : 0)
    }

    private struct Tag {
        var start: Int
        /// After its `>`.
        var end: Int
        /// After the last attribute that is kept, and where all are, `end`.
        var keptEnd: Int
    }

    private struct Scanner {
        let source: UnsafeBufferPointer<UInt8>
        var index = 0
        /// From where on a quotation mark does not occur any more.
        private var lastQuote: [UInt8: Int] = [:]
        /// The elements of raw text whose end tag does not occur any more, by the length of the name.
        private var unended: Set<Int> = []

        init(source: UnsafeBufferPointer<UInt8>) { self.source = source }

        /// Where the next tag or comment begins.
        mutating func nextTag() -> Int? {
            while let open = find(UInt8(ascii: "<"), from: index) {
                guard open + 1 < source.count else { return nil }
                let next = source[open + 1]
                if ASCII.isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") {
                    return open
                }
                index = open + 1
            }
            return nil
        }

        private func find(_ byte: UInt8, from start: Int) -> Int? {
            guard start < source.count, let base = source.baseAddress else { return nil }
            return memchr(base + start, CInt(byte), source.count - start).map {
                UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) - base
            }
        }

        private func begins(_ word: StaticString, at start: Int) -> Bool {
            guard start + word.utf8CodeUnitCount <= source.count else { return false }
            for offset in 0..<word.utf8CodeUnitCount
            where ASCII.lowercased(source[start + offset]) != word.utf8Start[offset] {
                return false
            }
            return true
        }

        /// The end of the comment that begins at `open`; `nil` where none does or it has no end.
        func endOfComment(at open: Int) -> Int? {
            guard begins("<!--", at: open) else { return nil }
            var from = open + 4
            // `<!-->` is a comment, too.
            if from < source.count, source[from] == UInt8(ascii: ">") { return from + 1 }
            while let close = find(UInt8(ascii: ">"), from: from) {
                if close >= open + 6, source[close - 1] == UInt8(ascii: "-"),
                    source[close - 2] == UInt8(ascii: "-")
                {
                    return close + 1
                }
                from = close + 1
            }
            return source.count
        }

        /// Reads the tag that begins at `open`.
        mutating func tag(at open: Int, attributeLimit: Int) -> Tag {
            var index = open + 1
            var spaces = 0
            var keptEnd: Int?
            var followsEquals = false
            while index < source.count {
                let byte = source[index]
                if byte == UInt8(ascii: ">") {
                    return Tag(start: open, end: index + 1, keptEnd: keptEnd ?? index + 1)
                }
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), followsEquals,
                    let close = closing(byte, after: index)
                {
                    index = close
                }
                if ASCII.isSpace(byte) || byte == UInt8(ascii: "/") {
                    spaces += 1
                    if spaces == attributeLimit { keptEnd = index }
                } else {
                    followsEquals = byte == UInt8(ascii: "=")
                }
                index += 1
            }
            return Tag(start: open, end: source.count, keptEnd: keptEnd ?? source.count)
        }

        private mutating func closing(_ quote: UInt8, after start: Int) -> Int? {
            if let last = lastQuote[quote], start >= last { return nil }
            if let close = find(quote, from: start + 1) { return close }
            lastQuote[quote] = start
            return nil
        }

        /// The raw text after a start tag with whether it is kept; `nil` where none follows.
        mutating func rawText(after tag: Tag) -> (end: Int, isKept: Bool)? {
            for (name, isScript) in [
                ("script", true), ("style", false), ("svg", false),
            ] as [(StaticString, Bool)] where begins(name, at: tag.start + 1) {
                let after = tag.start + 1 + name.utf8CodeUnitCount
                guard after < source.count, !ASCII.isLetter(source[after]),
                    source[tag.end - 1] == UInt8(ascii: ">"),
                    source[tag.end - 2] != UInt8(ascii: "/") || isScript
                else { return nil }
                guard let end = endTag(name, from: tag.end) else { return nil }
                let isData = isScript && isJSON(tag)
                return (end, isData)
            }
            return nil
        }

        /// Whether a script is of a JSON type for machines: `application/ld+json`.
        private func isJSON(_ tag: Tag) -> Bool {
            (tag.start..<tag.end).contains { begins("ld+json", at: $0) }
        }

        private mutating func endTag(_ name: StaticString, from start: Int) -> Int? {
            // Once there is none, there is none further on: nothing is looked for twice in vain.
            guard !unended.contains(name.utf8CodeUnitCount) else { return nil }
            var from = start
            while let open = find(UInt8(ascii: "<"), from: from) {
                if open + 1 < source.count, source[open + 1] == UInt8(ascii: "/"),
                    begins(name, at: open + 2)
                {
                    return open
                }
                from = open + 1
            }
            unended.insert(name.utf8CodeUnitCount)
            return nil
        }
    }
}
