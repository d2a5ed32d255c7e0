import Hummingbird

/// The answer to a search, in the shape of Dateline's.
struct SearchPage: ResponseEncodable {
    struct Hit: Encodable, Sendable {
        struct Highlights: Encodable, Sendable {
            let headline: String
            let text: [String]
        }

        let article: Article
        let score: Double
        let highlights: Highlights

        private enum CodingKeys: String, CodingKey {
            case score, highlights
        }

        func encode(to encoder: any Encoder) throws {
            try article.encode(to: encoder)
            var members = encoder.container(keyedBy: CodingKeys.self)
            try members.encode(score, forKey: .score)
            try members.encode(highlights, forKey: .highlights)
        }
    }

    struct Query: Encodable, Sendable {
        let q: String
        let sort: String
    }

    let total: Int
    let totalExact: Bool
    let limit: Int
    let query: Query
    let articles: [Hit]

    enum CodingKeys: String, CodingKey {
        case total, limit, query, articles
        case totalExact = "total_exact"
    }
}
