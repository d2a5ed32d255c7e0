import Articles

/// A dateline as found, with its day still to be resolved.
struct PrintedDateline: Sendable {
    /// The words and where they stand.
    var dateline: Dateline
    var range: Range<Int>
    /// The day, if it has one.
    var date: PrintedDate?
    /// Where the agency stands.
    var agencyRange: Range<Int>?
    /// A person named in it, as Korean agencies do.
    var author: Author?
    var rule: String
    var confidence: Double
}

/// Reads the words in front of a report: `KABUL, Oct 15 (AP) —`, `Oct 15:`, `新华社北京11月17日电`,
/// `लखनऊ, 11 जून (भाषा)`, `(서울=연합뉴스) 홍길동 기자 =`.
struct DatelineReader {
    private let text: Manuscript
    private let content: Range<Int>
    private let tokens: [Token]
    private let dayFirst: Bool

    /// The dateline at the beginning of a paragraph; `nil` where it has none.
    ///
    /// - Parameters:
    ///   - content: Where the paragraph stands.
    ///   - text: The original.
    ///   - dayFirst: Whether a date in numbers sets the day first.
    ///   - isFirst: Whether it is the first paragraph, where a place alone may stand.
    /// - Returns: The dateline with the day that it prints.
    static func dateline(
        in content: Range<Int>,
        of text: Manuscript,
        dayFirst: Bool,
        isFirst: Bool
    ) -> PrintedDateline? {
        let head = content.lowerBound..<min(content.upperBound, content.lowerBound + 160)
        let reader = DatelineReader(
            text: text,
            content: content,
            tokens: text.tokens(in: head, limit: 48),
            dayFirst: dayFirst
        )
        return reader.bracketed() ?? reader.chinese() ?? reader.separated(isFirst: isFirst)
            ?? reader.closedByAgency() ?? reader.beforeStop(isFirst: isFirst)
    }

    // MARK: Place, date (agency) and a dash or colon

    private func separated(isFirst: Bool) -> PrintedDateline? {
        var depth = 0
        for index in tokens.indices {
            let token = tokens[index]
            guard token.kind == .mark else { continue }
            if token.isMark(in: "([（") { depth += 1 }
            if token.isMark(in: ")]）") { depth -= 1 }
            guard depth == 0, index > 0, let end = endOfSeparator(at: index) else { continue }
            if token.range.lowerBound - content.lowerBound > 110 { return nil }
            if let found = read(
                head: tokens[..<index],
                separator: index,
                end: end,
                isFirst: isFirst
            ) {
                return completed(found, end: end)
            }
            // A colon inside a time or a hyphen inside a word does not end the search.
            if ScalarClass(token.first) == .dash && !token.followsSpace && token.first != "—" {
                continue
            }
            if token.isMark(in: ":"), index + 1 < tokens.count, !tokens[index + 1].followsSpace {
                continue
            }
            return nil
        }
        return nil
    }

    /// A dateline with the second part that some agencies print: `(ANSA) - ROMA, 12 MAR -`,
    /// `DENVER--(BUSINESS WIRE)--`.
    private func completed(_ found: PrintedDateline, end: Int) -> PrintedDateline {
        guard found.date == nil, (found.dateline.place == nil) != (found.agencyRange == nil),
            end < tokens.count
        else { return found }
        let rest = DatelineReader(
            text: text,
            content: tokens[end].range.lowerBound..<content.upperBound,
            tokens: Array(tokens[end...]),
            dayFirst: dayFirst
        )
        guard let second = rest.separated(isFirst: false) else { return found }
        let fits =
            found.agencyRange == nil
            ? second.rule == "agency_in_brackets" || second.rule == "agency_before_dash"
            : second.dateline.place != nil && (second.date != nil || second.confidence >= 0.9)
        guard fits else { return found }
        var whole = found
        whole.range = found.range.lowerBound..<second.range.upperBound
        whole.dateline.raw = text.text(whole.range)
        whole.dateline.place = found.dateline.place ?? second.dateline.place
        whole.dateline.agency = found.dateline.agency ?? second.dateline.agency
        whole.dateline.date = second.dateline.date
        whole.agencyRange = found.agencyRange ?? second.agencyRange
        whole.date = second.date
        return whole
    }

