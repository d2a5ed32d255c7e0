/// Finds the element that holds a page's article.
struct ContentFinder {
    let tree: HTMLTree
    private(set) var page: PageText
    /// The sums of the weights, of what speaks for the blocks alone, and of the columns of running
    /// text, before each block.
    private var weights: [Double] = [0]
    private var gains: [Double] = [0]
    private var prose: [Int] = [0]
    /// The elements named for an article's text.
    private(set) var named: [Int] = []
    let headings: [Int]
    /// What markup is believed to say: all of it, or only what it can hardly mean otherwise.
    private let believed: MarkupEvidence

    /// Reads what the markup says of each block, and weighs it.
    ///
    /// - Parameters:
    ///   - page: The page's blocks.
    ///   - tree: The page.
    ///   - headings: Its first-level headings: no frame has one and much text, too.
    ///   - isCautious: Whether classes and styles are not believed, as on pages that hide their
    ///     text until a script shows it.
    init(_ page: PageText, in tree: HTMLTree, headings: [Int], isCautious: Bool = false) {
        self.page = page
        self.tree = tree
        self.headings = Array(headings.prefix(12))
        believed = isCautious ? [.comments, .consent, .body, .caption, .byline, .date] : .all
        for block in page.blocks {
            let columns = block.isProse ? block.columns - block.linkColumns : 0
            prose.append(prose[prose.count - 1] + columns)
        }
        readEvidence()
        for block in self.page.blocks {
            let weight = HTMLWeights.weight(of: block)
            weights.append(weights[weights.count - 1] + weight)
            gains.append(gains[gains.count - 1] + max(0, weight))
        }
    }

    // MARK: Evidence

    private mutating func readEvidence() {
        var around: [Around] = []
        // The innermost element named for an article's text, and those around it.
        var bodies: [Int] = []
        var next = 0
        let blocks = page.blocks.count
        for node in tree.nodes.indices {
            while let last = around.last, last.end <= node { around.removeLast() }
            while let last = bodies.last, Int(tree.nodes[last].end) <= node { bodies.removeLast() }
            while next < blocks, Int(page.blocks[next].nodes.lowerBound) <= node {
                page.blocks[next].evidence = evidence(around, of: page.blocks[next])
                next += 1
            }
            guard tree.nodes[node].tag != .text else { continue }
            var evidence = tree.evidence[node].intersection(believed)
            guard !evidence.isEmpty else { continue }
            let range = blockRange(of: node)
            guard !range.isEmpty else { continue }
            var inherited = around.last?.evidence ?? []
            if evidence.contains(.body) {
                named.append(node)
                evidence.remove(.body)
                // What is named for the article's text, and holds much of the page's, is no teaser.
                if holdsMuch(range) { inherited.subtract([.related, .offer, .details, .frame]) }
            }
            evidence.subtract(disbelieved(evidence, range, node, in: bodies.last))
            if named.last == node { bodies.append(node) }
            guard !evidence.isEmpty || inherited != around.last?.evidence ?? [] else { continue }
            around.append(
                Around(
                    node: node,
                    end: Int(tree.nodes[node].end),
                    evidence: evidence.union(inherited)
                )
            )
        }
        while next < blocks {
            page.blocks[next].evidence = []
            next += 1
        }
    }

    /// An element with what it and those around it say.
    private struct Around {
        var node: Int
        var end: Int
        var evidence: MarkupEvidence
    }

    /// What the elements around a block say.
    ///
    /// Of a row, it is what those around the table do, and only what hides a row of its own: its
    /// classes speak of the data, a player's or a rating's.
    private func evidence(_ around: [Around], of block: PageBlock) -> MarkupEvidence {
        guard case .row = block.kind else { return around.last?.evidence ?? [] }
        let row = Int(block.element)
        let outer = around.last { $0.node < row }?.evidence ?? []
        return outer.union(tree.evidence[row].intersection([.hidden, .advertising]))
    }

    /// Whether blocks have a good share of the page's running text.
    private func holdsMuch(_ range: Range<Int>) -> Bool {
        let columns = prose[range.upperBound] - prose[range.lowerBound]
        return columns > HTMLWeights.headedColumns
            && Double(columns) >= Double(prose[prose.count - 1]) * HTMLWeights.bodyShare
    }

