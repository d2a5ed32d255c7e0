import ArticleStore
import Articles
import HTTPServer

/// `GET /livez` and `/healthz`: the process turns its loops; touches no disk.
struct ShowLiveness: Endpoint {
    static let parameters = ParameterList.anything()
    static let fixedAnswer: Answer? = .probe("ok\n")

    init(_ request: inout EndpointRequest) throws(Problem) {}

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        Self.fixedAnswer
    }
}

/// `GET /readyz`: whether a balancer should send requests here.
///
/// A full disk is no reason not to:
/// reading goes on.
struct ShowReadiness: Endpoint {
    /// The status while draining: 404 is how HAProxy's `disable-on-404` is told to send no new
    /// clients and to keep those it has.
    static let draining = Parameter(
        "draining",
        .choice(["": DrainStatus.unavailable]),
        words: "The status of the answer while the server shuts down."
    )
    static let parameters = ParameterList.anything(and: draining)

    enum DrainStatus: String, CaseIterable, Sendable {
        case unavailable = "503"
        case notFound = "404"
    }

    private let drainStatus: DrainStatus

    init(_ request: inout EndpointRequest) throws(Problem) {
        let item = request.parameters.query.items.last { $0.name == Self.draining.name }
        drainStatus = item.flatMap { DrainStatus(rawValue: $0.value) } ?? .unavailable
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        if context.api.status.isDraining {
            return Self.draining(statusCode: drainStatus == .notFound ? 404 : 503)
        }
        do throws(StoreError) {
            try context.api.withReader { reader throws(StoreError) in try reader.check() }
            return .probe("ready\n")
        } catch {
            var answer = Answer.probe("the store cannot be read\n", status: 503)
            answer.fields = [("Retry-After", "1")]
            return answer
        }
    }

    /// The answer of a server that takes nothing new.
    static func draining(statusCode: Int) -> Answer {
        var answer = Answer.probe("draining\n", status: statusCode)
        answer.fields = [("Retry-After", "1")]
        return answer
    }
}

extension Answer {
    /// A short text for a prober: never stored, never compressed.
    static func probe(_ text: String, status: Int = 200) -> Answer {
        var answer = Answer.text(text, status: status)
        answer.isCompressible = false
        answer.cacheControl = "no-store"
        return answer
    }
}
