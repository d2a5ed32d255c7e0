import Articles

/// Finds printed dates in a short range: a date line, a byline, a dateline.
///
/// Reads tokens, not characters; months and units come from the tables in `Words`. Two months
/// that are both numbers are read by the order of the text (`dayFirst`), and marked ambiguous.
struct DateScanner {
    private let text: Manuscript
    private let tokens: [Token]
    private let dayFirst: Bool

    /// Makes a scanner of a range; at most its first 400 tokens are looked at.
    init(_ text: Manuscript, _ range: Range<Int>, dayFirst: Bool) {
        self.init(text, tokens: text.tokens(in: range), dayFirst: dayFirst)
    }

    /// Makes a scanner of tokens.
    init(_ text: Manuscript, tokens: [Token], dayFirst: Bool) {
        self.text = text
        self.tokens = tokens
        self.dayFirst = dayFirst
    }

    /// The dates, in order, with their times and labels.
    func dates() -> [PrintedDate] {
        var found: [PrintedDate] = []
        var index = 0
        var previousEnd = 0
        while index < tokens.count {
            guard let (printed, end) = date(at: index) else {
                index += 1
                continue
            }
            var date = printed
            date.range = tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound
            let next = readTime(for: &date, after: end, notBefore: previousEnd, start: index)
            date.label = label(from: previousEnd, to: index, after: next)
            // `1 ربيع الآخر 1445 هـ - 15 أكتوبر 2023`: reckoned from sight, the first may be a day off.
            if let last = found.last, last.isReckoned, let day = last.calendarDay,
                let other = date.calendarDay, abs(other.daysSince1970 - day.daysSince1970) <= 2
            {
                if date.label == .none { date.label = last.label }
                found.removeLast()
            }
            if date.isReckoned, let last = found.last?.calendarDay, let day = date.calendarDay,
                abs(last.daysSince1970 - day.daysSince1970) <= 2
            {
                previousEnd = next
                index = next
                continue
            }
            found.append(date)
            previousEnd = next
            index = next
        }
        return found
    }

    // MARK: Dates

    private typealias Found = (PrintedDate, end: Int)

    private func date(at index: Int) -> Found? {
        let token = tokens[index]
        if token.kind == .number {
            return yearFirst(at: index) ?? yearThenMonthName(at: index) ?? eastAsian(at: index)
                ?? dayAndMonthName(at: index) ?? numbers(at: index) ?? ago(at: index)
        }
        guard token.kind == .word else { return nil }
        return monthName(at: index) ?? era(at: index) ?? ago(at: index) ?? namedDay(at: index)
    }

    /// `2023-10-15`, `2023/10/15`, `2023. 10. 15`, `1402/07/23` of the Persian calendar.
    private func yearFirst(at index: Int) -> Found? {
        guard let year = number(index), tokens[index].count == 4, let separator = mark(index + 1),
            "-/.‐–".unicodeScalars.contains(separator), let month = number(index + 2),
            mark(index + 3) == separator, let day = number(index + 4)
        else { return nil }
        if (1_300...1_499).contains(year), let solar = Self.persian(year, month, day) {
            return (solar, index + 5)
        }
        guard let date = Self.made(year, month, day) else { return nil }
        return (date, index + 5)
    }

    /// `2023. október 15.`, `2023 m. spalio 15 d.`, `2023. gada 15. oktobris`, `2023 жылғы 15 қазан`.
    private func yearThenMonthName(at index: Int) -> Found? {
        guard let year = number(index), tokens[index].count == 4, (1_600...2_100).contains(year)
        else { return nil }
        var next = index + 1
        while next < tokens.count, next - index <= 3,
            tokens[next].isMark(in: ".,") || DateWords.yearWords.contains(tokens[next])
        {
            next += 1
        }
        var day: Int?
        if let value = number(next), tokens[next].count <= 2 {
            day = value
            next += mark(next + 1) == "." ? 2 : 1
        }
        guard let (month, kind, end) = month(at: next), kind == .gregorian else { return nil }
        var last = end
        if day == nil, let value = number(end), tokens[end].count <= 2 {
            day = value
            last = end + 1
        }
        guard let day, let date = Self.made(year, month, day) else { return nil }
        return (date, last)
    }

