/// Moments by their distance from the one at hand.
extension DateScanner {
    /// `3 hours ago`, `vor 2 Tagen`, `an hour ago`, `3時間前`, `منذ 3 ساعات`, `час назад`.
    func ago(at index: Int) -> Found? {
        if let (amount, next) = amount(at: index), let unit = unit(at: next) {
            for end in (next + 1)...(next + 2)
            where end < tokens.count && DateWords.ago.contains(tokens[end]) {
                return (Self.relative(amount * unit), end + 1)
            }
        }
        if DateWords.ago.contains(tokens[index]), let (amount, next) = amount(at: index + 1),
            let unit = unit(at: next)
        {
            return (Self.relative(amount * unit), next + 1)
        }
        // `час назад`, `منذ ساعة`: one of them, without a number.
        guard index + 1 < tokens.count else { return nil }
        if let unit = DateWords.singleUnits[tokens[index]],
            DateWords.ago.contains(tokens[index + 1])
        {
            return (Self.relative(unit), index + 2)
        }
        guard DateWords.ago.contains(tokens[index]), !tokens[index + 1].isMark(in: ","),
            let unit = DateWords.singleUnits[tokens[index + 1]]
        else { return nil }
        return (Self.relative(unit), index + 2)
    }

    /// A number of units, or the article that stands for one: `an hour`.
    private func amount(at index: Int) -> (Int, end: Int)? {
        guard index < tokens.count else { return nil }
        if let amount = number(index) { return amount < 1_000 ? (amount, index + 1) : nil }
        return DateWords.one.contains(tokens[index]) ? (1, index + 1) : nil
    }

    private func unit(at index: Int) -> Int? {
        index < tokens.count ? DateWords.units[tokens[index]] : nil
    }

    /// `yesterday`, `gestern`, `أمس`; counts only where the line has hardly any other word.
    func namedDay(at index: Int) -> Found? {
        guard let days = DateWords.days[tokens[index]], index <= 2,
            tokens.count - index <= 8
        else { return nil }
        // `USA TODAY` is a paper, `Updated today` is a day.
        if index > 0, tokens[index - 1].kind == .word, ScalarClass(tokens[index].first) == .upper,
            !DateWords.updated.contains(tokens[index - 1]),
            !DateWords.published.contains(tokens[index - 1])
        {
            return nil
        }
        let others = tokens.filter { $0.kind == .word && $0.hash != tokens[index].hash }
        guard others.count <= 2 else { return nil }
        return (Self.relative(-days * 86_400), index + 1)
    }

    private static func relative(_ seconds: Int) -> PrintedDate {
        PrintedDate(range: 0..<0, secondsAgo: seconds)
    }
}
