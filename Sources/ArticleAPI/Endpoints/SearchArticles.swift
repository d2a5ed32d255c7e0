import ArticleService
import ArticleStore
import Articles
import HTTPServer

/// `GET /articles`: finds and lists articles.
struct SearchArticles: Endpoint {
    static let q = Parameter(
        "q",
        othersCallIt: ["query", "search", "keywords", "keyword", "s"],
        .anyText(example: "word"),
        words: "Words; \"a phrase\"; -without; this OR that; begin*; headline: by: source:."
    )
    static let from = Parameter(
        "from",
        othersCallIt: [
            "from-date", "begin_date", "since", "published_after", "start_date", "after", "date",
        ],
        .date,
        spanEnd: "to",
        words: "The first day or moment, inclusive; -7d counts from now."
    )
    static let to = Parameter(
        "to",
        othersCallIt: ["to-date", "end_date", "until", "published_before", "before"],
        .date,
        words: "The last day or moment, inclusive."
    )
    static let dateField = Parameter(
        "date_field",
        othersCallIt: ["use-date", "date_type"],
        .choice([
            "published_at": ArticleQuery.DateField.published, "received_at": .received,
            "updated_at": .updated,
        ]),
        words: "Which date from and to are about."
    )
    static let tz = Parameter(
        "tz",
        othersCallIt: ["timezone", "time_zone", "zone"],
        .zone,
        words: "The time zone whose days count, by its IANA name, or an offset; UTC if absent."
    )
    static let source = Parameter(
        "source",
        othersCallIt: ["sources", "domains", "domain", "publisher"],
        .filter(.source, example: "Al Jazeera"),
        words: "Where it comes from; commas mean or, and - in front means not."
    )
    static let language = Parameter(
        "language",
        othersCallIt: ["lang", "languages"],
        .filter(
            .language,
            example: "en",
            schema: .languages,
            allowing: isLanguageTag,
            otherwise: "is not a language tag such as en, pt-BR or zh-Hant."
        ),
        words: "Its language tag; commas mean or, and - in front means not."
    )
    static let tag = Parameter(
        "tag",
        othersCallIt: ["tags", "topic", "category"],
        .filter(.tag, example: "climate"),
        words: "A word that was put on it; commas mean or, and - in front means not."
    )
    static let place = Parameter(
        "place",
        othersCallIt: ["location", "geo"],
        .filter(.place, example: "London"),
        words: "The place in its dateline; commas mean or, and - in front means not."
    )
    static let section = Parameter(
        "section",
        othersCallIt: ["sections", "desk"],
        .filter(.section, example: "World"),
        words: "Its section; commas mean or, and - in front means not."
    )
    static let page = Parameter(
        "page",
        othersCallIt: ["p"],
        .count(example: "2"),
        words: "Which page, from 1; cursor goes deeper."
    )
    static let offset = Parameter(
        "offset",
        othersCallIt: ["start", "skip"],
        .offset(example: "20"),
        words: "How many articles are passed over; cursor goes deeper."
    )
    static let facets = Parameter(
        "facets",
        othersCallIt: ["facet", "facet_field"],
        .list(
            example: "source,month",
            schema: .list(ArticleQuery.Facet.allCases.map(\.rawValue))
        ),
        words: "Which values are counted, with commas between."
    )
    static let sort = Parameter(
        "sort",
        othersCallIt: ["order-by", "sortBy", "order"],
        .choice([
            "date": ArticleQuery.Sort.newest, "desc": .newest, "latest": .newest,
            "published": .newest, "published_at": .newest, "publishedat": .newest,
            "asc": .oldest, "score": .relevance, "rank": .relevance, "popularity": .relevance,
        ]),
        words: "The order of the answer."
    )
    static let limit = Parameter(
        "limit",
        othersCallIt: ["page-size", "per_page", "max", "rows", "size", "count", "n"],
        .count(example: "20"),
        words: "How many at the most; 200 are the most that are given."
    )
    static let cursor = Parameter(
        "cursor",
        othersCallIt: ["next", "page_token"],
        .text(maximum: 4_096, example: ""),
        words: "Where the page before ended: its next."
    )
    static let fields = Parameter(
        "fields",
        othersCallIt: ["show-fields", "fl", "select"],
        .memberList(example: "headline,published_at,url"),
        words: "Which members are shown, with commas between; * takes in the text."
    )
    static let highlight = Parameter(
        "highlight",
        othersCallIt: ["hl"],
        .text(maximum: 80, example: "mark", schema: .marks),
        words: "What stands around matching words: mark, none, or two marks with a comma."
    )
    static let match = Parameter(
        "match",
        othersCallIt: ["operator", "mode"],
        .choice(["and": ArticleQuery.Match.all, "or": .any]),
        words: "How many of the words an article must have."
    )
    static let duplicates = Parameter(
        "duplicates",
        othersCallIt: ["collapse", "dedupe"],
        .choice(["group": ArticleQuery.Duplicates.hide, "collapse": .hide, "all": .show]),
        words:
            "Of articles with nearly the same text: the first with its copies counted, all, or only "
            + "those with copies."
    )