    /// `2023年10月15日`, `10月15日`, `2023年（令和5年）10月15日`, `2023년 10월 15일`; Thai and Buddhist
    /// years aside.
    private func eastAsian(at index: Int) -> Found? {
        var index = index
        var year: Int?
        if isWord(index + 1, in: ["年", "년"]), let value = number(index) {
            year = value < 100 ? nil : value
            index += 2
            if year == nil { return nil }
            // The year of the era may stand in brackets behind it.
            if index < tokens.count, tokens[index].isMark(in: "（("),
                let close = tokens[index...].prefix(7).firstIndex(where: { $0.isMark(in: "）)") })
            {
                index = close + 1
            }
        }
        guard let month = number(index), isWord(index + 1, in: ["月", "월"]) else { return nil }
        if let day = number(index + 2), isWord(index + 3, in: ["日", "일", "号", "號"]) {
            guard let date = Self.made(year, month, day) else { return nil }
            return (date, index + 4)
        }
        guard let year, (1...12).contains(month), (1_900...2_100).contains(year) else { return nil }
        return (Self.month(year, month), index + 2)
    }

    /// Japanese era years: `令和5年10月15日`, `昭和64年`; the year of the Republic: `民國112年`.
    private func era(at index: Int) -> Found? {
        guard index + 2 < tokens.count else { return nil }
        let first = tokens[index].first
        let second = tokens[index + 1].first
        let origin: Int
        switch (first, second) {
        case ("令", "和"): origin = 2_018
        case ("平", "成"): origin = 1_988
        case ("昭", "和"): origin = 1_925
        case ("大", "正"): origin = 1_911
        case ("民", "國"), ("民", "国"): origin = 1_911
        default: return nil
        }
        let year: Int
        if let value = number(index + 2) {
            year = origin + value
        } else if tokens[index + 2].first == "元" {
            year = origin + 1
        } else {
            return nil
        }
        guard isWord(index + 3, in: ["年"]), let month = number(index + 4),
            isWord(index + 5, in: ["月"]), let day = number(index + 6),
            isWord(index + 7, in: ["日"]), let date = Self.made(year, month, day)
        else { return nil }
        return (date, index + 8)
    }

    /// `15 October 2023`, `15th of October`, `15. Oktober 2023`, `1er octobre`, `15 de octubre de 2023`.
    private func dayAndMonthName(at index: Int) -> Found? {
        guard let day = number(index), (1...31).contains(day), tokens[index].count <= 2,
            !endsTime(index)
        else { return nil }
        var next = index + 1
        while next < tokens.count, next - index <= 4,
            DateWords.ordinals.contains(tokens[next]) || DateWords.joints.contains(tokens[next])
                || tokens[next].isMark(in: ".,-–/ºª'’°")
        {
            next += 1
        }
        // `15 tháng 10 năm 2023`
        if isWord(next, in: ["tháng", "Tháng"]), let month = number(next + 1),
            tokens[next + 1].count <= 2
        {
            let (year, end) = self.year(after: next + 2)
            guard let date = Self.made(year, month, day) else { return nil }
            return (date, end)
        }
        guard let (month, kind, afterMonth) = month(at: next) else { return nil }
        let (year, end) = self.year(after: afterMonth)
        guard let date = Self.made(year, month, day, kind) else { return nil }
        return (date, end)
    }

    /// Whether a number is the minutes of a time: `09:31 August 20`.
    private func endsTime(_ index: Int) -> Bool {
        index > 1 && tokens[index - 1].isMark(":") && !tokens[index].followsSpace
            && tokens[index - 2].kind == .number
    }

    /// `October 15, 2023`, `Oct. 15`, `October 2023`.
    private func monthName(at index: Int) -> Found? {
        guard let (month, kind, afterMonth) = month(at: index) else { return nil }
        var next = afterMonth
        while next < tokens.count, next - afterMonth <= 1,
            tokens[next].isMark(in: ".,-/") || DateWords.joints.contains(tokens[next])
        {
            next += 1
        }
        guard let value = number(next) else { return nil }
        if kind == .gregorian, tokens[next].count == 4, (1_900...2_100).contains(value) {
            return (Self.month(value, month), next + 1)
        }
        guard (1...31).contains(value), tokens[next].count <= 2,
            mark(next + 1) != "." || number(next + 2) == nil
        else { return nil }
        next += 1
        if next < tokens.count, DateWords.ordinals.contains(tokens[next]) { next += 1 }
        let (year, end) = self.year(after: next)
        guard let date = Self.made(year, month, value, kind) else { return nil }
        return (date, end)
    }

