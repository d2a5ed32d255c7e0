import ArticleStore
import HTTPServer

extension Failure {
    /// Why the store cannot be opened.
    init(_ error: StoreError, opening path: String) {
        switch error {
        case .cannotOpen(let path, let reason):
            self.init(message: "cannot open \(path): \(reason)", status: .cannotWrite)
        case .newerSchema(let found, let known):
            self.init(
                message: "\(path) was written by a newer version of the program (schema \(found); "
                    + "this one knows \(known)); it was left as it is",
                status: .unusableData
            )
        case .olderSchema(let found, let known):
            self.init(
                message: "\(path) was written by an older version of the program (schema \(found); "
                    + "this one reads \(known)); dateline migrate --database \(path) brings it up",
                status: .unusableData
            )
        case .corrupt(let detail):
            self.init(
                message: "\(path) is damaged or no store: \(detail); dateline restore COPY "
                    + "--database \(path) puts a copy in its place",
                status: .unusableData
            )
        case .busy:
            self.init(message: "another process holds \(path)", status: .unavailable)
        case .diskFull:
            self.init(message: "no room on the disk for \(path)", status: .cannotWrite)
        case .readOnly:
            self.init(message: "\(path) cannot be written", status: .cannotWrite)
        case .invalidCursor, .deleted, .closed, .database, .fileGone:
            self.init(message: "cannot open \(path): \(error)", status: .unavailable)
        }
    }

    /// Why the address cannot be listened on.
    init(_ error: ServerError) {
        switch error {
        case .addressInUse(let host, let port):
            self.init(
                message: "\(host):\(port) is in use by another process; --port takes another",
                status: .unavailable
            )
        case .cannotListen(let host, let port, let reason):
            self.init(message: "cannot listen on \(host):\(port): \(reason)", status: .unavailable)
        case .notListening(let descriptor):
            self.init(
                message:
                    "what was passed as descriptor \(descriptor) is no socket that listens for TCP",
                status: .unavailable
            )
        }
    }
}
