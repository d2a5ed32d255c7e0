import CZlib

/// The content coding `gzip` (RFC 1952), by zlib.
enum Gzip {
    /// How hard zlib tries.
    enum Level: Sendable {
        /// As fast as it can, for what is made for one answer.
        case fast
        /// As well as it can, for what is made once.
        case best
    }

    /// Compresses bytes; `nil` where zlib refuses or where nothing is gained.
    static func compress(_ bytes: [UInt8], level: Level = .fast) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, and 16 for gzip's header in place of zlib's.
        let status = deflateInit2_(
            &stream,
            level == .fast ? Z_BEST_SPEED : Z_BEST_COMPRESSION,
            Z_DEFLATED,
            15 + 16,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard status == Z_OK, bytes.count <= Int(UInt32.max) else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        var isDone = false
        let output = [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
            count = isDone ? Int(stream.total_out) : 0
        }
        return isDone ? output : nil
    }
}
