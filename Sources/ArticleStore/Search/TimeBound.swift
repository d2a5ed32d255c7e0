import Articles
import SQLite

/// Where the time that a query asks for begins or ends, as rows.
///
/// A date that names a zone is a moment. One that names none, as a day does, is of the reader's zone,
/// and compared with what the reader's clock shows.
struct TimeBound {
    /// The moment, and what the clock shows then: of the two the earlier and the later.
    private let earlier, later: Timestamp
    /// Whether articles of these days may be on either side.
    private let cuts: Bool

    init(_ moment: Timestamp, _ zone: Zone) {
        let clock = zone.clock(at: moment)
        (earlier, later) = (min(moment, clock), max(moment, clock))
        cuts = moment != clock || moment != Timestamp(startOf: moment.day)
    }

    /// The first place of those that may follow.
    var firstPlace: Int64 { SearchKey.firstPlace(of: earlier) }

    /// The place after those that may precede.
    var endPlace: Int64 {
        let place = SearchKey.firstPlace(of: later)
        return cuts ? SearchKey.placeAfterDay(of: place) : place
    }

    /// The first places of the days of which only some articles are on the one side.
    var cutDays: [Int64] {
        guard cuts else { return [] }
        let (first, last) = (firstPlace, SearchKey.firstPlace(of: later))
        return first == last ? [first] : [first, last]
    }

    /// Whether one of an article's dates lies within a time, given the column's name without `_at`.
    ///
    /// The first two terms follow from the others, of which no index makes one span.
    static func condition(_ column: String) -> String {
        """
        \(column)_at >= min(:from, :clock_from) AND \(column)_at < max(:until, :clock_until)
            AND (\(column)_offset IS NOT NULL AND \(column)_at >= :from AND \(column)_at < :until
                OR \(column)_offset IS NULL
                AND \(column)_at >= :clock_from AND \(column)_at < :clock_until)
        """
    }

    /// The values of such a condition; `zone` is `nil` for one that knows moments alone.
    static func values(_ from: Timestamp?, _ until: Timestamp?, _ zone: Zone?) -> Bindings {
        var values: Bindings = [
            "from": .integer(from?.secondsSince1970 ?? .min),
            "until": .integer(until?.secondsSince1970 ?? .max),
        ]
        guard let zone else { return values }
        let clocks = (from.map(zone.clock), until.map(zone.clock))
        values.append("clock_from", .integer(clocks.0?.secondsSince1970 ?? .min))
        values.append("clock_until", .integer(clocks.1?.secondsSince1970 ?? .max))
        return values
    }
}
