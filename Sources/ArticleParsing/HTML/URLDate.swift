import Articles

/// Reads the day in a page's address: `/2023/10/15/`, `/2023-10-15-`, `/20231015/`.
enum URLDate {
    /// The day; `nil` where the address has none.
    static func day(in url: String) -> CalendarDay? {
        let path = url.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3)
        var numbers: [Int] = []
        for part in path.joined(separator: "/").split(whereSeparator: {
            !$0.isASCII || !$0.isNumber
        }) {
            if part.utf8.count == 8, let value = Int(part),
                let day = CalendarDay(
                    year: value / 10_000,
                    month: value / 100 % 100,
                    day: value % 100
                ),
                (1_990...2_100).contains(day.year)
            {
                return day
            }
            numbers.append(part.utf8.count <= 4 ? Int(part) ?? 0 : 0)
        }
        for start in numbers.indices where start + 2 < numbers.count {
            if (1_990...2_100).contains(numbers[start]),
                let day = CalendarDay(
                    year: numbers[start],
                    month: numbers[start + 1],
                    day: numbers[start + 2]
                )
            {
                return day
            }
        }
        return nil
    }
}
