import ArticleService
import Articles

extension Receipt {
    /// What a browser is answered that has saved a text: one article is gone to (RFC 9110 §15.4.4),
    /// several are listed.
    func page(today: CalendarDay) -> Answer {
        if ingestion.items.count == 1, case .success(let outcome) = ingestion.items[0].result {
            let note =
                switch outcome {
                case .created, .updated: "#saved"
                case .unchanged, .duplicate, .refused: "#known"
                }
            var answer = Answer(status: 303, isCompressible: false)
            answer.fields = [("Location", address(of: outcome.article.id) + note)]
            answer.cacheControl = "no-store"
            answer.variesByAccept = true
            return answer
        }
        let items = ingestion.items.enumerated().map { index, item -> HTML in
            guard case .success(let outcome) = item.result else {
                let place = item.line.map { "Line \($0)" } ?? "Part \(index + 1)"
                return "<li>\(place) <span>holds no article that can be read</span></li>\n"
            }
            let article = outcome.article
            let headline = article.fields.headline ?? "Article \(article.id)"
            return """
                <li\(HTML.language(article.fields.language))><a href="\(address(of: article.id))" \
                dir="auto">\(headline)</a> <span lang="en" dir="ltr">\(outcome.word)</span></li>

                """
        }
        var answer = Answer.page(
            Page(
                title: "Saved",
                today: today,
                main: """
                    <div class="saved">
                    <h1>\(counted(ingestion.items.count, "article")) read</h1>
                    <ul>
                    \(items)</ul>
                    </div>

                    """
            )
        )
        answer.cacheControl = "no-store"
        return answer
    }
}