    /// The token after a separator at `index`; `nil` where none is there.
    private func endOfSeparator(at index: Int) -> Int? {
        let token = tokens[index]
        var end = index + 1
        if token.isMark("."), end < tokens.count, ScalarClass(tokens[end].first) == .dash,
            !tokens[end].followsSpace
        {
            end += 1
        } else if ScalarClass(token.first) == .dash {
            let isDouble =
                end < tokens.count && tokens[end].first == token.first && tokens[end].kind == .mark
            if isDouble { end += 1 }
            let isLong = token.first == "—" || token.first == "–" || token.first == "―"
            guard
                isLong || isDouble
                    || (token.followsSpace && (end >= tokens.count || tokens[end].followsSpace))
            else {
                return nil
            }
        } else if token.isMark(in: ":：") {
            if end < tokens.count, !tokens[end].followsSpace, tokens[end].kind == .number {
                return nil
            }
        } else if token.isMark("_") {
            while end < tokens.count, tokens[end].isMark("_"), !tokens[end].followsSpace {
                end += 1
            }
        } else {
            return nil
        }
        return end
    }

    private func read(head: ArraySlice<Token>, separator: Int, end: Int, isFirst: Bool)
        -> PrintedDateline?
    {
        var rest = head
        let agency = takeAgency(from: &rest) ?? takeSite(from: &rest)
        let date = takeDate(from: &rest)
        while let last = rest.last, last.isMark(in: ",،、") { rest.removeLast() }
        let place = rest.isEmpty ? nil : self.place(rest)
        let isColon = tokens[separator].isMark(in: ":：")
        guard rest.isEmpty || place != nil || (agency == nil && isAgency(rest)) else { return nil }

        var dateline = Dateline(raw: "")
        let rule: String
        var confidence = 0.95
        var agencyRange = agency
        if let place, date != nil || agency != nil {
            dateline.place = place.text
            rule = isColon ? "place_and_date_before_colon" : "place_before_dash"
            if isColon && agency == nil && !place.isUpper { confidence = 0.8 }
        } else if let place, !DatelineWords.labels.matches(text, rest.range) {
            if isAgency(rest), !place.isUpper || !isFirst || isKnownAgency(rest) {
                agencyRange = rest.range
                rule = "agency_before_dash"
            } else {
                guard isFirst || (place.isUpper && !isColon),
                    place.isUpper || isPlausiblePlace(rest, end, isColon)
                else { return nil }
                dateline.place = place.text
                rule = isColon ? "place_before_colon" : "place_before_dash"
                confidence = place.isUpper ? 0.9 : 0.6
            }
        } else if rest.isEmpty, let date, date.month != nil, date.hasDay {
            rule = isColon ? "month_day_colon_at_paragraph_start" : "date_before_dash"
            confidence = 0.97
        } else if rest.isEmpty, agency != nil {
            rule = "agency_in_brackets"
            confidence = 0.9
        } else if !rest.isEmpty, !isColon, isAgency(rest) {
            agencyRange = rest.range
            rule = "agency_before_dash"
            confidence = 0.8
        } else {
            return nil
        }
        return made(dateline, date: date, agency: agencyRange, end: end, rule: rule, confidence)
    }

    /// A title-case place without day or agency needs more: few words, and a sentence after it.
    private func isPlausiblePlace(_ rest: ArraySlice<Token>, _ end: Int, _ isColon: Bool) -> Bool {
        guard rest.count <= (isColon ? 2 : 5) else { return false }
        if end >= tokens.count { return content.count <= 60 }
        let next = ScalarClass(tokens[end].first)
        return tokens[end].followsSpace && (next == .upper || next == .letter || next == .quote)
            && rest.first.map { ScalarClass($0.first) } != .lower
            && (rest.count <= 2 || rest.first.map { ScalarClass($0.first) } == .upper)
    }

    /// Takes `(AP)`, `/dpa/` or `[Reuters]` off the end; `nil` where none is there.
    private func takeAgency(from rest: inout ArraySlice<Token>) -> Range<Int>? {
        guard let last = rest.last,
            let opening =
                ([")": "(", "]": "[", "）": "（", "/": "/"] as [Unicode.Scalar: Unicode.Scalar])[
                    last.first
                ],
            last.kind == .mark,
            let start = rest.dropLast().lastIndex(where: { $0.isMark(opening) })
        else { return nil }
        let inside = rest[(start + 1)..<(rest.endIndex - 1)]
        guard !inside.isEmpty, inside.count <= 7 else { return nil }
        let dates = DateScanner(text, tokens: Array(inside), dayFirst: dayFirst).dates()
        if !dates.isEmpty { return nil }
        rest = rest[..<start]
        return inside.range
    }

    /// Takes `, EXAMPLE.com` off the end; `nil` where none is there.
    private func takeSite(from rest: inout ArraySlice<Token>) -> Range<Int>? {
        guard let comma = rest.lastIndex(where: { $0.isMark(in: ",،") }), comma > rest.startIndex,
            isAgency(rest[(comma + 1)...]), !isKnownAgency(rest[(comma + 1)...])
        else { return nil }
        let site = rest[(comma + 1)...].range
        rest = rest[..<comma]
        return site
    }