    static let parameters = ParameterList(
        [
            q, from, to, dateField, tz, source, language, tag, place, section, sort, limit, cursor,
            page, offset,
            fields, facets, highlight, match, duplicates, Parameter.pretty,
        ],
        planned: ["person"]
    )

    /// What is looked for.
    private(set) var request = ArticleQuery()
    private(set) var members = ArticleMember.withoutText
    private var isLimitCapped = false
    private var warnings: [ArticleWarning] = []

    init(_ request: inout EndpointRequest) throws(Problem) {
        self.init(&request.parameters)
    }

    /// Reads what is looked for; what is wrong with it is for `parameters` to tell.
    init(_ parameters: inout ParameterReader) {
        var query = parameters.articleQuery()
        query.sort = parameters.value(Self.sort)
        let limit = parameters.value(Self.limit) ?? 20
        isLimitCapped = limit > Self.highestLimit
        query.limit = min(limit, Self.highestLimit)
        query.cursor = parameters.value(Self.cursor)
        query.offset = Self.offset(&parameters, limit: query.limit)
        query.facets = Self.facets(&parameters)
        members = parameters.members(Self.fields) ?? members
        query.includesText = members.contains(.text) || members.contains(.paragraphs)
        query.highlight = Self.highlight(parameters.value(Self.highlight))
        if let highlight = parameters.query.items.last(where: { $0.name == "highlight" })?.value,
            !highlight.isEmpty, highlight != "none", query.highlight == nil
        {
            parameters.fault(
                Self.highlight,
                "'\(shown(highlight))' is none of mark, none, or two marks with a comma between."
            )
        }
        request = query
        warnings = parameters.warnings
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        try answer(context, in: ListForm.accepted(by: context.call))
    }

    /// Answers in a form; `nil` for the envelope, as JSON.
    func answer(_ context: EndpointContext, in form: ListForm?) throws(Problem) -> Answer? {
        let call = context.call
        let key = form == nil ? pageKey(call, context.api.settings.pages) : nil
        if let key, let kept = try keptAnswer(key, context) { return kept }
        let mark = mark(of: call, form)
        if let field = call.head.fields["If-None-Match"] {
            let generation: Int64
            do throws(StoreError) {
                generation = try context.api.withReader { reader throws(StoreError) in
                    try reader.generation()
                }
            } catch {
                throw context.problem(.store(error))
            }
            let tag = entityTag(generation: generation, mark: mark)
            if tag.matches(ifNoneMatch: field) {
                return Answer(status: 304, entityTag: tag, variesByAccept: true)
            }
        }
        let reply = context.reply
        let query = context.query
        let pages = context.api.settings.pages
        context.api.service.search(request) { result in
            switch result {
            case .success(let result):
                let next = result.page.next.map { target(after: $0, reply.call, query) }
                let answer = answer(result, next: next, in: form, to: reply.call, query, mark)
                if let key, let mark = result.mark, let tag = answer.entityTag {
                    let entry = PageCache.Entry(entityTag: tag, next: next, body: answer.body)
                    pages.keep(entry, for: key, at: mark)
                }
                reply.send(answer)
            case .failure(let error):
                reply.send(Problem(error, to: reply.call, query: query))
            }
        }
        return nil
    }

    /// What a first page is kept by; `nil` where it is not.
    private func pageKey(_ call: Call, _ pages: PageCache) -> PageCache.Key? {
        guard pages.isOn, request.cursor == nil, request.offset == 0 else { return nil }
        return PageCache.Key(
            query: call.head.query ?? "",
            from: request.from?.secondsSince1970,
            until: request.until?.secondsSince1970
        )
    }

