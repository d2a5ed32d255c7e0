import ArticleParsing
import ArticleStore
import Articles

/// What became of an upload.
package struct Ingestion: Sendable {
    /// What became of one of its articles.
    package struct Item: Sendable {
        /// What the store did with it, or why there is no article.
        package var result: Result<InsertOutcome, ParsingError>
        /// What the client should know of how it was read.
        package var warnings: [ArticleWarning]
        /// The line on which it begins, where the upload is read line by line.
        package var line: Int?
        /// The client's own name for it, if the upload says one.
        package var name: String?

        /// Makes an item.
        package init(
            _ result: Result<InsertOutcome, ParsingError>,
            warnings: [ArticleWarning] = [],
            line: Int? = nil,
            name: String? = nil
        ) {
            self.result = result
            self.warnings = warnings
            self.line = line
            self.name = name
        }
    }

    /// The articles in the upload's order; at least one.
    package var items: [Item]
    /// How long parsing took.
    package var parsing: Duration
    /// How long it took from the end of parsing to the end of COMMIT.
    package var storing: Duration

    /// Says what became of an upload.
    package init(items: [Item], parsing: Duration, storing: Duration) {
        self.items = items
        self.parsing = parsing
        self.storing = storing
    }
}

extension InsertOutcome {
    /// The word that answers call it by.
    package var word: String {
        switch self {
        case .created: "created"
        case .updated: "updated"
        case .unchanged: "unchanged"
        case .duplicate: "duplicate"
        case .refused: "failed"
        }
    }
}

/// A page of articles with the state of the store that it shows.
package struct SearchResult: Sendable {
    /// The page.
    package var page: ArticlePage
    /// The store's generation; the page may be newer, never older.
    package var generation: Int64
    /// The state of the store that the page is of, where nothing was committed meanwhile.
    package var mark: StoreMark?
    /// How long the search took, less the time it waited for its turn.
    package var duration: Duration

    /// Makes a result.
    package init(
        page: ArticlePage,
        generation: Int64,
        mark: StoreMark? = nil,
        duration: Duration
    ) {
        self.page = page
        self.generation = generation
        self.mark = mark
        self.duration = duration
    }
}

/// The articles that are like another.
package struct Likes: Sendable {
    /// Those with nearly the same text.
    package var copies: [NearCopy]
    /// Others about much the same, the likest first.
    package var similar: [SimilarArticle]
}
