/// Days and months that are named or numbered.
extension DateScanner {
    /// `2023-10-15`, `2023/10/15`, `2023. 10. 15`, `1402/07/23` of the Persian calendar.
    func yearFirst(at index: Int) -> Found? {
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
    func yearThenMonthName(at index: Int) -> Found? {
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
    func eastAsian(at index: Int) -> Found? {
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
    func era(at index: Int) -> Found? {
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
    func dayAndMonthName(at index: Int) -> Found? {
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
    func monthName(at index: Int) -> Found? {
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
    func numbers(at index: Int) -> Found? {
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
}
