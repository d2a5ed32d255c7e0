extension ContentFinder {
    /// The elements that each hold an article of its own, in order.
    ///
    /// They are those that the markup calls one, with a heading and running text. One that holds
    /// several others is a list of them, unless most of its text is its own.
    func articles() -> [Int] {
        let called = tree.nodes.indices.lazy.filter { node in
            tree.nodes[node].tag != .text && isCalledArticle(node)
                && prose(of: node) >= HTMLWeights.articleColumns && hasHeading(node)
        }.prefix(Self.articleLimit)
        var kept: [Int] = []
        for node in Array(called).reversed() {
            let inner = kept.filter { tree.isAncestor(node, of: $0) }
            let columns = inner.reduce(0) { $0 + prose(of: $1) }
            if inner.count >= 2, columns * 2 >= prose(of: node) { continue }
            kept.removeAll { tree.isAncestor(node, of: $0) }
            kept.append(node)
        }
        return kept.reversed()
    }

    /// The article that was asked for, where stories follow it that have a first-level heading, too.
    ///
    /// It is the one whose heading is most like the page's title, else the first; the document where
    /// there are no such.
    func mainArticle(titled title: String?) -> Int {
        guard headings.count > 1 else { return 0 }
        let headed = articles().compactMap { article in
            headings.first { tree.isAncestor(article, of: $0) }.map { (article, heading: $0) }
        }
        guard headed.count > 1, let title else { return headed.count > 1 ? headed[0].0 : 0 }
        let words = Set(Similarity.words(of: title))
        func likeness(_ heading: Int) -> Double {
            Similarity.share(of: Similarity.words(of: tree.text(in: heading)), in: words)
        }
        let best = headed.map { likeness($0.heading) }.max() ?? 0
        return headed.first { likeness($0.heading) >= best - 0.001 }?.0 ?? 0
    }

    /// The nearest `<article>` around an element that has running text; `nil` where none has.
    func article(around node: Int) -> Int? {
        var node = node
        while node > 0 {
            if tree.nodes[node].tag == .article {
                return prose(of: node) >= HTMLWeights.littleText ? node : nil
            }
            node = Int(tree.nodes[node].parent)
        }
        return nil
    }

    /// How many articles are taken from a page.
    private static let articleLimit = 500

    /// Whether an element is an article by its tag, its type (schema.org) or its class (hAtom,
    /// h-entry).
    func isCalledArticle(_ node: Int) -> Bool {
        if tree.nodes[node].tag == .article { return true }
        if let type = tree.value(of: .itemtype, at: node) {
            return type.hasSuffix("Article") || type.hasSuffix("Posting")
        }
        guard let names = tree.bytes(of: .class, at: node) else { return false }
        return names.split(whereSeparator: ASCII.isSpace).contains {
            $0.elementsEqual("hentry".utf8) || $0.elementsEqual("h-entry".utf8)
        }
    }

    private func hasHeading(_ node: Int) -> Bool {
        blockRange(of: node).contains { index in
            if case .heading = page.blocks[index].kind {
                page.blocks[index].evidence.isDisjoint(with: [.comments, .related])
            } else {
                false
            }
        }
    }
}
