/// A moment, in whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Timestamp: Sendable, Hashable, Comparable {
    /// Seconds since 1970-01-01T00:00:00Z; negative before it.
    public var secondsSince1970: Int64

    /// Makes a moment from its seconds since 1970.
    public init(secondsSince1970: Int64) {
        self.secondsSince1970 = secondsSince1970
    }

    /// Midnight at the start of `day`, in UTC.
    public init(startOf day: CalendarDay) {
        secondsSince1970 = Int64(day.daysSince1970) * 86_400
    }

    /// Whether one moment comes before another.
    public static func < (earlier: Timestamp, later: Timestamp) -> Bool {
        earlier.secondsSince1970 < later.secondsSince1970
    }

    /// The calendar day in UTC.
    public var day: CalendarDay {
        CalendarDay(daysSince1970: Int(flooring(secondsSince1970, by: 86_400)))
    }

    /// The moment as RFC 3339 prints it in UTC: `2026-11-23T20:22:07Z`.
    public var rfc3339: String {
        let seconds = Int(secondsSince1970 - flooring(secondsSince1970, by: 86_400) * 86_400)
        let (hour, minute) = (padded(seconds / 3_600, to: 2), padded(seconds / 60 % 60, to: 2))
        return day.description + "T" + hour + ":" + minute + ":" + padded(seconds % 60, to: 2) + "Z"
    }
}

/// The quotient rounded down, where Swift's `/` rounds towards zero.
private func flooring(_ dividend: Int64, by divisor: Int64) -> Int64 {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
}

/// The decimal digits of a number, with zeros in front up to `width`.
func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    guard digits.utf8.count < width else { return digits }
    return String(repeating: "0", count: width - digits.utf8.count) + digits
}

/// So many minutes east of UTC as ISO 8601 writes them: `+05:30`.
func offsetText(minutes: Int) -> String {
    let distance = abs(minutes)
    let sign = minutes < 0 ? "-" : "+"
    return sign + padded(distance / 60, to: 2) + ":" + padded(distance % 60, to: 2)
}
