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
    private let manager: ServiceManager
    private let logger: Logger
    private let sink: LogSink
    /// Every signal is handled here, one after the other.
    private let queue = DispatchQueue(label: "dateline.end")
    private let hasBegun = Atomic(false)

    init(
        server: HTTPServer,
        service: ArticleService,
        manager: ServiceManager,
        logger: Logger,
        sink: LogSink
    ) {
        self.server = server
        self.service = service
        self.manager = manager
        self.logger = logger
        self.sink = sink
    }

    /// Waits for SIGTERM and SIGINT from now on.
    ///
    /// To be called on the main thread, the only one in which Dispatch does not block signals. Left to
    /// itself, it blocks one there when it comes and sends it again, and once in some hundred times that
    /// one is not seen.
    func comesBySignal(_ drain: Drain) {
        var awaited = sigset_t()
        sigemptyset(&awaited)
        for number in [SIGTERM, SIGINT] { sigaddset(&awaited, number) }
        pthread_sigmask(SIG_BLOCK, &awaited, nil)
        for number in [SIGTERM, SIGINT] {
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
        manager.tell("STOPPING=1", status: "draining")
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
