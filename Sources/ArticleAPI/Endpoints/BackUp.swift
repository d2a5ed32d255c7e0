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
        let reply = context.reply
        let query = context.query
        let fields = context.call.head.fields
        let range = context.call.head.method == .get ? fields["Range"] : nil
        let condition = fields["If-Range"]
        context.api.service.snapshot(
            near: path,
            // A part is of the copy that the parts before were of.
            matching: { range != nil && condition.map($0.tag.matches(ifRange:)) ?? true },
            completion: { result in
                switch result {
                case .success(let snapshot):
                    let isCurrent = condition.map(snapshot.tag.matches(ifRange:)) ?? true
                    reply.send(snapshot, range: isCurrent ? range : nil)
                case .failure(let error):
                    reply.send(Problem(error, to: reply.call, query: query))
                }
            }
        )
        return nil
    }
}

extension Snapshot {
    /// The validator of the copy.
    fileprivate var tag: EntityTag { EntityTag(opaque: "backup-\(generation)-\(length)") }
}

extension Reply {
    fileprivate func send(_ snapshot: Snapshot, range: String?) {
        var answer = Answer(isCompressible: false)
        answer.mediaType = "application/vnd.sqlite3"
        answer.entityTag = snapshot.tag
        answer.cacheControl = "no-store"
        answer.fields = [
            ("Accept-Ranges", "bytes"),
            ("Content-Disposition", "attachment; filename=\"dateline.db\""),
        ]
        switch RangeRequest(range, length: snapshot.length) {
        case .whole: answer.stream = (SnapshotBody(snapshot, 0..<snapshot.length), snapshot.length)
        case .part(let part):
            answer.status = 206
            let field = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(snapshot.length)"
            answer.fields.append(("Content-Range", field))
            answer.stream = (SnapshotBody(snapshot, part), part.count)
        case .unsatisfiable:
            return send(
                Problem(
                    .rangeNotSatisfiable,
                    "The copy has \(snapshot.length) bytes.",
                    hint: .command(call.command(query: QueryString(items: []))),
                    fields: [("Content-Range", "bytes */\(snapshot.length)")]
                )
            )
        }
        send(answer)
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

/// A copy on its way to a client, read piece by piece.
private final class SnapshotBody: ResponseBodySource {
    private let snapshot: Snapshot
    /// What is left to be read.
    private let left: Locked<Range<Int>>

    init(_ snapshot: Snapshot, _ range: Range<Int>) {
        self.snapshot = snapshot
        left = Locked(range)
    }

    func next(
        maximumBytes: Int,
        deliver: @escaping @Sendable (Result<[UInt8]?, any Error>) -> Void
    ) {
        let piece = left.withLock { left in
            let piece = left.lowerBound..<min(left.upperBound, left.lowerBound + maximumBytes)
            left = piece.upperBound..<left.upperBound
            return piece
        }
        guard !piece.isEmpty else { return deliver(.success(nil)) }
        snapshot.read(piece, deliver: deliver)
    }

    func cancel() {
        left.withLock { $0 = $0.upperBound..<$0.upperBound }
    }
}
