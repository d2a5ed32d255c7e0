import Articles

/// Gives roles to the blocks of a text that is an article's and nothing else, as the body in a feed
/// or in JSON is.
///
/// What is asked of a pasted text is known here: there is no menu above it and no headline in it, so
/// that every block is text unless its words say plainly that it is none.
struct BodyLayout {
    private let text: Manuscript
    private let blocks: [Block]
    private let roles: [Int: Role]
    private var layout: Layout

    /// The layout of a body whose headline is known, and with it the roles that markup gives, by
    /// the blocks' first lines.
    static func layout(
        of blocks: [Block],
        in text: Manuscript,
        headline: String?,
        roles: [Int: Role] = [:]
    ) -> Layout {
        var body = BodyLayout(text: text, blocks: withLoneMarks(blocks), roles: roles)
        body.classify(headline: headline)
        return body.layout
    }

    private init(text: Manuscript, blocks: [Block], roles: [Int: Role]) {
        self.text = text
        self.roles = roles
        self.blocks = blocks
        layout = Layout(blocks[...], headline: nil, body: blocks.indices)
    }

    /// The blocks with their number or bullet given back where no other stands beside them: `1. What
    /// changes` is a heading and no list.
    private static func withLoneMarks(_ blocks: [Block]) -> [Block] {
        var kept = blocks
        for index in blocks.indices where blocks[index].hasBullet {
            let neighbours = [index - 1, index + 1].filter(blocks.indices.contains)
            guard !neighbours.contains(where: { blocks[$0].hasBullet }) else { continue }
            kept[index].content = blocks[index].full
            kept[index].hasBullet = false
        }
        return kept
    }

    private mutating func classify(headline: String?) {
        for index in blocks.indices { layout[index] = role(of: index) }
        setAsideHead(headline: headline)
        setAsideEnd(headline: headline)
    }

    private func role(of index: Int) -> Role {
        let block = blocks[index]
        if block.isRule { return .removed("rule") }
        if let role = roles[block.line] { return role }
        if block.headingLevel > 0 { return .subhead }
        if block.hasBullet { return .listItem }
        if block.phrases.contains(.correction) { return .correction }
        if isSubhead(index) { return .subhead }
        return .paragraph
    }

    /// A short line without an end between paragraphs.
    private func isSubhead(_ index: Int) -> Bool {
        let block = blocks[index]
        guard index > 0, index + 1 < blocks.count, block.columns <= 100, block.words <= 14,
            !block.endsSentence, !block.endsInColon, !block.startsQuote
        else { return false }
        return blocks[index - 1].isProse && blocks[index + 1].isProse
    }

    /// The headline said again, and the byline and the date line below it.
    private mutating func setAsideHead(headline: String?) {
        var first = 0
        if let headline, blocks.count > 1, first < blocks.count,
            key(blocks[first].content) == Manuscript(headline).key
        {
            layout[first] = .removed("repeats_headline")
            first += 1
        }
        if first + 1 < blocks.count, blocks[first].phrases.contains(.byline),
            blocks[first].columns <= 120, !blocks[first].isProse
        {
            layout[first] = .byline
            first += 1
        }
        let details = Details(text: text)
        if first + 1 < blocks.count, blocks[first].words <= 8, !blocks[first].endsSentence,
            details.isDateLine(blocks[first]), details.isStrong(blocks[first])
        {
            layout[first] = .date
            first += 1
        }
        layout.body = min(first, max(0, blocks.count - 1))..<blocks.count
    }

    /// The credit at the end, and lines of the page below it.
    private mutating func setAsideEnd(headline: String?) {
        var last = blocks.count - 1
        while last > 0, let rule = ruleAtEnd(blocks[last], headline) {
            layout[last] = .removed(rule)
            last -= 1
        }
        last = setAsideOtherStories(above: last)
        if last > 0, blocks[last].phrases.contains(.furniture) == false,
            let credit = Credit.credit(in: blocks[last], of: text), credit.confidence >= 0.9
        {
            layout[last] = .credit
        }
    }

    /// Sets a list of other stories at the end aside, with the line that says so above it: `Read also:`.
    ///
    /// - Returns: The last block that is left.
    private mutating func setAsideOtherStories(above end: Int) -> Int {
        var lead = end
        while lead > 0, layout[lead] == .listItem { lead -= 1 }
        let block = blocks[lead]
        guard lead > 0, lead < end, block.phrases.contains(.furniture), block.words <= 8,
            block.endsInColon
        else { return end }
        for index in lead...end { layout[index] = .removed("other_stories") }
        return lead - 1
    }

    /// By which rule a block at the end is no part of the article; `nil` for one that is.
    private func ruleAtEnd(_ block: Block, _ headline: String?) -> String? {
        if block.phrases.contains(.furniture), block.words <= 8, !block.isProse {
            return "furniture_list"
        }
        if block.words <= 15, isRightsNotice(text.text(block.content)) { return "rights_notice" }
        guard let headline, block.words <= 80,
            SyndicationWords.isNotice(text.text(block.content), of: headline)
        else { return nil }
        return "syndication_notice"
    }

    /// Whether a line begins or ends as notices of rights do: a sentence may speak of one.
    private func isRightsNotice(_ line: String) -> Bool {
        let line = line.lowercased()
        let letters = line.unicodeScalars.reversed().drop { !ScalarClass($0).isLetter }.reversed()
        let end = String(String.UnicodeScalarView(letters))
        return Self.rights.contains { sign in
            line.hasPrefix(sign) || end.hasSuffix(sign)
                || line.hasPrefix("©") && line.contains(sign)
        }
    }

    /// What notices of rights say, in letters that are small.
    private static let rights = [
        "all rights reserved", "copyright ©", "© copyright", "alle rechte vorbehalten",
        "tous droits réservés", "todos los derechos reservados", "todos os direitos reservados",
        "tutti i diritti riservati", "riproduzione riservata", "alle rechten voorbehouden",
        "wszelkie prawa zastrzeżone", "все права защищены",
    ]

    private func key(_ range: Range<Int>) -> UInt64 { PhraseKey(text, range).whole }
}

extension Manuscript {
    /// The key of all its words.
    fileprivate var key: UInt64 { PhraseKey(self, 0..<scalars.count).whole }
}
