import Articles

/// Reads an article's fields from its blocks, and notes how each was found.
struct ArticleReader {
    let text: Manuscript
    let layout: Layout
    let input: DecodedText
    private var fields = ArticleFields()
    private var notes: [FieldName: FieldExplanation] = [:]
    private var warnings: [ArticleWarning] = []
    private var dateline: PrintedDateline?
    /// The block of text that the dateline was taken off.
    private var datelineBlock: Int?
    private var dayFirst = true

    /// Makes a reader of an article.
    init(text: Manuscript, layout: Layout, input: DecodedText) {
        self.text = text
        self.layout = layout
        self.input = input
        warnings = input.warnings
    }

    private var blocks: ArraySlice<Block> { layout.blocks }
    private var given: GivenFields { input.given }

    /// The article; `nil` where it has neither a headline nor text.
    mutating func draft(separators: ArraySlice<Block>) -> ArticleDraft? {
        readLanguage()
        readDateline()
        readParagraphs()
        readHead()
        readByline()
        readDates()
        readCredit()
        readEntries()
        readCorrections()
        guard !fields.paragraphs.isEmpty || fields.headline != nil else { return nil }
        let removed = removedParts(separators)
        if !removed.isEmpty {
            let lines =
                removed.count == 1
                ? "1 line of page furniture was" : "\(removed.count) lines of page furniture were"
            warnings.append(
                ArticleWarning(
                    .textRemoved,
                    detail: "\(lines) left out of the body.",
                    removed: removed
                )
            )
        }
        return ArticleDraft(
            fields: fields,
            explanation: Explanation(
                input: input.description,
                fields: FieldName.allCases.compactMap { notes[$0] },
                removed: removed
            ),
            warnings: warnings
        )
    }

    // MARK: Notes

    private mutating func note(
        _ field: FieldName,
        _ value: String,
        rule: String,
        span: Range<Int>? = nil,
        _ confidence: Double
    ) {
        notes[field] = FieldExplanation(
            field,
            value: value,
            rule: rule,
            span: span.map { Span($0) },
            confidence: Self.rounded(confidence)
        )
    }

    private mutating func noteGiven(_ field: FieldName, _ value: String) {
        note(field, value, rule: "given", 1)
    }

    private mutating func noteNothing(_ field: FieldName, tried: [String]) {
        notes[field] = FieldExplanation(field, tried: tried)
    }

    private static func rounded(_ confidence: Double) -> Double {
        (min(1, max(0, confidence)) * 100).rounded() / 100
    }

    // MARK: Language

    private mutating func readLanguage() {
        if let language = given.language {
            fields.language = language
            noteGiven(.language, language)
        } else {
            if let guess = LanguageIdentifier.language(of: sample()) {
                fields.language = guess.tag
                note(.language, guess.tag, rule: "letters_and_words", guess.confidence)
            } else {
                noteNothing(.language, tried: ["letters_and_words"])
            }
        }
        // Only English sets the month first; without a known language, the day goes first.
        dayFirst =
            fields.language.map { !$0.hasPrefix("en") || $0 == "en-GB" || $0 == "en-IN" } ?? true
    }

    /// The headline and the opening of the text, for the language.
    private func sample() -> String {
        var sample =
            layout.headline.map { text.verbatim(blocks[$0.block].content.prefix(400)) } ?? ""
        var length = 0
        for index in layout.body where layout[index].isText && length < 4_000 {
            let content = blocks[index].content.prefix(2_000)
            sample += "\n" + text.verbatim(content)
            length += content.count
        }
        return sample
    }

    // MARK: Text

