import Articles
import SQLite

extension PublicationDate {
    /// Reads a date from four columns: start, precision, offset and basis.
    init?(_ row: borrowing Row, at column: Int) {
        guard let start = row.optionalInt64(column),
            let precision = Precision(rawValue: row.string(column + 1)),
            let basis = Basis(rawValue: row.string(column + 3))
        else { return nil }
        let offset = row.optionalInt64(column + 2).map { Int($0) }
        let local = Timestamp(secondsSince1970: start + Int64(offset ?? 0) * 60)
        let day = local.day
        switch precision {
        case .year: self.init(year: day.year, basis: basis)
        case .month: self.init(year: day.year, month: day.month, basis: basis)
        case .day: self.init(day, basis: basis)
        case .minute, .second:
            let midnight = Timestamp(startOf: day).secondsSince1970
            self.init(
                day,
                secondOfDay: Int(local.secondsSince1970 - midnight),
                hasSeconds: precision == .second,
                utcOffsetMinutes: offset,
                basis: basis
            )
        }
    }
}

extension Bindings {
    /// Adds a date's four columns: `published_at`, `published_precision` and so on.
    mutating func append(date: PublicationDate?, as name: String) {
        // An offset without a time of day means nothing, and would shift the day.
        var date = date
        if date?.secondOfDay == nil { date?.utcOffsetMinutes = nil }
        append("\(name)_at", .integer(date?.start.secondsSince1970))
        append("\(name)_precision", .text(date?.precision.rawValue))
        append("\(name)_offset", .integer(date?.utcOffsetMinutes))
        append("\(name)_basis", .text(date?.basis.rawValue))
    }
}
