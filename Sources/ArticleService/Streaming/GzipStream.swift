import CZlib

/// Packs bytes with gzip (RFC 1952) as they come.
///
/// It belongs to one queue or thread at a time, and holds some 260 KB.
final class GzipStream {
    private var stream = z_stream()

    /// Makes a stream; `nil` where there is no memory for it.
    init?() {
        // 15 bits of window and 16 for gzip's wrapping; level 6 and memory level 8 are zlib's own.
        let status = deflateInit2_(
            &stream,
            6,
            Z_DEFLATED,
            15 + 16,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        guard status == Z_OK else { return nil }
    }

    deinit { deflateEnd(&stream) }

    /// The packed bytes that come of some more, or of the end; there may be none yet.
    func pack(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
        var bytes = bytes
        var packed: [UInt8] = []
        bytes.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            repeat {
                let start = packed.count
                packed += repeatElement(0, count: 32 << 10)
                packed.withUnsafeMutableBufferPointer { output in
                    stream.next_out = output.baseAddress.map { $0 + start }
                    stream.avail_out = UInt32(output.count - start)
                    deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH)
                }
                packed.removeLast(Int(stream.avail_out))
            } while stream.avail_out == 0
        }
        return packed
    }
}
