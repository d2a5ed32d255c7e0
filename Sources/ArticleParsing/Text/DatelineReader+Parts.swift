import Articles

extension DatelineReader {
    /// What has been read of a dateline.
    private struct Parts {
        /// What the last part was.
        enum Kind { case place, date, agency, bracketedAgency, author }

        var place: Range<Int>?
        var date: PrintedDate?
        var agency: Range<Int>?
        var authors: [Author] = []
        var last = Kind.place
        /// Whether the agency is one of the table, or stands in brackets.
        var isSureOfAgency = false
        /// The token after the mark that closes it.
        var end = 0
        /// Whether that mark is a colon.
        var endsInColon = false
        /// Whether a mark closes it, and not just the last part.
        var hasMark = false
        /// Whether a hyphen joins place and agency: `دمشق-سانا`.
        var isJoined = false
    }

    /// Place, day and agency in any order, between commas, stops, slashes, dashes and bars:
    /// `MOSCOW. Oct 15 (Interfax) -`, `(ANSA) - ROMA, 12 MAR -`, `Accra, Oct. 15, GNA –`.
    ///
    /// What is read counts up to the last mark that may close a dateline; two parts at least are
    /// wanted, or an agency in brackets, or a day before a colon or a dash.
    ///
    /// - Parameter isLine: Whether the end closes it as a mark does: `AFP, MANILA`.
    /// - Returns: The dateline; `nil` where none stands there.
    func inParts(isLine: Bool = false) -> PrintedDateline? {
        var parts = Parts()
        var complete: Parts?
        var index = 0
        while index < tokens.count, tokens[index].range.lowerBound - content.lowerBound <= 120 {
            guard let next = readPart(at: index, into: &parts) else { break }
            guard let (after, closes) = mark(at: next, behind: &parts) else { break }
            if closes || isLine && after >= tokens.count && parts.agency != nil {
                parts.end = after
                complete = parts
                if parts.endsInColon { break }
            }
            index = after
        }
        guard let complete, let (rule, confidence) = judged(complete) else { return nil }
        return made(
            place: complete.place,
            date: complete.date,
            agency: complete.agency,
            authors: complete.authors,
            end: complete.end,
            rule: rule,
            confidence
        )
    }

    /// The rule by which parts are a dateline; `nil` where they are too few.
    private func judged(_ parts: Parts) -> (String, Double)? {
        if let place = parts.place {
            guard parts.date != nil || parts.agency != nil else { return nil }
            if parts.agency == nil, !parts.hasMark { return nil }
            if DatelineWords.labels.matches(text, place), !isCapitals(place) { return nil }
            if parts.agency == nil, parts.endsInColon {
                return ("place_and_date_before_colon", isCapitals(place) ? 0.95 : 0.8)
            }
            return (parts.hasMark ? "place_before_dash" : "place_date_agency", 0.95)
        }
        if parts.agency != nil {
            if parts.date != nil { return ("agency_and_date", 0.93) }
            guard parts.isSureOfAgency || (parts.hasMark && parts.last == .bracketedAgency) else {
                return nil
            }
            return parts.last == .bracketedAgency
                ? ("agency_in_brackets", 0.9)
                : parts.hasMark ? ("agency_before_dash", 0.8) : nil
        }
        guard let date = parts.date, date.month != nil, date.hasDay, parts.hasMark else {
            return nil
        }
        return (parts.endsInColon ? "month_day_colon_at_paragraph_start" : "date_before_dash", 0.97)
    }

    // MARK: Parts

    /// Reads the part at a token; the token after it, or `nil` where none is there.
    private func readPart(at index: Int, into parts: inout Parts) -> Int? {
        if let next = readAuthor(at: index, into: &parts) { return next }
        if let next = readBrackets(at: index, into: &parts) { return next }
        if parts.date == nil, let (date, next) = date(at: index) {
            parts.date = date
            parts.last = .date
            return next
        }
        if parts.agency == nil, let next = agencyWithoutBrackets(at: index, behind: parts) {
            parts.agency =
                tokens[index..<next].filter { $0.kind != .mark || !$0.isMark(in: "«»“”\"") }
                .range
            parts.isSureOfAgency = true
            parts.last = .agency
            return next
        }
        guard parts.place == nil, let next = endOfPlace(at: index) else { return nil }
        var words = tokens[index..<next]
        // `Paris, le 3 octobre`, `بيروت في 15 أكتوبر`
        while words.count > 1, let last = words.last,
            BylineWords.particles.contains(last) || DatelineWords.beforeDay.contains(last)
        {
            words.removeLast()
        }
        parts.place = words.range
        parts.last = .place
        return next
    }

