import ArticleStore
import Articles
import HTTPServer

/// `GET /stats`: how much there is, for people and dashboards; `/metrics` has more, for machines.
struct ShowStatistics: Endpoint {
    static let parameters = ParameterList([Parameter.pretty])

    static let documentation = EndpointDocumentation(
        "Says how many articles there are, how large the file is, and how the server fares.",
        .answer("The figures.", .json("Statistics"))
    )

    init(_ request: inout EndpointRequest) throws(Problem) {}

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let statistics: StoreStatistics
        do throws(StoreError) {
            statistics = try context.api.withReader { reader throws(StoreError) in
                try reader.statistics()
            }
        } catch {
            throw context.problem(.store(error))
        }
        let api = context.api
        let uptime = api.started.duration(to: .now).components.seconds
        var writer = JSONWriter(isPretty: context.call.isPretty)
        writer.beginObject()
        writer.members(of: statistics)
        writer.member("connections", api.status.connectionCount)
        writer.member("uptime_seconds", uptime)
        // What a balancer says of the server's state (HAProxy, `http-check send-state`).
        if let state = context.call.head.fields["X-Haproxy-Server-State"] {
            writer.member("balancer_state", shown(state))
        }
        writer.endObject()
        writer.endLine()
        return .json(writer.bytes)
    }
}
