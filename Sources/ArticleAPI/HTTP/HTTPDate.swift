import Articles

/// Dates in HTTP fields (RFC 9110 §5.6.7).
enum HTTPDate {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// A moment as an IMF-fixdate: `Sun, 15 Oct 2023 00:00:00 GMT`.
    static func format(_ moment: Timestamp) -> String {
        let day = moment.day
        let second = Int(
            moment.secondsSince1970 - Timestamp(startOf: day).secondsSince1970
        )
        let (hour, minute) = (twoDigits(second / 3_600), twoDigits(second / 60 % 60))
        let time = hour + ":" + minute + ":" + twoDigits(second % 60)
        let date =
            twoDigits(day.day) + " " + months[day.month - 1] + " " + day.description.prefix(4)
        return weekdays[day.weekday] + ", " + date + " " + time + " GMT"
    }

    /// Reads any of the three forms that a recipient has to accept: IMF-fixdate, RFC 850's and
    /// asctime's.
    ///
    /// `now` settles the century of RFC 850's two-digit year: a date that would lie more than 50
    /// years ahead is of the century before.
    static func parse(_ text: String, now: Timestamp) -> Timestamp? {
        let words = text.split { " ,-".contains($0) }.map(String.init)
        if words.count == 6, words[5] == "GMT" {
            let year = words[3].utf8.count == 2 ? century(of: words[3], now: now) : words[3]
            return moment(year: year, month: words[2], day: words[1], time: words[4])
        }
        // asctime: `Sun Nov  6 08:49:37 1994`
        if words.count == 5 {
            return moment(year: words[4], month: words[1], day: words[2], time: words[3])
        }
        return nil
    }

    private static func century(of digits: String, now: Timestamp) -> String {
        guard let number = Int(digits) else { return "" }
        let year = now.day.year / 100 * 100 + number
        return String(year > now.day.year + 50 ? year - 100 : year)
    }

    private static func moment(year: String, month: String, day: String, time: String)
        -> Timestamp?
    {
        var scanner = DigitScanner(time)
        guard year.utf8.count == 4, let year = Int(year), let day = Int(day),
            let month = months.firstIndex(of: month),
            let date = CalendarDay(year: year, month: month + 1, day: day),
            let hour = scanner.digits(2), hour < 24, scanner.skip(":"),
            let minute = scanner.digits(2), minute < 60, scanner.skip(":"),
            let second = scanner.digits(2), second <= 60, scanner.isAtEnd
        else { return nil }
        let start = Timestamp(startOf: date).secondsSince1970
        return Timestamp(
            secondsSince1970: start + Int64(hour * 3_600 + minute * 60 + second)
        )
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
