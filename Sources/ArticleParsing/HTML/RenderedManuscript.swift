/// A page's article set as lines of text, one block a line, for the readers of plain text.
struct RenderedManuscript {
    private(set) var text: Manuscript
    private(set) var layout: Layout
    private(set) var lines: [SourceMap.Line] = []

    /// Sets the chosen blocks of a page below the headline.
    init(page: PageText, choices: [BodySelector.Choice], headline: String?) {
        var setter = Setter()
        setter.reserve(choices.count, scalars: page.bytes.count)
        lines.reserveCapacity(choices.count)
        for choice in choices {
            let block = page.blocks[choice.block]
            let start = setter.append(page.string(block), choice.role)
            lines.append(SourceMap.Line(start: start, text: block.text))
        }
        text = setter.manuscript()
        layout = setter.layout(of: text)
    }

    /// Sets a text whose paragraphs are divided by line ends.
    init(paragraphs: String, headline: String?) {
        var setter = Setter()
        for paragraph in paragraphs.split(whereSeparator: \.isNewline) {
            let folded = PageMetadata.folded(String(paragraph))
            if !folded.isEmpty { _ = setter.append(folded, .paragraph) }
        }
        text = setter.manuscript()
        layout = setter.layout(of: text)
    }

    /// How much text it has, in columns.
    var textColumns: Int {
        layout.blocks.indices.reduce(0) {
            $0 + (layout[$1].isText ? layout.blocks[$1].columns : 0)
        }
    }

    private struct Setter {
        private var scalars: [Unicode.Scalar] = []
        private var ranges: [Range<Int>] = []
        private var roles: [Role] = []

        mutating func append(_ line: String, _ role: Role) -> Int {
            let start = scalars.count
            scalars.append(contentsOf: line.unicodeScalars)
            ranges.append(start..<scalars.count)
            scalars.append("\n")
            roles.append(role)
            return start
        }

        /// Makes room for so many blocks that have so many scalars together.
        mutating func reserve(_ blocks: Int, scalars count: Int) {
            ranges.reserveCapacity(blocks)
            roles.reserveCapacity(blocks)
            scalars.reserveCapacity(count + blocks)
        }

        /// What was set, which is forgotten here.
        mutating func manuscript() -> Manuscript {
            let text = Manuscript(scalars: scalars)
            scalars = []
            return text
        }

        func layout(of text: Manuscript) -> Layout {
            var blocks: [Block] = []
            blocks.reserveCapacity(ranges.count)
            for (index, range) in ranges.enumerated() {
                let content = text.trimmed(range)
                var block = Block(
                    line: index + 1,
                    content: content,
                    full: range,
                    blankBefore: 1,
                    indent: 0,
                    columns: content.count
                )
                BlockFeatures.count(in: &block, of: text)
                blocks.append(block)
            }
            let isText = roles.indices.filter { roles[$0].isText }
            let body =
                isText.isEmpty
                ? blocks.count..<blocks.count : isText[0]..<isText[isText.count - 1] + 1
            var layout = Layout(blocks[...], headline: nil, body: body)
            for index in roles.indices { layout[index] = roles[index] }
            return layout
        }
    }

    /// Whether a block is a whole sentence with more text below it: what it says of browsers and
    /// newsletters is what the story is about.
    private func isSentenceOfText(_ index: Int, upTo lastProse: Int) -> Bool {
        let block = layout.blocks[index]
        guard block.endsSentence, block.columns >= 60, index < lastProse else { return false }
        return text.tokens(in: block.content, limit: 90).allSatisfy { token in
            !FurnitureWords.topics.contains(token) || PageWords.software.contains(token)
        }
    }

    /// Whether a block is a caption by its first words: `Figure 2: The ferry at the quay`.
    private func isFigure(_ block: Block) -> Bool {
        guard block.columns <= 400,
            let colon = block.content.prefix(24).first(where: { text.scalars[$0] == ":" })
        else { return false }
        let label = text.tokens(in: block.content.lowerBound..<colon, limit: 6)
            .filter { $0.kind == .word }
        guard label.count == 1, let word = label.first else { return false }
        return PageWords.figures.contains(PhraseKey(text, word.range))
    }

