/// A time zone of the IANA database: how far its clocks were from UTC, when.
public struct Zone: Sendable {
    /// The name in the database (`Europe/Berlin`), or an offset (`+02:00`).
    public let name: String
    /// The moments at which the clocks were changed, in seconds since 1970, in order.
    let changes: [Int64]
    /// How far the clocks were from UTC after each of them, in seconds east.
    let offsets: [Int64]
    /// How far they were before the first of them.
    let firstOffset: Int64
    /// What holds after the last of them; `nil` where that is the last offset.
    let rule: ZoneRule?

    /// Coordinated Universal Time.
    public static let utc = Zone(name: "UTC", minutesEast: 0)

    /// Makes a zone whose clocks are never changed, so many minutes east of UTC; its name is that
    /// offset, as `+02:00`.
    public init(minutesEast minutes: Int) {
        self.init(name: offsetText(minutes: minutes), minutesEast: minutes)
    }

    private init(name: String, minutesEast minutes: Int) {
        self.init(
            name: name,
            changes: [],
            offsets: [],
            firstOffset: Int64(minutes) * 60,
            rule: nil
        )
    }

    init(name: String, changes: [Int64], offsets: [Int64], firstOffset: Int64, rule: ZoneRule?) {
        self.name = name
        self.changes = changes
        self.offsets = offsets
        self.firstOffset = firstOffset
        self.rule = rule
    }

    /// How far the clocks are from UTC at a moment, in seconds east.
    public func offset(at moment: Timestamp) -> Int64 {
        let seconds = moment.secondsSince1970
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        if low == changes.count, let rule { return rule.offset(at: seconds) }
        return low == 0 ? firstOffset : offsets[low - 1]
    }

    /// What the clocks show at a moment, as if it were in UTC.
    public func clock(at moment: Timestamp) -> Timestamp {
        Timestamp(secondsSince1970: moment.secondsSince1970 + offset(at: moment))
    }

    /// The first moment at which the clocks show this or more: the other way round than `clock`.
    ///
    /// A time that the clocks pass over is the moment of their change; of one that they show twice it
    /// is the first.
    public func moment(ofClock clock: Timestamp) -> Timestamp {
        let shown = clock.secondsSince1970
        // No clock is a day from UTC, so that these are the offsets before and after any change.
        let around = [shown - 86_400, shown + 86_400].map(Timestamp.init(secondsSince1970:))
        let moments = around.map { shown - offset(at: $0) }
        let (earliest, latest) = (min(moments[0], moments[1]), max(moments[0], moments[1]))
        let between = (changes + ruledChanges(around: clock)).filter {
            earliest < $0 && $0 < latest
        }
        let first = ([earliest] + between).first { moment in
            self.clock(at: Timestamp(secondsSince1970: moment)) >= clock
        }
        return Timestamp(secondsSince1970: first ?? latest)
    }

    /// The changes by the rule near a time, in order: those of its year, and at its turn of two.
    private func ruledChanges(around clock: Timestamp) -> [Int64] {
        guard let rule else { return [] }
        let years = [clock.day.advanced(by: -1).year, clock.day.advanced(by: 1).year]
        let ruled = Set(years).sorted().flatMap(rule.changes)
        // The rule only holds after the last of the changes that are listed.
        guard let last = changes.last else { return ruled }
        return ruled.filter { $0 > last }
    }

    /// The first moment of a day.
    public func start(of day: CalendarDay) -> Timestamp { moment(ofClock: Timestamp(startOf: day)) }

    /// The day that it is at a moment.
    public func day(at moment: Timestamp) -> CalendarDay { clock(at: moment).day }
}

extension Zone: Hashable {
    /// Whether both are the zone of one name.
    public static func == (zone: Zone, other: Zone) -> Bool { zone.name == other.name }

    /// Hashes the name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
