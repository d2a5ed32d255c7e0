import CZlib

/// Unpacks deflated data within bounds (RFC 1950, RFC 1951, RFC 1952).
struct Inflater {
    /// What stands around the deflated data.
    enum Wrapping: String {
        case gzip
        case zlib = "deflate"
        case none = "deflate, raw"

        /// zlib's way of saying so.
        fileprivate var windowBits: Int32 {
            switch self {
            case .gzip: 16 + MAX_WBITS
            case .zlib: MAX_WBITS
            case .none: -MAX_WBITS
            }
        }

        /// The coding's name in `Content-Encoding`.
        fileprivate var coding: String { self == .gzip ? "gzip" : "deflate" }
    }

    private let wrapping: Wrapping
    private let limits: IntakeLimits

    init(_ wrapping: Wrapping, limits: IntakeLimits) {
        self.wrapping = wrapping
        self.limits = limits
    }

    /// Whether data begins as gzip does (RFC 1952 §2.3.1); deflate is its only method.
    static func isGzip(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0x1F, 0x8B, 0x08])
    }

    /// Whether data begins as zlib does (RFC 1950 §2.2): deflate, and a checksum over two bytes.
    static func isZlib(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 2 && bytes[0] & 0x0F == 8 && (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0
    }

    /// The unpacked data: of gzip, all members one after the other (RFC 1952 §2.2).
    ///
    /// What follows the last member is ignored, as gzip does: tapes and blocks pad with zeros.
    ///
    /// - Throws: `.malformedContentCoding` where it breaks off or does not fit its checksum,
    ///   `.tooLarge` as soon as more comes out than the limits allow.
    func inflate(_ bytes: [UInt8]) throws(ParsingError) -> [UInt8] {
        // zlib's state points back to its stream, so that must not move.
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer {
            inflateEnd(stream)
            stream.deinitialize(count: 1)
            stream.deallocate()
        }
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(stream, wrapping.windowBits, ZLIB_VERSION, size) == Z_OK else {
            throw .malformedContentCoding(coding: wrapping.coding)
        }
        let outcome = bytes.withUnsafeBufferPointer { run(stream, over: $0) }
        return try outcome.get()
    }

    /// How many bytes are unpacked at a time.
    private static let chunkBytes = 64 << 10

    private func run(
        _ stream: UnsafeMutablePointer<z_stream>,
        over bytes: UnsafeBufferPointer<UInt8>
    ) -> Result<[UInt8], ParsingError> {
        let malformed = ParsingError.malformedContentCoding(coding: wrapping.coding)
        guard let input = bytes.baseAddress, bytes.count <= Int(UInt32.max) else {
            return .failure(malformed)
        }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: input)
        stream.pointee.avail_in = UInt32(bytes.count)
        let limit = min(
            limits.unpackedBytes,
            max(
                limits.ratioFreeBytes,
                bytes.count.multipliedReportingOverflow(by: limits.inflationRatio).partialValue
            )
        )
        var output: [UInt8] = []
        output.reserveCapacity(min(limit, bytes.count * 4))
        var chunk = [UInt8](repeating: 0, count: Self.chunkBytes)
        while true {
            let status = chunk.withUnsafeMutableBufferPointer { room in
                stream.pointee.next_out = room.baseAddress
                stream.pointee.avail_out = UInt32(room.count)
                return CZlib.inflate(stream, Z_NO_FLUSH)
            }
            output.append(contentsOf: chunk.prefix(Self.chunkBytes - Int(stream.pointee.avail_out)))
            if output.count > limit { return .failure(.tooLarge(limit: limit)) }
            switch status {
            case Z_OK:
                continue
            case Z_STREAM_END:
                let rest = bytes.suffix(Int(stream.pointee.avail_in))
                guard wrapping == .gzip, Self.isGzip(rest) else { return .success(output) }
                guard inflateReset(stream) == Z_OK else { return .failure(malformed) }
            default:  // Z_BUF_ERROR: the data break off; the others: they are not deflated data
                return .failure(malformed)
            }
        }
    }
}
