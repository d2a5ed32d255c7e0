/// Cuts a text into the terms by which it is found.
///
/// - Case and marks are folded (`LetterFolds`), but kept where they make other words: Indic scripts.
/// - Runs of Han, kana, Hangul, Thai, Lao, Burmese and Khmer become overlapping pairs of letters, and
///   the last letter of a run, so that a single one is found by what begins with it.
/// - A possessive `'s` is dropped. What hyphens and apostrophes hold together is its parts and, at the
///   position of the first, all in one: `Amir-Abdollahian`, `O'Neill`.
/// - Letters with points are one word in place of themselves: `U.N.` is `un`; so are thousands:
///   `1,300`.
/// - Words are stemmed by the language (`TextLanguage`). A word with marks has two stems where marks
///   matter to the rules: its own, folded, and that of its bare letters, as others type it.
///
/// Terms are at most 64 bytes long; what is longer is cut. It takes time in proportion to the text and
/// a fixed amount of memory. It belongs to one thread at a time.
public final class Analyzer {
    /// Changes with the terms: what was indexed under another version has to be indexed anew.
    public static let version = 3

    /// The longest term, in bytes.
    static let maximumTerm = 64
    static let maximumParts = 8
    private static let joinedParts = 4

    let table = LetterTable.shared
    let stemmer = Stemmer()
    // Each is touched by one method at a time, which the compiler sees of a structure and not of a class:
    // checking it at run time took as long as the work.
    /// The word under way with its marks, all its parts one behind the other.
    @exclusivity(unchecked) var kept = ByteBuffer(capacity: (maximumParts + 1) * (maximumTerm + 16))
    /// The same folded.
    @exclusivity(unchecked) var bare = ByteBuffer(capacity: (maximumParts + 1) * (maximumTerm + 16))
    @exclusivity(unchecked) var scratch = ByteBuffer(capacity: 4 * maximumTerm)
    @exclusivity(unchecked) var parts: [Part] = []

    /// A part of a word.
    struct Part {
        /// Where it stands in the text.
        var range: Range<Int>
        /// Where its letters stand in `kept` and `bare`.
        var kept: Range<Int>
        var bare: Range<Int>
        var script: Script
        /// How many letters it has, and whether they are digits or have some among them.
        var letters: Int
        var hasDigits: Bool
        var isASCII: Bool
    }

    /// Makes an analyzer.
    public init() {
        parts.reserveCapacity(Self.maximumParts)
    }

    /// How many terms the analysis under way has passed over, each at a position of its own.
    var passedOver = 0

    /// Reports the terms of UTF-8 text in order; bytes that are not UTF-8 end words.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - language: Its language.
    ///   - beginnings: What the terms begin with that are asked for; `nil` for all. Others may be passed
    ///     over, which is twenty times faster, and are counted.
    ///   - report: Takes a term; `false` asks for no more.
    public func analyze(
        _ text: UnsafeRawBufferPointer,
        in language: TextLanguage,
        beginningWith beginnings: TermBeginnings? = nil,
        _ report: (Term) -> Bool
    ) {
        let beginnings = language.keepsBeginnings ? beginnings : nil
        let algorithm = language.algorithm(for: .latin)
        passedOver = 0
        var position = 0
        while position < text.count {
            if let beginnings {
                position = passOver(text, position, beginnings)
                guard position < text.count else { return }
            }
            if let end = endOfPlainWord(text, position) {
                guard plainWord(text, position..<end, algorithm, report) else { return }
                position = end
                continue
            }
            let (value, length) = scalar(text, position)
            let next: Int?
            switch table.kind(value) {
            case .letter, .digit: next = word(text, position, language, report)
            case .ideograph: next = run(.ideograph, text, position, report)
            case .hangul: next = run(.hangul, text, position, report)
            case .cluster: next = run(.cluster, text, position, report)
            default: next = position + length
            }
            guard let next else { return }
            position = next
        }
    }

    /// Reports the terms of a string.
    public func analyze(_ text: String, in language: TextLanguage, _ report: (Term) -> Bool) {
        var text = text
        text.withUTF8 { analyze(UnsafeRawBufferPointer($0), in: language, report) }
    }

    // MARK: Words

