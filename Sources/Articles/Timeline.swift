/// How many articles of a query were published when.
public struct Timeline: Sendable, Hashable {
    /// How long a stretch of time is.
    public enum Interval: String, Sendable, CaseIterable {
        case day, week, month, year
    }

    /// A stretch of time with articles in it.
    public struct Bucket: Sendable, Hashable {
        /// Its first day.
        public var from: CalendarDay
        /// Its last day.
        public var to: CalendarDay
        /// How many articles were published in it.
        public var count: Int
        /// How many of these have a date that was concluded and is not in the text.
        public var inferredDates = 0
    }

    /// How long a stretch is.
    public var interval: Interval
    /// The stretches with articles in them, the earliest first.
    public private(set) var buckets: [Bucket] = []
    /// Where each stretch is among these, by its first day.
    private var places: [CalendarDay: Int] = [:]
    /// How many articles have no date.
    public var undated = 0
    /// How many articles were counted; the newest, where not all were.
    public var total = 0
    /// Whether all were counted.
    public var isTotalExact = true

    /// Makes a timeline without articles.
    public init(_ interval: Interval) { self.interval = interval }

    /// Counts an article by its day; quickest where those of one stretch come together.
    public mutating func add(_ day: CalendarDay?) {
        total += 1
        guard let day else {
            undated += 1
            return
        }
        if let last = buckets.indices.last, buckets[last].from <= day, day <= buckets[last].to {
            buckets[last].count += 1
            return
        }
        let (from, to) = bounds(of: day)
        if let place = places[from] {
            buckets[place].count += 1
        } else {
            places[from] = buckets.count
            buckets.append(Bucket(from: from, to: to, count: 1))
        }
    }

    /// Takes in which of the articles counted have a date that was concluded: a timeline of these alone.
    ///
    /// Where not all articles were counted, that one may go further than this one.
    public mutating func mark(inferred: Timeline) {
        let counts = Dictionary(
            uniqueKeysWithValues: inferred.buckets.map { ($0.from, $0.count) }
        )
        for index in buckets.indices {
            let bucket = buckets[index]
            buckets[index].inferredDates = min(bucket.count, counts[bucket.from] ?? 0)
        }
    }

    /// Puts the earliest first, once all are counted.
    public mutating func sort() {
        buckets.sort { $0.from < $1.from }
        places = [:]
    }

    /// The first and the last day of the stretch that a day is in; weeks begin on Monday (ISO 8601).
    private func bounds(of day: CalendarDay) -> (CalendarDay, CalendarDay) {
        switch interval {
        case .day: return (day, day)
        case .week:
            let monday = day.advanced(by: -((day.weekday + 6) % 7))
            return (monday, monday.advanced(by: 6))
        case .month:
            let first = day.advanced(by: 1 - day.day)
            let length = CalendarDay.length(ofMonth: day.month, year: day.year)
            return (first, first.advanced(by: length - 1))
        case .year:
            let first = CalendarDay(year: day.year, month: 1, day: 1) ?? day
            return (first, CalendarDay(year: day.year, month: 12, day: 31) ?? day)
        }
    }
}
