import Articles

/// What a byline says.
struct Byline: Sendable {
    /// Where its words stand, without a date beside them.
    var range: Range<Int>
    /// The people, in the order printed.
    var authors: [Author] = []
    /// An agency that takes a person's place, as printed.
    var agency: (name: String, range: Range<Int>)?
    /// Whether a word such as `By` opens it.
    var hasOpener = false
    /// Whether a title behind the name makes it one, as in Korean.
    var isTitled = false
}

/// Reads bylines: `By Jane Roe and John Doe, AP`, `Von Jana Muster, dpa`, `Jane Roe, Staff Writer`.
///
/// Better fewer names than wrong ones: a part that is not plainly a person's name is a role, an
/// organisation or nothing.
struct BylineReader {
    private let text: Manuscript
    private let tokens: [Token]
    private var openerWords = 0

    /// Reads the words of a range as a byline.
    ///
    /// - Parameters:
    ///   - range: Where the words stand.
    ///   - text: The original.
    ///   - needsOpener: Whether a name alone is too little.
    /// - Returns: `nil` where they are none.
    static func byline(in range: Range<Int>, of text: Manuscript, needsOpener: Bool) -> Byline? {
        guard range.count <= 260 else { return nil }
        var reader = BylineReader(text: text, tokens: text.tokens(in: range, limit: 60))
        return reader.read(range, needsOpener: needsOpener)
    }

    private init(text: Manuscript, tokens: [Token]) {
        self.text = text
        self.tokens = tokens
    }

    /// `순천, 광양 홍길동 기자 a@example.org`: the person behind the places written from.
    private func titledNameBehindPlaces(_ range: Range<Int>) -> Byline? {
        guard tokens.count <= 24 else { return nil }
        let title = tokens.prefix(9).indices.first { index in
            index > 1 && tokens[index].kind == .word
                && BylineWords.titlesAfter.matches(text, tokens[index].range)
        }
        guard let title else { return nil }
        let name = tokens[title - 1]
        let isHangul = tokens[..<title].allSatisfy {
            $0.isMark(in: ",·/") || $0.kind == .word && $0.first.isHangulSyllable
        }
        let rest = tokens[(title + 1)...]
        guard isHangul, name.kind == .word, (2...4).contains(name.count),
            rest.isEmpty || rest.contains(where: { $0.isMark("@") })
        else { return nil }
        var byline = Byline(range: name.range.lowerBound..<tokens[title].range.upperBound)
        byline.authors = [
            Author(name: text.text(name.range), role: text.text(tokens[title].range))
        ]
        byline.hasOpener = true
        byline.isTitled = true
        return byline
    }

    private mutating func read(_ range: Range<Int>, needsOpener: Bool) -> Byline? {
        if let byline = titledNameBehindPlaces(range) { return byline }
        let key = PhraseKey(text, range)
        let opener = BylineWords.openers.matchedWords(key)
        var start = opener == 0 ? startAfterPreposition() : 0
        let isTitled = startsWithTitledName()
        if needsOpener, opener == 0, start == 0, !isTitled { return nil }
        var byline = Byline(range: range, hasOpener: opener > 0 || start > 0 || isTitled)
        byline.isTitled = isTitled
        var words = opener
        while start < tokens.count, words > 0 {
            if tokens[start].kind != .mark { words -= 1 }
            start += 1
        }
        let dates = DateScanner(text, tokens: tokens, dayFirst: true).dates()
        let parts = self.parts(from: start, without: dates.map(\.range) + addresses())
        guard !parts.isEmpty else { return nil }
        if opener > 0 && parts.count == 1 && parts[0].tokens.count > 12 { return nil }
        for part in parts {
            read(part, into: &byline, isFirst: part.range == parts[0].range)
        }
        guard !byline.authors.isEmpty || byline.agency != nil else { return nil }
        if !byline.hasOpener {
            // Without an opening word nearly all of it has to be understood.
            let names = byline.authors.reduce(0) { $0 + $1.name.unicodeScalars.count }
            guard names * 4 >= range.count || parts.count > 1 || byline.agency != nil,
                let first = parts.first,
                isName(first.tokens) || isNameWithRole(first.tokens)
                    || koreanName(first.tokens) > 0 || leadingAgency(first.tokens) != nil
                    || Agencies.contains(text, first.range)
            else { return nil }
        }
        if let last = parts.last { byline.range = range.lowerBound..<last.range.upperBound }
        return byline
    }

    /// Whether a Korean name and its title stand at the beginning: `홍길동 기자`.
    private func startsWithTitledName() -> Bool {
        let words = tokens.prefix(6).drop { $0.kind == .mark }
        guard words.count >= 2, let first = words.first, let next = words.dropFirst().first else {
            return false
        }
        return first.first.isHangulSyllable && (2...4).contains(first.count)
            && next.kind == .word && BylineWords.titlesAfter.matches(text, next.range)
            && !BylineWords.titlesAfter.matches(text, first.range) && tokens.count <= 12
    }

