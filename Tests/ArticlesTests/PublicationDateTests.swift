import Testing

@testable import Articles

@Suite struct PublicationDateTests {
    private static func dated(_ secondOfDay: Int?, _ offset: Int?, seconds: Bool = false)
        -> PublicationDate
    {
        var date = PublicationDate(year: 2023, month: 10, day: 15, basis: .stated)
        date.secondOfDay = secondOfDay
        date.hasSeconds = seconds
        date.utcOffsetMinutes = offset
        return date
    }

    @Test(
        arguments: [
            (PublicationDate(year: 2023, basis: .stated), "2023", .year, 1_672_531_200),
            (
                PublicationDate(year: 2023, month: 10, basis: .stated), "2023-10", .month,
                1_696_118_400
            ),
            (dated(nil, nil), "2023-10-15", .day, 1_697_328_000),
            (dated(52_200, nil), "2023-10-15T14:30", .minute, 1_697_380_200),
            (dated(52_205, 0, seconds: true), "2023-10-15T14:30:05Z", .second, 1_697_380_205),
            (dated(52_200, 330), "2023-10-15T14:30+05:30", .minute, 1_697_360_400),
            (dated(0, -180), "2023-10-15T00:00-03:00", .minute, 1_697_338_800),
        ] as [(PublicationDate, String, PublicationDate.Precision, Int64)]
    )
    func `prints what is known and sorts by its first moment`(
        date: PublicationDate,
        text: String,
        precision: PublicationDate.Precision,
        start: Int64
    ) {
        #expect(date.description == text)
        #expect(date.precision == precision)
        #expect(date.start.secondsSince1970 == start)
    }
}

@Suite struct TimestampTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
            (1_697_380_205, "2023-10-15T14:30:05Z"), (951_782_399, "2000-02-28T23:59:59Z"),
        ] as [(Int64, String)]
    )
    func `prints RFC 3339`(seconds: Int64, text: String) {
        #expect(Timestamp(secondsSince1970: seconds).rfc3339 == text)
    }
}