    /// `(AP)`, `/PRNewswire/`, `(15 October 2023)`, and the country behind a place: `[India]`.
    private func readBrackets(at index: Int, into parts: inout Parts) -> Int? {
        guard index < tokens.count, tokens[index].kind == .mark,
            let closing = Self.brackets[tokens[index].first],
            let close = tokens[(index + 1)...].prefix(9).firstIndex(where: { $0.isMark(closing) }),
            close > index + 1
        else { return nil }
        if closing == "/", tokens[index + 1].followsSpace { return nil }
        let inside = tokens[(index + 1)..<close]
        if let (date, next) = date(at: index + 1), next == close, parts.date == nil {
            parts.date = date
            parts.last = .date
            return close + 1
        }
        guard parts.agency == nil,
            !dates.contains(where: { $0.range.overlaps(inside.range) })
        else { return nil }
        let isKnown = Agencies.contains(text, inside.range)
        if let place = parts.place, parts.last == .place, !isKnown,
            closing == "]" || isMark(close + 1, in: "([")
                || Places.contains(text, inside.range)
        {
            // `Hyderabad (Telangana) [India]`
            parts.place = place.lowerBound..<tokens[close].range.upperBound
            return close + 1
        }
        // `/Корр. БЕЛТА/`: the reporter stands before the agency.
        var agency = inside.range
        if !isKnown,
            let start = inside.indices.dropFirst().first(where: { start in
                endOfKnownAgency(at: start) == close
            }), inside.prefix(start - inside.startIndex).contains(where: { $0.isMark(".") })
        {
            agency = tokens[start..<close].range
        }
        parts.agency = agency
        parts.isSureOfAgency = isKnown
        parts.last = .bracketedAgency
        return close + 1
    }

    private static let brackets: [Unicode.Scalar: Unicode.Scalar] = [
        "(": ")", "（": "）", "[": "]", "/": "/",
    ]

    /// The date that begins at a token, a weekday or a preposition before it left aside.
    private func date(at index: Int) -> (PrintedDate, Int)? {
        var start = index
        while start < tokens.count, start - index < 3,
            CalendarWords.weekdays[tokens[start]] != nil
                || CalendarWords.weekdayPrepositions.contains(tokens[start])
                || DatelineWords.beforeDay.contains(tokens[start])
                || (start > index && tokens[start].isMark(in: ",،"))
        {
            start += 1
        }
        guard start < tokens.count,
            let date = dates.first(where: { $0.range.lowerBound == tokens[start].range.lowerBound }
            ),
            date.secondsAgo == nil
        else { return nil }
        var end = start
        while end < tokens.count, tokens[end].range.lowerBound < date.range.upperBound { end += 1 }
        // `15 ott.` and `15 окт.` before a bracket, `2023 г.`, `هـ`
        while end < tokens.count, DatelineWords.afterYear.contains(tokens[end]) { end += 1 }
        if isMark(end, in: "."), !tokens[end].followsSpace, isMark(end + 1, in: "(/,-–—[") {
            end += 1
        }
        return (date, end)
    }

    /// An agency that stands free: known, or a name with a word such as `Newswire`, or anything
    /// in capitals between bars.
    private func agencyWithoutBrackets(at index: Int, behind parts: Parts) -> Int? {
        var start = index
        if isMark(start, in: "«“\"") { start += 1 }
        if let end = endOfKnownAgency(at: start) {
            var end = end
            if start > index, isMark(end, in: "»”\"") { end += 1 }
            let isClosed = closesPart(end) || end >= tokens.count
            return isClosed || parts.place != nil && (parts.date != nil || parts.isJoined)
                || parts.place == nil
                    && Places.contains(text, tokens[min(end, tokens.count - 1)].range)
                ? end : nil
        }
        guard parts.place != nil else { return nil }
        var end = start
        var hasWire = start > index
        while end < tokens.count, end - start < 5, tokens[end].kind == .word,
            ScalarClass(tokens[end].first) != .lower
        {
            hasWire = hasWire || DatelineWords.wires.contains(tokens[end])
            end += 1
        }
        if start > index, isMark(end, in: "»”\"") { end += 1 }
        guard end > start, closesPart(end) else { return nil }
        let isBetweenBars =
            isMark(index - 1, in: "|") && isMark(end, in: "|")
            && isCapitals(tokens[start..<end].range)
        return hasWire || isBetweenBars ? end : nil
    }