    /// Reads a word from its first letter, with all that hyphens and apostrophes hold to it, and
    /// reports it.
    ///
    /// - Returns: Where it ends; `nil` where no more is asked for.
    private func word(
        _ text: UnsafeRawBufferPointer,
        _ start: Int,
        _ language: TextLanguage,
        _ report: (Term) -> Bool
    ) -> Int? {
        parts.removeAll(keepingCapacity: true)
        kept.removeAll()
        bare.removeAll()
        var position = part(text, start)
        var dropsJoined = false
        while parts.count < Self.maximumParts, position < text.count {
            let (value, length) = scalar(text, position)
            let kind = table.kind(value)
            guard kind == .joiner || kind == .apostrophe, startsPart(text, position + length) else {
                break
            }
            if kind == .apostrophe {
                if let end = possessive(text, position + length) {
                    position = end
                    break
                }
                if language.hasElisions, let last = parts.last,
                    last.letters < 3 || value == 0x2019
                        || value == 0x27
                {
                    dropsJoined = true
                }
            }
            position = part(text, position + length)
        }
        return reportParts(language, joins: !dropsJoined, report) ? position : nil
    }

    private func startsPart(_ text: UnsafeRawBufferPointer, _ position: Int) -> Bool {
        guard position < text.count else { return false }
        let kind = table.kind(scalar(text, position).value)
        return kind == .letter || kind == .digit
    }

    /// Where an `s` at `position` ends that is a word's possessive; `nil` where it is none.
    private func possessive(_ text: UnsafeRawBufferPointer, _ position: Int) -> Int? {
        guard text[position] | 0x20 == UInt8(ascii: "s") else { return nil }
        return startsPart(text, position + 1) ? nil : position + 1
    }

    /// Reads a part of a word: letters and digits, an acronym, a number with thousands.
    private func part(_ text: UnsafeRawBufferPointer, _ start: Int) -> Int {
        var part = Part(
            range: start..<start,
            kept: kept.count..<kept.count,
            bare: bare.count..<bare.count,
            script: .latin,
            letters: 0,
            hasDigits: false,
            isASCII: true
        )
        var position = letters(text, start, &part)
        if part.letters == 1, !part.hasDigits {
            while let next = initial(text, position) { position = letters(text, next, &part) }
            // The point behind the last initial belongs to it.
            if part.letters > 1, position < text.count, text[position] == UInt8(ascii: ".") {
                position += 1
            }
        } else if part.hasDigits {
            while let next = thousands(text, position, part) {
                position = letters(text, next, &part)
            }
        }
        part.range = start..<position
        part.kept = part.kept.lowerBound..<kept.count
        part.bare = part.bare.lowerBound..<bare.count
        parts.append(part)
        return position
    }

    /// Where the letter stands that goes on an acronym over the point at `position`.
    private func initial(_ text: UnsafeRawBufferPointer, _ position: Int) -> Int? {
        guard position + 1 < text.count, text[position] == UInt8(ascii: ".") else { return nil }
        let (value, length) = scalar(text, position + 1)
        guard table.kind(value) == .letter else { return nil }
        return startsPart(text, position + 1 + length) ? nil : position + 1
    }

    /// Where three digits stand that go on a number over the comma at `position`.
    private func thousands(
        _ text: UnsafeRawBufferPointer,
        _ position: Int,
        _ part: Part
    ) -> Int? {
        guard position + 3 < text.count, text[position] == UInt8(ascii: ","), part.isASCII,
            text[position + 1...position + 3].allSatisfy({ (0x30...0x39).contains($0) }),
            !startsPart(text, position + 4)
        else { return nil }
        return position + 1
    }

    /// Takes letters, digits and their marks in, up to what is none.
    private func letters(
        _ text: UnsafeRawBufferPointer,
        _ start: Int,
        _ part: inout Part
    ) -> Int {
        var position = start
        while position < text.count {
            let byte = text[position]
            if byte < 0x80 {
                let kind = table.kind(UInt32(byte))
                guard kind == .letter || kind == .digit else { break }
                if kind == .digit { part.hasDigits = true }
                let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                if bare.count - part.bare.lowerBound < Self.maximumTerm {
                    bare.append(small)
                    kept.append(small)
                }
                part.letters += 1
                position += 1
                continue
            }
            let (value, length) = scalar(text, position)
            switch table.kind(value) {
            case .letter: take(value, &part)
            case .digit:
                part.hasDigits = true
                take(value, &part)
            case .mark: compose(value)
            case .ignorable: break
            default: return position
            }
            position += length
        }
        return position
    }