    private mutating func readDateline() {
        if let index = layout.indices(of: .dateline).first {
            dateline = DatelineReader.dateline(
                in: blocks[index].content,
                of: text,
                dayFirst: dayFirst,
                isFirst: true
            )
        }
        if dateline == nil {
            let paragraphs = layout.body.filter { layout[$0] == .paragraph }
            for (position, index) in paragraphs.prefix(3).enumerated() {
                guard
                    let found = DatelineReader.dateline(
                        in: blocks[index].content,
                        of: text,
                        dayFirst: dayFirst,
                        isFirst: position <= 1
                    )
                else { continue }
                guard position <= 1 || found.confidence >= 0.9 && found.rule != "agency_before_dash"
                else { continue }
                dateline = found
                datelineBlock = index
                break
            }
        }
        guard let dateline else {
            noteNothing(
                .dateline,
                tried: [
                    "place_before_dash", "month_day_colon_at_paragraph_start", "agency_in_brackets",
                ]
            )
            return
        }
        fields.dateline = dateline.dateline
        note(
            .dateline,
            dateline.dateline.raw,
            rule: dateline.rule,
            span: dateline.range,
            dateline.confidence
        )
    }

    private mutating func readParagraphs() {
        for index in layout.blocks.indices {
            let kind: Paragraph.Kind
            switch layout[index] {
            case .paragraph: kind = .paragraph
            case .subhead: kind = .subhead
            case .listItem: kind = .listItem
            case .quotation: kind = .quotation
            case .caption: kind = .caption
            default: continue
            }
            if kind == .caption, !layout.body.contains(index) { continue }
            var range = blocks[index].content
            if index == datelineBlock, let dateline {
                range = text.trimmed(
                    min(dateline.range.upperBound, range.upperBound)..<range.upperBound
                )
            }
            guard !range.isEmpty else { continue }
            fields.paragraphs.append(
                Paragraph(kind: kind, text: text.text(range), span: Span(range))
            )
        }
        if let first = fields.paragraphs.first, let last = fields.paragraphs.last {
            notes[.text] = FieldExplanation(
                .text,
                rule: "run_of_paragraphs",
                span: Span(first.span.start, last.span.end),
                confidence: 0.9
            )
        } else {
            noteNothing(.text, tried: ["run_of_paragraphs"])
        }
    }

    private mutating func readHead() {
        if let headline = given.headline {
            fields.headline = headline
            noteGiven(.headline, headline)
        } else if let entry = entries(.headline).first {
            fields.headline = text.text(entry)
            note(.headline, text.text(entry), rule: "named_line", span: entry, 0.97)
        } else if let found = layout.headline {
            let range = blocks[found.block].content
            fields.headline = text.text(range)
            note(.headline, text.text(range), rule: found.rule, span: range, found.confidence)
        } else {
            noteNothing(
                .headline,
                tried: [
                    "first_line_short_no_period", "repeated_line_above_text", "line_above_text",
                ]
            )
        }
        if let index = layout.indices(of: .kicker).first {
            fields.kicker = text.text(blocks[index].content)
            note(
                .kicker,
                text.text(blocks[index].content),
                rule: "short_line_above_headline",
                span: blocks[index].content,
                0.6
            )
        }
        let standfirst = layout.indices(of: .standfirst)
        if let first = standfirst.first, let last = standfirst.last {
            let words = standfirst.map { text.text(blocks[$0].content) }.joined(separator: " ")
            fields.standfirst = words
            note(
                .standfirst,
                words,
                rule: "line_between_headline_and_text",
                span: blocks[first].content.lowerBound..<blocks[last].content.upperBound,
                0.7
            )
        }
    }

    // MARK: Byline

