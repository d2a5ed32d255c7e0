import ArticleService
import ArticleStore
import Articles
import HTTPServer

/// The archive as a browser gets it at `/`: the newest articles, or those that a search finds, with
/// what narrows it down, and the place to put a text in.
struct SearchPage {
    /// The search, as the address has it: its items that say something.
    let query: QueryString
    /// What was looked for.
    let request: ArticleQuery
    /// What was found; `nil` where the search could not be made.
    let result: ArticlePage?
    /// Why the search could not be made, as sentences.
    var faults: [ParameterReader.Fault] = []
    /// The host and port that commands name.
    let authority: String
    /// The day that stands in the masthead.
    let today: CalendarDay

    /// The parameters of a search that a page keeps in its links.
    private static let kept: Set<String> = [
        "q", "from", "to", "source", "language", "tag", "place", "section", "sort", "match",
        "cursor",
    ]

    /// Answers with the page of the search that a request's query asks for.
    static func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let query = QueryString(
            items: context.query.items.filter { kept.contains($0.name) && !$0.value.isEmpty }
        )
        var request = EndpointRequest(
            head: context.call.head,
            body: [],
            variables: [],
            parameters: ParameterReader(query, at: context.call.now)
        )
        var search = try SearchArticles(&request).request
        search.highlight = HTML.searchMarks
        search.facets = Self.facets
        let today = context.call.now.day
        let faults = request.parameters.faults
        guard faults.isEmpty else {
            let page = SearchPage(
                query: query,
                request: search,
                result: nil,
                faults: faults,
                authority: context.call.authority,
                today: today
            )
            return .page(page.page, status: 400)
        }
        let reply = context.reply
        let asked = search
        context.api.service.search(asked) { result in
            switch result {
            case .success(let found):
                let page = SearchPage(
                    query: query,
                    request: asked,
                    result: found.page,
                    authority: reply.call.authority,
                    today: today
                )
                var answer = Answer.page(page.page)
                answer.timings = [("search", found.duration)]
                reply.send(answer)
            case .failure(let error): reply.send(Problem(error, to: reply.call, query: query))
            }
        }
        return nil
    }

    /// The page.
    var page: Page {
        Page(
            title: request.q,
            q: request.q,
            kept: query.without("q", "cursor"),
            today: today,
            main: main,
            place: .archive
        )
    }

    /// Whether everything is asked for, so that nothing found means that nothing is there.
    private var asksForAll: Bool { query.without("sort").items.isEmpty }

    private var main: HTML {
        guard let result else {
            return "<h1 class=\"status\">The search cannot be read</h1>\n\(faultList)"
        }
        if asksForAll, result.hits.isEmpty { return welcome }
        return """
            <div class="archive" id="results">
            <div class="list">
            <h1 class="status">\(status(result))</h1>
            \(meant(result))\(chips)\(timeline(result))\(orders(result))\
            \(result.hits.isEmpty ? nothing : hits(result))\(next(result))\
            </div>
            <aside class="aside" aria-label="Narrow down, or put a text in">
            \(filters(result))\
            \(PasteForm(size: .small).html)\
            </aside>
            </div>

            """
    }

    // MARK: What was found

    private func status(_ result: ArticlePage) -> HTML {
        let count = counted(result.total, "article")
        let exact = result.totalIsExact ? count : "More than " + count
        if asksForAll { return "The archive: \(exact), newest first" }
        guard let q = request.q, !result.hits.isEmpty else {
            return result.hits.isEmpty ? "Nothing found" : "\(exact)"
        }
        let any = result.matchedAll == false ? " with any of these words" : ""
        return "\(exact) for <q dir=\"auto\">\(q)</q>\(any)"
    }

    /// The query that was probably meant, and what was looked for in its place.
    private func meant(_ result: ArticlePage) -> HTML? {
        if let q = result.didYouMean {
            let target = query.without("cursor").setting("q", to: q)
            return "<p class=\"meant\">Did you mean \(link(target, q))?</p>\n"
        }
        guard !result.alsoMatched.isEmpty else { return nil }
        let words = result.alsoMatched.prefix(5).joined(separator: ", ")
        return "<p class=\"meant\">Found by \(words) as well.</p>\n"
    }

    private func hits(_ result: ArticlePage) -> HTML {
        var html: HTML = "<ol class=\"hits\">\n"
        var day: String?
        for hit in result.hits {
            let date = hit.article.fields.published.map(DateInWords.short) ?? "No date"
            html += item(hit, date: date, isRepeated: date == day)
            // Only where they stand in order of time does a date go for those below it too.
            if result.sort == .newest || result.sort == .oldest { day = date }
        }
        html += "</ol>\n"
        return html
    }

    private func item(_ hit: ArticlePage.Hit, date: String, isRepeated: Bool) -> HTML {
        let fields = hit.article.fields
        let about = [
            fields.byline ?? fields.authors.first?.name, fields.dateline?.place,
            counted(hit.article.wordCount, "word"),
        ]
        let source = fields.source.map { source -> HTML in
            "<p class=\"kicker\" dir=\"auto\">\(source)</p>\n"
        }
        let time: HTML =
            fields.published.map { "<time datetime=\"\($0.description)\">\(date)</time>" }
            ?? HTML(date)
        return """
            <li\(HTML.language(fields.language))>
            <p class="when\(isRepeated ? " again" : "")" lang="en" dir="ltr">\(time)</p>
            <div class="hit">
            \(source)<h2 dir="auto"><a href="\(address(of: hit.article.id))">\(headline(hit))</a></h2>
            <p class="passage" dir="auto">\(passage(hit))</p>
            <p class="facts"><bdi>\(HTML(about.compactMap { $0 }.map { HTML($0) }, separator: "</bdi> · <bdi>"))</bdi></p>
            </div>
            </li>

            """
    }

    private func headline(_ hit: ArticlePage.Hit) -> HTML {
        if let marked = hit.highlightedHeadline { return HTML(searchMarked: marked) }
        if let headline = hit.article.fields.headline { return HTML(headline) }
        return HTML(Self.opening(hit.article.summary ?? "Without a headline", 80))
    }

    private func passage(_ hit: ArticlePage.Hit) -> HTML {
        guard hit.highlightedPassages.isEmpty else {
            return HTML(hit.highlightedPassages.map { HTML(searchMarked: $0) }, separator: " … ")
        }
        return HTML(Self.opening(hit.article.summary ?? "", 280))
    }

    /// The beginning of a text, cut between two words where that is possible.
    private static func opening(_ text: String, _ length: Int) -> String {
        guard text.count > length else { return text }
        let cut = text.prefix(length)
        let end = cut.lastIndex(of: " ") ?? cut.endIndex
        return cut[..<end] + "…"
    }

    private func next(_ result: ArticlePage) -> HTML? {
        let isFirst = request.cursor == nil
        guard result.next != nil || !isFirst else { return nil }
        let first: HTML? = isFirst ? nil : link(query.without("cursor"), "First page")
        let more = result.next.map { cursor -> HTML in
            let target = query.setting("cursor", to: cursor)
            return
                "<a class=\"more\" rel=\"next\" href=\"\(Self.target(target))\">More articles</a>"
        }
        return "<nav class=\"pages\" aria-label=\"Pages\">\(first) \(more)</nav>\n"
    }

    // MARK: What narrows it down

    static func target(_ query: QueryString) -> String {
        query.items.isEmpty ? "/" : "/?" + query.encoded
    }

    private func link(_ query: QueryString, _ text: String) -> HTML {
        "<a href=\"\(Self.target(query))\">\(text)</a>"
    }

    /// The filters that are set, each with a link to the search without it.
    private var chips: HTML? {
        let set = query.items.filter { !["q", "sort", "cursor"].contains($0.name) }
        guard !set.isEmpty else { return nil }
        let chips = set.map { item -> HTML in
            let rest = QueryString(items: query.items.filter { $0 != item && $0.name != "cursor" })
            return """
                <li><a href="\(Self.target(rest))">\(item.name) <b dir="auto">\(item.value)</b> \
                <span aria-hidden="true">×</span><span class="unseen"> (remove)</span></a></li>

                """
        }
        return "<ul class=\"chips\" aria-label=\"Filters\">\n\(chips)</ul>\n"
    }

    private func orders(_ result: ArticlePage) -> HTML? {
        guard result.hits.count > 1 else { return nil }
        var orders: [(ArticleQuery.Sort, String)] = [
            (.newest, "Newest"), (.oldest, "Oldest"), (.received, "Last received"),
        ]
        if request.q != nil { orders.insert((.relevance, "Best match"), at: 0) }
        let links = orders.map { sort, name -> HTML in
            let target = query.without("cursor").setting("sort", to: sort.rawValue)
            let isShown: HTML = result.sort == sort ? " aria-current=\"true\"" : ""
            return "<li><a href=\"\(Self.target(target))\"\(isShown)>\(name)</a></li>\n"
        }
        return "<nav aria-label=\"Order\"><ul class=\"orders\">\n\(links)</ul></nav>\n"
    }

    private func filters(_ result: ArticlePage) -> HTML {
        func field(_ name: String, _ label: String, _ example: String) -> HTML {
            let value = query.items.last { $0.name == name }?.value ?? ""
            return """
                <p><label for="by-\(name)">\(label)</label>
                <input id="by-\(name)" name="\(name)" value="\(value)" placeholder="\(example)" \
                dir="auto"></p>

                """
        }
        let kept = query.items.filter { ["q", "sort", "match"].contains($0.name) }
        let hidden = kept.map { item -> HTML in
            "<input type=\"hidden\" name=\"\(item.name)\" value=\"\(item.value)\">\n"
        }
        return """
            <section class="filters" aria-labelledby="narrow">
            <h2 id="narrow">Narrow down</h2>
            \(counts(result))\
            <form action="/" method="get">
            \(hidden)\
            <div class="pair">
            \(field("from", "From", "2023-10"))\(field("to", "To", "2023-10-15"))\
            </div>
            \(field("source", "Source", "Name of a paper"))\
            \(field("language", "Language", "en, ar"))\
            <button>Apply</button>
            </form>
            </section>

            """
    }

    private var faultList: HTML {
        let items = faults.map { fault -> HTML in
            let meant = fault.corrections.map { item -> HTML in
                let target = query.without("cursor").setting(item.name, to: item.value)
                return " Try \(link(target, item.value))."
            }
            return "<li>\(fault.detail)\(meant)</li>\n"
        }
        return "<ul class=\"faults\" role=\"alert\">\n\(items)</ul>\n"
    }

    // MARK: Nothing found, nothing there

    private var nothing: HTML {
        var ways: [HTML] = []
        if let q = request.q, query.items.count > 1 {
            let bare = QueryString(items: [QueryString.Item(name: "q", value: q)])
            ways.append(
                "<li>\(link(bare, "Look in the whole archive, without the filters"))</li>\n"
            )
        }
        if request.q?.contains("\"") == true {
            let loose = request.q?.filter { $0 != "\"" } ?? ""
            let target = query.without("cursor").setting("q", to: loose)
            ways.append("<li>\(link(target, "Look for the words, not the phrase"))</li>\n")
        }
        ways.append("<li>\(link(QueryString(items: []), "See the newest articles"))</li>\n")
        return """
            <div class="nothing">
            <p>No article has \(request.q == nil ? "that" : "what you typed"). Fewer words, or the \
            beginning of one with a star (<kbd>harb*</kbd>), find more.</p>
            <ul>\(ways)</ul>
            </div>

            """
    }

    private var welcome: HTML {
        let command = CurlCommand(options: ["--data-binary", "@article.txt"], path: "/articles")
        return """
            <div class="welcome">
            <h1>The archive is empty</h1>
            <p class="standfirst">Paste any news text, as you copied it: headline, byline, date, \
            “Share this article” and all. Dateline sets it as an article and shows for each line what \
            it took it for.</p>
            \(PasteForm(size: .large).html)\
            <p>From a terminal: <code>\(command.text(authority: authority))</code></p>
            </div>

            """
    }
}

extension QueryString {
    /// The query without the items of some names.
    func without(_ names: String...) -> QueryString {
        QueryString(items: items.filter { !names.contains($0.name) })
    }
}

extension HTML {
    /// What a search is told to put around matching words: characters that no page can hold, so
    /// that the text between them is still escaped where all text is.
    static let searchMarks = Highlight(start: "\u{1}", end: "\u{2}")

    /// Makes the markup of a text with `searchMarks` in it.
    init(searchMarked text: String) {
        var html = HTML.nothing
        for (index, piece) in text.split(separator: "\u{1}", omittingEmptySubsequences: false)
            .enumerated()
        {
            guard index > 0, let end = piece.firstIndex(of: "\u{2}") else {
                html += HTML(String(piece))
                continue
            }
            html += "<mark>\(String(piece[..<end]))</mark>\(String(piece[end...].dropFirst()))"
        }
        self = html
    }
}
