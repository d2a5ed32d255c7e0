import ArticleStore
import Articles
import HTTPServer

/// `GET /timeline`: when the articles of a search were published, received or updated.
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
            SearchArticles.q, SearchArticles.from, SearchArticles.to, SearchArticles.dateField,
            SearchArticles.tz, SearchArticles.source, SearchArticles.language, SearchArticles.tag,
            SearchArticles.place,
            SearchArticles.section, SearchArticles.match, SearchArticles.duplicates, interval,
            Parameter.pretty,
        ],
        planned: ["person"]
    )

    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Counts the articles of a search by when they were published, or by another date.",
            .answer("The stretches of time with articles in them.", .json("Timeline"))
        )
    }

    private var request = ArticleQuery()
    private let interval: Timeline.Interval

    init(_ request: inout EndpointRequest) throws(Problem) {
        var query = request.parameters.articleQuery()
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
                let body = Self.json(timeline, in: request.zone, isPretty: reply.call.isPretty)
                reply.send(.json(body))
            case .failure(let error): reply.send(Problem(error, to: reply.call, query: query))
            }
        }
        return nil
    }

    private static func json(_ timeline: Timeline, in zone: Zone, isPretty: Bool) -> [UInt8] {
        var writer = JSONWriter(isPretty: isPretty)
        writer.beginObject()
        writer.member("interval", timeline.interval.rawValue)
        writer.member("tz", zone.name)
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