    /// `15.10.2023`, `15/10/23`, `10/15/2023`.
    private func numbers(at index: Int) -> Found? {
        guard let first = number(index), tokens[index].count <= 2, let separator = mark(index + 1),
            "./-".unicodeScalars.contains(separator), let second = number(index + 2),
            tokens[index + 2].count <= 2,
            mark(index + 3) == separator, var year = number(index + 4)
        else { return nil }
        guard tokens[index + 4].count == 4 || tokens[index + 4].count == 2 else { return nil }
        guard index == 0 || !tokens[index - 1].isMark(in: "./-") || tokens[index].followsSpace
        else { return nil }
        if tokens[index + 4].count == 2 { year += year < 70 ? 2_000 : 1_900 }
        let isDayFirst = separator == "." ? true : dayFirst
        let (day, month) = isDayFirst ? (first, second) : (second, first)
        if var date = Self.made(year, month, day) {
            date.isAmbiguous = first <= 12 && second <= 12 && first != second && separator != "."
            return (date, index + 5)
        }
        guard let date = Self.made(year, day, month) else { return nil }
        return (date, index + 5)
    }

    // MARK: Relative dates

    /// `3 hours ago`, `vor 2 Tagen`, `an hour ago`, `3時間前`, `منذ 3 ساعات`, `час назад`.
    private func ago(at index: Int) -> Found? {
        if let (amount, next) = amount(at: index), let unit = unit(at: next) {
            for end in (next + 1)...(next + 2)
            where end < tokens.count && DateWords.ago.contains(tokens[end]) {
                return (Self.relative(amount * unit), end + 1)
            }
        }
        if DateWords.ago.contains(tokens[index]), let (amount, next) = amount(at: index + 1),
            let unit = unit(at: next)
        {
            return (Self.relative(amount * unit), next + 1)
        }
        // `час назад`, `منذ ساعة`: one of them, without a number.
        guard index + 1 < tokens.count else { return nil }
        if let unit = DateWords.singleUnits[tokens[index]],
            DateWords.ago.contains(tokens[index + 1])
        {
            return (Self.relative(unit), index + 2)
        }
        guard DateWords.ago.contains(tokens[index]), !tokens[index + 1].isMark(in: ","),
            let unit = DateWords.singleUnits[tokens[index + 1]]
        else { return nil }
        return (Self.relative(unit), index + 2)
    }

    /// A number of units, or the article that stands for one: `an hour`.
    private func amount(at index: Int) -> (Int, end: Int)? {
        guard index < tokens.count else { return nil }
        if let amount = number(index) { return amount < 1_000 ? (amount, index + 1) : nil }
        return DateWords.one.contains(tokens[index]) ? (1, index + 1) : nil
    }

    private func unit(at index: Int) -> Int? {
        index < tokens.count ? DateWords.units[tokens[index]] : nil
    }

    /// `yesterday`, `gestern`, `أمس`; counts only where the line has hardly any other word.
    private func namedDay(at index: Int) -> Found? {
        guard let days = DateWords.days[tokens[index]], index <= 2,
            tokens.count - index <= 8
        else { return nil }
        // `USA TODAY` is a paper, `Updated today` is a day.
        if index > 0, tokens[index - 1].kind == .word, ScalarClass(tokens[index].first) == .upper,
            !DateWords.updated.contains(tokens[index - 1]),
            !DateWords.published.contains(tokens[index - 1])
        {
            return nil
        }
        let others = tokens.filter { $0.kind == .word && $0.hash != tokens[index].hash }
        guard others.count <= 2 else { return nil }
        return (Self.relative(-days * 86_400), index + 1)
    }

    // MARK: Times

    /// Reads a time of day beside a date: after it, or else before it.
    private func readTime(for date: inout PrintedDate, after end: Int, notBefore: Int, start: Int)
        -> Int
    {
        guard date.secondsAgo == nil, date.hasDay else { return end }
        for index in end..<max(end, min(end + 6, tokens.count)) {
            if month(at: index) != nil { break }
            if let (seconds, hasSeconds, next) = time(at: index) {
                date.secondOfDay = seconds
                date.hasSeconds = hasSeconds
                let (offset, last) = zone(after: next)
                date.utcOffsetMinutes = offset
                return last
            }
        }
        guard start > notBefore else { return end }
        for index in max(notBefore, start - 9)..<start {
            guard let (seconds, hasSeconds, next) = time(at: index), next <= start else { continue }
            date.secondOfDay = seconds
            date.hasSeconds = hasSeconds
            date.utcOffsetMinutes = zone(after: next, before: start).0
            break
        }
        return end
    }

