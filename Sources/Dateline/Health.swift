import ArgumentParser
import Glibc

/// Asks a running server whether it is ready: what a container's HEALTHCHECK calls.
struct Health: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask a running server whether it is ready.",
        discussion: """
            Prints one line; a container's HEALTHCHECK calls it:

              dateline health
              dateline health --port 9000 --timeout 1

            Exit status: 0: ready; 1: not ready, or nobody answers; 64: an option cannot be read.
            """
    )

    @Option(help: "The server's address (default: 127.0.0.1).")
    var host: String?

    @Option(help: "The server's port (default: 8080).")
    var port: Int?

    @Option(help: "How long to wait, in seconds (default: 3).")
    var timeout: Int?

    func run() throws {
        let host = try setting(self.host, named: "host", default: "127.0.0.1")
        let port = try setting(self.port, named: "port", default: 8080, in: 1...65_535)
        let timeout = try setting(self.timeout, named: "timeout", default: 3, in: 1...3_600)
        // A server on every address is asked on the loopback one.
        let target = ["0.0.0.0", "::", ""].contains(host) ? "127.0.0.1" : host
        // A server that closes early is an answer, not the end of the program.
        signal(SIGPIPE, SIG_IGN)
        let probe = HealthProbe(host: target, port: port, timeoutSeconds: timeout)
        do {
            let answer = try probe.ask(for: "/readyz")
            print(answer.text)
            guard answer.status == 200 else { throw ExitCode(1) }
        } catch let failure as HealthProbe.Failure {
            print("no answer from \(target):\(port): \(failure.reason)")
            throw ExitCode(1)
        }
    }
}
