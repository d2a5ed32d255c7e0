import Articles

/// Reads the dates of mail and news (RFC 822 §5, RFC 5322 §3.3), and the same parts in the order in
/// which programs print them: `Sun Oct 15 14:30:00 +0000 2023`.
enum InternetDate {
    /// The instant, or the time of day where the zone is not known; `nil` where the parts are others.
    ///
    /// A year of two digits is of this century up to 69.
    static func date(_ field: String) -> PublicationDate? {
        let parts = field.split { $0 == " " || $0 == "," }.prefix(mostParts + 1)
        guard (4...mostParts).contains(parts.count) else { return nil }
        var month: Int?
        var numbers: [Int] = []
        var time: (second: Int, hasSeconds: Bool)?
        var zone: Int?
        for part in parts {
            if let found = self.time(part), time == nil {
                time = found
            } else if let found = months[ASCII.lowercased(part.prefix(3))], month == nil,
                part.utf8.allSatisfy(ASCII.isLetter), part.utf8.count <= 9
            {
                month = found
            } else if part.utf8.count <= 4, part.utf8.allSatisfy(ASCII.isDigit),
                let number = Int(part)
            {
                numbers.append(number)
            } else if time != nil, let found = self.zone(part) {
                zone = found
            } else if !weekdays.contains(ASCII.lowercased(part.prefix(3)))
                || !part.utf8.allSatisfy(ASCII.isLetter)
            {
                return nil
            }
        }
        guard let month, let time, numbers.count == 2, numbers[0] <= 31,
            let day = CalendarDay(year: year(numbers[1]), month: month, day: numbers[0])
        else { return nil }
        return PublicationDate(
            day,
            secondOfDay: time.second,
            hasSeconds: time.hasSeconds,
            utcOffsetMinutes: zone,
            basis: .metadata
        )
    }

    private static let mostParts = 7

    private static func year(_ number: Int) -> Int {
        number >= 100 ? number : number + (number < 70 ? 2_000 : 1_900)
    }

    /// `14:30` or `14:30:05`.
    private static func time(_ part: Substring) -> (second: Int, hasSeconds: Bool)? {
        let numbers = part.split(separator: ":", omittingEmptySubsequences: false).map { digits in
            (1...2).contains(digits.utf8.count) && digits.utf8.allSatisfy(ASCII.isDigit)
                ? Int(digits) ?? 99 : 99
        }
        guard (2...3).contains(numbers.count), numbers[0] < 24, numbers[1] < 60,
            numbers.last.map({ $0 <= 60 }) ?? false
        else { return nil }
        let seconds = numbers.count == 3 ? min(numbers[2], 59) : 0
        return (numbers[0] * 3_600 + numbers[1] * 60 + seconds, numbers.count == 3)
    }

    /// Minutes east of Greenwich: `+0200`, `+02:00`, `GMT`, `EST`.
    private static func zone(_ part: Substring) -> Int? {
        if let minutes = zones[part.uppercased()] { return minutes }
        guard let sign = part.first, sign == "+" || sign == "-" else {
            guard part.utf8.allSatisfy(ASCII.isLetter) else { return nil }
            let text = Manuscript(String(part))
            return text.tokens(in: 0..<text.scalars.count).first.flatMap { DateWords.zones[$0] }
        }
        let digits = part.dropFirst().filter { $0 != ":" }
        guard digits.utf8.count == 4, digits.utf8.allSatisfy(ASCII.isDigit),
            let number = Int(digits),
            number / 100 <= 23, number % 100 < 60
        else { return nil }
        return (sign == "-" ? -1 : 1) * (number / 100 * 60 + number % 100)
    }

    private static let months = Dictionary(
        uniqueKeysWithValues: zip(
            ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
            1...
        )
    )
    private static let weekdays: Set<String> = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    /// RFC 822 §5.1 has these; other names are read where newspapers print them.
    private static let zones = [
        "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300,
        "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    ]
}
