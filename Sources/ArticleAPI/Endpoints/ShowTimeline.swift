import ArticleStore
import Articles
import HTTPServer

/// `GET /timeline`: when the articles of a search were published.
struct ShowTimeline: Endpoint {
    static let interval = Parameter(
        "interval",
        othersCallIt: ["gap", "granularity", "resolution"],
        .choice([
            "daily": Timeline.Interval.day, "weekly": .week, "monthly": .month, "yearly": .year,
        ]),
        words: "How long a bucket is."
    )

    static let parameters = ParameterList(
        [
            SearchArticles.q, SearchArticles.from, SearchArticles.to, SearchArticles.source,
            SearchArticles.language, SearchArticles.tag, SearchArticles.place,
            SearchArticles.section, SearchArticles.match, SearchArticles.duplicates, interval,
            Parameter.pretty,
        ],
        planned: ["tz", "date_field", "person"]
    )

    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Counts the articles of a search by when they were published.",
            .answer("The stretches of time with articles in them.", .json("Timeline"))
        )
    }

    private var request = ArticleQuery()
    private let interval: Timeline.Interval

    init(_ request: inout EndpointRequest) throws(Problem) {
        var query = ArticleQuery()
        query.q = request.parameters.value(SearchArticles.q)
        query.from = request.parameters.value(SearchArticles.from)?.start
        query.until = request.parameters.value(SearchArticles.to)?.end
        if let from = query.from, let until = query.until, from >= until {
            request.parameters.fault(SearchArticles.to, "'to' lies before 'from'.")
        }
        query.filters = request.parameters.articleFilters()
        query.match = request.parameters.value(SearchArticles.match) ?? .auto
        query.duplicates =
            request.parameters.value(SearchArticles.duplicates) ?? query.duplicates
        query.highlight = nil
        interval = request.parameters.value(Self.interval) ?? .day
        self.request = query
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let (reply, query, request, interval) = (context.reply, context.query, request, interval)
        context.api.service.read { reader throws(StoreError) in
            try reader.timeline(request, by: interval)
        } completion: { result in
            switch result {
            case .success(let timeline):
                reply.send(.json(Self.json(timeline, isPretty: reply.call.isPretty)))
            case .failure(let error): reply.send(Problem(error, to: reply.call, query: query))
            }
        }
        return nil
    }

    private static func json(_ timeline: Timeline, isPretty: Bool) -> [UInt8] {
        var writer = JSONWriter(isPretty: isPretty)
        writer.beginObject()
        writer.member("interval", timeline.interval.rawValue)
        writer.member("tz", "UTC")
        writer.member("total", timeline.total)
        writer.member("total_exact", timeline.isTotalExact)
        writer.member("undated", timeline.undated)
        writer.key("buckets")
        writer.beginArray()
        for bucket in timeline.buckets {
            writer.beginObject()
            writer.member("from", "\(bucket.from)")
            writer.member("to", "\(bucket.to)")
            writer.member("count", bucket.count)
            writer.member("inferred_dates", bucket.inferredDates)
            writer.endObject()
        }
        writer.endArray()
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }
}
