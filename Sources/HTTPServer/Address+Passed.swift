import Glibc

extension HTTPServer.Address {
    /// The address of a socket that listens already, as a service manager passes one on; a server at
    /// it takes the descriptor over and closes it at its end.
    ///
    /// - Throws: `.notListening` where the descriptor is no socket that listens for TCP.
    public init(listeningOn descriptor: Int32) throws(ServerError) {
        var listens: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        guard getsockopt(descriptor, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0,
            listens == 1, let bound = SocketAddress(boundBy: descriptor)
        else { throw .notListening(descriptor: descriptor) }
        self.init(host: bound.text, port: bound.port)
        self.descriptor = descriptor
    }
}
