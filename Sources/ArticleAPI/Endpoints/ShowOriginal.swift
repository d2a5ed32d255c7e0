import ArticleService
import ArticleStore
import Articles
import HTTPServer

/// `GET /articles/{id}/raw`: the bytes that an article came from.
///
/// They are some stranger's, so a browser must not run them: only types that carry no script keep
/// their name, all other text is `text/plain`, and `Content-Security-Policy: sandbox` guards the
/// rest. What the sender declared is in `X-Declared-Type`.
struct ShowOriginal: Endpoint {
    static let parameters = ParameterList([])

    private let reference: ArticleReference

    init(_ request: inout EndpointRequest) throws(Problem) {
        reference = ArticleReference(request.variables[0])
    }

    /// Shorter ones are answered at once, since handing them over would cost more than reading them.
    private static let bytesAtOnce = 64 * 1_024

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let head = context.call.head
        let original = try context.lookup(reference) { reader, number throws(StoreError) in
            try reader.storedOriginal(of: number)
        }.found
        var answer = Answer(isCompressible: false)
        answer.entityTag = EntityTag(opaque: original.sha256)
        let changed = min(original.receivedAt, context.call.now)
        answer.fields = [
            ("Last-Modified", HTTPDate.format(changed)),
            ("Accept-Ranges", "bytes"),
            ("Content-Security-Policy", "default-src 'none'; sandbox"),
        ]
        if let declared = original.declaredType.map(Self.fieldText), !declared.isEmpty {
            answer.fields.append(("X-Declared-Type", declared))
        }
        if context.call.isUnchanged(tag: answer.entityTag, since: changed) {
            answer.status = 304
            return answer
        }
        let isAtOnce = original.length <= Self.bytesAtOnce
        let beginning = try context.beginning(
            of: original,
            isAtOnce ? original.length : MediaType.sampleBytes
        )
        answer.mediaType = MediaType.safe(
            declared: original.declaredType,
            beginning,
            length: original.length
        )
        let isCurrent =
            head.fields["If-Range"].map { answer.entityTag?.matches(ifRange: $0) ?? false } ?? true
        let range = isCurrent && head.method == .get ? head.fields["Range"] : nil
        let wanted: Range<Int>
        switch RangeRequest(range, length: original.length) {
        case .whole: wanted = 0..<original.length
        case .part(let part):
            answer.status = 206
            let field = "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(original.length)"
            answer.fields.append(("Content-Range", field))
            wanted = part
        case .unsatisfiable:
            throw Problem(
                .rangeNotSatisfiable,
                "The original has \(original.length) bytes.",
                hint: .command(context.call.command(query: QueryString(items: []))),
                fields: [("Content-Range", "bytes */\(original.length)")]
            )
        }
        if wanted.upperBound <= beginning.count {
            answer.body = Array(beginning[wanted])
        } else {
            guard let stream = context.api.service.stream(original, wanted) else {
                throw context.problem(.busy)
            }
            answer.stream = (LoggedBody(stream, of: context.call), wanted.count)
        }
        return answer
    }

    /// Text as a field may carry it: visible ASCII and spaces.
    private static func fieldText(_ text: String) -> String {
        String(decoding: text.utf8.filter { (0x20...0x7E).contains($0) }.prefix(200), as: UTF8.self)
    }
}

extension EndpointContext {
    /// Reads an original's first bytes, up to `maximumBytes`; for few of them.
    fileprivate func beginning(
        of original: StoredOriginal,
        _ maximumBytes: Int
    ) throws(Problem) -> [UInt8] {
        guard original.length > 0 else { return [] }
        do throws(StoreError) {
            return try api.withReader { reader throws(StoreError) in
                let bytes = OriginalReader(original)
                return try bytes.next(maximumBytes: maximumBytes, from: reader) ?? []
            }
        } catch {
            throw problem(.store(error))
        }
    }
}

/// Types of bodies.
enum MediaType {
    private static let harmless: Set<String> = [
        "text/plain", "text/markdown", "text/csv", "application/json", "application/x-ndjson",
        "application/ndjson", "application/feed+json", "application/ld+json",
    ]

    /// How many of the first bytes tell what can be told.
    static let sampleBytes = 16_384

    /// The type as which bytes of a stranger are shown, of which there are `length` and the first
    /// `sampleBytes` are needed: the declared one if nothing in it can be
    /// run by a browser, else `text/plain`, or `application/octet-stream` for what is no text.
    static func safe(declared: String?, _ bytes: [UInt8], length: Int) -> String {
        let isPacked = bytes.starts(with: [0x1F, 0x8B])
        if isPacked || bytes.prefix(4_096).contains(0) && !hasWideMark(bytes) {
            return "application/octet-stream"
        }
        let declared = declared.map { $0.lowercased() } ?? ""
        let essence = trimmingSpaces(declared.prefix { $0 != ";" })
        let type = harmless.contains(essence) ? essence : "text/plain"
        if type.hasPrefix("application/") { return type }
        return charset(declared: declared, bytes, length: length).map { "\(type); charset=\($0)" }
            ?? type
    }

    private static func charset(declared: String, _ bytes: [UInt8], length: Int) -> String? {
        if let start = declared.firstRange(of: "charset=")?.upperBound {
            let name = declared[start...].prefix { $0 != ";" }.filter { $0 != "\"" && $0 != " " }
            let isPlain = name.utf8.allSatisfy {
                $0.isASCIILetterOrDigit || "-_.:".utf8.contains($0)
            }
            if isPlain && (1...40).contains(name.utf8.count) { return name }
        }
        // A sample is enough, cut where it cannot fall into the middle of a character.
        var sample = bytes.prefix(sampleBytes)
        if sample.count < length {
            while let last = sample.last, last >= 0x80 { sample.removeLast() }
        }
        return String(validating: sample, as: UTF8.self) == nil ? nil : "utf-8"
    }

    /// Whether the bytes begin with UTF-16's mark of order.
    private static func hasWideMark(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }
}
