import Articles

extension MetadataFields {
    /// The rules for the date of publication that count whatever the text says, the likelier first.
    private static let dateRules = [
        "json_ld", "article_published_time", "microdata", "meta_date", "json_ld_created",
        "published_class",
    ]

    /// Puts in when the article was published and when it was last changed.
    mutating func applyDates() {
        if let (date, candidate) = date(
            .updated,
            ["json_ld", "meta_updated", "microdata", "updated_class"]
        ) {
            draft.fields.updated = date
            note(
                .updated,
                date.description,
                candidate.rule,
                0.9,
                alternatives: alternatives(to: candidate.value, .updated)
            )
        }
        guard input.given.published == nil else { return }
        let found =
            date(.published, Self.dateRules)
            ?? (draft.fields.published?.day == nil || isWeak(notes[.published])
                ? date(.published, ["time_element", "url_date"]) : nil)
            ?? (draft.fields.published?.day == nil ? date(.published, ["meta_any_date"]) : nil)
        if let (date, candidate) = found {
            var others = alternatives(to: candidate.value, .published)
            if let stated = draft.fields.published, stated.calendarDay != date.calendarDay {
                others.insert("date_line: \(stated)", at: 0)
            }
            draft.fields.published = date
            note(.published, date.description, candidate.rule, 0.95, alternatives: others)
            draft.warnings.removeAll { $0.field == .published }
        } else if draft.fields.published?.basis == .relative {
            // A page says "3 hours ago" of the moment it was saved.
            draft.fields.published = nil
            notes[.published] = FieldExplanation(.published, tried: ["date_line", "relative_date"])
            draft.warnings.removeAll { $0.field == .published }
            applyPrintedDate()
        } else if draft.fields.published?.day == nil {
            applyPrintedDate()
        } else if notes[.published]?.rule?.hasPrefix("dateline") ?? false {
            // The day in a dateline is that of the report; what is called the page's date goes first.
            let signed = dates.found(dayFirst: dayFirst, horizon: horizon).first {
                ($0.isSigned || $0.isLine) && !$0.isUpdate && $0.rule != "date_below_text"
            }
            guard let signed, signed.date.calendarDay != draft.fields.published?.calendarDay else {
                return
            }
            let others = draft.fields.published.map { ["dateline: \($0)"] } ?? []
            draft.fields.published = signed.date
            draft.warnings.removeAll { $0.field == .published }
            note(.published, signed.date.description, signed.rule, 0.8, alternatives: others)
        }
    }

    /// The date that stands by the article, else one that is said of the page, else that of its
    /// last change.
    private mutating func applyPrintedDate() {
        let printed = dates.found(dayFirst: dayFirst, horizon: horizon)
        if let found = printed.first(where: { !$0.isUpdate }) {
            draft.fields.published = found.date
            let others = printed.filter { $0.date != found.date }.prefix(6).map(\.words)
            note(.published, found.date.description, found.rule, 0.7, alternatives: Array(others))
        } else if let (date, candidate) = date(.published, ["json_ld_page"]) {
            draft.fields.published = date
            note(.published, date.description, candidate.rule, 0.6)
        } else if let found =
            PageDates.only(in: metadata.title, dayFirst: dayFirst, horizon: horizon)
            ?? PageDates.only(
                in: metadata.first(.standfirst)?.value,
                dayFirst: dayFirst,
                horizon: horizon
            )
        {
            draft.fields.published = found.date
            note(.published, found.date.description, found.rule, 0.5)
        } else if let updated = draft.fields.updated ?? printed.first?.date,
            draft.fields.published == nil
        {
            draft.fields.published = updated
            note(.published, updated.description, "date_of_change", 0.4)
        }
    }

    /// A page may be ahead of the day on which it was received by its time zone, and by a day more
    /// where it was saved before; a later date is none of its own.
    private var horizon: CalendarDay { input.receivedOn.advanced(by: 2) }

    private func isWeak(_ note: FieldExplanation?) -> Bool { (note?.confidence ?? 0) < 0.9 }

    private func date(
        _ key: PageMetadata.Key,
        _ rules: [String]
    ) -> (PublicationDate, PageMetadata.Candidate)? {
        for rule in rules {
            for candidate in nearestFirst(metadata.all(key).filter { $0.rule == rule }) {
                if let date = FieldDate.date(candidate.value, dayFirst: dayFirst),
                    date.calendarDay.map({ $0 <= horizon }) ?? false
                {
                    return (date, candidate)
                }
            }
        }
        return nil
    }

    /// The candidates below the headline before those above it: other stories have dates, too.
    private func nearestFirst(
        _ candidates: [PageMetadata.Candidate]
    ) -> [PageMetadata.Candidate] {
        guard let node = headline?.node else { return candidates }
        func isBelow(_ candidate: PageMetadata.Candidate) -> Bool {
            candidate.node.map { $0 >= node - Self.dateReach } ?? true
        }
        return candidates.filter(isBelow) + candidates.filter { !isBelow($0) }
    }

    /// How many nodes above the headline its date may stand.
    private static let dateReach = 60
}
