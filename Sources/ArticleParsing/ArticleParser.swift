import Articles

/// Makes articles of whatever text people have.
///
/// A pure function: the same upload gives the same articles on every machine and at any time.
public struct ArticleParser: Sendable {
    /// Makes a parser.
    public init() {}

    /// Parses an upload that holds no more than it should.
    ///
    /// - Returns: At least one draft, each with at least one paragraph or a headline.
    /// - Throws: Why there is no article in it, or why the first that failed did.
    public func parse(_ upload: Upload) throws(ParsingError) -> [ArticleDraft] {
        var drafts: [ArticleDraft] = []
        for item in try items(in: upload) { drafts.append(try item.result.get()) }
        return drafts
    }

    /// Parses an upload in which some articles may be bad and the others not.
    ///
    /// - Returns: What became of each: an article, or why there is none; at least one of either.
    /// - Throws: Why nothing in it can be read.
    public func items(in upload: consuming Upload) throws(ParsingError) -> [ParsedItem] {
        var items: [ParsedItem] = []
        var hasLetters = false
        // Neither the bytes nor a text need stay once they are read.
        var parts = try Intake.parts(of: consume upload)
        let isAlone = parts.count == 1
        parts.reverse()
        while let part = parts.popLast() {
            do throws(ParsingError) {
                let input = try (consume part).get()
                let (format, receivedOn) = (input.format, input.receivedOn)
                hasLetters =
                    hasLetters
                    || items.isEmpty
                        && input.text.unicodeScalars.contains { $0.properties.isAlphabetic }
                items += try format.items(consume input).map { $0.warned(receivedOn: receivedOn) }
            } catch {
                // A part of several fails alone.
                guard !isAlone else { throw error }
                items.append(ParsedItem(.failure(error)))
            }
        }
        guard items.isEmpty else { return items }
        throw .noArticle(
            reason: hasLetters
                ? "It holds only what stands around articles on a page: buttons, menus, notices."
                : "It holds no words."
        )
    }

    /// The texts that an upload decodes to, in its order: what the spans of its articles count in.
    ///
    /// - Throws: Why there is no text in it.
    public func texts(of upload: Upload) throws(ParsingError) -> [String] {
        try Intake.read(upload).map(\.text)
    }
}
