import CZlib

/// Unpacks a zlib stream (RFC 1950) piece by piece.
///
/// Between two pieces it holds zlib's window and tables, some 40 KB, and nothing of the stream.
final class PieceInflater {
    /// By pointer: zlib's state points back to the stream and refuses a copy of it.
    private let stream: UnsafeMutablePointer<z_stream>
    /// Whether the stream's end was seen, and its checksum was right.
    private(set) var hasEnded = false

    /// What is said of a stream that does not hold what was packed.
    static let damage = StoreError.corrupt(detail: "the packed bytes of an original")

    init() throws(StoreError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        // What a stream that did not begin leaves behind, `inflateEnd` leaves alone.
        guard inflateInit_(stream, ZLIB_VERSION, size) == Z_OK else {
            throw .database(code: ResultCode.noMemory, detail: "no memory to unpack an original")
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Unpacks as much as there is room for from `start` on; how many bytes were taken of `packed`, and made.
    ///
    /// - Throws: `damage` where the stream is broken, or ended before.
    func unpack(
        _ packed: [UInt8],
        into bytes: inout [UInt8],
        at start: Int
    ) throws(StoreError) -> (taken: Int, made: Int) {
        guard !hasEnded else { throw Self.damage }
        let before = (packed: packed.count, room: bytes.count - start)
        let code = packed.withUnsafeBufferPointer { packed in
            bytes.withUnsafeMutableBufferPointer { bytes in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
                stream.pointee.avail_in = UInt32(packed.count)
                stream.pointee.next_out = bytes.baseAddress.map { $0 + start }
                stream.pointee.avail_out = UInt32(before.room)
                return inflate(stream, Z_NO_FLUSH)
            }
        }
        // Neither pointer is good any more.
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
        hasEnded = code == Z_STREAM_END
        // Z_BUF_ERROR only says that nothing could be done, which the counts say, too.
        guard hasEnded || code == Z_OK || code == Z_BUF_ERROR else { throw Self.damage }
        return (
            before.packed - Int(stream.pointee.avail_in),
            before.room - Int(stream.pointee.avail_out)
        )
    }
}
