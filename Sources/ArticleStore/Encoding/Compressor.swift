import Articles
import CZlib

/// Packs bytes as zlib streams (RFC 1950), reusing zlib's state from call to call.
///
/// May be used from any thread; each call takes a stream of its own from a small pool. Short bytes get a
/// short window: zlib clears tables of its size for each stream, and half of the time went there.
final class Compressor: Sendable {
    private let dictionary: [UInt8]
    /// By the bits of their windows.
    private let pools = Locked<[Int: [DeflateStream]]>([:])
    private static let pooledStreams = 4

    /// Makes a compressor.
    ///
    /// - Parameter dictionary: What the bytes are likely to repeat, the likeliest last; unpacking
    ///   needs the very same.
    init(dictionary: [UInt8] = []) {
        self.dictionary = dictionary
    }

    /// The bytes as a zlib stream, by another dictionary than the compressor's own if need be.
    ///
    /// As they are where that would not be shorter, or where zlib has no memory for it.
    func pack(_ bytes: [UInt8], by dictionary: [UInt8]? = nil) -> [UInt8] {
        guard bytes.count > 32 else { return bytes }
        let dictionary = dictionary ?? self.dictionary
        let bits = Self.windowBits(for: bytes.count + dictionary.count)
        guard
            let stream = pools.withLock({ $0[bits]?.popLast() }) ?? DeflateStream(windowBits: bits)
        else { return bytes }
        let packed = stream.pack(bytes, dictionary: dictionary)
        pools.withLock {
            if $0[bits, default: []].count < Self.pooledStreams {
                $0[bits, default: []].append(stream)
            }
        }
        return packed ?? bytes
    }

    /// The bits of the window that so many bytes fit in, from 4 KB to the most that there is.
    ///
    /// zlib does not look back over the last 262 bytes of it (`MIN_LOOKAHEAD`).
    private static func windowBits(for count: Int) -> Int {
        (12..<15).first { count + 262 <= 1 << $0 } ?? 15
    }

    /// The `size` bytes that `pack` was given; `nil` where the stream is damaged or of another size.
    func unpack(_ packed: UnsafeRawBufferPointer, size: Int) -> [UInt8]? {
        Self.unpack(packed, size: size, by: dictionary)
    }

    /// The same for what was packed by a dictionary of its own, or by none.
    static func unpack(
        _ packed: UnsafeRawBufferPointer,
        size: Int,
        by dictionary: [UInt8] = []
    ) -> [UInt8]? {
        if packed.count == size { return Array(packed) }
        guard packed.count < size else { return nil }
        var stream = z_stream()
        // By pointer throughout: zlib's state points back to the stream and refuses a copy of it.
        return withUnsafeMutablePointer(to: &stream) { stream in
            let code = inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
            guard code == Z_OK else { return nil }
            defer { inflateEnd(stream) }
            return unpack(packed, size: size, dictionary, with: stream)
        }
    }

    private static func unpack(
        _ packed: UnsafeRawBufferPointer,
        size: Int,
        _ dictionary: [UInt8],
        with stream: UnsafeMutablePointer<z_stream>
    ) -> [UInt8]? {
        var isWhole = false
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { output, count in
            stream.pointee.next_in = UnsafeMutablePointer(
                mutating: packed.baseAddress?.assumingMemoryBound(to: UInt8.self)
            )
            stream.pointee.next_out = output.baseAddress
            var inputLeft = packed.count
            var outputLeft = size
            var code = Z_OK
            repeat {
                // zlib counts in 32 bits, so a long stream goes through in portions.
                stream.pointee.avail_in = UInt32(clamping: inputLeft)
                stream.pointee.avail_out = UInt32(clamping: outputLeft)
                let before = (Int(stream.pointee.avail_in), Int(stream.pointee.avail_out))
                code = inflate(stream, Z_NO_FLUSH)
                inputLeft -= before.0 - Int(stream.pointee.avail_in)
                outputLeft -= before.1 - Int(stream.pointee.avail_out)
                if code == Z_NEED_DICT {
                    code = inflateSetDictionary(stream, dictionary, UInt32(dictionary.count))
                }
            } while code == Z_OK
            isWhole = code == Z_STREAM_END && outputLeft == 0
            count = size - outputLeft
        }
        return isWhole ? bytes : nil
    }
}

/// zlib's state for packing.
///
/// Not safe for two threads at once: the pool lends it to one call at a time, which is what makes
/// `stream` safe to send; `isReady` never changes.
private final class DeflateStream: @unchecked Sendable {
    private let isReady: Bool
    /// By pointer: zlib's state points back to the stream and refuses a copy of it.
    private let stream: UnsafeMutablePointer<z_stream>

    /// Of an article of 2.4 KB it makes 18 bytes more than the usual level, 6, in three quarters of the time.
    private static let level: Int32 = 3

    /// Makes a stream with a window of 2 to the power of so many bytes, 8 to 15.
    init?(windowBits: Int) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        let code = deflateInit2_(
            stream,
            Self.level,
            Z_DEFLATED,
            Int32(windowBits),
            // As many bits for the table of what was seen.
            Int32(windowBits - 7),
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        isReady = code == Z_OK
        guard isReady else { return nil }
    }

    deinit {
        if isReady { deflateEnd(stream) }
        stream.deallocate()
    }

    func pack(_ bytes: [UInt8], dictionary: [UInt8]) -> [UInt8]? {
        guard deflateReset(stream) == Z_OK else { return nil }
        if !dictionary.isEmpty {
            let code = deflateSetDictionary(stream, dictionary, UInt32(dictionary.count))
            guard code == Z_OK else { return nil }
        }
        var isWhole = false
        let packed = [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
            bytes.withUnsafeBufferPointer { input in
                stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.pointee.next_out = output.baseAddress
                var inputLeft = bytes.count
                // One byte less than the input: what would not be shorter does not fit.
                var outputLeft = bytes.count - 1
                var code = Z_OK
                repeat {
                    stream.pointee.avail_in = UInt32(clamping: inputLeft)
                    stream.pointee.avail_out = UInt32(clamping: outputLeft)
                    let before = (Int(stream.pointee.avail_in), Int(stream.pointee.avail_out))
                    code = deflate(stream, before.0 == inputLeft ? Z_FINISH : Z_NO_FLUSH)
                    inputLeft -= before.0 - Int(stream.pointee.avail_in)
                    outputLeft -= before.1 - Int(stream.pointee.avail_out)
                } while code == Z_OK && outputLeft > 0
                isWhole = code == Z_STREAM_END
                count = bytes.count - 1 - outputLeft
            }
        }
        return isWhole ? packed : nil
    }
}
