import Articles

extension ArticleReader {
    /// Reads whom the text credits, and from that and the rest where it comes from.
    mutating func readCredit() {
        var credit: Credit?
        for index in layout.indices(of: .credit) {
            guard
                let found = Credit.credit(in: blocks[index], of: text)
                    ?? Credit.origin(in: blocks[index], of: text) ?? labelled(index)
            else {
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
            notes[.authors]?.value = fields.authors.map(\.name).joined(separator: ", ")
            if fields.authors.isEmpty { notes[.authors] = nil }
        }
    }

    private mutating func readSource(_ credit: Credit?) {
        if let source = given.source {
            fields.source = source
            noteGiven(.source, source)
        } else if let entry = entries(.source).first {
            fields.source = text.text(entry)
            note(.source, text.text(entry), rule: "named_line", span: entry, 0.95)
        } else if let credit,
            !["agency_after_last_sentence", "copyright_line"].contains(credit.rule)
                || dateline?.dateline.agency == nil
        {
            fields.source = credit.name
            note(.source, credit.name, rule: "from_credit", span: credit.range, 0.8)
        } else if let source = labelledSource() {
            fields.source = source.name
            note(.source, source.name, rule: source.rule, span: source.range, source.confidence)
        } else if let agency = dateline?.dateline.agency {
            fields.source = agency
            note(.source, agency, rule: "from_dateline", span: dateline?.agencyRange, 0.8)
        } else if let agency {
            fields.source = agency.name
            note(.source, agency.name, rule: "from_byline", span: agency.range, 0.75)
        } else if let source = Credit.reported(in: firstParagraph, of: text) ?? impliedSource() {
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

    /// A name below a label such as `News provided by`.
    private func labelled(_ index: Int) -> Credit? {
        guard index > blocks.startIndex, layout[index - 1] == .removed("source_label") else {
            return nil
        }
        let name = blocks[index].content
        return Credit(name: text.text(name), range: name, rule: "source_label", confidence: 0.85)
    }

    private func labelledSource() -> Credit? {
        for index in layout.indices(of: .date) + layout.indices(of: .byline) {
            if let source = Credit.source(in: blocks[index], of: text) { return source }
        }
        return nil
    }

    private var firstParagraph: Range<Int>? {
        layout.body.first { layout[$0] == .paragraph }.map { blocks[$0].content }
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
                    range: notes[.authors]?.span?.range ?? 0..<0,
                    rule: "organisation_in_byline",
                    confidence: 0.6
                )
            }
        }
        let around = blocks.indices.filter { layout[$0].isRemoved || layout[$0] == .kicker }
        for index in around {
            if let source = Credit.copyright(in: blocks[index], of: text) { return source }
        }
        for index in around {
            if let source = Credit.outlet(around: blocks[index], of: text) { return source }
        }
        return nil
    }
}
