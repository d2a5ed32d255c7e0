import Articles
import HTTPServer
import Logging

/// A request on its way to its answer, with all that the answer needs to know of it.
///
/// A value, so that it can be finished on any thread.
struct Call: Sendable {
    /// The request line and the fields.
    let head: RequestHead
    /// The pattern of the path, for the log: `/articles/{id}`.
    var route: String
    /// What its log line and its answer are known by.
    let requestID: String
    /// Whether the client chose that name.
    let hasOwnID: Bool
    /// When it came.
    let started: ContinuousClock.Instant
    /// When it came, by the clock on the wall.
    let now: Timestamp
    /// How long its body took to come, where it has one.
    var reading: Duration?
    /// The host and port by which the client reached the server.
    var authority: String
    /// How: `https` where a trusted proxy says so.
    var scheme = "http"
    /// What the client has left of its quota.
    var limitFields: [(name: String, value: String)] = []
    /// Whether JSON is indented for a person.
    let isPretty: Bool
    /// Whether the line in the log is left out.
    var isProbe = false
    /// Where the line goes.
    let logger: Logger
    /// Where its answer is counted.
    let counters: RequestCounters
    /// Its route's place in the table; past its end for what has no route.
    var routeNumber = Int.max

    /// Makes the response of an answer, and writes the line in the log.
    func response(for answer: Answer) -> Response {
        var response = Response(status: answer.status)
        response.fields.reserveCapacity(answer.fields.count + 10)
        response.fields += answer.fields
        var entityTag = answer.entityTag
        var body = answer.body
        var varies: [String] = answer.variesByAccept ? ["Accept"] : []
        if answer.isCompressible {
            varies.append("Accept-Encoding")
            if body.count > Self.compressedFrom, body.count <= Self.compressedUpTo, acceptsGzip,
                let compressed = Gzip.compress(body)
            {
                body = compressed
                response.fields.append(("Content-Encoding", "gzip"))
                // Other bytes, so no longer the same strong validator (RFC 9110 §8.8.3.3).
                entityTag?.isWeak = true
            }
        }
        if let mediaType = answer.mediaType {
            response.fields.append(("Content-Type", mediaType))
        }
        if let entityTag { response.fields.append(("ETag", entityTag.text)) }
        if !varies.isEmpty { response.fields.append(("Vary", varies.joined(separator: ", "))) }
        if !answer.timings.isEmpty {
            let timings = (reading.map { [("read", $0)] } ?? []) + answer.timings
            for timing in timings {
                counters.count(stage: timing.name, duration: timing.duration)
            }
            response.fields.append(("Server-Timing", Self.serverTiming(timings)))
        }
        response.fields.append(("Cache-Control", answer.cacheControl))
        if let stream = answer.stream {
            response.body = .stream(stream.source, length: stream.length)
        } else if !body.isEmpty {
            response.body = .bytes(body)
        }
        finish(&response, length: answer.stream.map { $0.length ?? 0 } ?? body.count)
        return response
    }

    /// Makes the response of a problem, and writes the line in the log.
    ///
    /// The request's id is in the body; a field has it only where the client chose it, so that HEAD
    /// is answered with the very fields of GET (RFC 9110 §9.3.2).
    func response(for problem: Problem) -> Response {
        counters.count(problem.type)
        if head.prefersPage {
            return response(for: problem.pageAnswer(authority: authority, today: now.day))
        }
        var response = Response(status: problem.type.status, fields: problem.fields)
        let body = problem.json(
            instance: instance,
            authority: authority,
            requestID: requestID,
            isPretty: isPretty
        )
        response.fields += [
            ("Content-Type", "application/problem+json"), ("Content-Language", "en"),
            ("Cache-Control", "no-store"), ("Vary", "Accept"),
        ]
        response.body = .bytes(body)
        finish(&response, length: body.count, namesRequest: hasOwnID)
        return response
    }