    private func takeDate(from rest: inout ArraySlice<Token>) -> PrintedDate? {
        let dates = DateScanner(text, tokens: Array(rest), dayFirst: dayFirst).dates()
        guard let date = dates.first else { return nil }
        guard let first = rest.firstIndex(where: { $0.range.upperBound > date.range.lowerBound })
        else { return nil }
        let after = rest.drop { $0.range.lowerBound < date.range.upperBound }
        // A few words may follow: a year, brackets, the agency with a slash.
        guard after.count <= 4 else { return nil }
        var before = rest[..<first]
        while let last = before.last, last.isMark(in: ",،、(") || CalendarWords.weekdays[last] != nil
        {
            before.removeLast()
        }
        if before.isEmpty, let token = after.first, token.kind == .word { return nil }
        while let last = before.last,
            BylineWords.particles.contains(last)
                || (last.isMark(".") && !before.contains { $0.isMark(",") })
        {
            // `Paris, le 3 octobre`, `MOSCOW. Oct 15`
            before.removeLast()
        }
        while let last = before.last, last.isMark(in: ",،、") { before.removeLast() }
        rest = before
        return date
    }

    /// A place as printed, where tokens can be one: one to seven capitalised words.
    private func place(_ tokens: ArraySlice<Token>) -> (text: String, isUpper: Bool)? {
        let range = tokens.range
        guard range.count <= 60 else { return nil }
        var words = 0
        var beforeComma = true
        var isUpper = true
        var letters = 0
        for token in tokens {
            switch token.kind {
            case .number: return nil
            case .mark:
                guard token.isMark(in: ",.'’-‐/،、()–*·") else { return nil }
                if token.isMark(in: ",،") { beforeComma = false }
            case .word:
                let kind = ScalarClass(token.first)
                words += 1
                guard kind != .lower || BylineWords.particles.contains(token) else { return nil }
                if beforeComma, kind != .lower {
                    for index in token.range {
                        let kind = ScalarClass(text.scalars[index])
                        if kind == .lower || kind == .letter || kind == .spaceless {
                            isUpper = false
                        }
                        letters += 1
                    }
                }
            }
        }
        guard words >= 1, words <= 7, letters >= 2 else { return nil }
        return (text.text(range), isUpper && letters >= 3)
    }

    private func isKnownAgency(_ tokens: ArraySlice<Token>) -> Bool {
        Agencies.contains(text, tokens.range)
    }

    /// Whether tokens name an agency or a site: a known name, or one with a dot inside.
    private func isAgency(_ tokens: ArraySlice<Token>) -> Bool {
        if isKnownAgency(tokens) { return true }
        guard tokens.count == 3, let first = tokens.first, let last = tokens.last else {
            return false
        }
        let dot = tokens[tokens.startIndex + 1]
        return first.kind == .word && dot.isMark(".") && !dot.followsSpace
            && !last.followsSpace && last.kind == .word
    }

    // MARK: Without a dash

    /// `Regensburg. In der Altstadt …`: how German local papers set the place.
    private func beforeStop(isFirst: Bool) -> PrintedDateline? {
        guard isFirst, tokens.count > 3, tokens[0].kind == .word, tokens[0].count >= 4,
            ScalarClass(tokens[0].first) == .upper, tokens[1].isMark("."), !tokens[1].followsSpace,
            tokens[2].followsSpace, ScalarClass(tokens[2].first) == .upper,
            DatelineWords.openings.contains(tokens[2]),
            !DatelineWords.labels.matches(text, tokens[0].range),
            !DatelineWords.openings.contains(tokens[0])
        else { return nil }
        let place = text.text(tokens[0].range)
        return made(
            Dateline(raw: "", place: place),
            date: nil,
            agency: nil,
            end: 2,
            rule: "place_before_stop",
            0.6
        )
    }

    /// `लखनऊ, 11 जून (भाषा) …`: place, day and agency, and no mark after them.
    private func closedByAgency() -> PrintedDateline? {
        let marks = tokens.prefix(24)
        guard
            let close = marks.firstIndex(where: { $0.isMark(")") })
                ?? marks.lastIndex(where: { $0.isMark("/") && !$0.followsSpace })
        else { return nil }
        var rest = tokens[...close]
        guard let agency = takeAgency(from: &rest) else { return nil }
        let date = takeDate(from: &rest)
        let isKnown = Agencies.contains(text, agency)
        let place = rest.isEmpty ? nil : self.place(rest)
        // Without a day the agency has to be a known one: `Lagos (AFP) The …`, `(CNN) A man …`.
        guard date?.month != nil && place != nil || isKnown && (place != nil || rest.isEmpty) else {
            return nil
        }
        if rest.count > 6 { return nil }
        var end = close + 1
        if end < tokens.count, tokens[end].isMark(in: "।.|") { end += 1 }
        return made(
            Dateline(raw: "", place: place?.text),
            date: date,
            agency: agency,
            end: end,
            rule: "place_date_agency",
            0.93
        )
    }

