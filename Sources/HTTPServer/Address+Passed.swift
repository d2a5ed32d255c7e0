import Glibc

extension HTTPServer.Address {
    /// The address of a socket that listens already, as a service manager passes one on; a server at
    /// it takes the descriptor over and closes it at its end.
    ///
    /// - Throws: `.notListening` where the descriptor is no socket that listens for TCP.
    public init(listeningOn descriptor: Int32) throws(ServerError) {
        var listens: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let isKnown = withUnsafeMutableBytes(of: &storage) { bytes in
            let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self)
            return getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0
                && listens == 1 && getsockname(descriptor, address, &length) == 0
        }
        let family = Int32(storage.ss_family)
        guard isKnown, family == AF_INET || family == AF_INET6 else {
            throw .notListening(descriptor: descriptor)
        }
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        // The port stands at the same place in both kinds of address.
        let port = withUnsafeBytes(of: storage) { bytes in
            let offset = family == AF_INET6 ? 8 : 4
            inet_ntop(family, bytes.baseAddress.map { $0 + offset }, &text, socklen_t(text.count))
            return Int(bytes[2]) << 8 | Int(bytes[3])
        }
        let digits = text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
        self.init(host: String(decoding: digits, as: UTF8.self), port: port)
        self.descriptor = descriptor
    }
}
