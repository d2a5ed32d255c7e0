import Glibc

/// Asks for one path over HTTP/1.1, on a connection of its own.
struct HealthProbe {
    /// Why there is no answer.
    struct Failure: Error {
        var reason: String
    }

    let host: String
    let port: Int
    let timeoutSeconds: Int

    /// Asks, and reads at most 4,096 bytes of the answer.
    ///
    /// - Returns: The status and the first line of the body.
    func ask(for path: String) throws(Failure) -> (status: Int, text: String) {
        let descriptor = try connectedSocket()
        defer { close(descriptor) }
        let request = "GET \(path) HTTP/1.1\r\nHost: \(host):\(port)\r\nConnection: close\r\n\r\n"
        writeAll(Array(request.utf8), to: descriptor)
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while answer.count < buffer.count {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Failure(reason: errorText()) }
            if count == 0 { break }
            answer.append(contentsOf: buffer[..<count])
        }
        let text = String(decoding: answer, as: UTF8.self)
        guard text.hasPrefix("HTTP/1."), let status = Int(text.dropFirst(9).prefix(3)) else {
            throw Failure(reason: "the answer is not HTTP")
        }
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        let body = lines.drop { !$0.isEmpty }.dropFirst().first ?? ""
        return (status, String(body.prefix { $0 != "\n" }))
    }

    private func connectedSocket() throws(Failure) -> Int32 {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let result = getaddrinfo(host, String(port), &hints, &found)
        guard result == 0, let first = found else {
            throw Failure(reason: String(cString: gai_strerror(result)))
        }
        defer { freeaddrinfo(found) }
        var reason = "no address"
        for entry in sequence(first: first, next: { $0.pointee.ai_next }) {
            let info = entry.pointee
            let descriptor = socket(
                info.ai_family,
                info.ai_socktype | Int32(SOCK_CLOEXEC.rawValue),
                0
            )
            guard descriptor >= 0 else {
                reason = errorText()
                continue
            }
            var limit = timeval(tv_sec: timeoutSeconds, tv_usec: 0)
            let size = socklen_t(MemoryLayout<timeval>.size)
            setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
            setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, size)
            if connect(descriptor, info.ai_addr, info.ai_addrlen) == 0 { return descriptor }
            reason = errorText()
            close(descriptor)
        }
        throw Failure(reason: reason)
    }

    private func errorText() -> String {
        errno == EAGAIN || errno == EINPROGRESS
            ? "it took longer than \(timeoutSeconds) s" : String(cString: strerror(errno))
    }
}