    private func take(_ value: UInt32, _ part: inout Part) {
        if part.isASCII { part.script = Script(value) }
        part.isASCII = false
        part.letters += 1
        guard bare.count - part.bare.lowerBound < Self.maximumTerm,
            kept.count - part.kept.lowerBound < Self.maximumTerm
        else { return }
        let small = table.small(value)
        if let decomposed = table.decomposition(small) {
            kept.append(decomposed)
            bare.append(decomposed)
            return
        }
        kept.append(scalar: small)
        if let folded = table.fold(small) {
            bare.append(folded)
        } else {
            bare.append(scalar: small)
        }
    }

    /// Joins a breve or diaeresis with the Cyrillic letter before it, with which it is another letter;
    /// every other mark is dropped.
    private func compose(_ mark: UInt32) {
        let whole: UInt32
        switch (mark, bare.lastTwo) {
        case (0x0306, 0xD0B8): whole = 0x0439  // и, й
        case (0x0306, 0xD183): whole = 0x045E  // у, ў
        case (0x0308, 0xD196): whole = 0x0457  // і, ї
        default: return
        }
        bare.removeLast(2)
        bare.append(scalar: whole)
        kept.removeLast(2)
        kept.append(scalar: whole)
    }

    // MARK: Reporting

    private func reportParts(
        _ language: TextLanguage,
        joins: Bool,
        _ report: (Term) -> Bool
    ) -> Bool {
        for (index, part) in parts.enumerated() {
            guard reportWord(part, .word, language, report) else { return false }
            if index == 0, joins, (2...Self.joinedParts).contains(parts.count),
                let last = parts.last, last.bare.upperBound <= Self.maximumTerm,
                last.kept.upperBound <= Self.maximumTerm
            {
                var whole = part
                whole.range = part.range.lowerBound..<last.range.upperBound
                whole.kept = 0..<last.kept.upperBound
                whole.bare = 0..<last.bare.upperBound
                whole.hasDigits = parts.contains(where: \.hasDigits)
                whole.isASCII = parts.allSatisfy(\.isASCII)
                guard reportWord(whole, .joined, language, report) else { return false }
            }
        }
        return true
    }

    private func reportWord(
        _ part: Part,
        _ kind: Term.Kind,
        _ language: TextLanguage,
        _ report: (Term) -> Bool
    ) -> Bool {
        let word = bare[part.bare]
        guard !part.hasDigits, let algorithm = language.algorithm(for: part.script) else {
            return report(Term(bytes: word, word: word, range: part.range, kind: kind))
        }
        let stem = stemmer.stem(word, algorithm)
        guard !part.isASCII, !kept[part.kept].elementsEqual(word) else {
            // Some rules write other letters than they read.
            return report(Term(bytes: stem, word: word, range: part.range, kind: kind))
        }
        scratch.removeAll()
        scratch.append(contentsOf: stem)
        let count = scratch.count
        fold(stemmer.stem(kept[part.kept], algorithm))
        let (first, second) = (scratch[0..<count], scratch[count..<scratch.count])
        guard report(Term(bytes: first, word: word, range: part.range, kind: kind)) else {
            return false
        }
        if second.isEmpty || first.elementsEqual(second) { return true }
        let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        return report(Term(bytes: second, word: none, range: part.range, kind: .alternate))
    }

    /// Writes a stem without its marks behind `scratch`.
    private func fold(_ stem: UnsafeBufferPointer<UInt8>) {
        let text = UnsafeRawBufferPointer(stem)
        var position = 0
        while position < text.count, scratch.count < 3 * Self.maximumTerm {
            let (value, length) = scalar(text, position)
            if let folded = table.fold(value) {
                scratch.append(folded)
            } else {
                scratch.append(scalar: value)
            }
            position += length
        }
    }
}
