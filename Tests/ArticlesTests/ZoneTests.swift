import Foundation
import Testing

@testable import Articles

@Suite struct ZoneTests {
    private static let folder = "/usr/share/zoneinfo"

    private static func zone(_ name: String) throws -> Zone {
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        return try #require(Zone(name: name, tzif: Array(data)), "\(name)")
    }

    private static func moment(_ text: String) throws -> Timestamp {
        let date = try Date(text, strategy: .iso8601)
        return Timestamp(secondsSince1970: Int64(date.timeIntervalSince1970))
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: folder)),
        arguments: [
            ("Europe/Berlin", "2024-03-31T00:59:59Z", "2024-03-31T01:59:59Z"),
            ("Europe/Berlin", "2024-03-31T01:00:00Z", "2024-03-31T03:00:00Z"),
            ("Europe/Berlin", "2060-07-01T00:00:00Z", "2060-07-01T02:00:00Z"),
            ("America/New_York", "2023-10-15T03:59:59Z", "2023-10-14T23:59:59Z"),
            ("Asia/Kathmandu", "2024-01-01T00:00:00Z", "2024-01-01T05:45:00Z"),
            ("Pacific/Auckland", "2061-01-01T00:00:00Z", "2061-01-01T13:00:00Z"),
            ("Europe/London", "1968-12-25T12:00:00Z", "1968-12-25T13:00:00Z"),
        ]
    )
    func `knows what the clocks show`(name: String, moment: String, clock: String) throws {
        let zone = try Self.zone(name)
        #expect(zone.clock(at: try Self.moment(moment)).rfc3339 == clock)
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: folder)),
        arguments: [
            ("America/New_York", "2023-10-15", "2023-10-15T04:00:00Z"),
            ("America/New_York", "2023-12-15", "2023-12-15T05:00:00Z"),
            // The clocks passed over midnight.
            ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"),
            ("Africa/Cairo", "2045-04-28", "2045-04-27T22:00:00Z"),
            // They showed midnight twice.
            ("America/Havana", "2023-11-05", "2023-11-05T04:00:00Z"),
            // Samoa left out a whole day.
            ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
        ]
    )
    func `knows when a day begins`(name: String, day: String, start: String) throws {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        let day = try #require(CalendarDay(year: parts[0], month: parts[1], day: parts[2]))
        #expect(try Self.zone(name).start(of: day).rfc3339 == start)
    }

    /// Every zone, at odd moments from 1990 to 2020, as Foundation has it, whose edition of the
    /// database need not be the machine's: they differ about what was before and what is after, and
    /// the moments are the same in every run.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: folder)))
    func `agrees with another reader of the database`() throws {
        var state: UInt64 = 20_231_015
        var compared = 0
        for name in TimeZone.knownTimeZoneIdentifiers where name.contains("/") {
            guard FileManager.default.fileExists(atPath: Self.folder + "/" + name),
                let other = TimeZone(identifier: name)
            else { continue }
            let zone = try Self.zone(name)
            for _ in 0..<20 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let seconds = 631_152_000 + Int64(state >> 33) % 946_684_800
                let moment = Timestamp(secondsSince1970: seconds)
                let offset = other.secondsFromGMT(
                    for: Date(timeIntervalSince1970: Double(seconds))
                )
                #expect(zone.offset(at: moment) == Int64(offset), "\(name) \(seconds)")
                let clock = zone.clock(at: moment)
                #expect(zone.clock(at: zone.moment(ofClock: clock)) == clock, "\(name) \(seconds)")
                compared += 1
            }
        }
        #expect(compared > 5_000)
    }

    @Test(
        arguments: [
            // In March the clocks pass over the hour from two, in October they show it twice.
            ("2060-03-28T01:59:59Z", "2060-03-28T00:59:59Z"),
            ("2060-03-28T02:00:00Z", "2060-03-28T01:00:00Z"),
            ("2060-03-28T02:30:00Z", "2060-03-28T01:00:00Z"),
            ("2060-03-28T03:00:00Z", "2060-03-28T01:00:00Z"),
            ("2060-03-28T03:30:00Z", "2060-03-28T01:30:00Z"),
            ("2060-10-31T01:59:59Z", "2060-10-30T23:59:59Z"),
            ("2060-10-31T02:30:00Z", "2060-10-31T00:30:00Z"),
            ("2060-10-31T03:00:00Z", "2060-10-31T02:00:00Z"),
        ]
    )
    func `a time that is passed over is the change, by the rule too`(
        clock: String,
        moment: String
    ) throws {
        let rule = try #require(ZoneRule("CET-1CEST,M3.5.0,M10.5.0/3"))
        let zone = Zone(name: "Ruled", changes: [], offsets: [], firstOffset: 3_600, rule: rule)
        #expect(zone.moment(ofClock: try Self.moment(clock)).rfc3339 == moment)
    }

    @Test func `the rule changes nothing before the last change that is listed`() throws {
        let rule = try #require(ZoneRule("CET-1CEST,M3.5.0,M10.5.0/3"))
        let listed = try Self.moment("2060-06-01T00:00:00Z").secondsSince1970
        let zone = Zone(
            name: "Listed",
            changes: [listed],
            offsets: [7_200],
            firstOffset: 3_600,
            rule: rule
        )
        let clock = try Self.moment("2060-03-28T02:30:00Z")
        #expect(zone.moment(ofClock: clock).rfc3339 == "2060-03-28T01:30:00Z")
    }

    /// Around every change of some years, also at the turn of a year and by half an hour: the clocks
    /// show a time or more at its moment, and less at all half hours of the two days before.
    @Test(
        arguments: [
            "CET-1CEST,M3.5.0,M10.5.0/3", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
            "EST5EDT,M3.2.0,M11.1.0", "AAA0BBB,0/0,J200/0", "AAA-13BBB,J365/23,J100",
            "<-02>2<-01>,M3.5.0/-1,M10.5.0/0",
        ]
    )
    func `the moment of a time is the first`(text: String) throws {
        let rule = try #require(ZoneRule(text))
        let zone = Zone(name: text, changes: [], offsets: [], firstOffset: 0, rule: rule)
        for change in (2059...2061).flatMap(rule.changes) {
            for step in -20...20 {
                let clock = Timestamp(
                    secondsSince1970: change + rule.offset(at: change) + Int64(step) * 600
                )
                let moment = zone.moment(ofClock: clock)
                #expect(zone.clock(at: moment) >= clock, "\(change) \(step)")
                let tooEarly = ([1] + (1...96).map { $0 * Int64(1_800) }).first {
                    let earlier = Timestamp(secondsSince1970: moment.secondsSince1970 - $0)
                    return zone.clock(at: earlier) >= clock
                }
                #expect(tooEarly == nil, "\(change) \(step)")
            }
        }
    }

    @Test(
        arguments: [
            ("UTC0", 1_700_000_000, 0), ("EST5EDT,M3.2.0,M11.1.0", 1_720_000_000, -14_400),
            ("EST5EDT,M3.2.0,M11.1.0", 1_700_000_000, -18_000),
            ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1_700_000_000, 39_600),
            ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1_720_000_000, 37_800),
            ("AAA3BBB,J60/0,300", 1_710_000_000, -7_200),
            ("AAA3BBB,J60/0,300", 1_735_000_000, -10_800),
        ]
    )
    func `reads the rule of years to come`(rule: String, seconds: Int64, offset: Int64) throws {
        #expect(try #require(ZoneRule(rule)).offset(at: seconds) == offset)
    }

    @Test(
        arguments: [
            "", "A1", "ABC", "ABC99", "ABC1DEF", "ABC1DEF,M3.2.0", "ABC1DEF,M13.2.0,M1.1.0",
            "ABC1DEF,M3.6.0,M1.1.0", "ABC1DEF,J0,J1", "ABC1DEF,1,366", "<ABC1", "ABC1,", "ABC1x",
        ]
    )
    func `refuses what is no rule`(rule: String) {
        #expect(ZoneRule(rule) == nil)
    }

    /// A file cut anywhere, or with any byte changed, is read or refused and breaks nothing.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: folder)))
    func `survives damaged files`() throws {
        let path = Self.folder + "/Europe/Berlin"
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        for length in stride(from: 0, to: bytes.count, by: 7) {
            #expect(Zone(name: "cut", tzif: Array(bytes.prefix(length))) == nil)
        }
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0xFF
            guard let zone = Zone(name: "changed", tzif: changed) else { continue }
            let offset = zone.offset(at: Timestamp(secondsSince1970: 1_700_000_000))
            #expect(abs(offset) < 86_401)
        }
    }
}
