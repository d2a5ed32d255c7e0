import Articles

/// Makes drafts of plain text: stages 4 to 7.
///
/// Lines become blocks, blocks are cut into articles, an article's blocks get their roles, and the
/// fields are read from the roles. Every stage is a function of its input; the cost is linear in
/// the length of the text.
enum TextParser {
    /// The articles in a text, in its order; none where it holds only page furniture.
    static func drafts(of input: DecodedText) -> [ArticleDraft] {
        let text = Manuscript(input.text)
        let lines = LineReader.lines(of: text)
        let blocks = BlockReader.blocks(of: lines, in: text)
        guard !blocks.isEmpty else { return [] }
        let pieces = Splitter.articles(in: blocks, of: text, mode: input.given.split)
        let last = pieces[pieces.count - 1]
        var drafts: [ArticleDraft] = []
        for (index, piece) in pieces.enumerated() {
            guard let layout = Classifier.layout(of: blocks[piece], in: text) else { continue }
            // The separator below an article is set aside with it.
            let end = piece == last ? blocks.count : pieces[index + 1].lowerBound
            var reader = ArticleReader(text: text, layout: layout, input: input)
            if let draft = reader.draft(separators: blocks[piece.upperBound..<end]) {
                drafts.append(draft)
            }
        }
        return drafts
    }
}
