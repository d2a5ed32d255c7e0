/// How a request's body is delimited (RFC 9112 §6.3).
enum BodyFraming: Equatable {
    /// There is none.
    case empty
    /// So many bytes, at least one.
    case length(Int)
    /// In chunks (RFC 9112 §7.1).
    case chunked
}

/// Gathers the two fields that delimit a body, and decides when all have been seen.
///
/// A request with both `Content-Length` and `Transfer-Encoding`, or with two lengths, is refused,
/// not repaired: two servers that repair it differently disagree on where it ends.
struct BodyFramingRules {
    private var length: Int?
    private var lengthIsTooLarge = false
    private var codings = 0
    private var chunkedCodings = 0
    private var hasTransferEncoding = false
    private var hasEmptyCoding = false

    /// Takes the value of a `Content-Length` line.
    mutating func contentLength(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>
    ) throws(RequestError) {
        guard length == nil else {
            throw .malformed(detail: "Content-Length may stand in a request only once.")
        }
        var value = 0
        for index in range {
            guard Grammar.isDigit(bytes[index]) else {
                throw .malformed(detail: "Content-Length must be digits.")
            }
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tens.addingReportingOverflow(Int(bytes[index] - 0x30))
            if overflow || carry { lengthIsTooLarge = true }
            value = sum
        }
        guard !range.isEmpty else {
            throw .malformed(detail: "Content-Length must be digits.")
        }
        length = lengthIsTooLarge ? .max : value
    }

    /// Takes the value of a `Transfer-Encoding` line, a list of codings.
    mutating func transferEncoding(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        hasTransferEncoding = true
        var start = range.lowerBound
        while start <= range.upperBound {
            let comma = bytes.firstIndex(of: Grammar.comma, from: start) ?? range.upperBound
            let end = min(comma, range.upperBound)
            let coding = bytes.trimmed(start..<end)
            if coding.isEmpty {
                hasEmptyCoding = true
            } else {
                codings += 1
                if bytes.equals("chunked", in: coding) { chunkedCodings += 1 }
            }
            start = end + 1
        }
    }

    /// The framing of the body.
    ///
    /// - Throws: `.unknownTransferCoding`, or `.malformed` where the end could be read two ways.
    func framing(isHTTP10: Bool) throws(RequestError) -> BodyFraming {
        guard hasTransferEncoding else {
            guard let length, length > 0 else { return .empty }
            return .length(length)
        }
        if length != nil {
            throw .malformed(detail: "Content-Length and Transfer-Encoding exclude each other.")
        }
        if isHTTP10 {
            throw .malformed(detail: "HTTP/1.0 has no Transfer-Encoding.")
        }
        if codings > chunkedCodings { throw .unknownTransferCoding }
        guard chunkedCodings == 1, !hasEmptyCoding else {
            throw .malformed(detail: "Transfer-Encoding must be chunked, once.")
        }
        return .chunked
    }
}
