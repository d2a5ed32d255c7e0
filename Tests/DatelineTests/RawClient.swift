import Foundation

/// A TCP connection that sends bytes as they are given and reads HTTP answers one by one.
final class RawClient {
    /// An answer, its field names in lower case.
    struct Answer {
        var status: Int
        var fields: [String: String]
        var body: String
    }

    /// The connection ended or stalled before an answer was complete.
    struct Broken: Error {
        var received: String
    }

    private let descriptor: Int32
    private var buffer: [UInt8] = []

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Broken(received: "no connection") }
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(
            descriptor,
            SOL_SOCKET,
            SO_RCVTIMEO,
            &limit,
            socklen_t(MemoryLayout<timeval>.size)
        )
    }

    deinit { close(descriptor) }

    func send(_ text: String) throws {
        try send(Array(text.utf8))
    }

    func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Broken(received: "cannot send") }
            rest = rest.dropFirst(count)
        }
    }

    /// Reads one answer whose body has a length.
    func answer(toHEAD isHEAD: Bool = false) throws -> Answer {
        while true {
            if let answer = takeAnswer(isHEAD: isHEAD) { return answer }
            guard try fill() else {
                throw Broken(received: String(decoding: buffer, as: UTF8.self))
            }
        }
    }

    /// Whether the server closes the connection without another byte.
    func isClosed() throws -> Bool {
        guard buffer.isEmpty else { return false }
        return try !fill()
    }

    private func fill() throws -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = read(descriptor, &chunk, chunk.count)
        if count < 0 && errno != ECONNRESET {
            throw Broken(received: String(decoding: buffer, as: UTF8.self))
        }
        guard count > 0 else { return false }
        buffer.append(contentsOf: chunk[..<count])
        return true
    }

    private func takeAnswer(isHEAD: Bool) -> Answer? {
        guard let end = buffer.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
            .components(separatedBy: "\r\n")
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        let length = isHEAD ? 0 : fields["content-length"].flatMap(Int.init) ?? 0
        guard buffer.count >= end.upperBound + length else { return nil }
        let body = buffer[end.upperBound..<end.upperBound + length]
        buffer.removeFirst(end.upperBound + length)
        let status = Int(lines[0].split(separator: " ")[1]) ?? 0
        return Answer(status: status, fields: fields, body: String(decoding: body, as: UTF8.self))
    }
}
