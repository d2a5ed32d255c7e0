/// Why the server cannot start.
public enum ServerError: Error, Equatable {
    /// Another process listens there.
    case addressInUse(host: String, port: Int)
    /// The address is not one of this machine's, or may not be used; `reason` is the system's word.
    case cannotListen(host: String, port: Int, reason: String)
    /// A descriptor is no socket that listens for TCP.
    case notListening(descriptor: Int32)
}
