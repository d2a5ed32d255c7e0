import Articles

extension SearchPage {
    /// What the articles are counted by on the page.
    static let facets: [ArticleQuery.Facet] = [.month, .source, .language, .tag]

    /// The bars of the months; nothing where there is only one.
    func timeline(_ result: ArticlePage) -> HTML? {
        TimelineHTML(result.facets[.month] ?? []) { slot in
            let months = query.without("cursor").setting("from", to: slot).setting("to", to: slot)
            return Self.target(months)
        }?.html
    }

    /// The values that most of the articles have, each with the search for it; those that all have
    /// narrow nothing down.
    func counts(_ result: ArticlePage) -> HTML? {
        let lists = [
            list("Source", "source", result.facets[.source], result.total),
            list("Language", "language", result.facets[.language], result.total),
            list("Tag", "tag", result.facets[.tag], result.total),
        ]
        .compactMap { $0 }
        return lists.isEmpty ? nil : "<div class=\"facets\">\n\(lists)</div>\n"
    }

    private func list(
        _ title: String,
        _ parameter: String,
        _ counts: [ArticlePage.Count]?,
        _ total: Int
    ) -> HTML? {
        // A comma separates values of a filter, and a hyphen in front excludes one.
        let counts = (counts ?? []).filter { count in
            count.count < total && !count.value.contains(",") && !count.value.hasPrefix("-")
        }
        guard !counts.isEmpty else { return nil }
        let items = counts.prefix(Self.mostValues).map { count -> HTML in
            let target = Self.target(
                query.without("cursor").setting(parameter, to: count.value)
            )
            return """
                <li><a href="\(target)" dir="auto">\(count.value)</a> \
                <span>\(grouped(count.count))</span></li>

                """
        }
        return "<h3>\(title)</h3>\n<ul>\n\(items)</ul>\n"
    }

    /// So many values of each kind are listed.
    private static let mostValues = 8
}
