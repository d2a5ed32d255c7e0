import Articles

/// Finds the date that a page prints by its article, for pages whose markup says none.
struct PageDates {
    /// A date as printed, with where it was found.
    struct Found {
        var date: PublicationDate
        var rule: String
        var words: String
        /// Whether markup or words say that it is a date of the article.
        var isSigned = false
        /// Whether it is a line below the headline that says little else.
        var isLine = false
        /// Whether the words say that it is the date of a change.
        var isUpdate: Bool
    }

    let page: PageText
    /// The block of the headline, where it is known.
    let headline: Int?
    /// The blocks of the article's text, from the first to after the last.
    let text: Range<Int>

    /// How many blocks above the headline and below the text are looked at.
    private static let reachAbove = 12
    private static let reachBelow = 60
    /// How many from the headline or the beginning of the text on, whichever comes later.
    private static let reachInto = 8

    /// The likeliest date first: below the headline, then above it, then below the text.
    func found(dayFirst: Bool, horizon: CalendarDay) -> [Found] {
        let top = min(headline ?? text.lowerBound, page.blocks.count)
        let above = max(0, top - Self.reachAbove)..<top
        let head = top..<min(page.blocks.count, max(top, text.lowerBound) + Self.reachInto)
        let end = min(page.blocks.count, max(head.upperBound, text.upperBound - 2))
        let below = end..<min(page.blocks.count, end + Self.reachBelow)
        var found: [Found] = []
        for (range, rule, needsSign) in [
            (head, "date_below_headline", false), (above, "date_above_headline", false),
            (below, "date_below_text", true),
        ] {
            for index in rule == "date_above_headline" ? Array(range.reversed()) : Array(range) {
                guard let date = date(in: index, rule, needsSign, dayFirst),
                    date.date.calendarDay.map({ $0 <= horizon }) ?? false
                else { continue }
                found.append(date)
            }
        }
        return found
    }

    /// The date that a page's title or description prints in full, where it is the only one.
    static func only(in title: String?, dayFirst: Bool, horizon: CalendarDay) -> Found? {
        guard let title else { return nil }
        let text = Manuscript(String(title.prefix(400)))
        let dates = DateScanner(text, 0..<text.scalars.count, dayFirst: dayFirst).dates()
        guard dates.count == 1, let day = dates[0].calendarDay, day <= horizon else { return nil }
        return Found(
            date: PublicationDate(day, basis: .stated),
            rule: "date_in_title",
            words: text.text(dates[0].range),
            isUpdate: false
        )
    }

    private func date(
        in index: Int,
        _ rule: String,
        _ needsSign: Bool,
        _ dayFirst: Bool
    ) -> Found? {
        let block = page.blocks[index]
        guard block.columns >= 6, block.columns <= 140, block.words <= 24,
            block.evidence.isDisjoint(with: [.comments, .related, .advertising, .caption]),
            page.bytes[block.text].contains(where: ASCII.isDigit)
        else { return nil }
        let text = Manuscript(page.string(block))
        let whole = 0..<text.scalars.count
        let dates = DateScanner(text, whole, dayFirst: dayFirst).dates()
        guard
            let printed = dates.first(where: { $0.calendarDay != nil && $0.label != .unrelated }),
            let day = printed.calendarDay
        else { return nil }
        // `This page was last changed on …`, `… zuletzt am … geändert`
        let isUpdate =
            printed.label == .updated
            || printed.label != .published
                && text.tokens(in: whole, limit: 40).contains { DateWords.updated.contains($0) }
        let isLabelled = printed.label == .published || isUpdate
        let covered = dates.reduce(0) { $0 + $1.range.count }
        let isDate = block.evidence.contains(.date) || isLabelled
        let isBelowHeadline = rule == "date_below_headline"
        guard
            isDate || covered * (needsSign ? 2 : 4) >= whole.count
                || isBelowHeadline && standsAlone(text.text(printed.range), in: block)
        else { return nil }
        return Found(
            date: PublicationDate(
                day,
                secondOfDay: printed.secondOfDay,
                hasSeconds: printed.hasSeconds,
                utcOffsetMinutes: printed.utcOffsetMinutes,
                basis: .stated
            ),
            rule: rule,
            words: text.text(whole),
            isSigned: isDate,
            isLine: isBelowHeadline && covered * 2 >= whole.count,
            isUpdate: isUpdate
        )
    }

    /// Whether some words of a block are nearly all of a text of the page, which an element has for
    /// them alone.
    private func standsAlone(_ words: String, in block: PageBlock) -> Bool {
        var low = 0
        var high = page.pieces.count
        while low < high {
            let middle = (low + high) / 2
            if page.pieces[middle].start < block.text.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        let pieces = page.pieces[low...].prefix { $0.start < block.text.upperBound }
        return pieces.indices.contains { index in
            let next = index + 1 < pieces.endIndex ? pieces[index + 1].start : block.text.upperBound
            let piece = page.bytes[pieces[index].start..<next]
            return piece.count <= words.utf8.count + 8
                && String(decoding: piece, as: UTF8.self).contains(words)
        }
    }
}
