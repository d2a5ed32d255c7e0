import ArticleStore
import Articles
import HTTPServer

/// `GET /metrics`: what was counted, for Prometheus.
struct ShowMetrics: Endpoint {
    static let parameters = ParameterList.anything()

    init(_ request: inout EndpointRequest) throws(Problem) {}

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let api = context.api
        var text = MetricsText()
        api.settings.metrics.write(to: &text)
        text.gauge(
            "dateline_connections",
            "Connections that are open.",
            api.status.connectionCount
        )
        text.gauge(
            "dateline_buffered_bytes",
            "Bytes of bodies and answers in memory.",
            api.status.bufferedBytes
        )
        let waiting = api.service.waiting
        text.family("dateline_waiting", .gauge, "Work that waits for a thread, in jobs.")
        text.sample(waiting.parsers, [("queue", "parsers")])
        text.sample(waiting.readers, [("queue", "readers")])
        text.gauge(
            "dateline_open_streams",
            "Originals that are being sent.",
            api.service.openStreams
        )
        // Where the store cannot be read, what the server counted is all the more of interest.
        if let statistics = try? api.withReader({ reader throws(StoreError) in
            try reader.statistics()
        }) {
            text.gauge("dateline_articles", "Articles that are there.", statistics.articles)
            text.gauge("dateline_articles_removed", "Articles removed.", statistics.removed)
            text.gauge("dateline_file_bytes", "The size of the file.", statistics.fileBytes)
            text.gauge("dateline_log_bytes", "The size of its log.", statistics.logBytes)
        }
        let uptime = api.started.duration(to: .now).components.seconds
        text.gauge("dateline_uptime_seconds", "Seconds since the start.", Int(uptime))
        var answer = Answer(
            mediaType: "text/plain; version=0.0.4; charset=utf-8",
            body: Array(text.text.utf8)
        )
        answer.cacheControl = "no-store"
        return answer
    }
}
