import ArticleService
import Dispatch
import Glibc
import HTTPServer
import Logging
import Synchronization

/// Ends a server by signal, in the order that load balancers want: not ready, still answering,
/// then no more connections, then closed.
final class ServerEnd: Sendable {
    /// How long the steps take.
    struct Drain: Sendable {
        /// How long new requests are taken after readiness is denied.
        var delay: Duration
        /// How long requests under way may take after that.
        var timeout: Duration
    }

    private let server: HTTPServer
    private let service: ArticleService
    private let logger: Logger
    private let sink: LogSink
    /// Every signal is handled here, one after the other.
    private let queue = DispatchQueue(label: "dateline.end")
    private let hasBegun = Atomic(false)

    init(server: HTTPServer, service: ArticleService, logger: Logger, sink: LogSink) {
        self.server = server
        self.service = service
        self.logger = logger
        self.sink = sink
    }

    /// Waits for SIGTERM and SIGINT from now on.
    func comesBySignal(_ drain: Drain) {
        for number in [SIGTERM, SIGINT] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            // A person at a terminal does not want to wait for balancers.
            let delay = number == SIGINT ? .zero : drain.delay
            source.setEventHandler {
                // A source lives as long as its handler holds it: to the program's end.
                withExtendedLifetime(source) {
                    self.begin(Drain(delay: delay, timeout: drain.timeout))
                }
            }
            source.resume()
        }
    }

    private func begin(_ drain: Drain) {
        guard !hasBegun.exchange(true, ordering: .relaxed) else {
            logger.warning("stopping at once")
            server.stop()
            return finish(status: 1)
        }
        logger.notice("draining", metadata: ["delay": "\(drain.delay)"])
        server.drain(delay: drain.delay, timeout: drain.timeout) {
            self.queue.async { self.finish(status: 0) }
        }
    }

    /// Closes the store and ends the program; the status is 1 where requests may have been cut off.
    private func finish(status: Int32) {
        service.close()
        logger.notice("stopped")
        sink.flush()
        exit(status)
    }
}