    /// `新华社北京11月17日电`, `中新网12月1日讯`.
    private func chinese() -> PrintedDateline? {
        guard let first = tokens.first, ScalarClass(first.first) == .spaceless else { return nil }
        guard
            let close = tokens.prefix(36).firstIndex(where: {
                $0.isMark(in: "") || "电電讯訊".unicodeScalars.contains($0.first)
            })
        else { return nil }
        let head = Array(tokens[..<close])
        guard let date = DateScanner(text, tokens: head, dayFirst: dayFirst).dates().last,
            date.day != nil
        else { return nil }
        let before = head.prefix { $0.range.lowerBound < date.range.lowerBound }
        var agencyCount = 0
        var ownPaper = 0
        for (offset, token) in before.enumerated().prefix(8)
        where "社网報报網".unicodeScalars.contains(token.first) {
            // 本报: this paper itself.
            agencyCount = before.first?.first == "本" ? 0 : offset + 1
            ownPaper = before.first?.first == "本" ? offset + 1 : 0
            break
        }
        let place = before.dropFirst(max(agencyCount, ownPaper))
        var dateline = Dateline(raw: "")
        if (2...12).contains(place.count) { dateline.place = text.text(place.range) }
        let agency = agencyCount > 0 ? before.prefix(agencyCount).range : nil
        guard agency != nil || dateline.place != nil else { return nil }
        return made(
            dateline,
            date: date,
            agency: agency,
            end: close + 1,
            rule: "agency_place_date_wire",
            0.95
        )
    }

    /// `【6月18日 AFP】`, `【北京＝鈴木】`, `(서울=연합뉴스) 홍길동 기자 =`, `[서울=뉴시스]`.
    private func bracketed() -> PrintedDateline? {
        guard let first = tokens.first, first.isMark(in: "【([（［〔"),
            let close = tokens.prefix(24).firstIndex(where: { $0.isMark(in: "】)]）］〕") }), close > 1
        else { return nil }
        let inside = tokens[1..<close]
        var dateline = Dateline(raw: "")
        var author: Author?
        var end = close + 1
        if let equals = inside.firstIndex(where: { $0.isMark(in: "=＝") }), equals > 1 {
            dateline.place = text.text(inside[..<equals].range)
            let agency = inside[(equals + 1)...]
            guard !agency.isEmpty else { return nil }
            if let equals = tokens[end...].prefix(6).firstIndex(where: { $0.isMark(in: "=＝") }) {
                let name = tokens[end..<equals]
                if let word = name.first, word.kind == .word {
                    author = Author(name: text.text(word.range))
                    if name.count > 1 { author?.role = text.text(name.dropFirst().range) }
                }
                end = equals + 1
            }
            let isAgency = isKnownAgency(agency)
            var found = made(
                dateline,
                date: nil,
                agency: isAgency || first.first != "【" ? agency.range : nil,
                end: end,
                rule: "place_in_brackets",
                0.93
            )
            if author == nil, !isAgency, first.first == "【" {
                author = Author(name: text.text(agency.range))
            }
            found?.author = author
            return found
        }
        let date = DateScanner(text, tokens: Array(inside), dayFirst: dayFirst).dates().first
        let words = inside.filter { token in date.map { !$0.range.overlaps(token.range) } ?? true }
        // The agency is the longest end of the words that is known as one; the place is before it.
        guard let start = words.indices.first(where: { isKnownAgency(words[$0...]) }) else {
            return nil
        }
        guard date != nil || first.first == "【" || start > 0 else { return nil }
        let place = words[..<start].prefix { $0.kind == .word }
        if place.count >= 2 { dateline.place = text.text(place.range) }
        if end + 1 < tokens.count, ScalarClass(tokens[end].first) == .dash { end += 1 }
        return made(
            dateline,
            date: date,
            agency: words[start...].range,
            end: end,
            rule: "agency_in_brackets",
            0.93
        )
    }

    // MARK: Parts

    private func made(
        _ dateline: Dateline,
        date: PrintedDate?,
        agency: Range<Int>?,
        end: Int,
        rule: String,
        _ confidence: Double
    ) -> PrintedDateline? {
        let range = content.lowerBound..<tokens[end - 1].range.upperBound
        var dateline = dateline
        dateline.raw = text.text(range)
        dateline.date = date.map { text.text($0.range) }
        dateline.agency = agency.map { text.text($0) }
        return PrintedDateline(
            dateline: dateline,
            range: range,
            date: date,
            agencyRange: agency,
            rule: rule,
            confidence: confidence
        )
    }
}