    /// The token after the `by` of `Posted on September 9, 2023 by Jane Roe`; 0 where there is none.
    private func startAfterPreposition() -> Int {
        guard
            let by = tokens.prefix(14).firstIndex(where: { BylineWords.prepositions.contains($0) }),
            by > 1, by + 2 < tokens.count, ScalarClass(tokens[by + 1].first) == .upper
        else { return 0 }
        let head = Array(tokens[..<by])
        let isPosted = head.first.map { DateWords.published.contains($0) } ?? false
        guard isPosted || !DateScanner(text, tokens: head, dayFirst: true).dates().isEmpty else {
            return 0
        }
        return by + 1
    }

    // MARK: Parts

    private struct Part {
        var tokens: ArraySlice<Token>
        var followsJoint: Bool
        var range: Range<Int> { tokens.range }
    }

    private func parts(from start: Int, without dates: [Range<Int>]) -> [Part] {
        var parts: [Part] = []
        var first = start
        var followsJoint = false
        func close(_ end: Int) {
            if first < end {
                parts.append(Part(tokens: tokens[first..<end], followsJoint: followsJoint))
            }
        }
        for index in tokens.indices.dropFirst(start) {
            let token = tokens[index]
            let isDate = dates.contains { $0.overlaps(token.range) }
            // Among capitals a joint has some too: `BY JANE ROE AND JOHN DOE`; one letter is an initial.
            let isJoint =
                BylineWords.joints.contains(token) && index > first
                && (ScalarClass(token.first) != .upper
                    || token.count > 1 && isCapitals(token) && isCapitals(tokens[index - 1]))
            guard isDate || isJoint || isSeparator(index) else { continue }
            close(index)
            first = index + 1
            followsJoint = isJoint
        }
        close(tokens.count)
        return parts
    }

    /// Where addresses of mail and names of networks stand: `jane@example.org`, `@jane`.
    private func addresses() -> [Range<Int>] {
        tokens.indices.compactMap { at in
            guard tokens[at].isMark("@"), at + 1 < tokens.count, !tokens[at + 1].followsSpace else {
                return nil
            }
            var start = at
            while start > 0, !tokens[start].followsSpace, !tokens[start - 1].isMark(in: "(<[,;") {
                start -= 1
            }
            var end = at + 2
            while end < tokens.count, !tokens[end].followsSpace, !tokens[end].isMark(in: ")>],;") {
                end += 1
            }
            return tokens[start..<end].range
        }
    }

    private func isCapitals(_ token: Token) -> Bool {
        token.count > 1 && token.range.allSatisfy { ScalarClass(text.scalars[$0]) != .lower }
    }

    private func isSeparator(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .mark else { return false }
        if token.isMark(in: ",;/|•·()[]،、，；＝=&:：@<>©") { return true }
        guard ScalarClass(token.first) == .dash else { return false }
        return token.followsSpace || token.first == "—" || token.first == "–"
    }

    private func read(_ part: Part, into byline: inout Byline, isFirst: Bool) {
        if isFirst || !byline.authors.isEmpty, let agency = leadingAgency(part.tokens) {
            byline.agency = (text.text(agency), agency)
            if let last = byline.authors.indices.last, byline.authors[last].organisation == nil {
                byline.authors[last].organisation = text.text(agency)
                byline.authors[last].role = text.text(
                    text.trimmed(agency.upperBound..<part.range.upperBound)
                )
            }
            return
        }
        if readNameAndPaper(part, into: &byline, isFirst: isFirst) { return }
        if Agencies.contains(text, part.range) {
            if byline.authors.isEmpty, byline.agency == nil {
                byline.agency = (text.text(part.range), part.range)
            } else if let last = byline.authors.indices.last,
                byline.authors[last].organisation == nil
            {
                byline.authors[last].organisation = text.text(part.range)
                if byline.agency == nil { byline.agency = (text.text(part.range), part.range) }
            }
            return
        }
        // Where it was written from.
        if !isFirst, Places.contains(text, part.range) { return }
        if isName(part.tokens),
            isFirst || part.followsJoint || !byline.authors.isEmpty || byline.hasOpener
        {
            byline.authors.append(Author(name: name(part.range)))
            return
        }
        let count = leadingName(part.tokens)
        if count > 0, byline.authors.isEmpty || part.followsJoint {
            let name = part.tokens.prefix(count)
            var author = Author(
                name: text.text(name.range)
            )
            if let role = part.tokens.dropFirst(count).first {
                author.role = text.text(role.range.lowerBound..<part.range.upperBound)
            }
            byline.authors.append(author)
            return
        }
        guard let last = byline.authors.indices.last, part.range.count <= 80 else { return }
        let words = text.text(part.range)
        if part.tokens.contains(where: { BylineWords.works.contains($0) }) {
            if byline.authors[last].role == nil { byline.authors[last].role = words }
            // `Example Times Staff Writers`: the paper stands before the work.
            let paper = part.tokens.prefix { $0.kind == .word && !BylineWords.works.contains($0) }
            if byline.authors[last].organisation == nil, paper.count >= 2,
                paper.count < part.tokens.count,
                paper.allSatisfy({ ScalarClass($0.first) == .upper })
            {
                byline.authors[last].organisation = text.text(paper.range)
            }
        } else if byline.authors[last].organisation == nil, isOrganisation(part.tokens) {
            byline.authors[last].organisation = words
        }
    }

