/// Times of day beside a date, and their zones.
extension DateScanner {
    /// Reads a time of day beside a date: after it, or else before it.
    func readTime(for date: inout PrintedDate, after end: Int, notBefore: Int, start: Int)
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
    func time(at index: Int) -> (seconds: Int, hasSeconds: Bool, end: Int)? {
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
}
