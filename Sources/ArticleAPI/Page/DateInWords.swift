import Articles

/// Dates as a newspaper prints them, as exactly as they are known.
enum DateInWords {
    /// The date in full: `Sunday, 15 October 2023, 14:30 UTC`, `October 2023`, `2023`.
    static func full(_ date: PublicationDate) -> String {
        guard let day = date.calendarDay else { return short(date, months: months) }
        let text = full(day)
        guard let second = date.secondOfDay else { return text }
        return text + ", " + clock(second) + zone(date.utcOffsetMinutes)
    }

    /// A day in full: `Sunday, 15 October 2023`.
    static func full(_ day: CalendarDay) -> String {
        "\(weekdays[day.weekday]), \(day.day) \(months[day.month - 1]) \(day.year)"
    }

    /// The date for a list: `15 Oct 2023`, `Oct 2023`, `2023`.
    static func short(_ date: PublicationDate) -> String {
        short(date, months: months.map { String($0.prefix(3)) })
    }

    /// A moment to the minute: `26 November 2026, 11:40 UTC`.
    static func moment(_ moment: Timestamp) -> String {
        let day = moment.day
        let second = moment.secondsSince1970 - Timestamp(startOf: day).secondsSince1970
        return "\(day.day) \(months[day.month - 1]) \(day.year), \(clock(Int(second))) UTC"
    }

    /// How exact the date is and what it rests on: `to the day, in part inferred`.
    static func certainty(_ date: PublicationDate) -> String {
        let precision =
            switch date.precision {
            case .year: "only the year is known"
            case .month: "only the month is known"
            case .day: "to the day"
            case .minute: "to the minute"
            case .second: "to the second"
            }
        let basis =
            switch date.basis {
            case .given: "as the sender gave it"
            case .manual: "set by hand"
            case .metadata: "as the markup says"
            case .stated: "as printed"
            case .relative: "counted from the day of receipt"
            case .inferred: "in part inferred"
            }
        return precision + ", " + basis
    }

    private static func short(_ date: PublicationDate, months: [String]) -> String {
        let month = date.month.map { months[$0 - 1] + " " } ?? ""
        let day = date.day.map { "\($0) " } ?? ""
        return day + month + "\(date.year)"
    }

    private static func clock(_ second: Int) -> String {
        let digits = [second / 3_600, second / 60 % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return digits.joined(separator: ":")
    }

    private static func zone(_ minutes: Int?) -> String {
        guard let minutes else { return "" }
        guard minutes != 0 else { return " UTC" }
        return " UTC" + (minutes < 0 ? "−" : "+") + clock(abs(minutes) * 60)
    }

    private static let weekdays = [
        "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
}

/// A number with its thousands apart: `12,345`.
func grouped(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number).reversed().enumerated() {
        if index > 0, index % 3 == 0, digit != "-" { text.append(",") }
        text.append(digit)
    }
    return String(text.reversed())
}

/// A number of things: `1 article`, `12,345 articles`.
func counted(_ number: Int, _ thing: String) -> String {
    "\(grouped(number)) \(thing)" + (number == 1 ? "" : "s")
}
