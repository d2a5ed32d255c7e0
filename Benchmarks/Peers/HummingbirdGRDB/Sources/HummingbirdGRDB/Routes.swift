import Foundation
import Hummingbird

/// The four requests that are compared.
func addRoutes(to router: Router<BasicRequestContext>, of database: ArticleDatabase) {
    router.get("healthz") { _, _ in "ok\n" }

    router.get("articles/:id") { _, context -> Article in
        let id = try context.parameters.require("id", as: Int64.self)
        guard let article = try await database.article(id) else { throw HTTPError(.notFound) }
        return article
    }

    router.get("articles") { request, _ -> SearchPage in
        let words = try request.uri.queryParameters.require("q")
        let limit = request.uri.queryParameters.get("limit", as: Int.self) ?? 20
        return try await database.page(matching: words, limit: min(max(limit, 1), 200))
    }

    router.post("articles") { request, _ -> EditedResponse<CreatedArticle> in
        let body = try await request.body.collect(upTo: 4 << 20)
        guard let draft = ArticleDraft(text: String(buffer: body), receivedAt: Date()) else {
            throw HTTPError(.unprocessableContent)
        }
        let article = try await database.insert(draft)
        return EditedResponse(
            status: .created,
            headers: [.location: article.url],
            response: CreatedArticle(status: "created", article: article)
        )
    }
}

/// What a new article is answered with.
struct CreatedArticle: ResponseEncodable {
    let status: String
    let article: Article
}
