import Foundation
import HTTPServer
import Testing

/// The cases, which lie beside the package.
private enum Cases {
    static let script = URL(filePath: #filePath)
        .deletingLastPathComponent()
        .appending(path: "../../../shared/conformance/http_conformance.py")
        .standardizedFileURL

    static let areThere = FileManager.default.fileExists(atPath: script.path)
}

/// Runs the conformance cases beside the package against a server in this process.
@Suite(.enabled(if: Cases.areThere, "no ../shared/conformance beside the package"))
struct ConformanceTests {
    @Test func `keeps every case of every level`() throws {
        let server = try HTTPServer.test(
            admit: { _ in .collect(maximumBytes: 8_000_000) },
            respond: { request, exchange in Self.respond(to: request, in: exchange) }
        )
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", Cases.script.path, "127.0.0.1", "\(server.port)", "--problem-json",
        ]
        process.standardOutput = output
        try process.run()
        let text = try String(
            decoding: output.fileHandleForReading.readToEnd() ?? Data(),
            as: UTF8.self
        )
        process.waitUntilExit()
        print(text.split(separator: "\n").suffix(4).joined(separator: "\n"))
        #expect(process.terminationStatus == 0, "\(text)")
        #expect(text.contains(" passed, 0 failed"))
    }

    /// A small application: an article's collection and a health check.
    private static func respond(to request: Request, in exchange: any Exchange) -> Response? {
        let path = request.head.path.removingPercentEncoding ?? ""
        let methods: [Method]
        switch path {
        case "/healthz", "*": methods = [.get, .head, .options]
        case "/articles": methods = [.get, .head, .post, .options]
        default: return problem(404)
        }
        let allow = (name: "Allow", value: methods.map(\.rawValue).joined(separator: ", "))
        switch request.head.method {
        case .options: return Response(status: 200, fields: [allow])
        case .post where methods.contains(.post):
            let responder = exchange.responder()
            DispatchQueue.global().async { responder.send(.text("stored\n", status: 201)) }
            return nil
        case let method where methods.contains(method): return .text("ok\n")
        default:
            var response = problem(405)
            response.fields.append(allow)
            return response
        }
    }

    private static func problem(_ status: Int) -> Response {
        Response(
            status: status,
            fields: [(name: "Content-Type", value: "application/problem+json")],
            body: .bytes(Array("{\"status\":\(status)}\n".utf8))
        )
    }
}
