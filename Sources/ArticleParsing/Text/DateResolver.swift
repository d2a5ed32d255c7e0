import Articles

/// Makes a date of publication of a printed one: the year where it is missing, the moment where it
/// is counted from now, day and month where they could be the other way round.
struct DateResolver {
    /// A date with what speaks for it.
    struct Resolved: Sendable {
        var date: PublicationDate
        var evidence: [Evidence] = []
        /// Other dates that would fit, the likelier first.
        var alternatives: [String] = []
        var warnings: [ArticleWarning] = []
        /// What was done to a printed date, for the rule's name; `nil` where nothing had to be.
        var check: String?
        /// By what the confidence of the printed date is multiplied.
        var factor = 1.0
    }

    private let text: Manuscript
    private let receivedOn: CalendarDay
    /// Where the article's text stands.
    private let body: [Range<Int>]

    /// Makes a resolver for an article.
    init(_ text: Manuscript, receivedOn: CalendarDay, body: [Range<Int>]) {
        self.text = text
        self.receivedOn = receivedOn
        self.body = body
    }

    /// Resolves a printed date; `nil` where there is no such day.
    func resolve(_ printed: PrintedDate) -> Resolved? {
        if let seconds = printed.secondsAgo { return resolve(secondsAgo: seconds) }
        guard let month = printed.month else { return nil }
        guard let day = printed.day else {
            return printed.year.map {
                Resolved(date: PublicationDate(year: $0, month: month, basis: .stated), factor: 0.8)
            }
        }
        guard let year = printed.year else {
            return resolveYear(of: printed, month: month, day: day)
        }
        guard let stated = CalendarDay(year: year, month: month, day: day) else { return nil }
        return resolve(printed, stated)
    }

    private func resolve(secondsAgo seconds: Int) -> Resolved {
        let day = receivedOn.advanced(by: -(seconds / 86_400))
        return Resolved(
            date: PublicationDate(day, basis: .relative),
            check: "counted_from_receipt",
            factor: 0.7
        )
    }

    private func resolve(_ printed: PrintedDate, _ stated: CalendarDay) -> Resolved {
        var day = stated
        var resolved = Resolved(date: publication(day, printed, basis: .stated))
        if printed.isAmbiguous, let other = printed.swapped.calendarDay {
            let tomorrow = receivedOn.advanced(by: 1)
            // The order that does not lie in the future, and is not long past where the other is not.
            if day > tomorrow, other <= tomorrow { swap(&day, other) }
            resolved.date = publication(day, printed, basis: .stated)
            let alternative = day == stated ? other : stated
            resolved.alternatives = [alternative.description]
            resolved.check = "order_of_day_and_month"
            resolved.factor = 0.75
            resolved.warnings.append(
                ArticleWarning(
                    .ambiguousDate,
                    field: .published,
                    detail:
                        "'\(text.text(printed.range))' could be \(day) or \(alternative); it was read as \(day).",
                    remedy: .parameter(name: "published_at", value: alternative.description)
                )
            )
        }
        if day > receivedOn.advanced(by: 1) { resolved.factor = 0.5 }
        return resolved
    }

    private func swap(_ day: inout CalendarDay, _ other: CalendarDay) { day = other }

    private func publication(
        _ day: CalendarDay,
        _ printed: PrintedDate,
        basis: PublicationDate.Basis
    ) -> PublicationDate {
        PublicationDate(
            day,
            secondOfDay: printed.secondOfDay,
            hasSeconds: printed.hasSeconds,
            utcOffsetMinutes: printed.utcOffsetMinutes,
            basis: basis
        )
    }

    // MARK: The missing year

    /// How far back a year is looked for.
    private static let years = 12

