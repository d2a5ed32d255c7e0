/// Plain words, which most are: of letters from a to z alone and with nothing that holds them to others.
extension Analyzer {
    /// Where a plain word ends, no longer than a term; `nil` for what needs a closer look.
    @inline(__always)
    func endOfPlainWord(_ text: UnsafeRawBufferPointer, _ start: Int) -> Int? {
        let limit = min(text.count, start + Self.maximumTerm)
        var end = start
        while end < limit, Self.isPlainLetter(text[end]) { end += 1 }
        guard end > start else { return nil }
        guard end < text.count else { return end }
        guard text[end] < 0x80 else { return nil }
        switch table.kind(UInt32(text[end])) {
        case .separator, .comma: return end
        // A point behind a single letter may go on an acronym.
        case .dot: return end - start > 1 ? end : nil
        default: return nil
        }
    }

    @inline(__always)
    private static func isPlainLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Reports a plain word; `false` where no more is asked for.
    @inline(__always)
    func plainWord(
        _ text: UnsafeRawBufferPointer,
        _ range: Range<Int>,
        _ algorithm: Stemmer.Algorithm?,
        _ report: (Term) -> Bool
    ) -> Bool {
        bare.removeAll()
        for position in range { bare.append(text[position] | 0x20) }
        let word = bare[0..<range.count]
        let stem = algorithm.map { stemmer.stem(word, $0) } ?? word
        return report(Term(bytes: stem, word: word, range: range, kind: .word))
    }

    /// Passes over plain words that do not begin as is asked for.
    ///
    /// - Returns: Where something stands that needs a closer look, or the end.
    func passOver(
        _ text: UnsafeRawBufferPointer,
        _ start: Int,
        _ beginnings: TermBeginnings
    ) -> Int {
        table.signs.withUnsafeBufferPointer { signs in
            beginnings.seconds.withUnsafeBufferPointer { seconds in
                var position = start
                while position < text.count {
                    let sign = signs[Int(text[position])]
                    guard sign == .letter else {
                        if sign == .other { return position }
                        position += 1
                        continue
                    }
                    var end = position + 1
                    while end < text.count, signs[Int(text[end])] == .letter { end += 1 }
                    let allowed = seconds[Int(text[position] | 0x20)]
                    if allowed != 0 {
                        guard end - position > 1 else { return position }
                        let second = UInt32(text[position + 1] | 0x20) &- 0x61
                        if allowed >> second & 1 != 0 { return position }
                    }
                    if end < text.count {
                        switch signs[Int(text[end])] {
                        case .end: break
                        // A point behind a single letter may go on an acronym.
                        case .dot where end - position > 1: break
                        default: return position
                        }
                    }
                    passedOver += 1
                    position = end
                }
                return position
            }
        }
    }
}
