import CZlib

/// Unpacks texts by their originals, one after the other, in memory that it keeps: zlib's state, the
/// original and the text.
///
/// It belongs to one connection; the text that it lends is good until the next one. A zlib stream
/// (RFC 1950) is a head of two bytes, the checksum of its dictionary if it has one, a raw stream and the
/// checksum of its bytes. zlib is given the raw stream, so that no checksum is taken twice: those of the
/// original and of the text are compared, that in the original's own stream is the former again.
final class TextUnpacker {
    /// By pointer: zlib's state points back to the stream and refuses a copy of it.
    private let stream: UnsafeMutablePointer<z_stream>
    /// Whether zlib had memory for its state.
    private let isReady: Bool
    private var original = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)
    private var text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 0)

    /// Longer memory is not kept for the next text.
    private static let keptBytes = 256 << 10
    /// With room for the longest match behind its output, zlib goes the short way to the end (`inffast.c`).
    private static let margin = 258
    /// zlib's name for raw streams with the largest window.
    private static let rawWindowBits: Int32 = -15

    init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let size = Int32(MemoryLayout<z_stream>.size)
        isReady = inflateInit2_(stream, Self.rawWindowBits, ZLIB_VERSION, size) == Z_OK
    }

    deinit {
        if isReady { inflateEnd(stream) }
        stream.deallocate()
        original.deallocate()
        text.deallocate()
    }

    /// Lends the bytes of a text to `read`; `nil` where it or its original is not what was packed.
    ///
    /// - Parameters:
    ///   - packed: What `TextPacker` made of the text.
    ///   - stored: What `Compressor` made of the original.
    ///   - size: The original's size.
    ///   - read: Takes the text.
    /// - Returns: What `read` returns.
    /// - Throws: What `read` throws.
    func withText<Result, Failure: Error>(
        _ packed: UnsafeRawBufferPointer,
        by stored: UnsafeRawBufferPointer,
        size: Int,
        _ read: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        var rest = packed[...]
        guard isReady, size <= TextPacker.longestOriginal, let length = LEB128.next(&rest),
            length <= UInt64(TextPacker.longestText)
        else { return nil }
        let body = UnsafeRawBufferPointer(rebasing: rest)
        guard body.count != Int(length) else { return try read(body) }
        let whole: UnsafeRawBufferPointer
        if stored.count == size {
            whole = stored
        } else {
            Self.grow(&original, to: size + Self.margin)
            guard let head = ZlibHead(stored), head.dictionary == nil,
                inflated(stored, head, into: original) == size
            else { return nil }
            whole = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(original)[..<size])
        }
        defer { if text.count > Self.keptBytes { Self.grow(&text, to: 0) } }
        Self.grow(&text, to: Int(length) + Self.margin)
        let output = UnsafeRawBufferPointer(
            rebasing: UnsafeRawBufferPointer(text)[..<Int(length)]
        )
        guard let head = ZlibHead(body), head.dictionary == Self.checksum(whole),
            inflated(body, head, into: text, by: whole) == output.count,
            head.checksum == Self.checksum(output)
        else { return nil }
        return try read(output)
    }

    private static func grow(_ memory: inout UnsafeMutableBufferPointer<UInt8>, to size: Int) {
        guard size > memory.count || size == 0 else { return }
        memory.deallocate()
        memory = .allocate(capacity: size)
    }

    private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        let start = bytes.bindMemory(to: UInt8.self).baseAddress
        return UInt32(truncatingIfNeeded: adler32_z(1, start, bytes.count))
    }

    /// Unpacks a stream; how many bytes it has, or `nil` where it is damaged or has more than fit.
    private func inflated(
        _ packed: UnsafeRawBufferPointer,
        _ head: ZlibHead,
        into output: UnsafeMutableBufferPointer<UInt8>,
        by dictionary: UnsafeRawBufferPointer? = nil
    ) -> Int? {
        guard inflateReset(stream) == Z_OK else { return nil }
        if let dictionary {
            let start = dictionary.bindMemory(to: UInt8.self).baseAddress
            guard inflateSetDictionary(stream, start, UInt32(dictionary.count)) == Z_OK else {
                return nil
            }
        }
        // With the checksum behind it, for the same short way.
        let raw = UnsafeRawBufferPointer(rebasing: packed[head.rawStart...])
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: raw.bindMemory(to: UInt8.self).baseAddress
        )
        stream.pointee.avail_in = UInt32(clamping: raw.count)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(clamping: output.count)
        // Told that this is all, zlib keeps no window for what might follow.
        let isWhole = inflate(stream, Z_FINISH) == Z_STREAM_END && stream.pointee.avail_in == 4
        // Neither pointer is good any more.
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
        return isWhole ? output.count - Int(stream.pointee.avail_out) : nil
    }
}

/// What stands around the raw stream in a zlib stream (RFC 1950, 2.2).
private struct ZlibHead {
    /// The checksum of the dictionary that the bytes were packed by; `nil` without one.
    let dictionary: UInt32?
    /// Where the raw stream begins; it ends four bytes before the end.
    let rawStart: Int
    /// The checksum of the bytes.
    let checksum: UInt32

    /// Reads it; `nil` for what is no such stream.
    init?(_ packed: UnsafeRawBufferPointer) {
        guard packed.count > 6, packed[0] & 0x0F == Z_DEFLATED,
            (UInt32(packed[0]) << 8 | UInt32(packed[1])) % 31 == 0
        else { return nil }
        let hasDictionary = packed[1] & 0x20 != 0
        let start = hasDictionary ? 6 : 2
        guard packed.count >= start + 4 else { return nil }
        func number(_ position: Int) -> UInt32 {
            packed[position..<position + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
        dictionary = hasDictionary ? number(2) : nil
        rawStart = start
        checksum = number(packed.count - 4)
    }
}
