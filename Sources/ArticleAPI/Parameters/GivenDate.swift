import Articles

/// Dates as clients give them in parameters: ISO 8601 at any precision, and what people type.
enum GivenDate {
    /// Reads a date at any precision.
    ///
    /// `2023`, `2023-10`, `2023-10-15`, `20231015`, `2023-10-15T14:30`, with seconds, with their
    /// fraction (dropped) and with a zone: `Z`, `+02:00`, `+0200`, `+02`. The `T` may be a space,
    /// and so may the `+` of a zone, since that is what `+` becomes in a query.
    static func parse(_ text: String) -> PublicationDate? {
        var scanner = DigitScanner(text)
        guard let year = scanner.digits(4), year > 0 else { return nil }
        if scanner.isAtEnd { return PublicationDate(year: year, basis: .given) }
        let isBasic = scanner.isAtDigit
        guard isBasic || scanner.skip("-") || scanner.skip("/"), let month = scanner.digits(2),
            (1...12).contains(month)
        else { return nil }
        if scanner.isAtEnd {
            // `202310` could be a day of 2020 without its century: not guessed.
            return isBasic ? nil : PublicationDate(year: year, month: month, basis: .given)
        }
        guard isBasic || scanner.skip("-") || scanner.skip("/"), let number = scanner.digits(2),
            let day = CalendarDay(year: year, month: month, day: number)
        else { return nil }
        if scanner.isAtEnd { return PublicationDate(day, basis: .given) }
        return time(on: day, &scanner)
    }

    private static func time(on day: CalendarDay, _ scanner: inout DigitScanner)
        -> PublicationDate?
    {
        guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
            let hour = scanner.digits(2), hour < 24
        else { return nil }
        guard scanner.skip(":") || scanner.isAtDigit, let minute = scanner.digits(2), minute < 60
        else { return nil }
        var second: Int?
        if scanner.skip(":") || scanner.isAtDigit {
            guard let digits = scanner.digits(2), digits <= 60 else { return nil }
            // A leap second is read as the one before it.
            second = min(digits, 59)
            if scanner.skip(".") || scanner.skip(",") {
                guard scanner.isAtDigit else { return nil }
                while scanner.digits(1) != nil {}
            }
        }
        guard let offset = zone(&scanner), scanner.isAtEnd else { return nil }
        return PublicationDate(
            day,
            secondOfDay: hour * 3_600 + minute * 60 + (second ?? 0),
            hasSeconds: second != nil,
            utcOffsetMinutes: offset.minutes,
            basis: .given
        )
    }

    /// Reads an offset from UTC that is all of a text, in minutes east: `+02:00`, `-0230`, `+02`.
    static func offset(_ text: String) -> Int? {
        var scanner = DigitScanner(text)
        let minutes = offset(&scanner)
        return scanner.isAtEnd ? minutes : nil
    }

    /// Reads a zone or its absence; `nil` where it is neither.
    private static func zone(_ scanner: inout DigitScanner) -> (minutes: Int?, Void)? {
        if scanner.isAtEnd { return (nil, ()) }
        if scanner.skip("Z") || scanner.skip("z") { return (0, ()) }
        return offset(&scanner).map { ($0, ()) }
    }

    private static func offset(_ scanner: inout DigitScanner) -> Int? {
        let isWest = scanner.skip("-")
        guard isWest || scanner.skip("+") || scanner.skip(" "), let hours = scanner.digits(2),
            hours <= 14
        else { return nil }
        var minutes = 0
        if !scanner.isAtEnd {
            _ = scanner.skip(":")
            guard let digits = scanner.digits(2), digits < 60 else { return nil }
            minutes = digits
        }
        let offset = hours * 60 + minutes
        return isWest ? -offset : offset
    }
}

/// The moments that a date may mean: all of a day, of a month, of a minute.
struct TimeSpan: Sendable, Equatable {
    /// The first moment.
    var start: Timestamp
    /// The first moment after it.
    var end: Timestamp

    /// All that a date may mean; one without a zone is of the one given.
    init(_ date: PublicationDate, in zone: Zone) {
        let first = date.start
        let seconds =
            switch date.precision {
            case .second: 1
            case .minute: 60
            case .day: 86_400
            case .month, .year:
                86_400
                    * (date.month.map { CalendarDay.length(ofMonth: $0, year: date.year) }
                        ?? (CalendarDay.length(ofMonth: 2, year: date.year) == 29 ? 366 : 365))
            }
        let last = Timestamp(secondsSince1970: first.secondsSince1970 + Int64(seconds))
        let isOfZone = date.utcOffsetMinutes == nil
        start = isOfZone ? zone.moment(ofClock: first) : first
        end = isOfZone ? zone.moment(ofClock: last) : last
    }

    /// A day of a zone.
    init(_ day: CalendarDay, in zone: Zone) {
        self.init(PublicationDate(day, basis: .given), in: zone)
    }

    /// Reads a date, or a word that counts from `now`.
    ///
    /// `today`, `yesterday`, `now`, `-12h`, `-7d`, `-2w`, `-6m`, `-1y`; what counts in days and
    /// more means the whole day in the zone.
    static func parse(_ text: String, at now: Timestamp, in zone: Zone = .utc) -> TimeSpan? {
        if let date = GivenDate.parse(text) { return TimeSpan(date, in: zone) }
        let today = zone.day(at: now)
        switch text.lowercased() {
        case "now": return TimeSpan(secondsBefore: 0, now)
        case "today": return TimeSpan(today, in: zone)
        case "yesterday": return TimeSpan(today.advanced(by: -1), in: zone)
        default: break
        }
        var scanner = DigitScanner(text)
        guard scanner.skip("-"), let count = scanner.number(), count <= 36_500,
            let unit = scanner.letter(), scanner.isAtEnd
        else { return nil }
        switch unit {
        case "h": return TimeSpan(secondsBefore: count * 3_600, now)
        case "d": return TimeSpan(today.advanced(by: -count), in: zone)
        case "w": return TimeSpan(today.advanced(by: -7 * count), in: zone)
        case "m": return months(count, before: today, in: zone)
        case "y": return months(12 * count, before: today, in: zone)
        default: return nil
        }
    }

    private init(secondsBefore seconds: Int, _ now: Timestamp) {
        start = Timestamp(secondsSince1970: now.secondsSince1970 - Int64(seconds))
        end = Timestamp(secondsSince1970: start.secondsSince1970 + 1)
    }

    private static func months(
        _ count: Int,
        before day: CalendarDay,
        in zone: Zone
    ) -> TimeSpan? {
        let months = day.year * 12 + day.month - 1 - count
        let (year, month) = (months / 12, months % 12 + 1)
        guard year > 0 else { return nil }
        let last = CalendarDay.length(ofMonth: month, year: year)
        return CalendarDay(year: year, month: month, day: min(day.day, last)).map {
            TimeSpan($0, in: zone)
        }
    }
}
