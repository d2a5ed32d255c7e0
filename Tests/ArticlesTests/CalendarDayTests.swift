import Testing

@testable import Articles

@Suite struct CalendarDayTests {
    @Test(arguments: [
        (1970, 1, 1, 0, 4), (2023, 10, 15, 19_645, 0), (1969, 12, 31, -1, 3),
        (2000, 2, 29, 11_016, 2), (1, 1, 1, -719_162, 1),
    ])
    func `counts days and weekdays`(year: Int, month: Int, day: Int, count: Int, weekday: Int)
        throws
    {
        let date = try #require(CalendarDay(year: year, month: month, day: day))
        #expect(date.daysSince1970 == count)
        #expect(date.weekday == weekday)
        #expect(CalendarDay(daysSince1970: count) == date)
    }

    @Test func `every day of four centuries comes back from its count`() {
        var previous = CalendarDay(daysSince1970: -1)
        for count in 0..<146_097 {
            let day = CalendarDay(daysSince1970: count)
            #expect(day.daysSince1970 == count && previous < day)
            previous = day
        }
    }

    @Test(arguments: [
        (2023, 2, 29), (2023, 13, 1), (2023, 0, 1), (2023, 4, 31), (0, 1, 1), (1900, 2, 29),
    ])
    func `refuses days that the calendar has not`(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }
}
