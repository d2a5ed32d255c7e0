import Articles

/// Marks the words of a text that a query matched, and picks the passages that show them best.
///
/// The text is analysed as its index was, so that just those words are marked
/// that the search found, whatever their case and accents.
public struct Highlighter {
    /// A word of the text that some pattern has.
    private struct Candidate {
        var position: Int
        var range: Range<Int>
        var folded: [UInt8]
    }

    /// A place where a pattern stands.
    struct Occurrence {
        var range: Range<Int>
        var pattern: Int

        /// The pattern as a member of a set; queries have 64 words at the most.
        var bit: UInt64 { 1 << UInt64(pattern & 63) }
    }

    /// About how long a passage is, in Unicode scalars.
    public static let passageLength = 200
    private static let maximumPassages = 2
    /// How much of a long text is looked at once something was found in it.
    private static let textLimit = 1 << 17

    private let language: TextLanguage
    private let analyzer: Analyzer
    private let terms: HighlightTerms
    private let marks: Highlight

    /// Makes a highlighter for articles of a language; it belongs to the analyzer's thread.
    public init(
        _ terms: HighlightTerms,
        language: TextLanguage,
        analyzer: Analyzer,
        marks: Highlight
    ) {
        self.terms = terms
        self.language = language
        self.analyzer = analyzer
        self.marks = marks
    }

    /// A short text as a whole, marked; `nil` where nothing matched.
    public func whole(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { utf8 in
            let bytes = UnsafeRawBufferPointer(utf8)
            let found = occurrences(in: bytes)
            return found.isEmpty ? nil : marked(bytes, 0..<bytes.count, found)
        }
    }

    /// The best passages of a text, the best first.
    ///
    /// Those with the most different words come first, then those with the most, then the earliest.
    /// `paragraphs` are where they stand in the text, in bytes; no passage crosses them.
    public func passages(_ text: UnsafeRawBufferPointer, paragraphs: [Range<Int>]) -> [String] {
        let found = occurrences(in: text)
        guard !found.isEmpty else { return [] }
        var passages: [String] = []
        var taken: [Range<Int>] = []
        var seen: UInt64 = 0
        while passages.count < Self.maximumPassages,
            let window = bestWindow(found, text, paragraphs, besides: taken, seen: seen)
        {
            let range = passage(around: window, text, paragraphs)
            taken.append(range)
            for occurrence in found where range.contains(occurrence.range.lowerBound) {
                seen |= occurrence.bit
            }
            passages.append(excerpt(range, text, paragraphs, found))
        }
        return passages
    }

    // MARK: Finding

    private func occurrences(in text: UnsafeRawBufferPointer) -> [Occurrence] {
        guard !terms.patterns.isEmpty else { return [] }
        var candidates: [Candidate] = []
        var reported = -1
        analyzer.analyze(text, in: language, beginningWith: terms.beginnings) {
            [terms, analyzer] token in
            if !token.isColocated { reported += 1 }
            let position = reported + analyzer.passedOver
            guard terms.mayHave(token.bytes) else {
                return token.range.upperBound < Self.textLimit || candidates.isEmpty
            }
            candidates.append(
                Candidate(position: position, range: token.range, folded: Array(token.bytes))
            )
            return true
        }
        guard !candidates.isEmpty else { return [] }
        var found: [Occurrence] = []
        var starts: [UInt64: [Int]] = [:]
        for index in candidates.indices {
            starts[FNV1a(candidates[index].folded).value, default: []].append(index)
        }
        for pattern in terms.patterns {
            guard let first = pattern.tokens.first else { continue }
            let isOpen = pattern.isPrefix && pattern.tokens.count == 1
            for start in isOpen
                ? Array(candidates.indices) : starts[FNV1a(first).value] ?? []
            {
                guard let range = match(pattern, candidates, from: start) else { continue }
                found.append(Occurrence(range: range, pattern: pattern.group))
            }
        }
        return found.sorted {
            ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
        }
    }

    /// Where a pattern stands that begins with a candidate; its words have to follow each other.
    private func match(
        _ pattern: HighlightTerms.Pattern,
        _ candidates: [Candidate],
        from start: Int
    ) -> Range<Int>? {
        var index = start
        var end = candidates[start].range.upperBound
        for (offset, wanted) in pattern.tokens.enumerated() {
            let position = candidates[start].position + offset
            let isPrefix = pattern.isPrefix && offset == pattern.tokens.count - 1
            while index < candidates.count, candidates[index].position < position { index += 1 }
            // Several forms of a word stand at the same position; the first is the pattern's own.
            var isFound = false
            while index < candidates.count, candidates[index].position == position {
                let folded = candidates[index].folded
                isFound = isPrefix ? folded.starts(with: wanted) : folded == wanted
                if isFound || offset == 0 { break }
                index += 1
            }
            guard isFound else { return nil }
            end = max(end, candidates[index].range.upperBound)
        }
        return candidates[start].range.lowerBound..<end
    }

    // MARK: Writing

    private func excerpt(
        _ range: Range<Int>,
        _ text: UnsafeRawBufferPointer,
        _ paragraphs: [Range<Int>],
        _ found: [Occurrence]
    ) -> String {
        let home = paragraph(of: range.lowerBound, paragraphs, text)
        return marked(
            text,
            range,
            found,
            isCutBefore: range.lowerBound > home.lowerBound,
            isCutBehind: range.upperBound < home.upperBound
        )
    }

    /// A part of a text with its occurrences marked; those that overlap make one mark.
    private func marked(
        _ text: UnsafeRawBufferPointer,
        _ range: Range<Int>,
        _ found: [Occurrence],
        isCutBefore: Bool = false,
        isCutBehind: Bool = false
    ) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(range.count + range.count / 4 + 32)
        if isCutBefore { output += "… ".utf8 }
        var written = range.lowerBound
        for occurrence in merged(found)
        where occurrence.lowerBound >= written && occurrence.upperBound <= range.upperBound {
            append(text, written..<occurrence.lowerBound, to: &output)
            output += marks.start.utf8
            append(text, occurrence, to: &output)
            output += marks.end.utf8
            written = occurrence.upperBound
        }
        append(text, written..<range.upperBound, to: &output)
        if isCutBehind { output += " …".utf8 }
        return String(decoding: output, as: UTF8.self)
    }

    private func merged(_ found: [Occurrence]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        for range in found.lazy.map(\.range) {
            if let last = ranges.last, range.lowerBound < last.upperBound {
                ranges[ranges.count - 1] =
                    last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                ranges.append(range)
            }
        }
        return ranges
    }

    private func append(
        _ text: UnsafeRawBufferPointer,
        _ range: Range<Int>,
        to output: inout [UInt8]
    ) {
        guard marks == .mark else {
            output.append(contentsOf: text[range])
            return
        }
        var written = range.lowerBound
        for position in range {
            let escape: String.UTF8View
            switch text[position] {
            case UInt8(ascii: "&"): escape = "&amp;".utf8
            case UInt8(ascii: "<"): escape = "&lt;".utf8
            case UInt8(ascii: ">"): escape = "&gt;".utf8
            case UInt8(ascii: "\""): escape = "&quot;".utf8
            default: continue
            }
            output.append(contentsOf: text[written..<position])
            output += escape
            written = position + 1
        }
        output.append(contentsOf: text[written..<range.upperBound])
    }
}
