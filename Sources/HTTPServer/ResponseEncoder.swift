/// Writes the heads of answers, and frames their bodies (RFC 9112 §4 to §7).
struct ResponseEncoder {
    /// How the body that follows a head is delimited.
    enum Framing: Equatable {
        /// None follows.
        case none
        /// The number of bytes that the head says.
        case length(Int)
        /// In chunks.
        case chunked
        /// All bytes up to the close, for HTTP/1.0.
        case close
    }

    /// What of the request matters to its answer.
    struct Context {
        var isHead: Bool
        var isHTTP10: Bool
        /// Whether the connection goes on after the answer.
        var persists: Bool
    }

    static let continues: StaticString = "HTTP/1.1 100 Continue\r\n\r\n"
    static let lastChunk: StaticString = "0\r\n\r\n"

    private let serverLine: [UInt8]
    private let okLines: [UInt8]
    private(set) var date = DateField()

    init(serverName: String) {
        var queue = ByteQueue()
        queue.append("Server: ")
        queue.appendFieldText(serverName)
        queue.append("\r\n")
        serverLine = Array(queue.bytes)
        okLines = Array("HTTP/1.1 200 OK\r\n".utf8) + serverLine
    }

    /// Sets the time that answers tell, in seconds since 1970; whether that is another.
    mutating func setTime(_ second: Int) -> Bool {
        date.update(second: second)
    }

    /// How an answer's body is going to be delimited.
    static func framing(of response: Response, in context: Context) -> Framing {
        if context.isHead || response.status == 204 || response.status == 304 { return .none }
        switch response.body {
        case .empty: return .none
        case .bytes(let bytes): return bytes.isEmpty ? .none : .length(bytes.count)
        case .stream(_, length: .some(let length)): return .length(length)
        case .stream(_, length: nil): return context.isHTTP10 ? .close : .chunked
        }
    }

    /// Writes an answer's head.
    ///
    /// The version is always 1.1: the status line tells what the server
    /// speaks (RFC 9110 §6.2).
    func encodeHead(of response: Response, in context: Context, into queue: inout ByteQueue) {
        if response.status == 200 {
            queue.append(okLines)
        } else {
            queue.append("HTTP/1.1 ")
            queue.append(number: response.status)
            queue.append(" ")
            queue.append(StatusCode.reason(response.status))
            queue.append("\r\n")
            queue.append(serverLine)
        }
        queue.append(date.line)
        for field in response.fields {
            queue.appendFieldText(field.name)
            queue.append(": ")
            queue.appendFieldText(field.value)
            queue.append("\r\n")
        }
        encodeLength(of: response, in: context, into: &queue)
        if !context.persists {
            queue.append("Connection: close\r\n")
        } else if context.isHTTP10 {
            queue.append("Connection: keep-alive\r\n")
        }
        queue.append("\r\n")
    }

    /// Writes the field that delimits the body, to a HEAD request what GET would have had.
    private func encodeLength(
        of response: Response,
        in context: Context,
        into queue: inout ByteQueue
    ) {
        guard response.status != 204 else { return }
        let length: Int
        switch response.body {
        case .empty:
            if response.status == 304 { return }
            length = 0
        case .bytes(let bytes): length = bytes.count
        case .stream(_, length: .some(let known)): length = known
        case .stream(_, length: nil):
            if !context.isHTTP10, response.status != 304 {
                queue.append("Transfer-Encoding: chunked\r\n")
            }
            return
        }
        queue.append("Content-Length: ")
        queue.append(number: length)
        queue.append("\r\n")
    }
}