    /// `AHMET ÖRNEK -` behind the agency, as the Turkish one sets its reporters.
    private func readAuthor(at index: Int, into parts: inout Parts) -> Int? {
        guard parts.agency != nil, parts.place != nil, parts.authors.isEmpty, parts.hasMark else {
            return nil
        }
        let words = tokens[index...].prefix { $0.kind == .word }
        let end = index + words.count
        guard (2...4).contains(words.count), isCapitals(words.range), end < tokens.count,
            ScalarClass(tokens[end].first) == .dash, tokens[end].followsSpace
        else { return nil }
        parts.authors = [Author(name: text.text(words.range))]
        parts.last = .author
        return end
    }

    /// The token after the place that begins at `index`, regions behind commas and all.
    ///
    /// One to seven words, none of which begins with a small letter unless it is a particle.
    private func endOfPlace(at index: Int) -> Int? {
        var end = index
        var words = 0
        while end < tokens.count, tokens[end].range.lowerBound - content.lowerBound <= 80 {
            let token = tokens[end]
            if end > index, date(at: end) != nil { break }
            if end > index, endOfKnownAgency(at: end) != nil, !isMark(end - 1, in: "-‐"),
                ScalarClass(token.first) != .lower || tokens[end - 1].kind == .mark
                    || isMark(endOfKnownAgency(at: end) ?? end, in: "|")
            {
                break
            }
            if token.kind == .word {
                let kind = ScalarClass(token.first)
                let isSmall = kind == .lower
                // `Port-au-Prince`
                let isJoined = end > index && isMark(end - 1, in: "-‐") && !token.followsSpace
                guard !isSmall || isJoined || (end > index && isParticle(token)) else { break }
                if kind == .spaceless, token.first.value >= 0x3000 { return nil }
                words += 1
                if words > 7 { return nil }
                end += 1
            } else if token.isMark(in: ",،、"), end > index {
                // A region goes on behind a comma; a day or an agency does not.
                guard end + 1 < tokens.count, tokens[end + 1].kind == .word,
                    date(at: end + 1) == nil, endOfKnownAgency(at: end + 1) == nil,
                    ScalarClass(tokens[end + 1].first) != .lower
                else { break }
                end += 1
            } else if token.isMark(in: ".'’-‐·*/"), end > index, joinsPlace(end) {
                end += 1
            } else {
                break
            }
        }
        while end > index, isMark(end - 1, in: ",،、") { end -= 1 }
        guard words > 0, end > index, tokens[index..<end].range.count <= 64 else { return nil }
        return end
    }

    private func isParticle(_ token: Token) -> Bool {
        BylineWords.particles.contains(token) || DatelineWords.beforeDay.contains(token)
    }

    /// Whether a dot, a hyphen or a slash inside a place's name goes on with it.
    private func joinsPlace(_ index: Int) -> Bool {
        let token = tokens[index]
        guard index + 1 < tokens.count, !token.followsSpace else { return false }
        let next = tokens[index + 1]
        if token.isMark(".") {
            // `ST. LOUIS`, `D.C.`, `Wis. —`: an abbreviation goes on, a sentence's end does not.
            if next.followsSpace, next.kind == .word {
                return tokens[index - 1].count <= 3 && date(at: index + 1) == nil
                    && endOfKnownAgency(at: index + 1) == nil
            }
            // `MÉXICO.-` closes, `Wis. —` does not.
            if ScalarClass(next.first) == .dash, !next.followsSpace { return false }
            return !next.isMark("/") && date(at: index + 1) == nil
        }
        if next.followsSpace || next.kind != .word { return false }
        return endOfKnownAgency(at: index + 1) == nil
            || token.isMark(in: "-‐")
                && !Places.contains(text, tokens[index - 1].range)
    }