    private mutating func readByline() {
        if !given.authors.isEmpty {
            fields.authors = given.authors.map { Author(name: $0) }
            noteGiven(.authors, given.authors.joined(separator: ", "))
        }
        var bylines: [(byline: Byline, index: Int)] = []
        for entry in entries(.author) {
            if let byline = BylineReader.byline(in: entry, of: text, needsOpener: false) {
                bylines.append((byline, 0))
            }
        }
        for index in layout.indices(of: .byline) {
            if let byline = BylineReader.byline(
                in: blocks[index].content,
                of: text,
                needsOpener: false
            ) {
                bylines.append((byline, index))
            }
        }
        for index in layout.indices(of: .date) {
            // `Jane Roe / Example Times / Oct 15, 2023`
            if let byline = BylineReader.byline(
                in: blocks[index].content,
                of: text,
                needsOpener: false
            ) {
                bylines.append((byline, index))
            }
        }
        let opened = bylines.filter(\.byline.hasOpener)
        let head = bylines.filter { $0.index < layout.body.lowerBound }
        let chosen = !opened.isEmpty ? opened : !head.isEmpty ? head : bylines
        if given.authors.isEmpty {
            var seen: Set<UInt64> = []
            for author in chosen.flatMap(\.byline.authors) {
                let name = Manuscript(author.name)
                if seen.insert(PhraseKey(name, 0..<name.scalars.count).whole).inserted {
                    fields.authors.append(author)
                }
            }
            if fields.authors.isEmpty, let author = dateline?.author { fields.authors = [author] }
        }
        agency = bylines.lazy.compactMap(\.byline.agency).first
        guard let first = chosen.first?.byline else {
            noteNothing(.byline, tried: ["by_line", "trailing_name"])
            return
        }
        let rule =
            first.hasOpener
            ? "by_line"
            : chosen[0].index >= layout.body.upperBound ? "trailing_name" : "name_near_headline"
        let confidence = first.hasOpener ? 0.95 : 0.75
        fields.byline = text.text(first.range)
        note(.byline, text.text(first.range), rule: rule, span: first.range, confidence)
        if given.authors.isEmpty, !fields.authors.isEmpty {
            note(
                .authors,
                fields.authors.map(\.name).joined(separator: ", "),
                rule: rule,
                span: first.range,
                confidence
            )
        }
    }

    /// The agency that a byline names.
    private var agency: (name: String, range: Range<Int>)?

    // MARK: Dates

    private struct Candidate {
        var date: PrintedDate
        var rule: String
        var confidence: Double
    }

    private mutating func readDates() {
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
            ordered.first { $0.date.year != nil && $0.date.day != nil }
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
            span: resolved.evidence.isEmpty ? Span(best.date.range) : nil,
            confidence: Self.rounded(best.confidence * resolved.factor),
            evidence: resolved.evidence,
            alternatives: resolved.alternatives
        )
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

    // MARK: Credit and source

    private mutating func readCredit() {
        var credit: Credit?
        for index in layout.indices(of: .credit) {
            guard let found = Credit.credit(in: blocks[index], of: text) else {
                if credit == nil { staffCredit = blocks[index].content }
                continue
            }
            if credit == nil || index >= layout.body.lowerBound { credit = found }
        }
        if credit == nil, let last = layout.body.last(where: { layout[$0] == .paragraph }) {
            credit = Credit.trailingAgency(in: blocks[last], of: text)
        }
        if let credit {
            fields.credit = credit.name
            note(.credit, credit.name, rule: credit.rule, span: credit.range, credit.confidence)
        } else if let staffCredit {
            fields.credit = text.text(staffCredit)
            note(.credit, text.text(staffCredit), rule: "staff_line", span: staffCredit, 0.8)
        } else {
            noteNothing(
                .credit,
                tried: ["last_line_in_parentheses", "agency_line", "agency_after_last_sentence"]
            )
        }
        readSource(credit)
        // An organisation's name may look like a person's: `News provided by Halden Optics`.
        if given.authors.isEmpty, let source = fields.source,
            fields.authors.contains(where: { $0.name == source })
        {
            fields.authors.removeAll { $0.name == source }
            if fields.authors.isEmpty { notes[.authors] = nil }
        }
    }

    private var staffCredit: Range<Int>?

