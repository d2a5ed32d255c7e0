import Articles

extension DatelineReader {
    /// A place before a dash, a colon or a stop: `NEW DELHI:`, `Nairobi —`, `Regensburg. In der`,
    /// `जागरण संवाददाता, लखनऊ।`.
    ///
    /// - Parameter isFirst: Whether it is the first paragraph; else only capitals are taken.
    /// - Returns: The dateline; `nil` where no place stands there.
    func placeAlone(isFirst: Bool) -> PrintedDateline? {
        for index in tokens.indices.dropFirst() {
            let token = tokens[index]
            guard token.kind == .mark else { continue }
            if token.range.lowerBound - content.lowerBound > 80 { return nil }
            if token.isMark(in: ".।"), isFirst, let found = beforeStop(at: index) { return found }
            guard let end = endOfMark(at: index) else { continue }
            let head = tokens[..<index]
            let isColon = token.isMark(in: ":：")
            let range = withoutStop(head).range
            guard isPlace(head) else { return nil }
            let isUpper = isCapitals(range)
            let isKnown = Places.contains(text, range)
            guard isUpper || isKnown || !DatelineWords.labels.matches(text, range) else {
                return nil
            }
            if isUpper, head.count == 1, DatelineWords.labels.matches(text, range), !isKnown {
                return nil
            }
            guard
                isKnown && isFirst || isUpper && (isFirst || !isColon)
                    || isFirst && !isColon && isPlausible(head, end)
            else { return nil }
            return made(
                place: head.range,
                end: end,
                rule: isColon ? "place_before_colon" : "place_before_dash",
                isUpper || isKnown ? 0.9 : 0.6
            )
        }
        return nil
    }

    /// A known place on a line of its own, an agency beside it or not: `Ankara`, `London CNN`.
    func placeLine() -> PrintedDateline? {
        guard !tokens.isEmpty, tokens.count <= 12 else { return nil }
        for count in (1...tokens.count).reversed() {
            let place = tokens[..<count]
            guard Places.contains(text, place.range) else { continue }
            var rest = tokens[count...]
            while let first = rest.first, first.kind == .mark { rest = rest.dropFirst() }
            while let last = rest.last, last.kind == .mark { rest = rest.dropLast() }
            let agency = rest.isEmpty ? nil : rest.range
            guard agency.map({ Agencies.contains(text, $0) }) ?? true else { return nil }
            return made(
                place: place.range,
                agency: agency,
                end: tokens.count,
                rule: "place_line",
                agency == nil ? 0.7 : 0.85
            )
        }
        return nil
    }

    /// The known place that a date line names between its marks, or in capitals at its end:
    /// `Madrid - 15 oct 2023 - 10:14 CEST`, `October 15, 2023 10:23 pm IST - CHENNAI`.
    static func place(inDateLine line: Range<Int>, of text: Manuscript) -> Range<Int>? {
        let tokens = text.tokens(in: line, limit: 48)
        let parts = tokens.split { token in
            token.kind == .number || token.isMark(in: ",،|·•/:")
                || ScalarClass(token.first) == .dash
        }
        return parts.lazy.map(\.range).first { Places.names.contains(PhraseKey(text, $0)) }
    }

    /// `Regensburg. In der Altstadt …`: a known place, or one word that a German sentence follows;
    /// `नई दिल्ली। …`, the paper's own desk before it or not.
    private func beforeStop(at index: Int) -> PrintedDateline? {
        guard index + 1 < tokens.count, tokens[index + 1].followsSpace, beginsSentence(index + 1),
            !tokens[index].followsSpace
        else { return nil }
        var head = tokens[..<index]
        let isDanda = tokens[index].isMark("।")
        if let comma = head.lastIndex(where: { $0.isMark(",") }) {
            let (first, second) = (tokens[..<comma], tokens[(comma + 1)..<index])
            if first.contains(where: { DatelineWords.desks.contains($0) }) {
                head = second
            } else if second.contains(where: { DatelineWords.desks.contains($0) }) {
                head = first
            }
        }
        let hasDesk = head.count < index
        let isKnown = Places.contains(text, head.range)
        let isGerman =
            index == 1 && tokens[0].kind == .word && tokens[0].count >= 4
            && ScalarClass(tokens[0].first) == .upper
            && DatelineWords.openings.contains(tokens[2])
            && !DatelineWords.labels.matches(text, tokens[0].range)
            && !DatelineWords.openings.contains(tokens[0])
        guard isKnown || isGerman || (isDanda && hasDesk && head.count <= 3) else { return nil }
        return made(
            place: head.range,
            end: index + 1,
            rule: "place_before_stop",
            isKnown ? 0.85 : 0.6
        )
    }

    /// The token after a dash, colon, bar or underscore at `index`; `nil` where none is there.
    private func endOfMark(at index: Int) -> Int? {
        let token = tokens[index]
        var end = index + 1
        if token.isMark("."), end < tokens.count, ScalarClass(tokens[end].first) == .dash,
            !tokens[end].followsSpace
        {
            return end + 1
        }
        if ScalarClass(token.first) == .dash {
            let isDouble =
                end < tokens.count && tokens[end].first == token.first && tokens[end].kind == .mark
            if isDouble { end += 1 }
            let isLong = token.first == "—" || token.first == "–" || token.first == "―"
            let isSpaced = token.followsSpace && (end >= tokens.count || tokens[end].followsSpace)
            return isLong || isDouble || isSpaced ? end : nil
        }
        if token.isMark(in: ":：") {
            if end < tokens.count, !tokens[end].followsSpace,
                tokens[end].kind == .number || token.isMark(":")
            {
                return nil
            }
            return end
        }
        if token.isMark("|") { return end }
        guard token.isMark("_") else { return nil }
        while isMark(end, in: "_"), !tokens[end].followsSpace { end += 1 }
        return end
    }

    private func withoutStop(_ head: ArraySlice<Token>) -> ArraySlice<Token> {
        head.last?.isMark(".") == true ? head.dropLast() : head
    }

    /// Whether tokens can be a place: one to seven capitalised words.
    private func isPlace(_ tokens: ArraySlice<Token>) -> Bool {
        guard tokens.range.count <= 60 else { return false }
        var words = 0
        var letters = 0
        for token in tokens {
            switch token.kind {
            case .number: return false
            case .mark:
                guard token.isMark(in: ",.'’-‐/،、()–*·[]") else { return false }
            case .word:
                words += 1
                letters += token.count
                guard ScalarClass(token.first) != .lower || BylineWords.particles.contains(token)
                else { return false }
            }
        }
        return words >= 1 && words <= 7 && letters >= 2
    }

    /// An unknown place in small letters needs more: a dash, few words, and a sentence after it.
    private func isPlausible(_ head: ArraySlice<Token>, _ end: Int) -> Bool {
        guard head.count <= 5, let first = head.first else { return false }
        if end >= tokens.count { return content.count <= 60 }
        let next = ScalarClass(tokens[end].first)
        let kind = ScalarClass(first.first)
        return tokens[end].followsSpace && (next == .upper || next == .letter || next == .quote)
            && kind != .lower && (head.count <= 2 || kind == .upper)
    }
}