    /// `Jane Roe Associated Press`, `Trevor J. Doe Example Falls Leader`: a name and, without a mark
    /// between them, an agency or a paper; `Example Falls Leader`: a paper alone.
    private func readNameAndPaper(_ part: Part, into byline: inout Byline, isFirst: Bool) -> Bool {
        let tokens = part.tokens
        func note(_ organisation: Range<Int>, role: Range<Int>? = nil) {
            guard let last = byline.authors.indices.last else { return }
            if byline.authors[last].organisation == nil {
                byline.authors[last].organisation = text.text(organisation)
            }
            if let role, !role.isEmpty { byline.authors[last].role = text.text(role) }
            if byline.agency == nil { byline.agency = (text.text(organisation), organisation) }
        }
        guard let last = tokens.last, tokens.allSatisfy({ isNamePart($0) }) else { return false }
        for start in 2...4 where start < tokens.count {
            let (name, rest) = (tokens.prefix(start), tokens.dropFirst(start))
            guard leadingName(name) == start else { continue }
            let isAgency = rest.count > 1 || isCapitals(last)
            if isAgency, Agencies.contains(text, rest.range) {
                byline.authors.append(Author(name: text.text(name.range)))
                note(rest.range)
                return true
            }
            if let agency = leadingAgency(rest) {
                byline.authors.append(Author(name: text.text(name.range)))
                note(agency, role: text.trimmed(agency.upperBound..<rest.range.upperBound))
                return true
            }
        }
        let words = tokens.count { $0.kind == .word }
        guard words >= 3, BylineWords.papers.contains(last) else { return false }
        let hasInitial = tokens.count > 3 && tokens[tokens.startIndex + 2].isMark(".")
        let count = hasInitial ? 4 : 2
        if words >= (hasInitial ? 6 : 5), isFirst || part.followsJoint,
            leadingName(tokens.prefix(count)) == count
        {
            byline.authors.append(Author(name: text.text(tokens.prefix(count).range)))
            note(tokens.dropFirst(count).range)
            return true
        }
        if byline.authors.isEmpty {
            guard isFirst, !byline.hasOpener || words >= 4 else { return false }
            byline.agency = (text.text(part.range), part.range)
        } else {
            guard !part.followsJoint else { return false }
            note(part.range)
        }
        return true
    }

    private func isNamePart(_ token: Token) -> Bool {
        switch token.kind {
        case .word: ScalarClass(token.first) == .upper || BylineWords.particles.contains(token)
        case .mark: token.isMark(in: ".-'’")
        case .number: false
        }
    }

    /// Whether tokens can be an organisation: capitalised words, and none about dates or pictures.
    private func isOrganisation(_ tokens: ArraySlice<Token>) -> Bool {
        tokens.first.map { ScalarClass($0.first) } == .upper
            && tokens.allSatisfy { token in
                guard token.kind == .word else { return true }
                if BylineWords.prepositions.contains(token) || DateWords.updated.contains(token)
                    || DateWords.published.contains(token)
                    || FurnitureWords.pictureCredits.contains(token)
                        && !Agencies.names.contains(token.hash)
                {
                    return false
                }
                return ScalarClass(token.first) != .lower || BylineWords.particles.contains(token)
                    || token.count <= 3
            }
    }

    /// `Associated Press in Valencia`, `Associated Press Writer`: an agency with the place it
    /// writes from, or with the work of the person on the line above.
    private func leadingAgency(_ tokens: ArraySlice<Token>) -> Range<Int>? {
        for count in (1...4).reversed() where count < tokens.count {
            let next = tokens[tokens.startIndex + count]
            guard next.kind == .word,
                ScalarClass(next.first) == .lower && next.count <= 4
                    || tokens.dropFirst(count).contains(where: { BylineWords.works.contains($0) })
            else { continue }
            if count == 1, tokens.first.map({ !isCapitals($0) && $0.count <= 4 }) ?? true {
                continue
            }
            let range = tokens.prefix(count).range
            if Agencies.names.contains(PhraseKey(text, range)) { return range }
        }
        return nil
    }

