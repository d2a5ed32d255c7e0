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
        let day = day
        var text = DateText()
        text.append(day)
        text.append("T", seconds / 3_600)
        text.append(":", seconds / 60 % 60)
        text.append(":", seconds % 60)
        text.append("Z")
        return text.string
    }
}

/// The quotient rounded down, where Swift's `/` rounds towards zero.
private func flooring(_ dividend: Int64, by divisor: Int64) -> Int64 {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
}

/// A date's text under way, its bytes in place: a page of articles has dozens of dates.
struct DateText {
    private var bytes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    private var count = 0

    /// What was written.
    var string: String {
        withUnsafeBytes(of: bytes) { String(decoding: $0[..<count], as: UTF8.self) }
    }

    private mutating func append(_ byte: UInt8) {
        let position = count
        guard position < 32 else { return }
        withUnsafeMutableBytes(of: &bytes) { $0[position] = byte }
        count += 1
    }

    /// Appends a year with at least four digits.
    mutating func append(year: Int) {
        guard (0...9_999).contains(year) else {
            for byte in padded(year, to: 4).utf8 { append(byte) }
            return
        }
        for divisor in [1_000, 100, 10, 1] { append(UInt8(0x30 + year / divisor % 10)) }
    }

    /// Appends an ASCII sign.
    mutating func append(_ sign: Unicode.Scalar) { append(UInt8(truncatingIfNeeded: sign.value)) }

    /// Appends an ASCII sign and two digits.
    mutating func append(_ sign: Unicode.Scalar, _ number: Int) {
        append(sign)
        append(UInt8(0x30 + number / 10 % 10))
        append(UInt8(0x30 + number % 10))
    }

    /// Appends an offset from UTC: `+05:30`.
    mutating func append(minutesEast minutes: Int) {
        append(minutes < 0 ? "-" : "+", abs(minutes) / 60)
        append(":", abs(minutes) % 60)
    }

    /// Appends a whole day.
    mutating func append(_ day: CalendarDay) {
        append(year: day.year)
        append("-", day.month)
        append("-", day.day)
    }
}

/// The decimal digits of a number, with zeros in front up to `width`.
func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    guard digits.utf8.count < width else { return digits }
    return String(repeating: "0", count: width - digits.utf8.count) + digits
}

/// So many minutes east of UTC as ISO 8601 writes them: `+05:30`.
func offsetText(minutes: Int) -> String {
    var text = DateText()
    text.append(minutesEast: minutes)
    return text.string
}
