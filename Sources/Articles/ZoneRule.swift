/// When a zone's clocks are changed year after year, as `CET-1CEST,M3.5.0,M10.5.0/3` says it
/// (POSIX.1-2017 §8.3 `TZ`, with the longer times of RFC 9636 §3.3.1).
struct ZoneRule: Sendable {
    /// Seconds east of UTC in winter, or all the year.
    private let standard: Int64
    /// What is in summer; `nil` where nothing changes.
    private let summer: Summer?

    private typealias Summer = (offset: Int64, start: Change, end: Change)

    /// A moment of every year: a day, and seconds after its midnight by the clocks before the change.
    private struct Change: Sendable {
        enum Day: Sendable {
            /// The `week`th (5 for the last) such day of the week in a month.
            case weekday(month: Int, week: Int, weekday: Int)
            /// The day of the year from 1, 29 February not counted.
            case julian(Int)
            /// The day of the year from 0, 29 February counted.
            case ordinal(Int)
        }

        var day: Day
        var seconds: Int64

        /// The change of a year, in seconds since 1970 as those clocks show it.
        func clock(in year: Int) -> Int64 {
            Int64(date(in: year).daysSince1970) * 86_400 + seconds
        }

        private func date(in year: Int) -> CalendarDay {
            let isLeap = CalendarDay.length(ofMonth: 2, year: year) == 29
            let newYear = CalendarDay(daysSince1970: Self.newYear(year))
            switch day {
            case .weekday(let month, let week, let weekday):
                let length = CalendarDay.length(ofMonth: month, year: year)
                let passed = (1..<month).reduce(0) {
                    $0 + CalendarDay.length(ofMonth: $1, year: year)
                }
                let first = newYear.advanced(by: passed)
                var number = 1 + (weekday - first.weekday + 7) % 7 + 7 * (week - 1)
                if number > length { number -= 7 }
                return first.advanced(by: number - 1)
            case .julian(let number):
                return newYear.advanced(by: number - 1 + (isLeap && number > 59 ? 1 : 0))
            case .ordinal(let number): return newYear.advanced(by: number)
            }
        }

        /// 1 January as days since 1970.
        private static func newYear(_ year: Int) -> Int {
            let before = year - 1
            return before * 365 + before / 4 - before / 100 + before / 400 - 719_162
        }
    }

    /// How far the clocks are from UTC at a second since 1970, in seconds east.
    func offset(at seconds: Int64) -> Int64 {
        guard let summer else { return standard }
        let year = max(1, Timestamp(secondsSince1970: seconds + standard).day.year)
        let (start, end) = (start(of: summer, in: year), end(of: summer, in: year))
        let isSummer =
            start < end
            ? (start..<end).contains(seconds) : !(end..<start).contains(seconds)
        return isSummer ? summer.offset : standard
    }

    /// The moments of a year at which the clocks are changed, in seconds since 1970, in order.
    func changes(in year: Int) -> [Int64] {
        guard let summer else { return [] }
        return [start(of: summer, in: year), end(of: summer, in: year)].sorted()
    }

    private func start(of summer: Summer, in year: Int) -> Int64 {
        summer.start.clock(in: year) - standard
    }

    private func end(of summer: Summer, in year: Int) -> Int64 {
        summer.end.clock(in: year) - summer.offset
    }

    /// Reads a rule; `nil` where the text is none.
    init?(_ text: String) {
        var rest = text.utf8[...]
        guard Self.skipName(&rest), let west = Self.time(&rest), abs(west) <= 24 * 3_600 else {
            return nil
        }
        standard = -west
        guard !rest.isEmpty else {
            summer = nil
            return
        }
        guard Self.skipName(&rest) else { return nil }
        var offset = standard + 3_600
        if rest.first != UInt8(ascii: ",") {
            guard let west = Self.time(&rest), abs(west) <= 24 * 3_600 else { return nil }
            offset = -west
        }
        guard let start = Self.change(&rest), let end = Self.change(&rest), rest.isEmpty else {
            return nil
        }
        summer = (offset, start, end)
    }

    private typealias Rest = Substring.UTF8View

    private static func skip(_ mark: Unicode.Scalar, _ rest: inout Rest) -> Bool {
        guard let first = rest.first, UInt32(first) == mark.value else { return false }
        rest.removeFirst()
        return true
    }

    /// Letters, or anything in angle brackets.
    private static func skipName(_ rest: inout Rest) -> Bool {
        if skip("<", &rest) {
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
            rest = rest[rest.index(after: end)...]
            return true
        }
        let name = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
        rest = rest.dropFirst(name.count)
        return name.count >= 3
    }

    private static func number(_ rest: inout Rest) -> Int? {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (1...3).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }

    /// `2`, `-1:30`, `+26:00:00`, in seconds.
    private static func time(_ rest: inout Rest) -> Int64? {
        let isNegative = skip("-", &rest)
        if !isNegative { _ = skip("+", &rest) }
        guard let hours = number(&rest), hours <= 167 else { return nil }
        var seconds = Int64(hours) * 3_600
        for unit: Int64 in [60, 1] {
            guard skip(":", &rest) else { break }
            guard let part = number(&rest), part < 60 else { return nil }
            seconds += Int64(part) * unit
        }
        return isNegative ? -seconds : seconds
    }

    /// `,M3.5.0/2`, `,J60` or `,59`.
    private static func change(_ rest: inout Rest) -> Change? {
        guard skip(",", &rest) else { return nil }
        let day: Change.Day
        if skip("M", &rest) {
            guard let month = number(&rest), (1...12).contains(month), skip(".", &rest),
                let week = number(&rest), (1...5).contains(week), skip(".", &rest),
                let weekday = number(&rest), weekday <= 6
            else { return nil }
            day = .weekday(month: month, week: week, weekday: weekday)
        } else if skip("J", &rest) {
            guard let number = number(&rest), (1...365).contains(number) else { return nil }
            day = .julian(number)
        } else {
            guard let number = number(&rest), number <= 365 else { return nil }
            day = .ordinal(number)
        }
        guard skip("/", &rest) else { return Change(day: day, seconds: 7_200) }
        return time(&rest).map { Change(day: day, seconds: $0) }
    }
}
