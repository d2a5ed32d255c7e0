extension PageTextReader {
    /// Whether an element without a meaning of its own is a block by what it holds: custom elements
    /// around paragraphs.
    func isSetAsBlock(_ index: Int32) -> Bool {
        let node = tree.nodes[Int(index)]
        guard node.tag == .other else { return false }
        return node.end > index + 1 && tree.nodes[Int(index) + 1].tag != .text
            && !holdsFormula(index + 1..<node.end)
    }

    /// Whether an element in a line is not shown: a few words that it hides, or the drawing of a
    /// formula that stands beside it as MathML and is hidden from those who listen.
    ///
    /// More than a few words are the rest of a text that a script shows.
    func isUnseen(_ index: Int32) -> Bool {
        let node = tree.nodes[Int(index)]
        guard node.attributeCount > 0, node.tag.isInline, node.tag != .other, node.parent >= 0,
            node.end - index <= Self.formulaReach
        else { return false }
        if isHidden(Int(index)) {
            let letters = (index + 1..<max(index + 1, node.end)).reduce(0) { count, node in
                guard tree.nodes[Int(node)].tag == .text else { return count }
                // One for each scalar of UTF-8 that is no space.
                return tree.text(at: Int(node)).reduce(count) {
                    ASCII.isSpace($1) || $1 & 0xC0 == 0x80 ? $0 : $0 + 1
                }
            }
            return letters <= Self.hiddenLetters
        }
        guard let isUnread = tree.bytes(of: .ariaHidden, at: Int(index)),
            ASCII.begins(isUnread, with: "true")
        else { return false }
        return holdsFormula(node.parent + 1..<index)
            || holdsFormula(node.end..<tree.nodes[Int(node.parent)].end)
    }

    private func isHidden(_ node: Int) -> Bool {
        if tree.bytes(of: .hidden, at: node) != nil { return true }
        return tree.bytes(of: .style, at: node).map(MarkupEvidence.hides) ?? false
    }

    /// Whether there is a formula in the first of some nodes.
    private func holdsFormula(_ nodes: Range<Int32>) -> Bool {
        nodes.prefix(Self.formulaReach).contains { tree.nodes[Int($0)].tag == .math }
    }

    /// How many nodes are looked at for a formula.
    private static let formulaReach = 300
    /// What is hidden in a line has no more: a sort key, a label for those who listen.
    private static let hiddenLetters = 80
}
