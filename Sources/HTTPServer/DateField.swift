import Glibc

/// The `Date` field's line (RFC 9110 §6.6.1), made once a second.
struct DateField {
    private(set) var line: [UInt8] = []
    private var second = -1

    /// Makes the line for `second`, in seconds since 1970; whether it is another than before.
    mutating func update(second now: Int) -> Bool {
        guard now != second else { return false }
        second = now
        line = Array("Date: \(Self.text(second: now))\r\n".utf8)
        return true
    }

    /// An IMF-fixdate: `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func text(second: Int) -> String {
        var time = time_t(second)
        var parts = tm()
        gmtime_r(&time, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = "\(two(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900)"
        let clock = "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
        return "\(days[Int(parts.tm_wday)]), \(date) \(clock) GMT"
    }
}
