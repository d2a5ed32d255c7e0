/// Chooses the blocks of an article's text within its container.
struct BodySelector {
    /// A block with what it is taken for.
    struct Choice {
        var block: Int
        var role: Role
    }

    let tree: HTMLTree
    let page: PageText

    /// The roles of an article's blocks, which come in order and apart from each other.
    func choices(in ranges: [Range<Int>]) -> [Choice] {
        let first = ranges.first?.lowerBound ?? 0
        var choices: [Choice] = []
        for range in ranges {
            for index in range {
                choices.append(Choice(block: index, role: role(of: index, from: first)))
            }
        }
        dropLinkLists(&choices)
        dropLooseEnds(&choices)
        return choices
    }

    private func role(of index: Int, from first: Int) -> Role {
        let block = page.blocks[index]
        let evidence = block.evidence
        let outside = evidence.intersection(.outside)
        if evidence.contains(.byline), block.columns <= 200, !evidence.contains(.related),
            !evidence.contains(.comments), index - first <= 12
        {
            return .byline
        }
        if !outside.isEmpty { return .removed(outside.rule) }
        if evidence.contains(.caption), !block.kind.isOfText { return .caption }
        if repeatsPicture(index) { return .caption }
        let density = block.linkDensity
        switch block.kind {
        case .heading: return density > 0.8 ? .removed("linked_heading") : .subhead
        case .caption: return .caption
        case .quotation: return .quotation
        case .listItem:
            return density > 0.7 && !block.isProse ? .removed("list_of_links") : .listItem
        case .paragraph:
            if density > 0.85, !block.endsSentence || !isBetweenProse(index) {
                return .removed("link_paragraph")
            }
            return .paragraph
        case .row: return density > 0.5 ? .removed("table_of_links") : .table
        case .preformatted where density <= 0.5: return .paragraph
        case .preformatted, .cell, .plain:
            if density > 0.5 { return .removed("link_line") }
            if block.isProse || block.endsSentence && block.words >= 3 { return .paragraph }
            if isBetweenProse(index), block.words >= 3 { return .paragraph }
            return .removed("short_line")
        }
    }

    private func isBetweenProse(_ index: Int) -> Bool {
        func isText(_ neighbour: Int) -> Bool {
            guard page.blocks.indices.contains(neighbour) else { return false }
            let block = page.blocks[neighbour]
            return block.isProse && block.linkDensity < 0.5
                && block.evidence.isDisjoint(with: .outside)
        }
        return isText(index - 1) && isText(index + 1)
    }

    /// Lists whose entries are mostly links to other stories.
    private func dropLinkLists(_ choices: inout [Choice]) {
        var index = 0
        while index < choices.count {
            guard case .listItem = choices[index].role else {
                index += 1
                continue
            }
            var end = index
            var columns = 0
            var links = 0
            while end < choices.count, isListEntry(choices[end]) {
                columns += page.blocks[choices[end].block].columns
                links += page.blocks[choices[end].block].linkColumns
                end += 1
            }
            if links * 2 > columns {
                for entry in index..<end { choices[entry].role = .removed("list_of_links") }
            }
            index = end
        }
    }

    private func isListEntry(_ choice: Choice) -> Bool {
        if case .listItem = page.blocks[choice.block].kind { true } else { false }
    }

    /// Whether a block says what the picture right above it is described by, and stands in one box
    /// with it and nothing else: a line of the text may be the description, too.
    private func repeatsPicture(_ index: Int) -> Bool {
        let block = page.blocks[index]
        if case .heading = block.kind { return false }
        guard block.columns <= HTMLWeights.pictureColumns, isAlone(index) else { return false }
        var node = Int(block.nodes.lowerBound) - 1
        let first = max(0, node - Self.pictureReach)
        while node > first {
            switch tree.nodes[node].tag {
            case .text where tree.text(at: node).allSatisfy(ASCII.isSpace): break
            case .text: return false
            case .img:
                return [HTMLAttribute.alt, .title].contains { name in
                    guard let words = tree.value(of: name, at: node), words.utf8.count >= 20 else {
                        return false
                    }
                    // Of ten words one may be put otherwise.
                    return Similarity.between(words, page.string(block)) >= 0.9
                }
            default: break
            }
            node -= 1
        }
        return false
    }

    /// Whether no other block stands in the element around a block's own.
    private func isAlone(_ index: Int) -> Bool {
        let box = Int(tree.nodes[Int(page.blocks[index].element)].parent)
        guard box > 0 else { return false }
        let end = tree.nodes[box].end
        return (index == 0 || Int(page.blocks[index - 1].nodes.lowerBound) < box)
            && (index + 1 == page.blocks.count || page.blocks[index + 1].nodes.lowerBound >= end)
    }

    /// How many nodes above a block its picture may stand: a link and its icons are between them.
    private static let pictureReach = 12

    /// A heading at the top that is a sentence says what the story is about: it heads no part of it.
    ///
    /// Asked once the headline has been set aside.
    func setStandfirstApart(_ choices: inout [Choice]) {
        guard let first = choices.firstIndex(where: \.role.isText), choices[first].role == .subhead
        else { return }
        let block = page.blocks[choices[first].block]
        guard block.words >= 8, block.endsSentence || block.columns >= 90 else { return }
        choices[first].role = .standfirst
    }

    /// What stands below the last heading, where that is little and no running text: `More on this`
    /// and a line or two.
    private func dropLastSection(_ choices: inout [Choice]) {
        guard let heading = choices.lastIndex(where: { $0.role == .subhead }),
            choices[..<heading].contains(where: {
                $0.role == .paragraph && page.blocks[$0.block].isProse
            })
        else { return }
        let below = choices[(heading + 1)...].filter(\.role.isText)
        let columns = below.reduce(0) { $0 + page.blocks[$1.block].columns }
        guard (1...HTMLWeights.lastLines).contains(below.count),
            columns <= HTMLWeights.lastColumns,
            below.allSatisfy({
                !page.blocks[$0.block].isProse && $0.role != .quotation && $0.role != .table
            })
        else { return }
        for index in heading..<choices.count where choices[index].role.isText {
            choices[index].role = .removed("heading_without_text")
        }
    }

    /// Headings with no text below them, and what stands before the first and after the last
    /// piece of running text.
    private func dropLooseEnds(_ choices: inout [Choice]) {
        let last = choices.lastIndex { choice in
            choice.role.isText && page.blocks[choice.block].isProse
                && page.blocks[choice.block].linkDensity < 0.5 && !isListEntry(choice)
        }
        for index in choices.indices where index > last ?? choices.count {
            let block = page.blocks[choices[index].block]
            if choices[index].role.isText, block.linkColumns * 4 > block.columns {
                choices[index].role = .removed("links_below_text")
            }
        }
        dropLastSection(&choices)
        var hasText = false
        for index in choices.indices.reversed() {
            let block = page.blocks[choices[index].block]
            // `More on this:`, with nothing that is text below it.
            if !hasText, choices[index].role == .paragraph, block.columns <= 80,
                page.bytes[block.text].last == UInt8(ascii: ":")
            {
                choices[index].role = .removed("heading_without_text")
            }
            switch choices[index].role {
            case .subhead where !hasText: choices[index].role = .removed("heading_without_text")
            case .subhead: hasText = false
            case .removed("list_of_links"): hasText = false
            case .paragraph, .listItem, .quotation, .table: hasText = true
            default: break
            }
        }
    }
}
