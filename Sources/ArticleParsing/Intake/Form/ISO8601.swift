import Articles

/// Reads dates as clients write them: ISO 8601's calendar dates, RFC 3339's date-times.
enum ISO8601 {
    /// A date at the precision it is written with.
    ///
    /// `2023`, `2023-10`, `2023-10-15`, `20231015`; a whole day may be followed by `T` or a space
    /// and a time, `14:30`, `14:30:05`, `14:30:05.250` or `143005`, and that by `Z` or `+02:00`, `+0200`,
    /// `+02`. Fractions of a second are dropped.
    static func publicationDate(
        _ text: String,
        basis: PublicationDate.Basis
    ) -> PublicationDate? {
        var scanner = Scanner(rest: Array(text.utf8)[...])
        guard let year = scanner.number(digits: 4), year > 0 else { return nil }
        if scanner.isAtEnd { return PublicationDate(year: year, basis: basis) }
        let isExtended = scanner.skip("-")
        guard let month = scanner.number(digits: 2), (1...12).contains(month) else { return nil }
        if isExtended, scanner.isAtEnd {
            return PublicationDate(year: year, month: month, basis: basis)
        }
        guard !isExtended || scanner.skip("-"), let dayOfMonth = scanner.number(digits: 2),
            let day = CalendarDay(year: year, month: month, day: dayOfMonth)
        else { return nil }
        if scanner.isAtEnd { return PublicationDate(day, basis: basis) }
        guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
            let time = scanner.time(), let offset = scanner.offset(), scanner.isAtEnd
        else { return nil }
        return PublicationDate(
            day,
            secondOfDay: time.second,
            hasSeconds: time.hasSeconds,
            utcOffsetMinutes: offset.minutes,
            basis: basis
        )
    }

    private struct Scanner {
        var rest: ArraySlice<UInt8>

        var isAtEnd: Bool { rest.isEmpty }

        mutating func skip(_ character: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: character) else { return false }
            rest = rest.dropFirst()
            return true
        }

        mutating func number(digits: Int) -> Int? {
            let taken = rest.prefix(digits)
            guard taken.count == digits, taken.allSatisfy(ASCII.isDigit) else { return nil }
            rest = rest.dropFirst(digits)
            return taken.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }

        mutating func time() -> (second: Int, hasSeconds: Bool)? {
            guard let hour = number(digits: 2), hour < 24 else { return nil }
            let isExtended = skip(":")
            guard let minute = number(digits: 2), minute < 60 else { return nil }
            let seconds = hour * 3_600 + minute * 60
            let hasSeconds = isExtended ? skip(":") : rest.first.map(ASCII.isDigit) ?? false
            guard hasSeconds else { return (seconds, false) }
            // RFC 3339 §5.6 allows a leap second; the day has no such second here.
            guard let second = number(digits: 2), second <= 60 else { return nil }
            if skip(".") || skip(",") {
                let fraction = rest.prefix(while: ASCII.isDigit)
                guard !fraction.isEmpty else { return nil }
                rest = rest.dropFirst(fraction.count)
            }
            return (seconds + min(second, 59), true)
        }

        mutating func offset() -> (minutes: Int?, Void)? {
            if isAtEnd { return (nil, ()) }
            if skip("Z") || skip("z") { return (0, ()) }
            let sign = skip("+") ? 1 : skip("-") ? -1 : 0
            guard sign != 0, let hours = number(digits: 2), hours <= 23 else { return nil }
            if isAtEnd { return (sign * hours * 60, ()) }
            _ = skip(":")
            guard let minutes = number(digits: 2), minutes < 60 else { return nil }
            return (sign * (hours * 60 + minutes), ())
        }
    }
}
