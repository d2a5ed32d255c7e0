import Articles

/// What was counted in the start of a text.
struct LanguageSample {
    /// How many letters of each script it has, by raw value.
    private var scripts = [Int](repeating: 0, count: Script.allCases.count)
    /// How much its words speak for each language, by place in the word table.
    private var scores: [Float]
    /// How many words it has, and how many of them are common somewhere.
    private var words = 0
    private var commonWords = 0
    /// How often each letter from U+0080 stands in it; those after `lastCounted` are not counted.
    private var letters: [UInt16]
    /// Which letters from U+0080 on stand in it, in their order.
    private var farLetters: [UInt16] = []
    /// How many Chinese characters are of just one of the two ways to write it.
    private var simplified = 0
    private var traditional = 0

    private let table = LanguageVotes.shared
    private static let lastCounted: UInt32 = 0x1FFF

    /// Texts with fewer words than this are looked at letter by letter as well.
    private static let shortWords = 60
    /// The letters of a short text, each word between two edges; empty once it is not short.
    private var edged: [UInt32] = [LanguageVotes.wordEdge]

    /// Counts in one pass.
    ///
    /// UTF-8 that breaks off at the end is no matter.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        scores = [Float](repeating: 0, count: table.languages.count)
        letters = []
        var letters = [UInt16](repeating: 0, count: Int(Self.lastCounted) + 1)
        letters.withUnsafeMutableBufferPointer { count(bytes, letters: $0) }
        self.letters = letters
        farLetters.sort()
    }

    private mutating func count(
        _ bytes: UnsafeBufferPointer<UInt8>,
        letters: UnsafeMutableBufferPointer<UInt16>
    ) {
        var index = 0
        var key = LanguageVotes.emptyKey
        var isInWord = false
        var latin = 0
        defer { scripts[Script.latin.rawValue] += latin }
        while index < bytes.count {
            if bytes[index] < 0x80 {
                let small = bytes[index] | 0x20
                index += 1
                if small &- 0x61 < 26 {
                    latin += 1
                    if letters[Int(small)] < .max { letters[Int(small)] += 1 }
                    key = LanguageVotes.key(key, adding: UInt32(small))
                    if words < Self.shortWords { edged.append(UInt32(small)) }
                    isInWord = true
                } else if isInWord {
                    countWord(key)
                    key = LanguageVotes.emptyKey
                    isInWord = false
                }
                continue
            }
            let scalar = Self.scalar(at: &index, of: bytes)
            guard let script = Script(of: scalar) else {
                if isInWord { countWord(key) }
                key = LanguageVotes.emptyKey
                isInWord = false
                continue
            }
            scripts[script.rawValue] += 1
            let letter = smallLetter(scalar)
            if letter <= Self.lastCounted, letters[Int(letter)] < .max {
                if letter >= 0x80, letters[Int(letter)] == 0 { farLetters.append(UInt16(letter)) }
                letters[Int(letter)] += 1
            }
            if script == .han { countVariant(scalar) }
            key = LanguageVotes.key(key, adding: letter)
            if words < Self.shortWords { edged.append(letter) }
            isInWord = true
        }
        if isInWord { countWord(key) }
        if words < Self.shortWords { countClusters() }
    }

    /// Decodes what `String` has already found to be valid.
    @inline(__always)
    private static func scalar(
        at index: inout Int,
        of bytes: UnsafeBufferPointer<UInt8>
    ) -> UInt32 {
        let first = UInt32(bytes[index])
        index += 1
        guard first >= 0x80 else { return first }
        let length = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
        guard index + length <= bytes.count else {
            index = bytes.count
            return 0
        }
        defer { index += length }
        return bytes.scalar(at: index - 1).scalar.value
    }

    private mutating func countWord(_ key: UInt64) {
        words += 1
        if words < Self.shortWords { edged.append(LanguageVotes.wordEdge) }
        guard let span = table.span(of: key) else { return }
        commonWords += 1
        add(span)
    }

    private mutating func add(_ span: Range<Int32>) {
        for index in span {
            let entry = table.entries[Int(index)]
            scores[Int(entry.language)] += entry.weight
        }
    }

    /// Counts the groups of one to five signs, edges included.
    private mutating func countClusters() {
        for start in edged.indices {
            var key = LanguageVotes.emptyClusterKey
            for (offset, sign) in edged[start...].prefix(5).enumerated() {
                if sign == LanguageVotes.wordEdge, offset > 0,
                    edged[start] == LanguageVotes.wordEdge
                {
                    break
                }
                key = LanguageVotes.key(key, adding: sign)
                if let span = table.span(of: key) { add(span) }
                if sign == LanguageVotes.wordEdge, offset > 0 { break }
            }
        }
    }

    private mutating func countVariant(_ scalar: UInt32) {
        switch ChineseVariants.variant(of: scalar) {
        case .simplified: simplified += 1
        case .traditional: traditional += 1
        case nil: break
        }
    }

    /// The language that most speaks for; `nil` where nothing speaks for any.
    func guess() -> LanguageIdentifier.Guess? {
        let script = Script.allCases.max { weight($0) < weight($1) }
        guard let script, weight(script) > 0 else { return nil }
        let share = Double(letters(of: script)) / Double(scripts.reduce(0, +))
        switch script {
        case .han, .kana, .hangul:
            return eastAsian(share: share)
        default:
            if let tag = script.onlyLanguage {
                return LanguageIdentifier.Guess(tag: tag, confidence: share)
            }
            return byWords(script)
        }
    }

    private func letters(of script: Script) -> Int { scripts[script.rawValue] }

    private func weight(_ script: Script) -> Int {
        switch script {
        case .han, .kana, .hangul:
            // Japanese and Korean mix them, so they stand for one another here. One of their
            // letters is worth about three of an alphabet.
            3 * (letters(of: .han) + letters(of: .kana) + letters(of: .hangul))
        default:
            letters(of: script)
        }
    }

    /// Chinese has no other script beside its own, Japanese always has kana, Korean is in Hangul
    /// with a few Chinese characters.
    private func eastAsian(share: Double) -> LanguageIdentifier.Guess {
        let han = letters(of: .han)
        let kana = letters(of: .kana)
        let hangul = letters(of: .hangul)
        if hangul > kana, hangul * 4 > han {
            return LanguageIdentifier.Guess(tag: "ko", confidence: share)
        }
        if kana * 12 > han + kana {
            return LanguageIdentifier.Guess(tag: "ja", confidence: share)
        }
        let tag = traditional > simplified ? "zh-Hant" : "zh-Hans"
        return LanguageIdentifier.Guess(tag: tag, confidence: share)
    }

    private func byWords(_ script: Script) -> LanguageIdentifier.Guess? {
        let range = table.ranges[script.rawValue]
        let totals = totals(script)
        guard let best = totals.indices.max(by: { totals[$0] < totals[$1] }),
            scores[range.lowerBound + best] > 0 || totals[best] > 2
        else { return nil }
        let second = totals.indices.filter { $0 != best }.map { totals[$0] }.max() ?? 0
        let lead = Double(totals[best] - max(second, 0))
        return LanguageIdentifier.Guess(
            tag: table.languages[range.lowerBound + best].tag,
            confidence: max(0.1, min(1, 0.5 + lead / 20))
        )
    }

    /// How much speaks for the likeliest language of any script, in the units of `LanguageVotes`: what
    /// makes one decoding of some bytes likelier than another.
    var evidence: Float {
        Script.allCases.filter { letters(of: $0) > 0 }.flatMap { script in
            // Wrong decodings are full of letters of other alphabets, too.
            totals(script, letterWeight: script == .latin ? 0.4 : 0)
        }.max() ?? 0
    }

    /// How much speaks for each language of a script: its words and letters, less the letters
    /// that it does not have.
    private func totals(_ script: Script, letterWeight: Float = 0.4) -> [Float] {
        let range = table.ranges[script.rawValue]
        var totals = range.map { scores[$0] - Float(table.languages[$0].handicap) }
        for (place, language) in range.enumerated() {
            for letter in table.languages[language].absent.utf8 {
                totals[place] -= 0.6 * Float(min(letters[Int(letter)], 10))
            }
        }
        for letter in farLetters {
            guard let owners = table.letters[UInt32(letter)] else { continue }
            let count = Float(min(letters[Int(letter)], 20))
            for (place, language) in range.enumerated() {
                totals[place] += owners[language] ? letterWeight * count : -count
            }
        }
        return totals
    }
}
