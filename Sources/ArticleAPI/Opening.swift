import ArticleService
import ArticleStore
import Articles
import HTTPServer
import Logging

/// A store on its way to being served: how far its migration has come, and the service at the end.
package final class Opening: Sendable {
    /// How far a step has come.
    struct Progress: Sendable {
        /// What is being done: a migration's name, the copy before it, the fingerprints.
        var step: String
        /// How many parts of it are done.
        var done: Int
        /// How many it has.
        var total: Int
    }

    private struct State {
        var progress: Progress?
        var service: ArticleService?
    }

    private let state = Locked(State())

    /// Makes an opening that has only begun.
    package init() {}

    /// Takes note of how far the store is; whether this is the first step of a migration.
    package func record(_ event: StoreEvent) -> Bool {
        guard case .migrating(let step, let done, let total) = event else { return false }
        return state.withLock { state in
            defer { state.progress = Progress(step: step, done: done, total: total) }
            return state.progress == nil
        }
    }

    /// Has everything served from now on.
    package func finish(_ service: ArticleService) { state.withLock { $0.service = service } }

    var service: ArticleService? { state.withLock { $0.service } }
    var progress: Progress? { state.withLock { $0.progress } }
}

/// Answers probes while the store is being opened, and hands over to the API after that.
///
/// One for each loop of the server, called on that loop's queue only.
final class OpeningHandler: HTTPHandler {
    private let opening: Opening
    private let status: ArticleAPI.Status
    private var calls: CallMaker
    private let started = ContinuousClock.now
    private var opened: ArticleAPI?

    init(_ opening: Opening, _ status: ArticleAPI.Status, _ calls: CallMaker) {
        self.opening = opening
        self.status = status
        self.calls = calls
    }

    func admit(_ head: RequestHead, in exchange: any Exchange) -> BodyAdmission {
        if let api { return api.admit(head, in: exchange) }
        return head.declaresBody ? .refuse(answer(head)) : .collect(maximumBytes: 0)
    }

    func respond(to request: Request, in exchange: any Exchange) -> Response? {
        if let api { return api.respond(to: request, in: exchange) }
        return answer(request.head)
    }

    private var api: ArticleAPI? {
        if let opened { return opened }
        guard let service = opening.service else { return nil }
        opened = ArticleAPI(service, status, calls, started: started)
        return opened
    }

    /// What is the same whatever the store holds is answered; all else has to wait.
    private func answer(_ head: RequestHead) -> Response {
        if case .resource(let resource, _) = Router.dateline.match(head.path),
            let fixed = resource.route(for: head.method)?.fixed
        {
            return fixed
        }
        var call = calls.call(head, route: "opening")
        call.isProbe = true
        return call.response(for: Problem(opening.progress, to: call))
    }
}

extension Problem {
    /// The store is not open yet.
    fileprivate init(_ progress: Opening.Progress?, to call: Call) {
        let path = CurlCommand(path: "/readyz").path
        self.init(
            .opening,
            progress.map {
                "The store is being brought to this version of the program: \($0.step), \($0.done) "
                    + "of \($0.total)."
            } ?? "The store is being opened.",
            hint: .command(CurlCommand(options: ["--retry", "10"], path: path)),
            fields: [("Retry-After", "1")]
        )
        self.progress = progress
    }
}
