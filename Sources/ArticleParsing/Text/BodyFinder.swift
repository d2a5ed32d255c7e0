/// Finds the article's text among the blocks of a page.
enum BodyFinder {
    /// The run of blocks that holds the text, from its first to its last paragraph; `nil` where
    /// no block is running text or a sentence.
    ///
    /// It is the run with the largest sum of weights (Kadane's algorithm, one pass).
    static func body(of blocks: ArraySlice<Block>) -> Range<Int>? {
        var best: (sum: Double, range: Range<Int>)?
        var sum = 0.0
        var start = blocks.startIndex
        for index in blocks.indices {
            let block = blocks[index]
            if sum <= 0 {
                sum = 0
                start = index
            }
            sum += Weights.weight(of: block)
            if sum > (best?.sum ?? 0), block.isProse || block.isSentence {
                best = (sum, start..<index + 1)
            }
        }
        guard var range = best?.range else { return nil }
        while let first = range.first, !blocks[first].isProse, !blocks[first].isSentence {
            range = first + 1..<range.upperBound
        }
        return range.isEmpty ? nil : range
    }
}
