import Articles

/// Reads an article's fields from its blocks, and notes how each was found.
struct ArticleReader {
    let text: Manuscript
    private(set) var layout: Layout
    let input: DecodedText
    var fields = ArticleFields()
    var notes: [FieldName: FieldExplanation] = [:]
    var warnings: [ArticleWarning] = []
    var dateline: PrintedDateline?
    /// The block of text that the dateline was taken off.
    var datelineBlock: Int?
    var dayFirst = true
    /// The agency that a byline names.
    var agency: (name: String, range: Range<Int>)?
    /// The line that names those who worked on the story.
    var staffCredit: Range<Int>?
    /// A headline that does not stand in the text, by which its language is told as well.
    var knownHeadline: String?

    /// Makes a reader of an article.
    init(text: Manuscript, layout: Layout, input: DecodedText) {
        self.text = text
        self.layout = layout
        self.input = input
        warnings = input.warnings
        if let headline = input.given.headline { releasePrintedHeadline(given: headline) }
    }

    var blocks: ArraySlice<Block> { layout.blocks }
    var given: GivenFields { input.given }

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
        let removed = removedLines(separators)
        if removed.furniture > 0 {
            let lines =
                removed.furniture == 1
                ? "1 line of page furniture was"
                : "\(removed.furniture) lines of page furniture were"
            warnings.append(
                ArticleWarning(
                    .textRemoved,
                    detail: "\(lines) left out of the body.",
                    removed: removed.furnitureParts
                )
            )
        }
        return ArticleDraft(
            fields: fields,
            explanation: Explanation(
                input: input.description,
                fields: FieldName.allCases.compactMap { notes[$0] },
                removed: removed.parts
            ),
            warnings: warnings
        )
    }

    /// Gives the line that was taken for the headline back where the client gives another one: to
    /// the text if there is no other, else to what is set aside.
    private mutating func releasePrintedHeadline(given: String) {
        guard let block = layout.headline?.block,
            letters(of: text.text(blocks[block].content)) != letters(of: given)
        else { return }
        let hasText = blocks.indices.contains { layout[$0].isText }
        layout[block] = hasText ? .removed("headline_given_otherwise") : .paragraph
        layout.headline = nil
        if !hasText { layout.body = block..<block + 1 }
    }

    private func letters(of text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter(\.properties.isAlphabetic)))
            .lowercased()
    }

    // MARK: Notes

    mutating func note(
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

    /// Lists other places that a field was read from.
    mutating func addEvidence(_ places: [Range<Int>], for field: FieldName) {
        notes[field]?.evidence += places.map { Evidence(text: text.text($0), span: Span($0)) }
    }

    mutating func noteGiven(_ field: FieldName, _ value: String) {
        note(field, value, rule: "given", 1)
    }

    mutating func noteNothing(_ field: FieldName, tried: [String]) {
        notes[field] = FieldExplanation(field, tried: tried)
    }

    static func rounded(_ confidence: Double) -> Double {
        (min(1, max(0, confidence)) * 100).rounded() / 100
    }

    // MARK: Language

    private mutating func readLanguage() {
        if let language = given.language {
            fields.language = language
            noteGiven(.language, language)
        } else {
            if let guess = LanguageIdentifier.language(ofUTF8: sample()) {
                fields.language = guess.tag
                note(
                    .language,
                    guess.tag,
                    rule: "letters_and_words",
                    span: sampleRange,
                    guess.confidence
                )
            } else {
                noteNothing(.language, tried: ["letters_and_words"])
            }
        }
        // Only English sets the month first; without a known language, the day goes first.
        dayFirst =
            fields.language.map { !$0.hasPrefix("en") || $0 == "en-GB" || $0 == "en-IN" } ?? true
    }

    /// The headline and the opening of the text in UTF-8, for the language.
    private func sample() -> [UInt8] {
        var sample: [UInt8] = []
        sample.reserveCapacity(4_096)
        if let headline = layout.headline {
            text.append(blocks[headline.block].content.prefix(400), to: &sample)
        } else if let knownHeadline {
            sample += knownHeadline.prefix(400).utf8
        }
        var length = 0
        for index in layout.body where layout[index].isText && length < 4_000 {
            let content = blocks[index].content.prefix(2_000)
            sample.append(ASCII.lineFeed)
            text.append(content, to: &sample)
            length += content.count
        }
        return sample
    }

    /// Where the words stand by which the language is told; `nil` where there are none.
    private var sampleRange: Range<Int>? {
        let text = layout.body.filter { layout[$0].isText }
        let ends = [layout.headline?.block, text.first, text.last].compactMap { $0 }
        guard let first = ends.min(), let last = ends.max() else { return nil }
        return blocks[first].content.lowerBound..<blocks[last].content.upperBound
    }

    // MARK: Text

    private mutating func readDateline() {
        if let index = layout.indices(of: .dateline).first {
            dateline = DatelineReader.line(blocks[index].content, of: text, dayFirst: dayFirst)
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
        if dateline == nil { dateline = placeInDateLine() }
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

    /// The place that the date line below the headline names.
    private func placeInDateLine() -> PrintedDateline? {
        for index in layout.indices(of: .date) where index < layout.body.lowerBound {
            guard let place = DatelineReader.place(inDateLine: blocks[index].content, of: text)
            else { continue }
            let words = text.text(place)
            return PrintedDateline(
                dateline: Dateline(raw: words, place: words),
                range: place,
                rule: "place_in_date_line",
                confidence: 0.6
            )
        }
        return nil
    }

    private mutating func readParagraphs() {
        for index in layout.blocks.indices {
            let kind: Paragraph.Kind
            switch layout[index] {
            case .paragraph: kind = .paragraph
            case .subhead: kind = .subhead
            case .listItem: kind = .listItem
            case .quotation: kind = .quotation
            case .table: kind = .table
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
            let count = fields.paragraphs.count
            notes[.text] = FieldExplanation(
                .text,
                value: count == 1 ? "1 paragraph" : "\(count) paragraphs",
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

    // MARK: Entries, address, corrections

    func entries(_ entry: CreditWords.Entry) -> [Range<Int>] {
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
        addEvidence(corrections.dropFirst().map { blocks[$0].content }, for: .corrections)
    }

    // MARK: What is left out

    /// What is part of no field, in the order of the original, each with the rule that says so.
    ///
    /// Lines that say who, when or where and that no field was read from are listed too, so that every
    /// line of the original with a word is here, or a field was read from it.
    private func removedLines(_ separators: ArraySlice<Block>) -> RemovedLines {
        var removed = RemovedLines(text: text)
        let notes = notes.values.filter { $0.field != .text && $0.field != .language }
        let used = (notes.compactMap(\.span) + notes.flatMap(\.evidence).map(\.span)).map(\.range)
            .filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
        // Blocks and ranges are in order: those that end above a block are done with.
        var next = used.startIndex
        for index in blocks.indices {
            let block = blocks[index]
            switch layout[index] {
            case .removed(let rule): removed.append(block, rule: rule)
            case .caption where !layout.body.contains(index):
                removed.append(block, rule: "caption_outside_text")
            case let role:
                guard let rule = role.ruleWhenUnused else { continue }
                while next < used.endIndex, used[next].upperBound <= block.full.lowerBound {
                    next += 1
                }
                if next < used.endIndex, used[next].overlaps(block.full) { continue }
                removed.append(block, rule: rule, isFurniture: false)
            }
        }
        for block in separators { removed.append(block, rule: "separator") }
        return removed
    }
}
