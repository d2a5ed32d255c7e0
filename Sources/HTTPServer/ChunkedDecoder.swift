/// Takes a chunked body apart (RFC 9112 §7.1).
///
/// It holds no bytes: sizes and trailers are read byte by byte, data are told as ranges. Extensions
/// and trailer fields are checked and left out. What surrounds the data is bounded, so that a
/// body of one-byte chunks with long extensions costs its sender and not us.
struct ChunkedDecoder {
    /// A piece of the body.
    enum Event: Equatable {
        /// These of the bytes given are data.
        case data(Range<Int>)
        /// The body is complete.
        case end
    }

    private enum State {
        case sizeStart
        case size
        case spaceAfterSize
        case extensions
        case sizeLF
        case data
        case dataCR
        case dataLF
        case trailerStart
        case trailerName
        case trailerValue
        case trailerLF
        case endLF
    }

    /// The most bytes of the trailer section, and of sizes and extensions beyond what chunks of a
    /// sensible size need.
    let sectionBytes: Int
    /// The longest body; a chunk that goes beyond it is refused when its size is read.
    var maximumBytes = Int.max

    private var state = State.sizeStart
    private var size = 0
    private var total = 0
    private var lineBytes = 0
    private var overhead = 0
    private var trailer = 0

    /// Makes a decoder.
    init(sectionBytes: Int) {
        self.sectionBytes = sectionBytes
    }

    /// Reads on in `bytes`, from `start`.
    ///
    /// - Throws: `.malformed` for a broken coding, `.bodyTooLarge` for a size beyond the limit,
    ///   `.headTooLarge` for endless extensions or trailers.
    mutating func decode(
        _ bytes: Span<UInt8>,
        from start: Int = 0
    ) throws(RequestError) -> Progress<Event> {
        var index = start
        while index < bytes.count {
            if state == .data {
                let end = min(bytes.count, index + size)
                size -= end - index
                if size == 0 { state = .dataCR }
                return .complete(.data(index..<end), consumed: end)
            }
            let byte = bytes[index]
            index += 1
            if try step(byte) { return .complete(.end, consumed: index) }
        }
        return .needsMore(consumed: index)
    }

    /// Takes one byte that is not data; whether it was the last of the body.
    private mutating func step(_ byte: UInt8) throws(RequestError) -> Bool {
        switch state {
        case .sizeStart:
            guard let digit = Grammar.hexValue(byte) else { throw Self.brokenSize }
            size = digit
            lineBytes = 1
            state = .size
        case .size:
            try countLineByte()
            if let digit = Grammar.hexValue(byte) {
                guard size <= Int.max >> 8 else { throw .bodyTooLarge(limit: maximumBytes) }
                size = size << 4 | digit
            } else {
                try endSize(byte)
            }
        case .spaceAfterSize:
            // Bad whitespace before an extension must be read (RFC 9110 §5.6.3), but only there.
            try countLineByte()
            guard byte != Grammar.cr else { throw Self.brokenSize }
            try endSize(byte)
        case .extensions:
            try countLineByte()
            if byte == Grammar.cr {
                state = .sizeLF
            } else if !Grammar.isFieldValue(byte) {
                throw Self.brokenSize
            }
        case .sizeLF:
            guard byte == Grammar.lf else { throw Self.brokenSize }
            overhead = max(0, overhead + lineBytes - 16 - size)
            guard overhead <= sectionBytes else { throw .headTooLarge(limit: sectionBytes) }
            guard size <= maximumBytes - total else { throw .bodyTooLarge(limit: maximumBytes) }
            total += size
            state = size == 0 ? .trailerStart : .data
        case .data: break
        case .dataCR:
            guard byte == Grammar.cr else { throw Self.brokenEnd }
            state = .dataLF
        case .dataLF:
            guard byte == Grammar.lf else { throw Self.brokenEnd }
            state = .sizeStart
        default: return try stepTrailer(byte)
        }
        return false
    }

    private mutating func stepTrailer(_ byte: UInt8) throws(RequestError) -> Bool {
        trailer += 1
        guard trailer <= sectionBytes else { throw .headTooLarge(limit: sectionBytes) }
        switch (state, byte) {
        case (.trailerStart, Grammar.cr): state = .endLF
        case (.trailerStart, _) where Grammar.isToken(byte): state = .trailerName
        case (.trailerName, Grammar.colon): state = .trailerValue
        case (.trailerName, _) where Grammar.isToken(byte): break
        case (.trailerValue, Grammar.cr): state = .trailerLF
        case (.trailerValue, _) where Grammar.isFieldValue(byte): break
        case (.trailerLF, Grammar.lf): state = .trailerStart
        case (.endLF, Grammar.lf):
            state = .sizeStart
            return true
        default: throw .malformed(detail: "The trailer section of the chunked body is broken.")
        }
        return false
    }

    private mutating func endSize(_ byte: UInt8) throws(RequestError) {
        switch byte {
        case Grammar.cr: state = .sizeLF
        case Grammar.semicolon: state = .extensions
        case Grammar.space, Grammar.tab: state = .spaceAfterSize
        default: throw Self.brokenSize
        }
    }

    private mutating func countLineByte() throws(RequestError) {
        lineBytes += 1
        guard lineBytes <= sectionBytes else { throw .headTooLarge(limit: sectionBytes) }
    }

    private static let brokenSize = RequestError.malformed(detail: "A chunk's size is broken.")
    private static let brokenEnd = RequestError.malformed(
        detail: "A chunk is longer or shorter than its size says."
    )
}
