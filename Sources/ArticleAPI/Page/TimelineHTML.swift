import Articles

/// How many articles each month has, as bars that lead to the month's articles.
///
/// Every bar is a link, so that it works without scripts and by keyboard; with scripts, a stretch of
/// several is dragged over. Where there are more than ten years, a bar is a year.
struct TimelineHTML {
    /// A bar: a month or a year.
    private struct Slot {
        /// As `from` and `to` take it: `2023-10`, `2023`.
        var name: String
        /// For a person: `October 2023`.
        var words: String
        /// How many articles it has.
        var count = 0
    }

    /// The address of the search of a month or a year.
    let target: (String) -> String
    private let slots: [Slot]

    /// More months than this become years.
    private static let mostMonths = 120
    /// More years than this are not shown.
    private static let mostYears = 400
    /// The drawing's units: a bar's share of the width, and the height.
    private static let step = 10
    private static let height = 40
    /// A bar is at most so many pixels wide.
    private static let widest = 40

    /// Makes a timeline of months as `2023-10` with their numbers of articles; `nil` where they are
    /// of one month, or cannot be drawn.
    init?(_ months: [ArticlePage.Count], target: @escaping (String) -> String) {
        self.target = target
        var counts: [Int: Int] = [:]
        for month in months {
            let parts = month.value.split(separator: "-").compactMap { Int($0) }
            guard parts.count == 2, (1...9_999).contains(parts[0]), (1...12).contains(parts[1])
            else { continue }
            counts[parts[0] * 12 + parts[1] - 1, default: 0] += month.count
        }
        guard let first = counts.keys.min(), let last = counts.keys.max(), first < last else {
            return nil
        }
        if last - first < Self.mostMonths {
            slots = (first...last).map { month in
                let date = PublicationDate(year: month / 12, month: month % 12 + 1, basis: .stated)
                let words = DateInWords.full(date)
                return Slot(name: date.description, words: words, count: counts[month] ?? 0)
            }
        } else {
            guard last / 12 - first / 12 < Self.mostYears else { return nil }
            var years: [Int: Int] = [:]
            for (month, count) in counts { years[month / 12, default: 0] += count }
            slots = (first / 12...last / 12).map { year in
                let name = PublicationDate(year: year, basis: .stated).description
                return Slot(name: name, words: name, count: years[year] ?? 0)
            }
        }
    }

    /// The section with the drawing.
    var html: HTML {
        let highest = slots.map(\.count).max() ?? 1
        let bars = slots.enumerated().compactMap { index, slot in bar(slot, at: index, highest) }
        let width = slots.count * Self.step
        return """
            <section class="timeline" aria-labelledby="when">
            <h2 class="unseen" id="when">When they were published</h2>
            <svg viewBox="0 0 \(width) \(Self.height)" width="\(slots.count * Self.widest)" \
            preserveAspectRatio="none" role="group" \
            aria-labelledby="when">
            \(bars)</svg>
            <p class="ends"><span>\(slots[0].words)</span> \
            <span>\(slots[slots.count - 1].words)</span></p>
            </section>

            """
    }

    private func bar(_ slot: Slot, at index: Int, _ highest: Int) -> HTML {
        let x = index * Self.step
        // The least bar is still to be seen.
        let height = slot.count == 0 ? 0 : max(2, slot.count * Self.height / max(1, highest))
        let said = "\(slot.words): \(counted(slot.count, "article"))"
        let slotBox: HTML = """
            <rect class="slot" x="\(x)" y="0" width="\(Self.step)" height="\(Self.height)"/>\
            <rect class="bar" x="\(x + 1)" y="\(Self.height - height)" width="\(Self.step - 2)" \
            height="\(height)"/>
            """
        guard slot.count > 0 else {
            return "<g data-from=\"\(slot.name)\" data-to=\"\(slot.name)\">\(slotBox)</g>\n"
        }
        return """
            <a href="\(target(slot.name))" aria-label="\(said)" data-from="\(slot.name)" \
            data-to="\(slot.name)"><title>\(said)</title>\(slotBox)</a>

            """
    }
}
