import Articles
import Testing

@Suite struct TimelineTests {
    private static func timeline(_ days: [Int]) -> Timeline {
        var timeline = Timeline(.day)
        for day in days { timeline.add(CalendarDay(daysSince1970: day)) }
        return timeline
    }

    @Test func `a day has no more concluded dates than articles`() {
        var counted = Self.timeline([12, 12, 11])
        // Of the day at which counting ended, and of one before it, more was found.
        counted.mark(inferred: Self.timeline([12, 11, 11, 10]))
        #expect(counted.buckets.map(\.count) == [2, 1])
        #expect(counted.buckets.map(\.inferredDates) == [1, 1])
    }
}
