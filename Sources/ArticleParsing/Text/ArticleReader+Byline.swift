import Articles

extension ArticleReader {
    /// Reads the byline and the people in it, and the agency that may stand there in their place.
    mutating func readByline() {
        if !given.authors.isEmpty {
            fields.authors = given.authors.map { Author(name: $0) }
            noteGiven(.authors, given.authors.joined(separator: ", "))
        }
        var bylines: [(byline: Byline, index: Int)] = []
        for entry in entries(.author) {
            if let byline = BylineReader.byline(in: entry, of: text, needsOpener: false) {
                bylines.append((byline, blocks.startIndex - 1))
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
            if fields.authors.isEmpty, let dateline, !dateline.authors.isEmpty {
                fields.authors = dateline.authors
                note(
                    .authors,
                    fields.authors.map(\.name).joined(separator: ", "),
                    rule: dateline.rule,
                    span: dateline.range,
                    dateline.confidence
                )
            }
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
            let others = chosen.dropFirst().filter { !$0.byline.authors.isEmpty }
            addEvidence(others.map(\.byline.range), for: .authors)
        }
    }
}