    /// `14:30`, `14:30:05`, `2.30 pm`, `14h30`, `2 p.m.`, `14時30分`.
    private func time(at index: Int) -> (seconds: Int, hasSeconds: Bool, end: Int)? {
        guard var hour = number(index), hour < 24, tokens[index].count <= 2 else { return nil }
        var minute = 0
        var second: Int?
        var end = index + 1
        var isSure = false
        if let separator = mark(end), separator == ":" || separator == "." || separator == "：",
            let value = number(end + 1), value < 60, tokens[end + 1].count == 2
        {
            // `2024.05.08`, `08.05.2024`: a date.
            if separator == ".",
                mark(end + 2) == "." && number(end + 3) != nil
                    || index > 1 && tokens[index - 1].isMark(".") && !tokens[index].followsSpace
            {
                return nil
            }
            minute = value
            isSure = separator != "."
            end += 2
            if mark(end) == ":", let value = number(end + 1), value < 60 {
                second = value
                end += 2
                if mark(end) == ".", number(end + 1) != nil { end += 2 }
            }
        } else if isWord(end, in: ["h", "時", "时", "點", "点", "시"]) {
            isSure = true
            end += 1
            if let value = number(end), value < 60,
                tokens[end].count == 2 || isWord(end + 1, in: ["分", "분"])
            {
                minute = value
                end += 1
                if isWord(end, in: ["分", "분"]) { end += 1 }
            }
        }
        if let (isAfternoon, next) = halfOfDay(at: end)
            ?? halfOfDay(before: index).map({ ($0, end) })
        {
            if isAfternoon, hour < 12 { hour += 12 }
            if !isAfternoon, hour == 12 { hour = 0 }
            isSure = true
            end = next
        } else if isWord(end, in: ["Uhr", "uhr", "h", "hrs", "Hrs", "klo", "WIB"]) {
            isSure = true
            if !isWord(end, in: ["WIB"]) { end += 1 }
        } else if end < tokens.count, end > index + 1, DateWords.zones[tokens[end]] != nil {
            isSure = true
        }
        guard isSure || (end > index + 1 && second != nil) || end == index + 3 else { return nil }
        guard isSure || mark(index + 1) == "." else { return nil }
        return (hour * 3_600 + minute * 60 + (second ?? 0), second != nil, end)
    }

    /// `午後`, `下午`, `오후` in front of a time: whether it is in the afternoon.
    private func halfOfDay(before index: Int) -> Bool? {
        guard index > 0, tokens[index - 1].kind == .word else { return nil }
        switch (index > 1 ? tokens[index - 2].first : " ", tokens[index - 1].first) {
        case ("午", "後"), ("下", "午"), ("晚", "上"): return true
        case ("午", "前"), ("上", "午"), ("早", "上"), ("凌", "晨"): return false
        default:
            if isWord(index - 1, in: ["오후"]) { return true }
            return isWord(index - 1, in: ["오전"]) ? false : nil
        }
    }

    /// Whether `am`, `p.m.`, `PM`, `مساء` or `μ.μ.` puts a time into the afternoon.
    private func halfOfDay(at index: Int) -> (isAfternoon: Bool, end: Int)? {
        guard index < tokens.count, tokens[index].kind == .word else { return nil }
        if let isAfternoon = DateWords.halves[tokens[index]] { return (isAfternoon, index + 1) }
        let first = lowercase(tokens[index].first)
        if first == "μ" || first == "π", tokens[index].count == 1, mark(index + 1) == ".",
            isWord(index + 2, in: ["μ"])
        {
            return (first == "μ", mark(index + 3) == "." ? index + 4 : index + 3)
        }
        guard first == "a" || first == "p" else { return nil }
        if tokens[index].count == 2,
            lowercase(text.scalars[tokens[index].range.lowerBound + 1]) == "m"
        {
            return (first == "p", index + 1)
        }
        guard tokens[index].count == 1, mark(index + 1) == ".", isWord(index + 2, in: ["m", "M"])
        else {
            return nil
        }
        return (first == "p", mark(index + 3) == "." ? index + 4 : index + 3)
    }