    /// The answer that was given to the same request in this state of the store.
    private func keptAnswer(
        _ key: PageCache.Key,
        _ context: EndpointContext
    ) throws(Problem) -> Answer? {
        let mark: StoreMark?
        do throws(StoreError) {
            mark = try context.api.withReader { $0.mark }
        } catch {
            throw context.problem(.store(error))
        }
        guard let kept = context.api.settings.pages.entry(key, at: mark) else { return nil }
        if let field = context.call.head.fields["If-None-Match"],
            kept.entityTag.matches(ifNoneMatch: field)
        {
            return Answer(status: 304, entityTag: kept.entityTag, variesByAccept: true)
        }
        var answer = Answer.json(kept.body)
        answer.entityTag = kept.entityTag
        answer.variesByAccept = true
        if let next = kept.next { answer.fields.append(("Link", "<\(next)>; rel=\"next\"")) }
        return answer
    }

    /// The target of the page after this one.
    private func target(after cursor: String, _ call: Call, _ query: QueryString) -> String {
        var items = query.items.filter { $0.name != "cursor" }
        items.append(QueryString.Item(name: "cursor", value: cursor))
        return call.route + "?" + QueryString(items: items).encoded
    }

    private func answer(
        _ result: SearchResult,
        next: String?,
        in form: ListForm?,
        to call: Call,
        _ query: QueryString,
        _ mark: UInt64
    ) -> Answer {
        var answer: Answer
        if let form {
            let list = ArticleList(
                page: result.page,
                members: members,
                words: request.q,
                baseURL: call.baseURL,
                target: call.route + (query.items.isEmpty ? "" : "?" + query.encoded),
                next: next,
                now: call.now
            )
            answer = Answer(mediaType: form.mediaType, body: form.body(of: list))
        } else {
            answer = .json(json(result, isPretty: call.isPretty))
        }
        answer.entityTag = entityTag(generation: result.generation, mark: mark)
        answer.variesByAccept = true
        answer.timings = [("search", result.duration)]
        if let next { answer.fields.append(("Link", "<\(next)>; rel=\"next\"")) }
        return answer
    }

