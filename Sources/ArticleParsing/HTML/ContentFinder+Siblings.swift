extension ContentFinder {
    /// The blocks of an article, in order: those of its container, and of the elements beside it
    /// and beside what it stands in that hold the rest of the text.
    ///
    /// Pages cut a text by advertisements and boxes into several elements, or set its first
    /// paragraph apart. What stands above the headline is never taken.
    ///
    /// - Parameters:
    ///   - container: The element that holds most of the article.
    ///   - root: The element that nothing is taken from outside of.
    ///   - headline: The element of the headline, where it is known.
    /// - Returns: The runs of blocks, apart from each other.
    func textRanges(of container: Int, in root: Int, below headline: Int?) -> [Range<Int>] {
        var ranges = [blockRange(of: container)]
        let top = headline.map { blockRange(of: $0).upperBound } ?? 0
        var level = container
        for _ in 0..<HTMLWeights.joinLevels {
            let parent = Int(tree.nodes[level].parent)
            guard parent > 0, level != root, tree.nodes[level].tag != .article,
                tree.nodes[level].tag != .main
            else { break }
            let siblings = tree.children(of: parent)
            guard siblings.count <= 2_000 else { break }
            let joined = siblings.filter {
                $0 != level && blockRange(of: $0).lowerBound >= top && isMoreText($0, beside: level)
            }
            ranges += joined.map(blockRange)
            if let first = joined.min(), let last = joined.max() {
                let span = min(first, level)...max(last, level)
                ranges += siblings.filter {
                    span.contains($0) && $0 != level && !joined.contains($0) && isBetweenTexts($0)
                }.map(blockRange)
            }
            level = parent
        }
        return ranges.filter { !$0.isEmpty }.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Whether an element beside the container goes on with its text.
    private func isMoreText(_ node: Int, beside container: Int) -> Bool {
        let range = blockRange(of: node)
        guard !range.isEmpty, range.count <= 4_000 else { return false }
        let isOfKind =
            tree.nodes[node].tag == tree.nodes[container].tag
            && tree.bytes(of: .class, at: node) == tree.bytes(of: .class, at: container)
        if tree.nodes[node].tag == .article, !isOfKind { return false }
        var columns = 0
        var text = 0
        for index in range {
            let block = page.blocks[index]
            columns += block.columns
            if case .heading(let level) = block.kind, level == 1 || block.linkDensity > 0.8 {
                return false
            }
            guard isClean(block), block.isProse, !block.isCut else { continue }
            // Entries of a list are mostly other stories, or a ticker.
            if case .listItem = block.kind { continue }
            text += block.columns
        }
        if tree.nodes[node].tag == .p { return text > 0 }
        let share = isOfKind ? HTMLWeights.joinedShareOfKind : HTMLWeights.joinedShare
        let least = isOfKind ? HTMLWeights.joinedColumnsOfKind : HTMLWeights.joinedColumns
        return text >= least && Double(text) >= Double(columns) * share
    }

    /// Whether an element between two that hold text may be a subhead, a list or a short sentence
    /// of it.
    private func isBetweenTexts(_ node: Int) -> Bool {
        let range = blockRange(of: node)
        guard !range.isEmpty, range.count <= 30 else { return false }
        return range.allSatisfy { index in
            let block = page.blocks[index]
            guard isClean(block), block.linkColumns * 4 <= block.columns else { return false }
            switch block.kind {
            case .heading(let level): return level > 1
            case .listItem, .quotation, .row: return true
            default: return block.endsSentence && block.words >= 3
            }
        }
    }

    private func isClean(_ block: PageBlock) -> Bool {
        block.evidence.isDisjoint(with: MarkupEvidence.outside.union([.caption, .byline]))
            && block.linkDensity < HTMLWeights.joinedLinks
    }
}