    /// `CET`, `GMT+0400`, `+02:00`, `-05`, `(UTC)`; the offset in minutes.
    private func zone(after index: Int, before limit: Int? = nil) -> (Int?, Int) {
        let limit = limit ?? tokens.count
        var index = index
        var offset: Int?
        if index < limit, tokens[index].isMark(in: "(") { index += 1 }
        if index < limit, let minutes = DateWords.zones[tokens[index]],
            ScalarClass(tokens[index].first) == .upper
        {
            offset = minutes
            index += 1
        }
        guard index + 1 < limit, offset == nil || offset == 0, tokens[index].isMark(in: "+-−"),
            let value = number(index + 1), !tokens[index + 1].followsSpace
        else { return (offset, index) }
        let sign = tokens[index].first == "+" ? 1 : -1
        if tokens[index + 1].count == 4 {
            return (sign * (value / 100 * 60 + value % 100), index + 2)
        }
        guard tokens[index + 1].count <= 2, value <= 14 else { return (offset, index) }
        if mark(index + 2) == ":", let minutes = number(index + 3), minutes < 60 {
            return (sign * (value * 60 + minutes), index + 4)
        }
        return (sign * value * 60, index + 2)
    }

    // MARK: Labels

    private func label(from start: Int, to index: Int, after end: Int) -> PrintedDate.Label {
        var label = PrintedDate.Label.none
        for token in tokens[start..<index].suffix(6) {
            if DateWords.updated.contains(token) { label = .updated }
            if DateWords.published.contains(token), label != .updated { label = .published }
            if DateWords.unrelated.contains(token) { label = .unrelated }
        }
        if label == .none, end < tokens.count, isWord(end, in: ["更", "수정", "업데이트"]) {
            label = .updated
        }
        return label
    }

    // MARK: Parts

    private enum MonthKind { case gregorian, persian, hijri }

    /// The month whose name begins at a token, with the token after it.
    private func month(at index: Int) -> (Int, MonthKind, end: Int)? {
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
    private func year(after index: Int) -> (Int?, Int) {
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

    private func number(_ index: Int) -> Int? {
        guard index >= 0, index < tokens.count, tokens[index].kind == .number,
            tokens[index].number >= 0
        else {
            return nil
        }
        return tokens[index].number
    }

    private func mark(_ index: Int) -> Unicode.Scalar? {
        index < tokens.count && tokens[index].kind == .mark ? tokens[index].first : nil
    }

    private func isWord(_ index: Int, in words: [String]) -> Bool {
        guard index >= 0, index < tokens.count, tokens[index].kind == .word else { return false }
        let scalars = text.scalars[tokens[index].range]
        return words.contains { $0.unicodeScalars.elementsEqual(scalars) }
    }

    // MARK: Dates of other calendars

    private static func made(_ year: Int?, _ month: Int, _ day: Int) -> PrintedDate? {
        guard (1...12).contains(month), day >= 1,
            day <= CalendarDay.length(ofMonth: month, year: year ?? 2_000),
            year.map({ (1_600...2_100).contains($0) }) ?? true
        else { return nil }
        return PrintedDate(range: 0..<0, year: year, month: month, day: day)
    }

    /// A day of a calendar; those whose year is longer or shorter than ours need one.
    private static func made(_ year: Int?, _ month: Int, _ day: Int, _ kind: MonthKind)
        -> PrintedDate?
    {
        switch kind {
        case .gregorian: made(year, month, day)
        case .persian: year.flatMap { persian($0, month, day) }
        case .hijri: year.flatMap { hijri($0, month, day) }
        }
    }

    private static func month(_ year: Int, _ month: Int) -> PrintedDate {
        PrintedDate(range: 0..<0, year: year, month: month)
    }

    private static func relative(_ seconds: Int) -> PrintedDate {
        PrintedDate(range: 0..<0, secondsAgo: seconds)
    }

    /// A day of the Persian solar calendar, by its 33-year cycle; exact from 1300 to 1472.
    private static func persian(_ year: Int, _ month: Int, _ day: Int) -> PrintedDate? {
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
