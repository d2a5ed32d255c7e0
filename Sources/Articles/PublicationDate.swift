/// When an article was published, as exactly as is known and not more.
///
/// A text that says "October 2023" has no day; one that says "Oct 15, 2:30 p.m." may have no zone.
/// What is missing stays `nil`, and `precision` tells how far the date can be trusted.
public struct PublicationDate: Sendable, Hashable, CustomStringConvertible {
    /// How much of the date is known.
    public enum Precision: String, Sendable, CaseIterable {
        case year, month, day, minute, second
    }

    /// What the date rests on.
    public enum Basis: String, Sendable, CaseIterable {
        /// The client said so, with the upload.
        case given
        /// A person set it afterwards.
        case manual
        /// Markup or a feed's field says so.
        case metadata
        /// The text prints it in full.
        case stated
        /// The text counts from another moment: "3 hours ago", "yesterday".
        case relative
        /// Part of it, mostly the year, was concluded from other evidence.
        case inferred
    }

    /// The year, 1 to 9999.
    public var year: Int
    /// The month, 1 to 12; `nil` where only the year is known.
    public var month: Int?
    /// The day of the month; `nil` where only month and year are known.
    public var day: Int?
    /// Seconds after local midnight, 0 to 86,399; `nil` where no time of day is known.
    public var secondOfDay: Int?
    /// Whether the seconds are known too, and not just the minute.
    public var hasSeconds: Bool
    /// Minutes east of UTC; `nil` where no zone is known, which is then read as UTC.
    public var utcOffsetMinutes: Int?
    /// What the date rests on.
    public var basis: Basis

    /// Makes a date of a known day.
    public init(
        _ day: CalendarDay,
        secondOfDay: Int? = nil,
        hasSeconds: Bool = false,
        utcOffsetMinutes: Int? = nil,
        basis: Basis
    ) {
        self.init(year: day.year, month: day.month, day: day.day, basis: basis)
        self.secondOfDay = secondOfDay
        self.hasSeconds = hasSeconds && secondOfDay != nil
        self.utcOffsetMinutes = secondOfDay == nil ? nil : utcOffsetMinutes
    }

    /// Makes a date of a year, a month or a day; `day` counts only with a `month`.
    public init(year: Int, month: Int? = nil, day: Int? = nil, basis: Basis) {
        self.year = year
        self.month = month
        self.day = month == nil ? nil : day
        self.hasSeconds = false
        self.basis = basis
    }

    /// How much of the date is known.
    public var precision: Precision {
        if secondOfDay != nil { return hasSeconds ? .second : .minute }
        if day != nil { return .day }
        return month != nil ? .month : .year
    }

    /// The first moment that the date may mean, in UTC; articles are sorted by it.
    public var start: Timestamp {
        let first = CalendarDay(year: year, month: month ?? 1, day: day ?? 1)
        let midnight = Timestamp(startOf: first ?? CalendarDay(daysSince1970: 0))
        let shift = (secondOfDay ?? 0) - (utcOffsetMinutes ?? 0) * 60
        return Timestamp(secondsSince1970: midnight.secondsSince1970 + Int64(shift))
    }

    /// The local calendar day; `nil` where no day is known.
    public var calendarDay: CalendarDay? {
        guard let month, let day else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }

    /// The date as ISO 8601 prints it at its precision.
    ///
    /// `2023`, `2023-10`, `2023-10-15`, `2023-10-15T14:30+02:00`, `2023-10-15T14:30:05Z`; a time
    /// whose zone is unknown has none.
    public var description: String {
        var text = DateText()
        text.append(year: year)
        guard let month else { return text.string }
        text.append("-", month)
        guard let day else { return text.string }
        text.append("-", day)
        guard let secondOfDay else { return text.string }
        text.append("T", secondOfDay / 3_600)
        text.append(":", secondOfDay / 60 % 60)
        if hasSeconds { text.append(":", secondOfDay % 60) }
        guard let utcOffsetMinutes else { return text.string }
        if utcOffsetMinutes == 0 {
            text.append("Z")
        } else {
            text.append(minutesEast: utcOffsetMinutes)
        }
        return text.string
    }
}
