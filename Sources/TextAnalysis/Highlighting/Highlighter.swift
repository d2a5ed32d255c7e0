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
    private struct Occurrence {
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
            starts[HighlightTerms.hash(candidates[index].folded), default: []].append(index)
        }
        for pattern in terms.patterns {
            guard let first = pattern.tokens.first else { continue }
            let isOpen = pattern.isPrefix && pattern.tokens.count == 1
            for start in isOpen
                ? Array(candidates.indices) : starts[HighlightTerms.hash(first)] ?? []
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

    // MARK: Choosing

    /// The stretch of one paragraph, no longer than a passage, that shows most; `nil` where all that
    /// is left shows nothing new.
    private func bestWindow(
        _ found: [Occurrence],
        _ text: UnsafeRawBufferPointer,
        _ paragraphs: [Range<Int>],
        besides taken: [Range<Int>],
        seen: UInt64
    ) -> Range<Int>? {
        var best: (score: Int, range: Range<Int>)?
        for (index, first) in found.enumerated() {
            let home = paragraph(of: first.range.lowerBound, paragraphs, text)
            if taken.contains(where: { $0.overlaps(first.range) }) { continue }
            var patterns: UInt64 = 0
            var count = 0
            var end = first.range.upperBound
            // Bounded: a window has no more words than a passage has letters.
            for next in found[index...].prefix(Self.passageLength) {
                guard next.range.upperBound <= home.upperBound,
                    next.range.upperBound - first.range.lowerBound <= Self.passageLength
                else { break }
                patterns |= next.bit
                count += 1
                end = max(end, next.range.upperBound)
            }
            let fresh = (patterns & ~seen).nonzeroBitCount
            if !taken.isEmpty && fresh == 0 && count < 2 { continue }
            let score = 1_000 * fresh + 100 * patterns.nonzeroBitCount + min(count, 99)
            if score > best?.score ?? 0 { best = (score, first.range.lowerBound..<end) }
        }
        return best?.range
    }

    private func paragraph(
        of position: Int,
        _ paragraphs: [Range<Int>],
        _ text: UnsafeRawBufferPointer
    ) -> Range<Int> {
        // The last one that starts at the position or before it.
        var low = 0
        var high = paragraphs.count
        while low < high {
            let middle = (low + high) / 2
            if paragraphs[middle].lowerBound <= position { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 0..<text.count }
        return paragraphs[low - 1].clamped(to: 0..<text.count)
    }

    /// Widens a window to a passage: to the start of its sentence if that is near, and to whole words.
    private func passage(
        around window: Range<Int>,
        _ text: UnsafeRawBufferPointer,
        _ paragraphs: [Range<Int>]
    ) -> Range<Int> {
        let home = paragraph(of: window.lowerBound, paragraphs, text)
        if home.count <= Self.passageLength * 5 / 4 { return home }
        let scalars = text[home].count { $0 & 0xC0 != 0x80 }
        if scalars <= Self.passageLength * 5 / 4 { return home }
        let bytes = Self.passageLength * home.count / max(1, scalars)
        let room = max(0, bytes - window.count)
        let earliest = max(home.lowerBound, window.lowerBound - room * 2 / 3)
        var start =
            sentenceStart(before: window.lowerBound, notBefore: earliest, text, home)
            ?? wordStart(atOrAfter: max(earliest, window.lowerBound - room / 3), text, home)
        start = min(start, window.lowerBound)
        let end = wordEnd(atOrBefore: min(home.upperBound, start + bytes), text, home)
        return start..<max(end, window.upperBound)
    }

    private func sentenceStart(
        before position: Int,
        notBefore earliest: Int,
        _ text: UnsafeRawBufferPointer,
        _ home: Range<Int>
    ) -> Int? {
        if earliest == home.lowerBound { return earliest }
        var index = position
        while index > earliest + 1 {
            if text[index - 1] == UInt8(ascii: " ") {
                switch text[index - 2] {
                case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return index
                default: break
                }
            }
            index -= 1
        }
        return nil
    }

    private func wordStart(
        atOrAfter position: Int,
        _ text: UnsafeRawBufferPointer,
        _ home: Range<Int>
    ) -> Int {
        var index = position
        while index > home.lowerBound, index < home.upperBound, index < position + 40,
            text[index - 1] != UInt8(ascii: " ")
        { index += 1 }
        return scalarStart(index, text, home)
    }

    private func wordEnd(
        atOrBefore position: Int,
        _ text: UnsafeRawBufferPointer,
        _ home: Range<Int>
    ) -> Int {
        guard position < home.upperBound else { return home.upperBound }
        var index = position
        while index > home.lowerBound, index > position - 40, text[index] != UInt8(ascii: " ") {
            index -= 1
        }
        // A script without blanks, or a very long word: cut between two scalars.
        if text[index] != UInt8(ascii: " ") { index = position }
        return scalarStart(index, text, home)
    }

    private func scalarStart(
        _ position: Int,
        _ text: UnsafeRawBufferPointer,
        _ home: Range<Int>
    ) -> Int {
        var index = position
        while index > home.lowerBound, index < home.upperBound,
            text[index] & 0xC0 == 0x80 || isMark(at: index, text, home)
        { index -= 1 }
        return index
    }

    /// Whether a combining mark begins here, which belongs to the letter before it.
    private func isMark(
        at position: Int,
        _ text: UnsafeRawBufferPointer,
        _ home: Range<Int>
    ) -> Bool {
        guard text[position] >= 0xC0 else { return false }
        let bytes = text[position..<min(position + 4, home.upperBound)]
        guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
            return false
        }
        return scalar.properties.isGraphemeExtend
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
