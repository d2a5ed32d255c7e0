import ArticleService
import Articles
import HTTPServer

/// A snapshot as a download whose parts can be asked for (RFC 9110 §14): `curl -C -`.
struct SnapshotDownload {
    /// What is downloaded.
    let kind: Snapshot.Kind
    /// Its type.
    let mediaType: String
    /// The name under which it is to be saved.
    let fileName: String
    /// Whether parts without `If-Range` are of the last snapshot, even if something was stored since.
    let isKeptForParts: Bool

    /// Answers a request, once there is a snapshot; it is made near `path`.
    func answer(_ context: EndpointContext, near path: String) {
        let reply = context.reply
        let query = context.query
        let fields = context.call.head.fields
        let range = context.call.head.method == .get ? fields["Range"] : nil
        let condition = fields["If-Range"]
        context.api.service.snapshot(
            of: kind,
            near: path,
            matching: { snapshot in
                guard range != nil else { return false }
                return condition.map(tag(of: snapshot).matches(ifRange:)) ?? isKeptForParts
            },
            completion: { result in
                switch result {
                case .success(let snapshot):
                    let isCurrent = condition.map(tag(of: snapshot).matches(ifRange:)) ?? true
                    send(snapshot, range: isCurrent ? range : nil, by: reply)
                case .failure(let error):
                    reply.send(Problem(error, to: reply.call, query: query))
                }
            }
        )
    }

    /// The validator of a snapshot.
    private func tag(of snapshot: Snapshot) -> EntityTag {
        EntityTag(opaque: "\(kind.rawValue)-\(snapshot.generation)-\(snapshot.length)")
    }

    private func send(_ snapshot: Snapshot, range: String?, by reply: Reply) {
        var answer = Answer(isCompressible: false)
        answer.mediaType = mediaType
        answer.entityTag = tag(of: snapshot)
        answer.cacheControl = "no-store"
        answer.fields = [
            ("Accept-Ranges", "bytes"),
            ("Content-Disposition", "attachment; filename=\"\(fileName)\""),
        ]
        switch RangeRequest(range, length: snapshot.length) {
        case .whole: answer.stream = (SnapshotBody(snapshot, 0..<snapshot.length), snapshot.length)
        case .part(let part):
            answer.status = 206
            let field = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(snapshot.length)"
            answer.fields.append(("Content-Range", field))
            answer.stream = (SnapshotBody(snapshot, part), part.count)
        case .unsatisfiable:
            return reply.send(
                Problem(
                    .rangeNotSatisfiable,
                    "The file has \(snapshot.length) bytes.",
                    hint: .command(reply.call.command(query: QueryString(items: []))),
                    fields: [("Content-Range", "bytes */\(snapshot.length)")]
                )
            )
        }
        reply.send(answer)
    }
}

/// A snapshot on its way to a client, read piece by piece.
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
