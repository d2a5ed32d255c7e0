import Articles
import SQLite

/// Marks the words of a text that a query matched, and picks the passages that show them best.
///
/// The text is cut by the tokenizer that its index was cut by, so that just those words are marked
/// that the search found, whatever their case and accents.
struct Highlighter {
    /// A string of the query as tokens.
    private struct Pattern {
        var tokens: [[UInt8]]
        var isPrefix: Bool
    }

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
    }

    /// About how long a passage is, in Unicode scalars.
    static let passageLength = 200
    private static let maximumPassages = 2
    /// How much of a long text is looked at once something was found in it.
    private static let textLimit = 1 << 17

    private let tokenizer: FTS5Tokenizer
    private let patterns: [Pattern]
    /// By the first byte: whether a token that begins so can be one of a pattern's.
    private let firstBytes: [Bool]
    private let marks: Highlight

    init(
        _ phrases: [MatchExpression.Phrase],
        tokenizer: FTS5Tokenizer,
        marks: Highlight
    ) {
        self.tokenizer = tokenizer
        self.marks = marks
        patterns = phrases.filter(\.isRanked).compactMap { phrase in
            var tokens: [[UInt8]] = []
            var text = phrase.text
            text.withUTF8 { utf8 in
                tokenizer.tokenize(UnsafeRawBufferPointer(utf8), isQuery: true) { token in
                    if !token.isColocated { tokens.append(Array(token.bytes)) }
                    return true
                }
            }
            return tokens.isEmpty ? nil : Pattern(tokens: tokens, isPrefix: phrase.isPrefix)
        }
        var firstBytes = Array(repeating: false, count: 256)
        for token in patterns.lazy.flatMap(\.tokens) {
            if let first = token.first { firstBytes[Int(first)] = true }
        }
        self.firstBytes = firstBytes
    }

    /// A short text as a whole, marked; `nil` where nothing matched.
    func whole(_ text: String) -> String? {
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
    func passages(_ text: UnsafeRawBufferPointer, paragraphs: [Range<Int>]) -> [String] {
        let found = occurrences(in: text)
        guard !found.isEmpty else { return [] }
        var passages: [String] = []
        var taken: [Range<Int>] = []
        var seen: Set<Int> = []
        while passages.count < Self.maximumPassages,
            let window = bestWindow(found, text, paragraphs, besides: taken, seen: seen)
        {
            let range = passage(around: window, text, paragraphs)
            taken.append(range)
            seen.formUnion(found.lazy.filter { range.contains($0.range.lowerBound) }.map(\.pattern))
            passages.append(excerpt(range, text, paragraphs, found))
        }
        return passages
    }

    // MARK: Finding

    private func occurrences(in text: UnsafeRawBufferPointer) -> [Occurrence] {
        guard !patterns.isEmpty else { return [] }
        var candidates: [Candidate] = []
        var position = -1
        tokenizer.tokenize(text, isQuery: false) { token in
            if !token.isColocated { position += 1 }
            guard let first = token.bytes.first, firstBytes[Int(first)], isCandidate(token.bytes)
            else { return token.range.upperBound < Self.textLimit || candidates.isEmpty }
            candidates.append(
                Candidate(position: position, range: token.range, folded: Array(token.bytes))
            )
            return true
        }
        var found: [Occurrence] = []
        for (index, pattern) in patterns.enumerated() {
            for start in candidates.indices {
                guard let range = match(pattern, candidates, from: start) else { continue }
                found.append(Occurrence(range: range, pattern: index))
            }
        }
        return found.sorted {
            ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
        }
    }

    private func isCandidate(_ token: UnsafeRawBufferPointer) -> Bool {
        patterns.contains { pattern in
            for (index, wanted) in pattern.tokens.enumerated() {
                let isLast = index == pattern.tokens.count - 1
                if pattern.isPrefix && isLast
                    ? token.starts(with: wanted)
                    : token.count == wanted.count && token.elementsEqual(wanted)
                {
                    return true
                }
            }
            return false
        }
    }

    /// Where a pattern stands that begins with a candidate; its words have to follow each other.
    private func match(
        _ pattern: Pattern,
        _ candidates: [Candidate],
        from start: Int
    ) -> Range<Int>? {
        var index = start
        for (offset, wanted) in pattern.tokens.enumerated() {
            // Several forms of a word stand at the same position.
            while index < candidates.count,
                candidates[index].position < candidates[start].position + offset
            { index += 1 }
            guard index < candidates.count,
                candidates[index].position == candidates[start].position + offset
            else { return nil }
            let isPrefix = pattern.isPrefix && offset == pattern.tokens.count - 1
            let folded = candidates[index].folded
            guard isPrefix ? folded.starts(with: wanted) : folded == wanted else { return nil }
        }
        return candidates[start].range.lowerBound..<candidates[index].range.upperBound
    }

    // MARK: Choosing

    /// The stretch of one paragraph, no longer than a passage, that shows most; `nil` where all that
    /// is left shows nothing new.
    private func bestWindow(
        _ found: [Occurrence],
        _ text: UnsafeRawBufferPointer,
        _ paragraphs: [Range<Int>],
        besides taken: [Range<Int>],
        seen: Set<Int>
    ) -> Range<Int>? {
        var best: (score: Int, range: Range<Int>)?
        for (index, first) in found.enumerated() {
            let home = paragraph(of: first.range.lowerBound, paragraphs, text)
            if taken.contains(where: { $0.overlaps(first.range) }) { continue }
            var patterns: Set<Int> = []
            var count = 0
            var end = first.range.upperBound
            // Bounded: a window has no more words than a passage has letters.
            for next in found[index...].prefix(Self.passageLength) {
                guard next.range.upperBound <= home.upperBound,
                    next.range.upperBound - first.range.lowerBound <= Self.passageLength
                else { break }
                patterns.insert(next.pattern)
                count += 1
                end = max(end, next.range.upperBound)
            }
            let fresh = patterns.subtracting(seen).count
            if !taken.isEmpty && fresh == 0 && count < 2 { continue }
            let score = 1_000 * fresh + 100 * patterns.count + min(count, 99)
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
            let isEnd = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")]
                .contains(text[index - 2])
            if isEnd, text[index - 1] == UInt8(ascii: " ") { return index }
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
        let start = range.lowerBound > home.lowerBound ? "… " : ""
        let end = range.upperBound < home.upperBound ? " …" : ""
        return start + marked(text, range, found) + end
    }

    /// A part of a text with its occurrences marked; those that overlap make one mark.
    private func marked(
        _ text: UnsafeRawBufferPointer,
        _ range: Range<Int>,
        _ found: [Occurrence]
    ) -> String {
        var output = ""
        var written = range.lowerBound
        for occurrence in merged(found)
        where occurrence.lowerBound >= written && occurrence.upperBound <= range.upperBound {
            append(text[written..<occurrence.lowerBound], to: &output)
            output += marks.start
            append(text[occurrence], to: &output)
            output += marks.end
            written = occurrence.upperBound
        }
        append(text[written..<range.upperBound], to: &output)
        return output
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

    private func append(_ bytes: Slice<UnsafeRawBufferPointer>, to output: inout String) {
        guard marks == .mark else {
            output += String(decoding: bytes, as: UTF8.self)
            return
        }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(bytes.count + 16)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): escaped.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): escaped.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): escaped.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): escaped.append(contentsOf: "&quot;".utf8)
            default: escaped.append(byte)
            }
        }
        output += String(decoding: escaped, as: UTF8.self)
    }
}
