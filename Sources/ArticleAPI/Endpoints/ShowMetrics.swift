import ArticleService
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
        write(api.status, to: &text)
        write(api.service, to: &text)
        // Where the store cannot be read, what the server counted is all the more of interest.
        if let statistics = try? api.withReader({ reader throws(StoreError) in
            try reader.statistics()
        }) {
            write(statistics, to: &text)
        }
        let uptime = api.started.duration(to: .now).components.seconds
        text.gauge("dateline_uptime_seconds", "Seconds since the start.", Int(uptime))
        text.family("dateline_build_info", .gauge, "The program, as labels.")
        text.sample(1, [("version", api.settings.version)])
        ProcessFigures.write(to: &text)
        var answer = Answer(
            mediaType: "text/plain; version=0.0.4; charset=utf-8",
            body: Array(text.text.utf8)
        )
        answer.cacheControl = "no-store"
        return answer
    }
    private func write(_ status: ArticleAPI.Status, to text: inout MetricsText) {
        text.gauge("dateline_connections", "Connections that are open.", status.connectionCount)
        text.gauge(
            "dateline_buffered_bytes",
            "Bytes of bodies and answers in memory.",
            status.bufferedBytes
        )
        let traffic = status.traffic
        text.counter("dateline_received_bytes", "Bytes that came.", traffic.receivedBytes)
        text.counter("dateline_sent_bytes", "Bytes that were sent.", traffic.sentBytes)
        text.counter("dateline_connections_accepted", "Connections accepted.", traffic.accepted)
        text.family("dateline_connections_dropped", .counter, "Connections closed unanswered.")
        text.sample(traffic.dropped, [("reason", "too_many")])
        text.sample(traffic.cut, [("reason", "slow_reader")])
    }

    private func write(_ service: ArticleService, to text: inout MetricsText) {
        let waiting = service.waiting
        let writes = service.waitingWrites
        text.family("dateline_waiting", .gauge, "Work that waits for a thread, in jobs.")
        text.sample(waiting.parsers, [("queue", "parsers")])
        text.sample(waiting.readers, [("queue", "readers")])
        text.sample(writes.operations, [("queue", "writer")])
        text.gauge("dateline_waiting_write_bytes", "Bytes that wait for the writer.", writes.bytes)
        text.gauge("dateline_open_streams", "Originals that are being sent.", service.openStreams)
        let isWritable = service.writability == .writable
        text.gauge("dateline_writable", "1 where the last write succeeded.", isWritable ? 1 : 0)
    }

    private func write(_ statistics: StoreStatistics, to text: inout MetricsText) {
        text.gauge("dateline_articles", "Articles that are there.", statistics.articles)
        text.gauge("dateline_articles_removed", "Articles removed.", statistics.removed)
        text.gauge("dateline_versions", "Earlier versions.", statistics.versions)
        text.gauge("dateline_originals", "Originals, each kept once.", statistics.originals)
        text.gauge("dateline_schema_version", "The file's schema.", statistics.schemaVersion)
        text.gauge("dateline_file_bytes", "The size of the file.", statistics.fileBytes)
        text.gauge("dateline_log_bytes", "The size of its log.", statistics.logBytes)
    }
}
