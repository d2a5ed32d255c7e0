import Glibc
import HTTPServer

/// What has started the program and waits to hear of it, as systemd does: sd_notify(3) and
/// sd_listen_fds(3), which are an address in a variable and a number.
struct ServiceManager: Sendable {
    /// Where it listens (`NOTIFY_SOCKET`); `nil` where nobody does.
    private let socketPath: String?

    /// The one that this process's variables name.
    init() {
        let path = getenv("NOTIFY_SOCKET").map { String(cString: $0) } ?? ""
        socketPath = path.hasPrefix("/") || path.hasPrefix("@") ? path : nil
    }

    /// Tells it something: `READY=1`, `STOPPING=1`, each with a line of `STATUS` for people.
    ///
    /// - Returns: The system's word for why it could not be told; `nil` where it was, or is not there.
    @discardableResult
    func tell(_ state: String, status: String) -> String? {
        guard let socketPath else { return nil }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var path = Array(socketPath.utf8)
        // A name that belongs to no file (unix(7), "abstract").
        if path[0] == UInt8(ascii: "@") { path[0] = 0 }
        let offset = MemoryLayout<sa_family_t>.size
        guard path.count < MemoryLayout<sockaddr_un>.size - offset else {
            return "its path is long"
        }
        withUnsafeMutableBytes(of: &address) { bytes in
            UnsafeMutableRawBufferPointer(rebasing: bytes[offset...]).copyBytes(from: path)
        }
        let descriptor = socket(
            AF_UNIX,
            Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue),
            0
        )
        guard descriptor >= 0 else { return String(cString: strerror(errno)) }
        defer { close(descriptor) }
        let message = Array((state + (state.isEmpty ? "" : "\n") + "STATUS=" + status).utf8)
        let sent = withUnsafeBytes(of: &address) { bytes in
            sendto(
                descriptor,
                message,
                message.count,
                Int32(MSG_NOSIGNAL),
                bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self),
                socklen_t(offset + path.count)
            )
        }
        return sent == message.count ? nil : String(cString: strerror(errno))
    }

    /// The address of the listening socket that it passed to this process, in place of one to be
    /// bound; `nil` where it passed none.
    ///
    /// - Throws: That there are several, or that it is not one for TCP.
    static func passedAddress() throws(Failure) -> HTTPServer.Address? {
        func number(_ name: String) -> Int? {
            getenv(name).flatMap { Int(String(cString: $0)) }
        }
        // Variables of a parent, which had its own sockets, are not for this process.
        guard number("LISTEN_PID") == Int(getpid()), let count = number("LISTEN_FDS"), count > 0
        else { return nil }
        guard count == 1 else {
            throw Failure(
                message: "\(count) sockets were passed (LISTEN_FDS); one ListenStream= is taken",
                status: .unavailable
            )
        }
        do throws(ServerError) {
            return try HTTPServer.Address(listeningOn: Self.firstDescriptor)
        } catch {
            throw Failure(error)
        }
    }

    /// Where passed sockets begin (`SD_LISTEN_FDS_START`).
    private static let firstDescriptor: Int32 = 3
}