    // MARK: Names

    /// A name as printed, without the word that a page has glued to it: `Jane RoeLifestyle`.
    private func name(_ range: Range<Int>) -> String {
        var wordStart = range.lowerBound
        for index in range.dropFirst() {
            let kind = ScalarClass(text.scalars[index])
            if !kind.isLetter { wordStart = index + 1 }
            // A capital so far inside a word is none of `McKay` or `DiMaggio`.
            if kind == .upper, index - wordStart >= 5,
                ScalarClass(text.scalars[index - 1]) == .lower
            {
                return text.text(range.lowerBound..<index)
            }
        }
        return text.text(range)
    }

    /// Whether tokens are a name with the person's work behind it: `Jane Roe Political editor`.
    private func isNameWithRole(_ tokens: ArraySlice<Token>) -> Bool {
        let count = leadingName(tokens)
        guard count > 0, tokens.count - count <= 6 else { return false }
        return tokens.dropFirst(count).contains { BylineWords.roles.contains($0) }
    }

    /// Whether tokens are a person's name: two to five capitalised words with small particles, or
    /// two to four words of a script without capitals, and none that people work as.
    private func isName(_ tokens: ArraySlice<Token>) -> Bool {
        leadingName(tokens) == tokens.count
    }

    /// How many tokens at the beginning are a person's name; 0 where none are.
    private func leadingName(_ tokens: ArraySlice<Token>) -> Int {
        var words = 0
        var count = 0
        var lastWord = 0
        // A dot inside a word makes it a site's name.
        for (dot, next) in zip(tokens, tokens.dropFirst())
        where dot.isMark(".") && !next.followsSpace && next.kind == .word && next.count > 1 {
            return 0
        }
        loop: for token in tokens {
            switch token.kind {
            case .number: break loop
            case .mark:
                // `J. R. R.`, `O'Neil`, `Jean-Luc`
                guard token.isMark(in: ".-‐'’‑\"“”„"), words > 0 || token.isMark(in: "\"“„") else {
                    break loop
                }
                count += 1
            case .word:
                let kind = ScalarClass(token.first)
                if kind == .spaceless { return eastAsianName(tokens) }
                if words > 0, BylineWords.particles.contains(token) {
                    count += 1
                    continue
                }
                // A Hangul name is one word with a title behind it.
                if token.first.isHangulSyllable { return koreanName(tokens) }
                guard kind == .upper || kind == .letter, !BylineWords.roles.contains(token),
                    CalendarWords.weekdays[token] == nil, token.count <= 20
                else { break loop }
                // `Jan 15` is a day, `Jan Muster` a person.
                if CalendarWords.months[token] != nil, words == 0,
                    tokens.dropFirst(count + 1).first.map({ $0.kind != .word }) ?? true
                {
                    break loop
                }
                words += 1
                count += 1
                lastWord = count
                if words > 5 { return 0 }
            }
        }
        // `Jane Roe Travel News Reporter`: what stands before a role without a comma may be part of it.
        if words == 3, count == 3, tokens.count > 3, let next = tokens.dropFirst(3).first,
            BylineWords.roles.contains(next)
        {
            return leadingName(tokens.prefix(2)) == 2 ? 2 : 0
        }
        if lastWord < count {
            // A full stop may end a name that closes with an initial or `Jr.`; nothing else may.
            let rest = tokens.dropFirst(lastWord).prefix(count - lastWord)
            if !(rest.count == 1 && rest.first?.isMark(".") == true && tokens.count == count) {
                count = lastWord
            }
        }
        guard words >= 2 else { return koreanName(tokens) }
        let range =
            tokens.prefix(count).range
        guard range.count <= 48, range.count >= 5, !Agencies.contains(text, range) else { return 0 }
        return count
    }

    /// `홍길동 기자`: a Hangul name, then the title.
    private func koreanName(_ tokens: ArraySlice<Token>) -> Int {
        guard let first = tokens.first, first.kind == .word,
            first.first.isHangulSyllable,
            (2...4).contains(first.count), tokens.count > 1
        else { return 0 }
        return BylineWords.titlesAfter.matches(text, tokens[tokens.startIndex + 1].range) ? 1 : 0
    }

    /// Two to five Han or kana letters alone, where an opening word stands before them.
    private func eastAsianName(_ tokens: ArraySlice<Token>) -> Int {
        let run = tokens.prefix { $0.kind == .word && ScalarClass($0.first) == .spaceless }
        guard (2...5).contains(run.count), run.count == tokens.count else { return 0 }
        return run.count
    }
}
