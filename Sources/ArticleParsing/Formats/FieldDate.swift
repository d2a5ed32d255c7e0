import Articles

/// Reads the dates in the fields of feeds, JSON and front matter.
enum FieldDate {
    /// A date as a field writes it; `nil` where it is none.
    ///
    /// ISO 8601, RFC 822 with its successors (`Sun, 15 Oct 2023 14:30:00 +0200`), seconds or
    /// milliseconds since 1970, and what newspapers print: `October 15, 2023`. A date in numbers sets
    /// the day first unless it is said not to.
    static func date(_ field: String, dayFirst: Bool = true) -> PublicationDate? {
        let field = ASCII.trimmed(field)
        guard !field.isEmpty, field.utf8.count <= 100 else { return nil }
        if let date = ISO8601.publicationDate(field, basis: .metadata) { return date }
        // Seconds may have a fraction.
        let whole = field.prefix { $0 != "." }
        if whole.utf8.count >= 9, field.utf8.allSatisfy({ ASCII.isDigit($0) || $0 == 0x2E }),
            let number = Int(whole)
        {
            return date(number: number)
        }
        if let date = InternetDate.date(field) { return date }
        if let inner = wrapped(in: field) { return date(inner, dayFirst: dayFirst) }
        let text = Manuscript(field)
        let printed = DateScanner(text, 0..<text.scalars.count, dayFirst: dayFirst).dates().first
        guard let printed, let day = printed.calendarDay else { return nil }
        // A zone by its name that is not known is none: the day stays right.
        return PublicationDate(
            day,
            secondOfDay: printed.secondOfDay,
            hasSeconds: printed.hasSeconds,
            utcOffsetMinutes: printed.utcOffsetMinutes,
            basis: .metadata
        )
    }

    /// What programs put around a date: `/Date(1697380200000)/`, `2023-10-15T14:30:00Z[UTC]`.
    private static func wrapped(in field: String) -> String? {
        if field.hasPrefix("/Date("), let end = field.dropFirst(6).firstIndex(where: { $0 == ")" })
        {
            return String(field[..<end].dropFirst(6))
        }
        guard field.hasSuffix("]"), let open = field.lastIndex(of: "["), open > field.startIndex
        else { return nil }
        return String(field[..<open])
    }

    /// Seconds, milliseconds, microseconds or nanoseconds since 1970, or a day as `20231015`.
    static func date(number: Int) -> PublicationDate? {
        if (19_000_101...21_001_231).contains(number) {
            return CalendarDay(
                year: number / 10_000,
                month: number / 100 % 100,
                day: number % 100
            ).map { PublicationDate($0, basis: .metadata) }
        }
        var seconds = number
        while seconds.magnitude >= 100_000_000_000 { seconds /= 1_000 }
        // From 1970 to 2200: what is smaller or greater counts something else.
        guard (86_400...7_258_118_400).contains(seconds) else { return nil }
        let day = Timestamp(secondsSince1970: Int64(seconds)).day
        return PublicationDate(
            day,
            secondOfDay: seconds - day.daysSince1970 * 86_400,
            hasSeconds: true,
            utcOffsetMinutes: 0,
            basis: .metadata
        )
    }
}
