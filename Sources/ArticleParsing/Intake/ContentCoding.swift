/// Content codings (RFC 9110 §8.4.1): takes off what was put on to make a body smaller.
enum ContentCoding {
    private enum Known {
        case identity, gzip, deflate

        init?(_ name: String) {
            switch name {
            case "", "identity": self = .identity
            case "gzip", "x-gzip": self = .gzip
            case "deflate": self = .deflate
            default: return nil
            }
        }
    }

    /// The content without its codings.
    ///
    /// The codings in the `Content-Encoding` field are taken off from the last to the first, as
    /// they were put on. What is gzip by its first bytes then is unpacked as well, since
    /// `curl --data-binary @article.txt.gz` does not say so.
    ///
    /// - Throws: `.unknownContentCoding`, `.malformedContentCoding` or `.tooLarge`.
    static func unpack(
        _ bytes: [UInt8],
        declared: String?,
        limits: IntakeLimits
    ) throws(ParsingError) -> [UInt8] {
        var content = bytes
        let names = (declared ?? "").split(separator: ",").map {
            ASCII.lowercased(ASCII.trimmed($0))
        }
        guard names.count <= limits.codingLayers else {
            throw .unknownContentCoding(declared ?? "")
        }
        for name in names.reversed() {
            guard let coding = Known(name) else { throw .unknownContentCoding(name) }
            switch coding {
            case .identity:
                break
            case .gzip:
                guard Inflater.isGzip(content) else {
                    throw .malformedContentCoding(coding: name)
                }
                content = try Inflater(.gzip, limits: limits).inflate(content)
            case .deflate:
                let wrapping: Inflater.Wrapping = Inflater.isZlib(content) ? .zlib : .none
                content = try Inflater(wrapping, limits: limits).inflate(content)
            }
        }
        var layers = names.count
        while Inflater.isGzip(content), layers < limits.codingLayers {
            content = try Inflater(.gzip, limits: limits).inflate(content)
            layers += 1
        }
        return content
    }
}
