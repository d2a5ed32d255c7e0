import Articles

/// What is left out of an article, for its explanation.
struct RemovedLines {
    private(set) var parts: [RemovedText] = []
    /// How many lines of page furniture are among them.
    private(set) var furniture = 0
    /// Which parts are none: lines that say who, when or where, as another line does.
    private var others: Set<Int> = []
    private let text: Manuscript
    /// The number of the line that was listed last.
    private var lastLine = 0

    init(text: Manuscript) { self.text = text }

    /// More parts than this are not listed line by line: the lines of a run that one rule set aside
    /// are one part then.
    private static let mostLines = 10_000

    /// The parts that are page furniture.
    var furnitureParts: [RemovedText] {
        others.isEmpty ? parts : parts.indices.filter { !others.contains($0) }.map { parts[$0] }
    }

    /// Lists a block that a rule has set aside.
    mutating func append(_ block: Block, rule: String, isFurniture: Bool = true) {
        if isFurniture { furniture += 1 } else { others.insert(parts.count) }
        if isFurniture, parts.count >= Self.mostLines, let last = parts.last, last.rule == rule,
            last.span.end <= block.full.lowerBound, lastLine + block.blankBefore + 1 == block.line
        {
            let span = last.span.start..<block.full.upperBound
            parts[parts.count - 1].span = Span(span)
            parts[parts.count - 1].text += "\n" + text.verbatim(block.full)
        } else {
            parts.append(
                RemovedText(
                    text: text.verbatim(block.full),
                    line: block.line,
                    span: Span(block.full),
                    rule: rule
                )
            )
        }
        lastLine = block.line
    }
}
