import Articles
import TextAnalysis

/// The number of an article's row in the index of words: the day of its publication in UTC, its place
/// among the articles of that day and the code of its length.
///
/// Rows are in the order of days, so that the newest come first for nothing and a span of days is a
/// span of rows; ranking needs the length of every article it looks at and finds it here. Articles
/// without a date come before all days. Should a day be full, the articles beyond stand on the next
/// day.
struct SearchKey: RawRepresentable, Hashable, Comparable {
    let rawValue: Int64

    init(rawValue: Int64) { self.rawValue = rawValue }

    /// The key with this place, which counts all places of all days.
    init(place: Int64, length: UInt8) { rawValue = place << 8 | Int64(length) }

    /// Bits of a place that count within a day.
    private static let placeBits: Int64 = 18
    /// Days before this one are those without a date.
    private static let firstDay: Int64 = 4_096
    /// 1 January of year 1 as days since 1970.
    private static let epoch: Int64 = -719_162

    /// The first place of the articles without a date; up to 255 a number is no key.
    static let firstPlace: Int64 = 1
    /// The first place of all that have a date.
    static let firstDatedPlace = firstDay << placeBits
    /// Beyond every place.
    static let endPlace: Int64 = 1 << 47

    /// The first place of the day that a moment is on.
    static func firstPlace(of moment: Timestamp) -> Int64 {
        let days = Int64(moment.day.daysSince1970) - epoch
        return min(max(0, days) + firstDay, 1 << 28) << placeBits
    }

    /// The first place of the day after the one that a place is on.
    static func placeAfterDay(of place: Int64) -> Int64 { ((place >> placeBits) + 1) << placeBits }

    /// The first place of the day that a place is on.
    static func firstPlaceOfDay(of place: Int64) -> Int64 { (place >> placeBits) << placeBits }

    /// Its place among all.
    var place: Int64 { rawValue >> 8 }

    /// The article's length as `SearchLength` codes it.
    var length: UInt8 { UInt8(truncatingIfNeeded: rawValue) }

    /// The days that it stands on, counted from a day long ago; all that have no date are on one.
    var slot: Int64 {
        let day = rawValue >> (8 + Self.placeBits)
        return day < Self.firstDay ? 0 : day
    }

    /// Whether the article has a date.
    var isDated: Bool { place >= Self.firstDatedPlace }

    /// The day that it stands on; `nil` without a date.
    var day: CalendarDay? {
        guard isDated else { return nil }
        return CalendarDay(daysSince1970: Int(slot - Self.firstDay + Self.epoch))
    }

    static func < (key: SearchKey, other: SearchKey) -> Bool { key.rawValue < other.rawValue }
}