    // MARK: Marks

    /// Whether a part may end before a token.
    private func closesPart(_ index: Int) -> Bool {
        guard index < tokens.count else { return true }
        let token = tokens[index]
        if token.kind != .mark { return false }
        return token.isMark(in: ",،:：|_।.=/([") || ScalarClass(token.first) == .dash
    }

    /// The token after the mark behind a part, and whether the mark may close a dateline; `nil`
    /// where neither a mark nor the end of a closed part is there.
    private func mark(at index: Int, behind parts: inout Parts) -> (after: Int, closes: Bool)? {
        parts.hasMark = false
        parts.endsInColon = false
        // Brackets close by themselves, and so does an agency behind place and day.
        let isClosed =
            parts.last == .bracketedAgency && (parts.isSureOfAgency || parts.date != nil)
            || parts.last == .agency && parts.place != nil && (parts.date != nil || parts.isJoined)
        guard index < tokens.count else { return (index, isClosed) }
        let token = tokens[index]
        let next = index + 1
        if token.isMark(in: ":：") {
            if next < tokens.count, !tokens[next].followsSpace, tokens[next].kind == .number {
                return nil
            }
            parts.hasMark = true
            parts.endsInColon = true
            return (next, true)
        }
        if ScalarClass(token.first) == .dash, let after = endOfDash(at: index, behind: parts) {
            parts.hasMark = after.closes
            parts.isJoined = !after.closes
            return after
        }
        if token.isMark("_") {
            var end = next
            while isMark(end, in: "_"), !tokens[end].followsSpace { end += 1 }
            parts.hasMark = true
            return (end, true)
        }
        if token.isMark(in: "|।=") {
            parts.hasMark = true
            return (next, true)
        }
        if token.isMark("/"), next < tokens.count, !tokens[next].followsSpace,
            tokens[next...].prefix(7).contains(where: { $0.isMark("/") }), parts.agency == nil
        {
            return (index, false)
        }
        if token.isMark("/"), token.followsSpace || parts.last != .place {
            parts.hasMark = parts.last != .place
            return (next, parts.last != .place)
        }
        if token.isMark("/"), endOfKnownAgency(at: next) != nil { return (next, false) }
        if token.isMark(in: ".．。") {
            if next < tokens.count, ScalarClass(tokens[next].first) == .dash,
                !tokens[next].followsSpace, let after = endOfDash(at: next, behind: parts)
            {
                parts.hasMark = true
                return (after.after, true)
            }
            guard next >= tokens.count || tokens[next].followsSpace else { return nil }
            // `dpa Berlin.`
            let isBehindAgency =
                parts.agency != nil && parts.place.map { Places.contains(text, $0) } == true
            let closes = (parts.last != .place || isBehindAgency) && beginsSentence(next)
            parts.hasMark = closes && !isClosed
            return (next, closes)
        }
        if token.isMark(in: ",،、") { return (next, false) }
        if isClosed { return (index, true) }
        // Parts that stand side by side: `SYDNEY, Oct 15 AAP -`, `Berlin (dpa)`.
        return (index, false)
    }

    /// The token after a dash; `nil` where it is a hyphen inside a word.
    private func endOfDash(at index: Int, behind parts: Parts) -> (after: Int, closes: Bool)? {
        let token = tokens[index]
        var end = index + 1
        let isDouble =
            end < tokens.count && tokens[end].kind == .mark && tokens[end].first == token.first
        if isDouble { end += 1 }
        if token.first == "—" || token.first == "–" || token.first == "―" || isDouble {
            return (end, true)
        }
        if end >= tokens.count || tokens[end].followsSpace { return (end, true) }
        // `دمشق-سانا`
        guard endOfKnownAgency(at: end) != nil, parts.agency == nil,
            let place = parts.place, Places.contains(text, place)
        else { return nil }
        return (end, false)
    }

    /// Whether a range has capitals and no small letter, up to its first comma.
    func isCapitals(_ range: Range<Int>) -> Bool {
        var letters = 0
        for index in range {
            switch ScalarClass(text.scalars[index]) {
            case .upper: letters += 1
            case .lower, .letter, .spaceless: return false
            case .comma: return letters >= 2
            default: break
            }
        }
        return letters >= 2
    }
}