    private mutating func readSource(_ credit: Credit?) {
        if let source = given.source {
            fields.source = source
            noteGiven(.source, source)
        } else if let entry = entries(.source).first {
            fields.source = text.text(entry)
            note(.source, text.text(entry), rule: "named_line", span: entry, 0.95)
        } else if let credit,
            credit.rule != "agency_after_last_sentence" || dateline?.dateline.agency == nil
        {
            fields.source = credit.name
            note(.source, credit.name, rule: "from_credit", 0.8)
        } else if let source = labelledSource() {
            fields.source = source.name
            note(.source, source.name, rule: source.rule, span: source.range, source.confidence)
        } else if let agency = dateline?.dateline.agency {
            fields.source = agency
            note(.source, agency, rule: "from_dateline", span: dateline?.agencyRange, 0.8)
        } else if let agency {
            fields.source = agency.name
            note(.source, agency.name, rule: "from_byline", span: agency.range, 0.75)
        } else if let source = impliedSource() {
            fields.source = source.name
            let span = source.range.isEmpty ? nil : source.range
            note(.source, source.name, rule: source.rule, span: span, source.confidence)
        } else {
            noteNothing(
                .source,
                tried: [
                    "from_credit", "from_dateline", "from_byline", "source_label", "copyright_line",
                ]
            )
        }
    }

    private func labelledSource() -> Credit? {
        for index in layout.indices(of: .date) + layout.indices(of: .byline) {
            if let source = Credit.source(in: blocks[index], of: text) { return source }
        }
        return nil
    }

    /// The paper a byline names, or the publisher in a copyright line.
    private func impliedSource() -> Credit? {
        if let staffCredit, let agency = Credit.agency(inStaffLine: staffCredit, of: text) {
            return agency
        }
        for author in fields.authors {
            if let organisation = author.organisation {
                return Credit(
                    name: organisation,
                    range: 0..<0,
                    rule: "organisation_in_byline",
                    confidence: 0.6
                )
            }
        }
        for index in blocks.indices
        where index >= layout.body.upperBound || index < layout.body.lowerBound {
            if let source = Credit.copyright(in: blocks[index], of: text) { return source }
        }
        return nil
    }

    // MARK: Entries, address, corrections

    private func entries(_ entry: CreditWords.Entry) -> [Range<Int>] {
        layout.indices(of: .entry).compactMap { index in
            let found = PrintedEntry.entry(in: blocks[index], of: text)
            return found?.entry == entry ? found?.value : nil
        }
    }

    private mutating func readEntries() {
        if let section = given.section {
            fields.section = section
            noteGiven(.section, section)
        } else if let section = entries(.section).first {
            fields.section = text.text(section)
            note(.section, text.text(section), rule: "named_line", span: section, 0.9)
        }
        if let url = given.url {
            fields.url = url
            noteGiven(.url, url)
        } else if let address = entries(.url).first
            ?? layout.indices(of: .address).first.map({ blocks[$0].content })
        {
            let url = text.text(address)
            if !url.contains(" ") {
                fields.url = url
                note(.url, url, rule: "printed_address", span: address, 0.7)
            }
        }
        if !given.tags.isEmpty {
            fields.tags = given.tags
            noteGiven(.tags, given.tags.joined(separator: ", "))
        } else if let tags = entries(.tags).first {
            fields.tags = text.text(tags).split(separator: ",").map { tag in
                String(tag.drop { $0 == " " })
            }
            note(.tags, text.text(tags), rule: "named_line", span: tags, 0.9)
        }
    }

    private mutating func readCorrections() {
        let corrections = layout.indices(of: .correction)
        guard let first = corrections.first else { return }
        fields.corrections = corrections.map { text.text(blocks[$0].content) }
        note(
            .corrections,
            fields.corrections[0],
            rule: "correction_words",
            span: blocks[first].content,
            0.85
        )
    }

    // MARK: What is left out

    private func removedParts(_ separators: ArraySlice<Block>) -> [RemovedText] {
        var removed: [RemovedText] = []
        func remove(_ block: Block, _ rule: String) {
            removed.append(
                RemovedText(
                    text: text.verbatim(block.full),
                    line: block.line,
                    span: Span(block.full),
                    rule: rule
                )
            )
        }
        for index in blocks.indices {
            switch layout[index] {
            case .removed(let rule): remove(blocks[index], rule)
            case .caption where !layout.body.contains(index):
                remove(blocks[index], "caption_outside_text")
            default: break
            }
        }
        for block in separators { remove(block, "separator") }
        return removed
    }
}
