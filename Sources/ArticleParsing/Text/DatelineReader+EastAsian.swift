import Articles

extension DatelineReader {
    /// The forms of Chinese, Japanese and Korean agencies.
    func eastAsian() -> PrintedDateline? {
        guard let first = tokens.first else { return nil }
        if first.kind == .mark { return bracketed() ?? chineseWire() }
        return ScalarClass(first.first) == .spaceless ? chineseWire() : nil
    }

    // MARK: Chinese

    /// `新华社北京11月17日电（记者…）`, `（中央社記者王小明台北15日電）`, `【記者王小明／台北報導】`,
    /// `央视网消息：`, `本报讯（记者…）`.
    private func chineseWire() -> PrintedDateline? {
        let opening = tokens[0].kind == .mark ? Self.chineseBrackets[tokens[0].first] : nil
        if tokens[0].kind == .mark, opening == nil { return nil }
        var start = opening == nil ? 0 : 1
        // 据新华社…电: according to the agency.
        if start < tokens.count, tokens[start].first == "据" || tokens[start].first == "據" {
            start += 1
        }
        guard let (close, after) = endOfWire(from: start), close > start else { return nil }
        var end = after
        if let opening {
            guard isMark(end, in: String(opening)) else { return nil }
            end += 1
        }
        var names: [Author] = []
        let words = tokens[start..<close]
        let day = day(in: words)
        var before = words.prefix { token in
            day.map { token.range.lowerBound < $0.range.lowerBound } ?? true
        }
        var agency: Range<Int>?
        if let count = agencyCount(before) {
            // 本报: this paper itself.
            if before.first?.first != "本" { agency = before.prefix(count).range }
            before = before.dropFirst(count)
        }
        if let reporter = before.indices.first(where: { isReporter(at: $0) }) {
            let (name, place) = nameAndPlace(before[(reporter + 2)...])
            if let name { names.append(Author(name: text.text(name))) }
            before = place
        }
        let place = before.filter { $0.kind == .word }.range
        let hasPlace = (2...12).contains(place.count)
        let isMessage = isMark(end, in: ":：")
        guard
            day != nil && (agency != nil || hasPlace)
                || agency != nil && (before.isEmpty || hasPlace)
                || !names.isEmpty && hasPlace || tokens[start].first == "本"
        else { return nil }
        if isMessage { end += 1 }
        names += reporters(at: end)
        return made(
            place: hasPlace ? place : nil,
            date: day?.month == nil ? nil : day,
            agency: agency,
            authors: names,
            end: end,
            rule: "agency_place_date_wire",
            0.95
        )
    }

    private static let chineseBrackets: [Unicode.Scalar: Unicode.Scalar] = [
        "（": "）", "(": ")", "【": "】", "〔": "〕", "［": "］", "[": "]",
    ]

    /// Where 电, 讯, 消息 or 報導 closes the wire's head: its token, and the one after it.
    private func endOfWire(from start: Int) -> (close: Int, after: Int)? {
        for index in tokens.indices.dropFirst(start).prefix(34) {
            let token = tokens[index]
            if token.isMark(in: "，。！？；：,;!?:") { return nil }
            if "电電讯訊".unicodeScalars.contains(token.first) { return (index, index + 1) }
            guard index + 1 < tokens.count else { return nil }
            let next = tokens[index + 1].first
            switch (token.first, next) {
            case ("消", "息"), ("報", "導"), ("報", "道"), ("报", "道"), ("报", "导"):
                return (index, index + 2)
            case ("社", "】"): return (index + 1, index + 1)
            default: break
            }
        }
        return nil
    }

    /// The day in a wire's head; one without a month is where the place ends, and no more.
    private func day(in words: ArraySlice<Token>) -> PrintedDate? {
        let range = words.range
        if let date = dates.last(where: { $0.day != nil && range.contains($0.range.lowerBound) }) {
            return date
        }
        guard let number = words.first(where: { $0.kind == .number }) else { return nil }
        return PrintedDate(range: number.range)
    }

    /// How many letters at the beginning are an agency or a paper: a known one, or up to 社 or 网.
    private func agencyCount(_ words: ArraySlice<Token>) -> Int? {
        for count in (2...8).reversed() where count <= words.count {
            if Agencies.names.contains(PhraseKey(text, words.prefix(count).range)) { return count }
        }
        for (offset, token) in words.enumerated().prefix(8)
        where offset > 0 && "社网報报網視视刊".unicodeScalars.contains(token.first) {
            return offset + 1
        }
        return nil
    }

    private func isReporter(at index: Int) -> Bool {
        guard index + 1 < tokens.count, tokens[index + 1].first == "者" else { return false }
        return tokens[index].first == "记" || tokens[index].first == "記"
    }

    /// `王小明台北`, `王小明／台北`: the name before a mark or a known place, else three letters.
    private func nameAndPlace(_ words: ArraySlice<Token>) -> (Range<Int>?, ArraySlice<Token>) {
        if let mark = words.firstIndex(where: { $0.kind == .mark }) {
            return (words[..<mark].range, words[(mark + 1)...])
        }
        for count in 2...4 where count + 2 <= words.count {
            let place = words.dropFirst(count)
            if Places.names.contains(PhraseKey(text, place.range)) {
                return (words.prefix(count).range, place)
            }
        }
        guard words.count >= 2 else { return (nil, words) }
        return (words.prefix(3).range, words.dropFirst(3))
    }

