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
        if field.utf8.count >= 9, field.utf8.allSatisfy(ASCII.isDigit), let number = Int(field) {
            return date(number: number)
        }
        if let reordered = yearInFront(field) { return date(reordered, dayFirst: dayFirst) }
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

    /// `Mon Aug 03 12:45:00 EDT 2015`, as C and Java print a moment, with the year by the month.
    private static func yearInFront(_ field: String) -> String? {
        let words = field.split(separator: " ")
        guard (5...6).contains(words.count), words[3].utf8.contains(UInt8(ascii: ":")),
            let year = words.last, year.utf8.count == 4, year.utf8.allSatisfy(ASCII.isDigit),
            words[2].utf8.allSatisfy(ASCII.isDigit), !words[1].utf8.contains(where: ASCII.isDigit)
        else { return nil }
        return "\(words[2]) \(words[1]) \(year) "
            + words[3..<words.count - 1].joined(separator: " ")
    }

    /// Seconds or milliseconds since 1970.
    static func date(number: Int) -> PublicationDate? {
        let seconds = abs(number) >= 100_000_000_000 ? number / 1_000 : number
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
