import Articles

extension ArticleReader {
    /// A printed date with the rule that found it.
    private struct Candidate {
        var date: PrintedDate
        var rule: String
        var confidence: Double
    }

    /// Reads when the article was published and when it was last changed.
    mutating func readDates() {
        let candidates = dateCandidates()
        let resolver = DateResolver(
            text,
            receivedOn: input.receivedOn,
            body: layout.body.filter { layout[$0].isText }.map { blocks[$0].content }
        )
        if let updated = candidates.first(where: { $0.date.label == .updated }),
            let resolved = resolver.resolve(updated.date)
        {
            fields.updated = resolved.date
            note(
                .updated,
                resolved.date.description,
                rule: updated.rule,
                span: updated.date.range,
                updated.confidence
            )
        }
        if let published = given.published {
            fields.published = published
            noteGiven(.published, published.description)
            return
        }
        let ordered =
            candidates.filter { $0.date.label == .published }
            + candidates.filter { $0.date.label == .none }
            + candidates.filter { $0.date.label == .updated }
        // A date in full goes before one that has to be completed, and that before one in words.
        let best =
            ordered.first { $0.date.year != nil && $0.date.day != nil && !contradictsDateline($0) }
            ?? ordered.first { $0.date.day != nil } ?? ordered.first { $0.date.hasDay }
            ?? ordered.first
        guard let best, let resolved = resolver.resolve(best.date) else {
            noteNothing(.published, tried: ["date_line", "dateline_date", "date_below_text"])
            return
        }
        fields.published = resolved.date
        warnings += resolved.warnings
        notes[.published] = FieldExplanation(
            .published,
            value: resolved.date.description,
            rule: best.rule + (resolved.check.map { " + " + $0 } ?? ""),
            span: Span(best.date.range),
            confidence: Self.rounded(best.confidence * resolved.factor),
            evidence: resolved.evidence,
            alternatives: resolved.alternatives
        )
    }

    /// Whether a date that stands outside the head is another day than the dateline's, which then
    /// goes first though it prints no year.
    private func contradictsDateline(_ candidate: Candidate) -> Bool {
        guard ["date_below_text", "date_in_credit"].contains(candidate.rule),
            let printed = dateline?.date, let month = printed.month, let day = printed.day
        else { return false }
        return candidate.date.month != month || abs((candidate.date.day ?? day) - day) > 1
    }

    private func dateCandidates() -> [Candidate] {
        var candidates: [Candidate] = []
        func add(
            _ range: Range<Int>,
            _ rule: String,
            _ confidence: Double,
            label: PrintedDate.Label? = nil
        ) {
            for var date in DateScanner(text, range, dayFirst: dayFirst).dates()
            where date.label != .unrelated {
                if let label { date.label = label }
                candidates.append(Candidate(date: date, rule: rule, confidence: confidence))
            }
        }
        for entry in entries(.date) { add(entry, "named_line", 0.97, label: .published) }
        for entry in entries(.updated) { add(entry, "named_line", 0.97, label: .updated) }
        for entry in entries(.author) { add(entry, "date_in_byline", 0.93) }
        let lines = layout.indices(of: .date)
        let top = layout.headline?.block ?? layout.body.lowerBound
        // Nearest below the headline first, then above it, then below the text.
        for index in lines where index > top && index < layout.body.upperBound {
            add(blocks[index].content, "date_line", 0.95)
        }
        for index in layout.indices(of: .byline) where index < layout.body.lowerBound {
            add(blocks[index].content, "date_in_byline", 0.93)
        }
        if let dateline, let date = dateline.date {
            let rule = date.year == nil ? "dateline_month_day" : "dateline_date"
            candidates.append(Candidate(date: date, rule: rule, confidence: 0.97))
        }
        for index in lines.reversed() where index < top {
            add(blocks[index].content, "date_line_above_headline", 0.8)
        }
        for index in lines where index >= layout.body.upperBound {
            add(blocks[index].content, "date_below_text", 0.6)
        }
        for index in layout.indices(of: .credit) {
            add(blocks[index].content, "date_in_credit", 0.5)
        }
        return candidates
    }
}