    /// What of an element's evidence cannot be true: a frame does not hold most of the text.
    private func disbelieved(
        _ evidence: MarkupEvidence,
        _ range: Range<Int>,
        _ node: Int,
        in body: Int?
    ) -> MarkupEvidence {
        let whole = Double(prose[prose.count - 1])
        let columns = prose[range.upperBound] - prose[range.lowerBound]
        let share = whole == 0 ? 0 : Double(columns) / whole
        switch tree.nodes[node].tag {
        case .body, .html, .main, .h1: return evidence
        default: break
        }
        var disbelieved: MarkupEvidence = []
        // The classes of a story's element are those of its tags, too; a paragraph's may say that
        // it is for subscribers.
        if isCalledArticle(node) { disbelieved.formUnion([.details, .byline, .date]) }
        if tree.nodes[node].tag == .p, columns > 0 { disbelieved.insert(.offer) }
        if columns > HTMLWeights.detailColumns { disbelieved.formUnion(HTMLWeights.details) }
        if columns > HTMLWeights.asideColumns { disbelieved.formUnion([.biography, .caption]) }
        if columns > HTMLWeights.headedColumns, holdsFirstHeading(node) {
            return evidence.subtracting(.hidden)
        }
        if evidence.contains(.related), columns >= HTMLWeights.unlinkedColumns,
            tree.nodes[node].tag != .aside, leadsNowhere(range)
        {
            disbelieved.insert(.related)
        }
        guard share >= HTMLWeights.frameShare else { return disbelieved }
        if evidence == .frame, isListBelowText(range, of: body) { return disbelieved }
        // Readers write more than the paper does, but below it.
        let above = Double(prose[range.lowerBound])
        if evidence.contains(.comments), above >= 250 || above >= whole * 0.1 {
            return evidence.subtracting(.comments)
        }
        return evidence
    }

    /// Whether blocks are mostly entries of a list, and the text that an element is named for has
    /// much running text above them: a gallery may hold more than the story that it stands in.
    private func isListBelowText(_ range: Range<Int>, of body: Int?) -> Bool {
        guard let body else { return false }
        let above = prose[range.lowerBound] - prose[blockRange(of: body).lowerBound]
        guard above >= HTMLWeights.storyColumns else { return false }
        let listed = range.reduce(0) { sum, index in
            if case .listItem = page.blocks[index].kind, page.blocks[index].isProse {
                sum + page.blocks[index].columns - page.blocks[index].linkColumns
            } else {
                sum
            }
        }
        return listed * 2 >= prose[range.upperBound] - prose[range.lowerBound]
    }

    /// Whether one of the page's first-level headings stands in an element.
    private func holdsFirstHeading(_ node: Int) -> Bool {
        headings.prefix(3).contains { tree.isAncestor(node, of: $0) }
    }

    /// Whether blocks have neither a heading nor a link of some length: other stories have both.
    private func leadsNowhere(_ range: Range<Int>) -> Bool {
        range.allSatisfy { index in
            let block = page.blocks[index]
            if case .heading = block.kind { return false }
            return block.linkColumns * 5 <= block.columns
        }
    }

    // MARK: Sums

    /// The blocks in an element.
    func blockRange(of node: Int) -> Range<Int> {
        let start = firstBlock(from: node)
        return start..<firstBlock(from: Int(tree.nodes[node].end), after: start)
    }

    private func firstBlock(from node: Int, after start: Int = 0) -> Int {
        var low = start
        var high = page.blocks.count
        while low < high {
            let middle = (low + high) / 2
            if Int(page.blocks[middle].nodes.lowerBound) < node {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    /// What an element's blocks count together.
    func weight(of node: Int) -> Double {
        let range = blockRange(of: node)
        return weights[range.upperBound] - weights[range.lowerBound]
    }

    /// How much running text an element has that the markup does not set outside articles, in
    /// columns.
    func prose(of node: Int) -> Int {
        blockRange(of: node).reduce(0) { sum, index in
            let block = page.blocks[index]
            return block.isProse && block.evidence.isDisjoint(with: .outside)
                ? sum + block.columns - block.linkColumns : sum
        }
    }

    // MARK: The container

    /// The element in another one that holds the article; `nil` where that has no text.
    func container(in root: Int = 0) -> Int? {
        guard !blockRange(of: root).isEmpty else { return nil }
        let found = descended(from: root)
        let weight = self.weight(of: found)
        if let best = namedContainer(in: root),
            self.weight(of: best) >= weight * HTMLWeights.namedBody,
            gain(of: best) >= gain(of: found) * HTMLWeights.namedGain, self.weight(of: best) > 0
        {
            return best
        }
        return found
    }

    /// The heaviest element in another one that is named for an article's text.
    func namedContainer(in root: Int) -> Int? {
        named.filter { tree.isAncestor(root, of: $0) && !isOutside($0) }.max {
            weight(of: $0) < weight(of: $1)
        }
    }

    /// What speaks for an element's blocks, less nothing for what speaks against others.
    func gain(of node: Int) -> Double {
        let range = blockRange(of: node)
        return gains[range.upperBound] - gains[range.lowerBound]
    }

    private func isOutside(_ node: Int) -> Bool {
        blockRange(of: node).allSatisfy {
            !page.blocks[$0].evidence.isDisjoint(with: .outside)
        }
    }

    /// Goes into the heaviest child as long as it holds nearly all of its parent's weight.
    private func descended(from root: Int) -> Int {
        var node = root
        while true {
            var best: (node: Int, weight: Double)?
            for child in tree.children(of: node) {
                let weight = self.weight(of: child)
                if weight > best?.weight ?? 0 { best = (child, weight) }
            }
            guard let best, best.weight >= self.weight(of: node) * HTMLWeights.descent,
                gain(of: best.node) >= gain(of: node) * HTMLWeights.descentGain,
                !tree.nodes[best.node].tag.isInline, tree.nodes[best.node].tag != .p
            else { return node }
            node = best.node
        }
    }
}
