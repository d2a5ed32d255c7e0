import Articles

/// Days of the Gregorian and of other calendars.
extension DateScanner {
    /// The calendar of a month's name.
    enum MonthKind { case gregorian, persian, hijri }

    /// The month whose name begins at a token, with the token after it.
    func month(at index: Int) -> (Int, MonthKind, end: Int)? {
        if let (month, end) = CalendarWords.months.value(at: index, in: tokens) {
            return (month, .gregorian, end)
        }
        if let (month, end) = CalendarWords.persianMonths.value(at: index, in: tokens) {
            return (month, .persian, end)
        }
        if let (month, end) = CalendarWords.hijriMonths.value(at: index, in: tokens) {
            return (month, .hijri, end)
        }
        return nil
    }

    /// The year after a month or a day; the token after it, or `index` where there is none.
    func year(after index: Int) -> (Int?, Int) {
        var next = index
        var limit = index + 3
        while next < tokens.count, next < limit,
            tokens[next].isMark(in: ",.،/-'’()") || DateWords.joints.contains(tokens[next])
                || DateWords.yearWords.contains(tokens[next])
        {
            next += 1
            // كانون الثاني / يناير: the second name of the same month.
            if let (_, end) = CalendarWords.months.value(at: next, in: tokens) {
                next = end
                limit = next + 2
            }
        }
        guard var year = number(next) else { return (nil, index) }
        // A Buddhist year, 543 ahead.
        if (2_440...2_643).contains(year), tokens[next].count == 4 { year -= 543 }
        if tokens[next].count == 4, (1_300...2_100).contains(year) { return (year, next + 1) }
        return (nil, index)
    }

    /// A day of the Gregorian calendar; `nil` where there is no such day.
    static func made(_ year: Int?, _ month: Int, _ day: Int) -> PrintedDate? {
        guard (1...12).contains(month), day >= 1,
            day <= CalendarDay.length(ofMonth: month, year: year ?? 2_000),
            year.map({ (1_600...2_100).contains($0) }) ?? true
        else { return nil }
        return PrintedDate(range: 0..<0, year: year, month: month, day: day)
    }

    /// A day of a calendar; those whose year is longer or shorter than ours need one.
    static func made(_ year: Int?, _ month: Int, _ day: Int, _ kind: MonthKind)
        -> PrintedDate?
    {
        switch kind {
        case .gregorian: made(year, month, day)
        case .persian: year.flatMap { persian($0, month, day) }
        case .hijri: year.flatMap { hijri($0, month, day) }
        }
    }

    /// A month of the Gregorian calendar.
    static func month(_ year: Int, _ month: Int) -> PrintedDate {
        PrintedDate(range: 0..<0, year: year, month: month)
    }

    /// A day of the Persian solar calendar, by its 33-year cycle; exact from 1300 to 1472.
    static func persian(_ year: Int, _ month: Int, _ day: Int) -> PrintedDate? {
        guard (1_250...1_500).contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        // Days from 1 Farvardin 1 (22 March 622, Gregorian) on; 8 leap years in 33 years.
        let leaps = (8 * year + 21) / 33
        let dayOfYear = (month - 1) * 30 + min(month - 1, 6) + day - 1
        let start = -492_268  // 21 March 622
        return made(CalendarDay(daysSince1970: start + 365 * (year - 1) + leaps + dayOfYear))
    }

    /// A day of the tabular Islamic calendar (civil epoch, 30-year cycle), within a day of sight.
    private static func hijri(_ year: Int, _ month: Int, _ day: Int) -> PrintedDate? {
        guard (1_250...1_600).contains(year), (1...12).contains(month), (1...30).contains(day)
        else { return nil }
        let start = -492_148  // 19 July 622
        let days = (year - 1) * 354 + (3 + 11 * year) / 30 + 29 * (month - 1) + month / 2 + day - 1
        var date = made(CalendarDay(daysSince1970: start + days))
        date?.isReckoned = true
        return date
    }

    private static func made(_ day: CalendarDay) -> PrintedDate? {
        made(day.year, day.month, day.day)
    }
}