    /// Corrects the roles that the markup gave by what the words say: furniture, bylines, dates,
    /// credits.
    mutating func readPhrases() {
        let details = Details(text: text)
        var hasProse = false
        var seen: Set<UInt64> = []
        let bodyEnd = layout.body.upperBound
        var lastProse = layout.body.lowerBound
        var lastText = lastProse
        for index in layout.body where layout[index].isText && layout.blocks[index].isProse {
            lastProse = index
        }
        for index in layout.body where layout[index].isText && layout.blocks[index].columns >= 60 {
            lastText = index
        }
        for index in layout.blocks.indices {
            let block = layout.blocks[index]
            // What is named for the byline may hold the date beside it.
            if layout[index] == .byline, details.isDateLine(block),
                !details.isByline(block, needsOpener: false)
            {
                layout[index] = .date
            }
            if index < layout.body.lowerBound {
                if case .removed = layout[index] {
                    if details.isDateLine(block) {
                        layout[index] = .date
                    } else if block.columns <= 120, block.phrases.contains(.byline),
                        details.isByline(block, needsOpener: true)
                    {
                        layout[index] = .byline
                    }
                }
                continue
            }
            guard layout[index].isText else { continue }
            if !hasProse, layout[index] != .listItem, !block.endsSentence,
                details.isDateLine(block), details.isStrong(block)
            {
                layout[index] = .date
                continue
            }
            hasProse = hasProse || block.isProse
            if block.hash != 0, block.columns >= 20, !seen.insert(block.hash).inserted {
                layout[index] = .removed("repeated_line")
            } else if block.phrases.contains(.furniture), !block.isProse {
                layout[index] = .removed("furniture_list")
            } else if block.phrases.contains(.end), block.columns < 100 {
                layout[index] = .removed("furniture_list")
            } else if block.phrases.contains(.aboutPage), block.columns < 400,
                !isSentenceOfText(index, upTo: lastText)
            {
                layout[index] = .removed("about_the_page")
            } else if isFigure(block) || isOfPicture(block, index) {
                layout[index] = .caption
            } else if block.isRule {
                layout[index] = .removed("rule_line")
            } else if block.phrases.contains(.correction), block.words >= 5,
                index > layout.body.lowerBound + 1
            {
                layout[index] = .correction
            } else if index > lastProse || index == bodyEnd - 1,
                Credit.credit(in: block, of: text) != nil
                    || block.columns <= 300 && details.isStaffLine(block)
            {
                layout[index] = .credit
            }
        }
        findEnds()
    }

    /// Sets the body from the first piece of text to the last.
    private mutating func findEnds() {
        let isText = layout.blocks.indices.filter { layout[$0].isText }
        layout.body =
            isText.isEmpty
            ? layout.blocks.endIndex..<layout.blocks.endIndex
            : isText[0]..<isText[isText.count - 1] + 1
    }

    /// Whether a block in the running text is the line under a picture: who took it stands at its
    /// end, or it says that the picture is from the files.
    private func isOfPicture(_ block: Block, _ index: Int) -> Bool {
        guard layout[index] == .paragraph, block.columns <= 400 else { return false }
        if block.phrases.contains(.pictureCredit), index + 1 < layout.body.upperBound {
            return block.columns <= 330
        }
        return isFilePicture(block)
    }

    /// Whether a block says as captions do that its picture is from the files.
    ///
    /// `FILE - …`, `A file photo of …`, `In this June 3, 2011, file photo, …` do, and what ends in
    /// `(file photo)`; a sentence that tells of a file photo in other words is text.
    private func isFilePicture(_ block: Block) -> Bool {
        let tokens = text.tokens(in: block.content, limit: 40)
        if tokens.count > 2, ScalarClass(tokens[1].first) == .dash, tokens[1].followsSpace,
            text.text(tokens[0].range) == "FILE"
        {
            return true
        }
        let picture = tokens.indices.dropLast().first { index in
            PageWords.filePictures.matches(text, tokens[index...index + 1].range)
        }
        guard let picture, tokens.count > picture + 2 else { return false }
        let next = tokens[picture + 2]
        if picture > 0, tokens[picture - 1].isMark(in: "(["), next.isMark(in: ")]") { return true }
        let before = tokens[..<picture]
        if PageWords.fileOpenings.matchedWords(PhraseKey(text, before.range)) == 0 {
            return before.isEmpty
        }
        // Between `In this` and the picture stands its date, or one word such as `undated`.
        return before.count <= 3 || before.count <= 9 && before.contains { $0.kind == .number }
    }

    /// Sets the paragraphs below the text aside that say who wrote it.
    ///
    /// - Parameter authors: Names of persons.
    /// - Returns: Whether there was one.
    mutating func dropBiographies(of authors: [String]) -> Bool {
        let names = authors.prefix(12).map(Similarity.words).filter { (2...12).contains($0.count) }
        guard !names.isEmpty else { return false }
        let paragraphs = layout.body.filter { layout[$0] == .paragraph }
        guard paragraphs.count >= 4 else { return false }
        let biographies = paragraphs.suffix(3).filter { index in
            layout.blocks[index].columns <= 900
                && names.contains { isBiography(layout.blocks[index], of: $0) }
        }
        for index in biographies { layout[index] = .removed("author_biography") }
        if !biographies.isEmpty { findEnds() }
        return !biographies.isEmpty
    }

    /// Whether a block begins with the whole of a name, a few words of what the person is before it
    /// or not, and goes on as it does where somebody is presented: a story hardly tells of its author
    /// in the present tense.
    private func isBiography(_ block: Block, of name: [UInt64]) -> Bool {
        let tokens = text.tokens(in: block.content, limit: 40)
        return tokens.prefix(Self.titleWords).indices.contains { start in
            tokens[..<start].allSatisfy { $0.kind == .word }
                && isBiography(tokens[start...], of: name)
        }
    }

    /// How many words may stand before the name of who is presented: `Our correspondent Jane Roe`.
    private static let titleWords = 6

    private func isBiography(_ tokens: ArraySlice<Token>, of name: [UInt64]) -> Bool {
        var rest = tokens
        for word in name {
            if rest.startIndex > tokens.startIndex { rest = rest.drop { $0.isMark(in: ".-'’") } }
            guard let token = rest.first, token.kind == .word, token.hash == word else {
                return false
            }
            rest = rest.dropFirst()
        }
        if rest.first?.isMark("(") == true {
            rest = rest.drop { !$0.isMark(")") }.dropFirst()
        }
        guard rest.first?.kind == .word else { return false }
        return PageWords.presentations.matches(text, rest.range)
    }
}
