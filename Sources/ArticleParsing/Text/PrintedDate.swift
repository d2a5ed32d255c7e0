import Articles

/// A date as a text prints it, before it is resolved.
struct PrintedDate: Sendable, Hashable {
    /// What the words around it say it is the date of.
    enum Label: Sendable {
        case published, updated, unrelated, none
    }

    /// Where it stands, without words around it.
    var range: Range<Int>
    /// The year, if it is printed.
    var year: Int?
    var month: Int?
    var day: Int?
    /// Seconds after local midnight, where a time stands beside it.
    var secondOfDay: Int?
    var hasSeconds = false
    var utcOffsetMinutes: Int?
    /// How long before the moment of receipt, where it says only that.
    var secondsAgo: Int?
    /// Whether it was reckoned from a calendar that goes by the sight of the moon, and so may be a
    /// day off.
    var isReckoned = false
    /// Whether day and month could be the other way round.
    var isAmbiguous = false
    var label = Label.none

    /// Whether at least the day is known, be it without the year.
    var hasDay: Bool { day != nil || secondsAgo != nil }

    /// The same date with day and month the other way round.
    var swapped: PrintedDate {
        var date = self
        date.day = month
        date.month = day
        return date
    }

    /// The calendar day, where it is printed in full.
    var calendarDay: CalendarDay? {
        guard let year, let month, let day else { return nil }
        return CalendarDay(year: year, month: month, day: day)
    }
}
