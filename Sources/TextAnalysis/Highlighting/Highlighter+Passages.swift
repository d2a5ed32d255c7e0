/// Chooses the passages of a text: from words or sentences to words or sentences.
extension Highlighter {
    /// The stretch of one paragraph, no longer than a passage, that shows most; `nil` where all that
    /// is left shows nothing new.
    func bestWindow(
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

    func paragraph(
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
    func passage(
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
        let latest = min(home.upperBound, start + bytes)
        // A sentence's end is worth a third of the length.
        let end =
            sentenceEnd(before: latest, notBefore: max(window.upperBound, latest - bytes / 3), text)
            ?? wordEnd(atOrBefore: latest, text, home)
        return start..<max(end, window.upperBound)
    }

    func sentenceStart(
        before position: Int,
        notBefore earliest: Int,
        _ text: UnsafeRawBufferPointer,
        _ home: Range<Int>
    ) -> Int? {
        if earliest == home.lowerBound { return earliest }
        var index = position
        while index > earliest + 1 {
            if text[index - 1] == UInt8(ascii: " "), endsSentence(text, index - 2) { return index }
            index -= 1
        }
        return nil
    }

    /// The last place in a stretch of text where a sentence ends before a blank.
    func sentenceEnd(
        before latest: Int,
        notBefore earliest: Int,
        _ text: UnsafeRawBufferPointer
    ) -> Int? {
        guard latest < text.count, text[latest] != UInt8(ascii: "\n") else { return nil }
        var index = latest
        while index > earliest {
            if text[index] == UInt8(ascii: " "), endsSentence(text, index - 1) { return index }
            index -= 1
        }
        return nil
    }

    /// Whether a sign before a blank ends a sentence: a point not behind an abbreviation, which has points
    /// within or is short and begins with a capital.
    func endsSentence(_ text: UnsafeRawBufferPointer, _ position: Int) -> Bool {
        switch text[position] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        case UInt8(ascii: "."): break
        default: return false
        }
        var start = position
        while start > 0, text[start - 1] >= 0x80 || (0x61...0x7A).contains(text[start - 1] | 0x20) {
            start -= 1
        }
        guard start < position else {
            return start > 0 && (0x30...0x39).contains(text[start - 1])
        }
        if start > 0, text[start - 1] == UInt8(ascii: ".") { return false }
        return position - start > 3 || !(0x41...0x5A).contains(text[start])
    }

    func wordStart(
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

    func wordEnd(
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

    func scalarStart(
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
    func isMark(
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
}
