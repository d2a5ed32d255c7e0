import CPosix
import Glibc

/// A listening socket, closed when the last loop lets go of it.
final class Listener: Sendable {
    let descriptor: Int32
    /// The port that it is bound to.
    let port: Int

    /// Takes the address's socket over, or opens one there.
    init(_ address: HTTPServer.Address) throws(ServerError) {
        if let descriptor = address.descriptor {
            Self.adopt(descriptor)
            self.descriptor = descriptor
            port = address.port
        } else {
            descriptor = try Self.open(address)
            guard let bound = SocketAddress(boundBy: descriptor) else {
                preconditionFailure("a socket that was just bound has no address")
            }
            port = bound.port
        }
    }

    /// Opens a socket that listens at an address.
    private static func open(_ address: HTTPServer.Address) throws(ServerError) -> Int32 {
        var storage = sockaddr_storage()
        let host = address.host == "localhost" ? "127.0.0.1" : address.host
        guard (0...65_535).contains(address.port),
            let length = fill(&storage, host: host, port: UInt16(address.port))
        else {
            throw .cannotListen(
                host: address.host,
                port: address.port,
                reason: "not an address and a port"
            )
        }
        let descriptor = socket(
            Int32(storage.ss_family),
            Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue),
            0
        )
        guard descriptor >= 0 else { throw error(address) }
        do throws(ServerError) {
            try listen(descriptor, storage, length, address)
        } catch {
            close(descriptor)
            throw error
        }
        return descriptor
    }

    deinit {
        close(descriptor)
    }

    private static func listen(
        _ descriptor: Int32,
        _ storage: sockaddr_storage,
        _ length: socklen_t,
        _ address: HTTPServer.Address
    ) throws(ServerError) {
        var storage = storage
        set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1)
        // Accepted sockets inherit it.
        set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        if Int32(storage.ss_family) == AF_INET6 {
            set(descriptor, Int32(IPPROTO_IPV6), IPV6_V6ONLY, 0)
        }
        let isListening = withUnsafeMutableBytes(of: &storage) { bytes in
            let socketAddress = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self)
            return bind(descriptor, socketAddress, length) == 0
                && Glibc.listen(descriptor, 4_096) == 0
        }
        guard isListening else { throw error(address) }
    }

    /// Makes a socket that somebody else has opened like one of our own.
    private static func adopt(_ descriptor: Int32) {
        // Neither fails on a descriptor that is open.
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        set(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, 1)
    }

    private static func fill(
        _ storage: inout sockaddr_storage,
        host: String,
        port: UInt16
    ) -> socklen_t? {
        withUnsafeMutableBytes(of: &storage) { bytes in
            guard let base = bytes.baseAddress else { return nil }
            if inet_pton(AF_INET, host, base + 4) == 1 {
                bytes.storeBytes(of: sa_family_t(AF_INET), as: sa_family_t.self)
                bytes.storeBytes(of: port.bigEndian, toByteOffset: 2, as: UInt16.self)
                return socklen_t(MemoryLayout<sockaddr_in>.size)
            }
            if inet_pton(AF_INET6, host, base + 8) == 1 {
                bytes.storeBytes(of: sa_family_t(AF_INET6), as: sa_family_t.self)
                bytes.storeBytes(of: port.bigEndian, toByteOffset: 2, as: UInt16.self)
                return socklen_t(MemoryLayout<sockaddr_in6>.size)
            }
            return nil
        }
    }

    private static func set(_ descriptor: Int32, _ level: Int32, _ name: Int32, _ value: Int32) {
        var value = value
        // An option that the system lacks costs speed, not correctness.
        _ = setsockopt(descriptor, level, name, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func error(_ address: HTTPServer.Address) -> ServerError {
        let code = errno
        if code == EADDRINUSE { return .addressInUse(host: address.host, port: address.port) }
        return .cannotListen(
            host: address.host,
            port: address.port,
            reason: String(cString: strerror(code))
        )
    }
}
