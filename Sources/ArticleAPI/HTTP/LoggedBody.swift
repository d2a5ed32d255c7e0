import ArticleService
import HTTPServer
import Logging

/// A body on its way to the client; what goes wrong in the middle can only be logged.
struct LoggedBody: ResponseBodySource {
    private let source: any ResponseBodySource
    private let requestID: String
    private let logger: Logger

    init(_ source: any ResponseBodySource, of call: Call) {
        self.source = source
        requestID = call.requestID
        logger = call.logger
    }

    func next(
        maximumBytes: Int,
        deliver: @escaping @Sendable (Result<[UInt8]?, any Error>) -> Void
    ) {
        source.next(maximumBytes: maximumBytes) { result in
            if case .failure(let error) = result {
                logger.error(
                    "answer broken off",
                    metadata: ["reason": "\(error)", "request_id": "\(requestID)"]
                )
            }
            deliver(result)
        }
    }

    func cancel() {
        source.cancel()
    }
}

extension PieceStream: ResponseBodySource {}