    /// The people in `（记者王小明、李华）` behind a wire's head.
    private func reporters(at index: Int) -> [Author] {
        guard isMark(index, in: "（("),
            let close = tokens[index...].prefix(30).firstIndex(where: { $0.isMark(in: "）)") })
        else { return [] }
        var words = tokens[(index + 1)..<close]
        let isNamed = words.startIndex + 1 < words.endIndex && isReporter(at: words.startIndex)
        if isNamed { words = words.dropFirst(2) }
        var names: [Author] = []
        for part in words.split(whereSeparator: { $0.kind == .mark }) {
            guard (2...4).contains(part.count),
                part.allSatisfy({ $0.kind == .word && ScalarClass($0.first) == .spaceless })
            else { break }
            names.append(Author(name: text.text(part.range)))
        }
        return isNamed || names.count == 1 ? names : []
    }

    // MARK: Japanese and Korean

    /// `【6月18日 AFP】`, `【北京＝鈴木】`, `(서울=연합뉴스) 홍길동 기자 =`, `[서울=뉴시스]`,
    /// `[아시아신문 홍길동 기자]`.
    private func bracketed() -> PrintedDateline? {
        guard let first = tokens.first, first.isMark(in: "【([（［〔"),
            let close = tokens.prefix(24).firstIndex(where: { $0.isMark(in: "】)]）］〕") }), close > 1
        else { return nil }
        let inside = tokens[1..<close]
        if let equals = inside.firstIndex(where: { $0.isMark(in: "=＝") }), equals > 1,
            equals + 1 < close
        {
            return placeAndAgency(inside, equals: equals, end: close + 1)
        }
        if let found = koreanPaper(inside, end: close + 1) { return found }
        let date = dates.first { inside.range.contains($0.range.lowerBound) }
        let words = inside.filter { token in date.map { !$0.range.overlaps(token.range) } ?? true }
        // The agency is the longest end of the words that is known as one; the place is before it.
        guard
            let start = words.indices.first(where: {
                Agencies.contains(text, words[$0...].range)
            }), date != nil || first.first == "【" || start > 0
        else { return nil }
        let place = words[..<start].prefix { $0.kind == .word }
        guard words[..<start].allSatisfy({ $0.kind != .mark && ScalarClass($0.first) != .lower })
        else { return nil }
        var end = close + 1
        if end + 1 < tokens.count, ScalarClass(tokens[end].first) == .dash { end += 1 }
        return made(
            place: place.range.count >= 2 ? place.range : nil,
            date: date,
            agency: words[start...].range,
            end: end,
            rule: "agency_in_brackets",
            0.93
        )
    }

    private func placeAndAgency(_ inside: ArraySlice<Token>, equals: Int, end: Int)
        -> PrintedDateline
    {
        let isLenticular = tokens[0].first == "【"
        let (left, right) = (inside[..<equals], inside[(equals + 1)...])
        let isKnown = Agencies.contains(text, right.range)
        // `[한국신문=홍길동 기자]`: the paper, then its reporter.
        if let last = right.last, right.count > 1, BylineWords.titlesAfter.matches(text, last.range)
        {
            return made(
                agency: left.range,
                authors: people(right),
                end: end,
                rule: "agency_in_brackets",
                0.9
            )
        }
        var end = end
        var authors: [Author] = []
        if let equals = tokens[end...].prefix(9).firstIndex(where: { $0.isMark(in: "=＝") }) {
            authors = people(tokens[end..<equals])
            end = equals + 1
        } else if isLenticular, !isKnown {
            authors = [Author(name: text.text(right.range))]
        }
        return made(
            place: left.range,
            agency: isKnown || !isLenticular ? right.range : nil,
            authors: authors,
            end: end,
            rule: "place_in_brackets",
            0.93
        )
    }

    /// `[아시아신문 홍길동 기자]`, `[한국경제뉴스]`: a paper, its reporter behind it or not.
    private func koreanPaper(_ inside: ArraySlice<Token>, end: Int) -> PrintedDateline? {
        guard let first = inside.first, first.first.isHangulSyllable,
            inside.allSatisfy({ $0.kind == .word }), inside.count <= 4
        else { return nil }
        let paper = text.text(first.range)
        let hasReporter =
            inside.count >= 3
            && inside.last.map { BylineWords.titlesAfter.matches(text, $0.range) } == true
        guard
            hasReporter
                || inside.count == 1
                    && DatelineWords.koreanPapers.contains(where: { paper.hasSuffix($0) })
        else { return nil }
        return made(
            agency: first.range,
            authors: hasReporter ? people(inside.dropFirst()) : [],
            end: end,
            rule: "agency_in_brackets",
            0.85
        )
    }

    /// `홍길동 김철수 기자`: names with their title behind them.
    private func people(_ words: ArraySlice<Token>) -> [Author] {
        guard let last = words.last else { return [] }
        guard words.count > 1, BylineWords.titlesAfter.matches(text, last.range) else {
            return words.first.map { [Author(name: text.text($0.range))] } ?? []
        }
        return words.dropLast().filter { $0.kind == .word }.map {
            Author(name: text.text($0.range), role: text.text(last.range))
        }
    }
}
