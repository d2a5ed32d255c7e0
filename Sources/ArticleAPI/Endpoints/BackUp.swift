import ArticleService
import ArticleStore
import Articles
import FoundationEssentials
import HTTPServer

/// `POST /backup`: copies the whole store to a file beside it, checked, while it is read and written.
struct MakeBackup: Endpoint {
    static let parameters = ParameterList([Parameter.pretty])

    init(_ request: inout EndpointRequest) throws(Problem) {}

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        guard let path = context.api.settings.storePath else { throw .noBackup }
        let digits = context.call.now.rfc3339.filter { $0 != "-" && $0 != ":" }
        let name = (path.split(separator: "/").last.map(String.init) ?? "dateline") + ".\(digits)"
        let directory = String(
            path.prefix(path.count - (path.split(separator: "/").last?.count ?? 0))
        )
        let reply = context.reply
        let query = context.query
        let began = ContinuousClock.now
        context.api.service.backUp(to: directory + name) { result in
            switch result {
            case .success(let length):
                var writer = JSONWriter(isPretty: reply.call.isPretty)
                writer.beginObject()
                writer.member("status", "created")
                writer.member("file", name)
                writer.member("bytes", length)
                writer.member("took_ms", Int(began.duration(to: .now) / .milliseconds(1)))
                writer.endObject()
                writer.endLine()
                reply.send(.json(writer.bytes, status: 201))
            case .failure(.store(.cannotOpen)):
                // Two within a second.
                reply.send(Problem(.busy, to: reply.call, query: query))
            case .failure(let error):
                reply.send(Problem(error, to: reply.call, query: query))
            }
        }
        return nil
    }
}

/// `GET /backup`: a copy of the whole store, of one moment and checked, as a download that can be
/// resumed (`curl -C -`) for ten minutes.
///
/// It has everything, the removed articles too, so it takes the key that writing takes.
struct DownloadBackup: Endpoint {
    static let parameters = ParameterList([])

    init(_ request: inout EndpointRequest) throws(Problem) {}

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        guard let path = context.api.settings.storePath else { throw .noBackup }
        let download = SnapshotDownload(
            kind: .store,
            mediaType: "application/vnd.sqlite3",
            fileName: "dateline.db",
            // A part is of the copy that the parts before were of.
            isKeptForParts: true
        )
        download.answer(context, near: path)
        return nil
    }
}

extension Problem {
    /// The store is no file that could be copied.
    fileprivate static var noBackup: Problem {
        Problem(
            .notFound,
            "This server's store is not in a file.",
            hint: .command(.init(path: "/"))
        )
    }
}