    /// Adds what every answer has, and writes the line in the log.
    private func finish(_ response: inout Response, length: Int, namesRequest: Bool = true) {
        response.fields.append(("X-Content-Type-Options", "nosniff"))
        if !limitFields.isEmpty { response.fields += limitFields }
        applyPreferences(to: &response)
        if namesRequest { response.fields.append(("X-Request-Id", requestID)) }
        // Any page may read, none may write: only answers to reading carry the field.
        if head.method == .get || head.method == .head {
            response.fields.append(("Access-Control-Allow-Origin", "*"))
            if head.fields.contains("Origin") {
                response.fields.append(
                    (
                        "Access-Control-Expose-Headers",
                        "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, "
                            + "X-Request-Id"
                    )
                )
            }
        }
        let duration = started.duration(to: .now)
        let status = response.status
        counters.count(route: routeNumber, status: status, duration: duration, bytes: length)
        guard !isProbe else { return }
        var metadata: Logger.Metadata = [
            "method": "\(head.method.rawValue)", "route": "\(route)", "status": "\(status)",
            "ms": "\(Self.milliseconds(duration))", "bytes": "\(length)",
            "request_id": "\(requestID)",
        ]
        if let traceID { metadata["trace_id"] = "\(traceID)" }
        logger.info("request", metadata: metadata)
    }

    /// Where the client reached the server: `http://localhost:8080`.
    var baseURL: String { scheme + "://" + authority }

    /// Says which preferences were honoured (RFC 7240 §3).
    private func applyPreferences(to response: inout Response) {
        guard response.status < 400, head.fields.contains("Prefer") else { return }
        guard prefers("handling=lenient") else { return }
        if let index = response.fields.firstIndex(where: { $0.name == "Preference-Applied" }) {
            response.fields[index].value += ", handling=lenient"
        } else {
            response.fields.append(("Preference-Applied", "handling=lenient"))
        }
    }

    /// The command that would send the request again with another query; `isRetried` where curl is
    /// to try again for a while.
    func command(query: QueryString, isRetried: Bool = false) -> CurlCommand {
        var options = isRetried ? ["--retry", "5"] : []
        switch head.method {
        case .get, .head: break
        case .post where Self.takesText.contains(route):
            options += ["--data-binary", "@article.txt"]
        case .put: options += ["-T", "article.txt"]
        default: options += ["-X", head.method.rawValue]
        }
        let path = PercentEncoding.decode(head.path).map { path in
            path.split(separator: "/", omittingEmptySubsequences: false)
                .map { PercentEncoding.encodeSegment(String($0)) }.joined(separator: "/")
        }
        return CurlCommand(options: options, path: path ?? "/", query: query)
    }

    /// The command that sends the same again with a remedy.
    func command(sending remedy: ArticleWarning.Remedy, query: QueryString) -> CurlCommand {
        switch remedy {
        case .parameter(let name, let value):
            return command(query: query.setting(name, to: value))
        case .sendBinary: return command(query: query)
        case .sendFiles:
            let files = ["-F", "file=@article.txt", "-F", "file=@second.txt"]
            return CurlCommand(options: files, path: "/articles", query: query)
        }
    }

    /// The routes to which a text is posted.
    private static let takesText: Set<String> = ["/", "/articles", "/parse", "", "unknown"]

    /// A preference that the client states (RFC 7240), in lower case: `return=minimal`.
    func prefers(_ preference: String) -> Bool {
        guard let field = head.fields["Prefer"] else { return false }
        return field.split(separator: ",").contains { item in
            let bare = item.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\"" }
            return bare.lowercased() == preference
        }
    }

    /// The target of the request as a URI: what is not ASCII is percent-encoded, what is very long
    /// is cut.
    private var instance: String {
        let target = head.path + (head.query.map { "?" + $0 } ?? "")
        return PercentEncoding.encodeTarget(target.utf8.prefix(2_000))
    }

    /// Whether the client takes the content coding gzip.
    var acceptsGzip: Bool {
        guard let field = head.fields["Accept-Encoding"] else { return false }
        return Preference(field).weight(ofCoding: "gzip") > 0
    }

    /// Shorter answers gain nothing from compression.
    private static let compressedFrom = 1_024
    /// Longer ones would hold up the loop.
    private static let compressedUpTo = 1_024 * 1_024

    private static func serverTiming(_ timings: [(name: String, duration: Duration)]) -> String {
        timings.map { "\($0.name);dur=\(milliseconds($0.duration))" }.joined(separator: ", ")
    }

    /// A duration in milliseconds to the tenth: `1.9`.
    static func milliseconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let tenths = seconds * 10_000 + attoseconds / 100_000_000_000_000
        return "\(tenths / 10).\(tenths % 10)"
    }
}

/// Sends the answer to a call that did not get one at once, from any thread.
struct Reply: Sendable {
    /// The call.
    let call: Call
    /// Takes the answer.
    let responder: any Responder

    /// Sends an answer.
    func send(_ answer: Answer) {
        responder.send(call.response(for: answer))
    }

    /// Sends a problem.
    func send(_ problem: Problem) {
        responder.send(call.response(for: problem))
    }
}