    /// Infers the year of a day and month: the latest that is not in the future and in which the
    /// weekdays named in the text fall on that day or just before it.
    private func resolveYear(of printed: PrintedDate, month: Int, day: Int) -> Resolved? {
        let horizon = receivedOn.advanced(by: 1)
        let candidates = (0...Self.years).compactMap { back in
            CalendarDay(year: receivedOn.year + 1 - back, month: month, day: day)
        }.filter { $0 <= horizon }
        guard let latest = candidates.first else { return nil }
        let (weekdays, years) = mentions()
        let scores = candidates.map { day in weekdays.reduce(0.0) { $0 + Self.fit($1.weekday, day) }
        }
        let best = scores.max() ?? 0
        let newestNamed = years.filter { $0 <= receivedOn.year }.max() ?? 0
        var fitting = candidates.indices.filter { scores[$0] >= best * 0.8 }.map { candidates[$0] }
        let recent = fitting.filter { $0.year >= newestNamed }
        if !recent.isEmpty { fitting = recent }
        var chosen = fitting[0]
        // Received within days of its date, a text is this year's whatever weekdays it names.
        if latest.daysSince1970 >= receivedOn.daysSince1970 - 4 { chosen = latest }
        var resolved = Resolved(date: publication(chosen, printed, basis: .inferred))
        resolved.alternatives = fitting.filter { $0 != chosen }.prefix(3).map(\.description)
        let words = text.text(printed.range)
        let supporting = weekdays.filter { Self.fit($0.weekday, chosen) >= 1 }
        var detail = "The text says '\(words)' without a year; "
        if supporting.isEmpty || best == 0 {
            detail += "\(chosen.year) is the latest in which that day is past."
            resolved.check = nil
            resolved.alternatives = candidates.filter { $0 != chosen }.prefix(3).map(\.description)
            resolved.factor = 0.65
        } else {
            resolved.evidence = supporting.map {
                Evidence(text: text.text($0.range), span: Span($0.range))
            }
            let name = text.text(supporting[0].word)
            let isOne = Set(supporting.map(\.weekday)).count == 1
            let count = supporting.count
            detail += "\(chosen.year) fits "
            detail +=
                isOne
                ? (count == 1
                    ? "the mention of \(name)." : "the \(Self.number(count)) mentions of \(name).")
                : "the \(Self.number(count)) weekdays that it names."
            resolved.check = "weekday_check"
            resolved.factor = 0.7 / 0.97
        }
        resolved.warnings.append(
            ArticleWarning(
                .yearInferred,
                field: .published,
                detail: detail,
                remedy: .parameter(name: "published_at", value: chosen.description)
            )
        )
        return resolved
    }

    private static func number(_ count: Int) -> String {
        let words = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve",
        ]
        return count < words.count ? words[count] : String(count)
    }

    /// How well a weekday in the text fits a report of `day`: it is that day or the one before.
    private static func fit(_ weekday: Int, _ day: CalendarDay) -> Double {
        switch (day.weekday - weekday + 7) % 7 {
        case 0, 1: 1
        case 2: 0.5
        case 3: 0.25
        default: 0
        }
    }

    private struct Mention {
        var weekday: Int
        var word: Range<Int>
        /// The weekday with the preposition before it.
        var range: Range<Int>
    }

    /// The weekdays and years that the text names.
    private func mentions() -> (weekdays: [Mention], years: [Int]) {
        var weekdays: [Mention] = []
        var years: [Int] = []
        for range in body {
            let tokens = text.tokens(in: range, limit: 4_000)
            for (index, token) in tokens.enumerated() {
                if token.kind == .number, token.count == 4, (1_900...2_100).contains(token.number) {
                    years.append(token.number)
                }
                guard let weekday = CalendarWords.weekdays[token],
                    token.count >= 3 || ScalarClass(token.first) != .upper,
                    weekdays.count < 40
                else { continue }
                // A weekday in front of a date of its own belongs to that date.
                if index + 1 < tokens.count, CalendarWords.months[tokens[index + 1]] != nil {
                    continue
                }
                var start = token.range.lowerBound
                if index > 0, CalendarWords.weekdayPrepositions.contains(tokens[index - 1]) {
                    start = tokens[index - 1].range.lowerBound
                }
                weekdays.append(
                    Mention(
                        weekday: weekday,
                        word: token.range,
                        range: start..<token.range.upperBound
                    )
                )
            }
        }
        let withPreposition = weekdays.filter { $0.range != $0.word }
        return (withPreposition.isEmpty ? weekdays : withPreposition, years)
    }
}
