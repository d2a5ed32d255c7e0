extension Analyzer {
    /// The scalar at a position with its length in bytes; what is not UTF-8 is 0, one byte long.
    @inline(__always)
    func scalar(
        _ text: UnsafeRawBufferPointer,
        _ position: Int
    ) -> (value: UInt32, length: Int) {
        let first = UInt32(text[position])
        if first < 0x80 { return (first, 1) }
        func next(_ offset: Int) -> UInt32? {
            guard position + offset < text.count else { return nil }
            let byte = UInt32(text[position + offset])
            return byte & 0xC0 == 0x80 ? byte & 0x3F : nil
        }
        switch first {
        case 0xC2...0xDF:
            guard let second = next(1) else { return (0, 1) }
            return ((first & 0x1F) << 6 | second, 2)
        case 0xE0...0xEF:
            guard let second = next(1), let third = next(2) else { return (0, 1) }
            let value = (first & 0x0F) << 12 | second << 6 | third
            return value < 0x800 || (0xD800..<0xE000).contains(value) ? (0, 1) : (value, 3)
        case 0xF0...0xF4:
            guard let second = next(1), let third = next(2), let fourth = next(3) else {
                return (0, 1)
            }
            let value = (first & 0x07) << 18 | second << 12 | third << 6 | fourth
            return (0x1_0000..<0x11_0000).contains(value) ? (value, 4) : (0, 1)
        default: return (0, 1)
        }
    }

    /// A letter of a run, with the marks that belong to it, in `scratch`.
    private struct Letter {
        var range: Range<Int>
        var bytes: Range<Int>
    }

    /// Reports a run of a script without spaces from its first letter.
    ///
    /// - Returns: Where it ends; `nil` where no more is asked for.
    func run(
        _ kind: LetterTable.Kind,
        _ text: UnsafeRawBufferPointer,
        _ start: Int,
        _ report: (Term) -> Bool
    ) -> Int? {
        var position = start
        var last: Letter?
        scratch.removeAll()
        while let letter = letter(kind, text, position) {
            position = letter.range.upperBound
            if let previous = last {
                let pair = scratch[previous.bytes.lowerBound..<letter.bytes.upperBound]
                let range = previous.range.lowerBound..<letter.range.upperBound
                guard report(Term(bytes: pair, word: pair, range: range, kind: .pair)) else {
                    return nil
                }
                last = moveToFront(letter)
            } else {
                last = letter
            }
        }
        guard let last else { return position + 1 }
        let single = scratch[last.bytes]
        let term = Term(bytes: single, word: single, range: last.range, kind: .single)
        return report(term) ? position : nil
    }

    /// Drops what stands before a letter in `scratch`.
    private func moveToFront(_ letter: Letter) -> Letter {
        let count = letter.bytes.count
        let bytes = scratch[letter.bytes]
        scratch.removeAll()
        // Forward, byte by byte: it moves to the left.
        scratch.append(contentsOf: bytes)
        return Letter(range: letter.range, bytes: 0..<count)
    }

    /// Reads the letter at a position behind those in `scratch`; `nil` where the run has ended.
    private func letter(
        _ kind: LetterTable.Kind,
        _ text: UnsafeRawBufferPointer,
        _ start: Int
    ) -> Letter? {
        guard start < text.count else { return nil }
        var (value, length) = scalar(text, start)
        guard table.kind(value) == kind else { return nil }
        value = table.small(value)
        var position = start + length
        let from = scratch.count
        // What makes one letter of several scalars: voiced kana, Hangul in its parts, vowel signs.
        var followers = 0
        while position < text.count, followers < 8 {
            let (next, length) = scalar(text, position)
            if table.kind(next) == .ignorable {
                position += length
            } else if kind == .cluster, table.kind(next) == .clusterMark {
                if followers == 0 { scratch.append(scalar: value) }
                scratch.append(scalar: next)
                position += length
                followers += 1
                continue
            } else if kind != .cluster, let whole = composed(value, table.small(next)) {
                value = whole
                position += length
            } else {
                break
            }
        }
        if followers == 0 { scratch.append(scalar: value) }
        return Letter(range: start..<position, bytes: from..<scratch.count)
    }

    /// A letter and what follows it as the one letter that they make (Unicode §3.12 for Hangul).
    private func composed(_ first: UInt32, _ second: UInt32) -> UInt32? {
        switch (first, second) {
        case (0x304B...0x3062, 0x3099) where first % 2 == 1,
            (0x30AB...0x30C2, 0x3099) where first % 2 == 1,
            (0x3064...0x3069, 0x3099) where first % 2 == 0,
            (0x30C4...0x30C9, 0x3099) where first % 2 == 0:
            return first + 1
        case (0x306F...0x307D, 0x3099) where first % 3 == 0,
            (0x30CF...0x30DD, 0x3099) where first % 3 == 0:
            return first + 1
        case (0x306F...0x307D, 0x309A) where first % 3 == 0,
            (0x30CF...0x30DD, 0x309A) where first % 3 == 0:
            return first + 2
        case (0x3046, 0x3099): return 0x3094
        case (0x30A6, 0x3099): return 0x30F4
        case (0x1100...0x1112, 0x1161...0x1175):
            return 0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
        case (0xAC00...0xD7A3, 0x11A8...0x11C2) where (first - 0xAC00) % 28 == 0:
            return first + second - 0x11A7
        default: return nil
        }
    }
}