    /// The envelope of a page: the answer as JSON.
    func json(_ result: SearchResult, isPretty: Bool) -> [UInt8] {
        let page = result.page
        var writer = JSONWriter(
            isPretty: isPretty,
            reservingCapacity: 512 + 2_048 * page.hits.count
        )
        writer.beginObject()
        writer.member("total", page.total)
        writer.member("total_exact", page.totalIsExact)
        writer.member("limit", request.limit)
        if isLimitCapped { writer.member("limit_capped", true) }
        writer.member("next", page.next)
        writer.member("took_ms", Int(result.duration / .milliseconds(1)))
        writer.key("query")
        writer.beginObject()
        writer.member("q", request.q)
        writer.member("parsed", page.parsedQuery)
        writer.member("sort", page.sort.rawValue)
        if !page.alsoMatched.isEmpty { writer.member("also_matched", page.alsoMatched) }
        if let matchedAll = page.matchedAll {
            writer.member("match", matchedAll ? "all" : "any")
        }
        writer.endObject()
        if let ranked = page.ranked { writer.member("ranked", ranked) }
        if let meant = page.didYouMean { writer.member("did_you_mean", meant) }
        writer.key("articles")
        writer.beginArray()
        for hit in page.hits { write(hit, to: &writer) }
        writer.endArray()
        if !request.facets.isEmpty { write(page.facets, to: &writer) }
        let warnings = warnings + page.warnings
        if !warnings.isEmpty { writer.warnings(warnings) { _ in "" } }
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private func write(
        _ facets: [ArticleQuery.Facet: [ArticlePage.Count]],
        to writer: inout JSONWriter
    ) {
        writer.key("facets")
        writer.beginObject()
        for facet in request.facets {
            writer.key(facet.rawValue)
            writer.beginArray()
            for value in facets[facet] ?? [] {
                writer.beginObject()
                writer.member("value", value.value)
                writer.member("count", value.count)
                writer.endObject()
            }
            writer.endArray()
        }
        writer.endObject()
    }

    private func write(_ hit: ArticlePage.Hit, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.write(members, of: hit.article)
        if let score = hit.score {
            writer.key("score")
            writer.value(score)
        }
        if let copies = hit.copies { writer.member("copies", copies) }
        if hit.highlightedHeadline != nil || !hit.highlightedPassages.isEmpty {
            writer.key("highlights")
            writer.beginObject()
            if let headline = hit.highlightedHeadline { writer.member("headline", headline) }
            if !hit.highlightedPassages.isEmpty {
                writer.member("text", hit.highlightedPassages)
            }
            writer.endObject()
        }
        writer.endObject()
    }

    /// What stands around matching words: `mark` if nothing is said, nothing for `none`, else two
    /// marks with a comma between.
    private static func highlight(_ text: String?) -> Highlight? {
        guard let text, text != "mark" else { return .mark }
        let marks = text.split(separator: ",", omittingEmptySubsequences: false)
        guard marks.count == 2 else { return nil }
        return Highlight(start: String(marks[0]), end: String(marks[1]))
    }

    private func entityTag(generation: Int64, mark: UInt64) -> EntityTag {
        EntityTag(opaque: "\(generation)-\(String(mark, radix: 16))", isWeak: true)
    }

    /// A number that differs where another answer would be given: the query with its dates
    /// resolved, since `-7d` means another day tomorrow.
    private func mark(of call: Call, _ form: ListForm?) -> UInt64 {
        let from = request.from?.secondsSince1970 ?? 0
        let until = request.until?.secondsSince1970 ?? 0
        let text = "\(from) \(until) \(form?.rawValue ?? "") \(call.head.query ?? "")"
        return FNV1a(text.utf8).value
    }

    /// How many articles are passed over, by `page` or by `offset`.
    private static func offset(_ parameters: inout ParameterReader, limit: Int) -> Int {
        let page = parameters.value(Self.page)
        let given = parameters.value(Self.offset)
        if page != nil && given != nil {
            parameters.fault(Self.offset, "'page' and 'offset' say the same; give one of them.")
        }
        let (pages, isTooFar) = ((page ?? 1) - 1).multipliedReportingOverflow(by: limit)
        let offset = given ?? (isTooFar ? Int.max : pages)
        if offset > deepestOffset {
            let detail =
                "Pages begin at the \(deepestOffset)th article at the deepest; to read on, send "
                + "'cursor' with what the page before has as 'next'."
            if page != nil {
                parameters.fault(Self.page, detail)
            } else {
                parameters.fault(Self.offset, detail)
            }
        }
        return min(offset, deepestOffset)
    }

    private static func facets(_ parameters: inout ParameterReader) -> [ArticleQuery.Facet] {
        var facets: [ArticleQuery.Facet] = []
        let names = ArticleQuery.Facet.allCases.map(\.rawValue)
        for name in parameters.value(Self.facets) ?? [] {
            guard let facet = ArticleQuery.Facet(rawValue: name) else {
                parameters.fault(
                    Self.facets,
                    "'\(shown(name))' is none of \(names.joined(separator: ", "))."
                )
                continue
            }
            if !facets.contains(facet) { facets.append(facet) }
        }
        return facets
    }

    private static let highestLimit = 200
    private static let deepestOffset = 10_000
}

extension ParameterReader {
    /// Which articles are looked for, by all the parameters that say so.
    mutating func articleQuery() -> ArticleQuery {
        var query = ArticleQuery()
        query.q = value(SearchArticles.q)
        query.zone = value(SearchArticles.tz) ?? query.zone
        query.dateField = value(SearchArticles.dateField) ?? query.dateField
        query.from = span(SearchArticles.from, in: query.zone)?.start
        query.until = span(SearchArticles.to, in: query.zone)?.end
        if let from = query.from, let until = query.until, from >= until {
            fault(SearchArticles.to, "'to' lies before 'from'.")
        }
        let filters = [
            SearchArticles.source, SearchArticles.language, SearchArticles.tag,
            SearchArticles.place, SearchArticles.section,
        ]
        query.filters = filters.flatMap { values($0).flatMap { $0 } }
        query.match = value(SearchArticles.match) ?? query.match
        query.duplicates = value(SearchArticles.duplicates) ?? query.duplicates
        return query
    }

    /// The time that a date means, which is of a zone where it names none.
    private mutating func span(_ parameter: Parameter<TimeSpan>, in zone: Zone) -> TimeSpan? {
        value(Parameter(parameter.name, .date(in: zone), words: parameter.words))
    }
}
