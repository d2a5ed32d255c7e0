import Foundation
import GRDB
import Hummingbird

/// An article before it is stored: the first line is the headline, a line that begins with `By ` is
/// the byline, the rest is the text.
struct ArticleDraft {
    let headline: String
    let byline: String?
    let paragraphs: [String]
    let receivedAt: Int

    /// Takes a text apart; `nil` for one without a word.
    init?(text: String, receivedAt: Date) {
        let lines = text.split(whereSeparator: \.isNewline)
            .filter { !$0.allSatisfy(\.isWhitespace) }
            .map(String.init)
        guard let first = lines.first else { return nil }
        headline = first
        let rest = lines.dropFirst()
        byline = rest.first.flatMap { $0.hasPrefix("By ") ? $0 : nil }
        paragraphs = Array(byline == nil ? rest : rest.dropFirst())
        self.receivedAt = Int(receivedAt.timeIntervalSince1970)
    }

    var text: String { paragraphs.joined(separator: "\n\n") }

    var wordCount: Int {
        paragraphs.reduce(0) { $0 + $1.split(separator: " ").count }
    }
}

/// A stored article, as the table's columns and as the answer's JSON.
struct Article: ResponseEncodable, FetchableRecord, Sendable {
    struct Paragraph: Encodable, Sendable {
        let kind: String
        let text: String
        let span: [Int]
    }

    let id: Int64
    let url: String
    let version: Int
    let headline: String
    let byline: String?
    let language: String
    let summary: String?
    let wordCount: Int
    let paragraphCount: Int
    let receivedAt: Int
    /// Left out of lists and of the answer to a POST.
    var text: String?
    /// Left out of lists and of the answer to a POST.
    var paragraphs: [Paragraph]?

    enum CodingKeys: String, CodingKey {
        case id, url, version, headline, byline, language, summary, text, paragraphs
        case wordCount = "word_count"
        case paragraphCount = "paragraph_count"
        case receivedAt = "received_at"
    }

    /// The columns of an article without its text, in the order that `init(row:)` reads them.
    static let columns = """
        article.id, article.headline, article.byline, article.language, article.summary, \
        article.word_count, article.paragraph_count, article.received_at
        """

    init(row: Row) {
        id = row[0]
        url = "/articles/\(id)"
        version = 1
        headline = row[1]
        byline = row[2]
        language = row[3]
        summary = row[4]
        wordCount = row[5]
        paragraphCount = row[6]
        receivedAt = row[7]
    }

    init(id: Int64, of draft: ArticleDraft) {
        self.id = id
        url = "/articles/\(id)"
        version = 1
        headline = draft.headline
        byline = draft.byline
        language = "en"
        summary = draft.paragraphs.first
        wordCount = draft.wordCount
        paragraphCount = draft.paragraphs.count
        receivedAt = draft.receivedAt
    }

    /// The same article with its text, whole and by paragraph.
    func withText(_ text: String) -> Article {
        var article = self
        var start = 0
        article.text = text
        article.paragraphs = text.components(separatedBy: "\n\n").map { paragraph in
            let end = start + paragraph.unicodeScalars.count
            defer { start = end + 2 }
            return Paragraph(kind: "paragraph", text: paragraph, span: [start, end])
        }
        return article
    }
}
