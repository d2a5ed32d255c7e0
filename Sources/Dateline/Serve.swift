import ArgumentParser
import ArticleAPI
import ArticleService
import ArticleStore
import Articles
import Dispatch
import Glibc
import HTTPServer
import Logging

/// Serves articles until a signal ends it.
struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve articles over HTTP.",
        discussion: """
            Each option can also be given as a variable: --drain-delay as DATELINE_DRAIN_DELAY. \
            Flags go first.

            At an address that other machines can reach, writing takes a key: dateline key create \
            makes one, and the variable DATELINE_KEY, or a file named by --key-file, holds one \
            that allows everything. Clients send it with curl -u :KEY, or in the field \
            Authorization: Bearer KEY.

            SIGTERM drains: /readyz answers 503, requests go on being taken for --drain-delay, \
            and those under way have --drain-timeout to finish. SIGINT skips the delay. A second \
            signal ends it at once.

            What it logs goes to the standard error, and nowhere else. Under systemd it says when it \
            is ready (Type=notify) and takes the socket that it is given (LISTEN_FDS) in place of \
            --host and --port.

              dateline serve
              dateline serve --port 9000 --database /srv/articles.db
              DATELINE_KEY=a-long-random-key dateline serve --host 0.0.0.0

            Exit status: 0 after a drain; 1 after a second signal; 64: an option cannot be read; 65: \
            the file is damaged, or newer than the program; 66: there is no key file; 69: the port is \
            taken, or another process holds the file; 73: the file cannot be made or written.
            """
    )

    @OptionGroup(title: "Server")
    var serverOptions: ServerOptions

    @OptionGroup(title: "Limits")
    var limitOptions: LimitOptions

    @OptionGroup(title: "Log")
    var logOptions: LogOptions

    func run() throws {
        let host = try setting(serverOptions.host, named: "host", default: "127.0.0.1")
        let port = try setting(serverOptions.port, named: "port", default: 8080, in: 0...65_535)
        let path = try DatabaseOption.name(serverOptions.database)
        let loops = try setting(
            serverOptions.loops,
            named: "loops",
            default: processorCount,
            in: 1...1_024
        )
        let drain = ServerEnd.Drain(
            delay: .seconds(
                try setting(
                    serverOptions.drainDelay,
                    named: "drain-delay",
                    default: 5,
                    in: 0...86_400
                )
            ),
            timeout: .seconds(
                try setting(
                    serverOptions.drainTimeout,
                    named: "drain-timeout",
                    default: 20,
                    in: 0...86_400
                )
            )
        )
        let limits = try limitOptions.limits()
        let manager = ServiceManager()
        let (logger, sink) = try logOptions.logger()

        Memory.givesBackLargeBlocks()
        // A client that is gone is an error of its socket, never the end of the program.
        signal(SIGPIPE, SIG_IGN)
        do {
            let address =
                try ServiceManager.passedAddress() ?? HTTPServer.Address(host: host, port: port)
            let access = try access(host: address.host)
            var settings = ArticleAPI.Settings()
            settings.version = Version.number
            settings.bodyBytes = try limitOptions.bodyBytes()
            settings.access = access
            try serverOptions.restrict(&settings)
            settings.cachedArticleBytes = try limitOptions.cachedBytes() / loops
            settings.pages = try limitOptions.pages()
            settings.storePath = path
            let authority = Authority(host: address.host, port: address.port)
            settings.authority = { authority.text }
            let opening = Opening()
            let server = try listen(address, limits, loops, logger, opening, settings)
            authority.port = server.port
            let service = try open(path, opening, authority, settings.metrics, manager, logger)
            announce(authority, path, access, logger)
            ServerEnd(
                server: server,
                service: service,
                manager: manager,
                logger: logger,
                sink: sink
            )
            .comesBySignal(drain)
            let reason = manager.tell("READY=1", status: "http://\(authority.text)")
            if let reason {
                logger.warning(
                    "the service manager was not told",
                    metadata: ["reason": "\(reason)"]
                )
            }
        } catch let failure as Failure {
            sink.flush()
            throw failure.reported()
        }
        // The program ends on the queue of `ServerEnd`. `dispatchMain` would end this thread and
        // wait for signals on what was its stack, which the address sanitizer takes for an overflow.
        while true { pause() }
    }

    /// Opens the store, which may take long where it has to be migrated; probes are answered meanwhile.
    private func open(
        _ path: String,
        _ opening: Opening,
        _ authority: Authority,
        _ metrics: ServerMetrics,
        _ manager: ServiceManager,
        _ logger: Logger
    ) throws(Failure) -> ArticleService {
        var options = SQLiteArticleStore.Options()
        options.observer = { event in
            metrics.record(event)
            if opening.record(event) {
                logger.notice(
                    "migrating",
                    metadata: [
                        "address": "http://\(authority.text)", "port": "\(authority.port)",
                        "database": "\(path)", "version": "\(Version.number)",
                    ]
                )
            }
            if case .migrating(let step, let done, let total) = event {
                manager.tell("", status: "migrating: \(step), \(done) of \(total)")
            }
            logger.record(event)
        }
        do throws(StoreError) {
            let store = try SQLiteArticleStore(path: path, options: options)
            let service = ArticleService(store: store)
            opening.finish(service)
            return service
        } catch {
            throw Failure(error, opening: path)
        }
    }

    private func listen(
        _ address: HTTPServer.Address,
        _ limits: Limits,
        _ loops: Int,
        _ logger: Logger,
        _ opening: Opening,
        _ settings: ArticleAPI.Settings
    ) throws(Failure) -> HTTPServer {
        do throws(ServerError) {
            return try HTTPServer(
                address: address,
                limits: limits,
                loops: loops,
                serverName: "dateline/\(Version.number)",
                logger: logger,
                problem: ArticleAPI.makeProblem(settings: settings),
                makeHandler: ArticleAPI.makeHandler(
                    opening: opening,
                    settings: settings,
                    logger: logger
                )
            )
        } catch {
            throw Failure(error)
        }
    }

    /// Who may do what, besides the holders of the store's keys: where only this machine reaches the
    /// server, everybody; elsewhere strangers read.
    private func access(host: String) throws -> Access {
        let keyFile = try setting(serverOptions.keyFile, named: "key-file", default: "")
        if !keyFile.isEmpty { return .operatorKey(try key(in: keyFile)) }
        if let key = getenv("DATELINE_KEY").map({ String(cString: $0) }), !key.isEmpty {
            return .operatorKey(key)
        }
        let isLoopback = host == "localhost" || host == "::1" || host.hasPrefix("127.")
        return isLoopback ? .everyone : .readers
    }

    private func key(in path: String) throws(Failure) -> String {
        guard let file = fopen(path, "re") else {
            throw Failure(
                message: "cannot read the key in \(path): \(String(cString: strerror(errno)))",
                status: .noInput
            )
        }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 4_096)
        let text = fgets(&line, Int32(line.count), file).map { String(cString: $0) } ?? ""
        let key = text.filter { !$0.isNewline }
        guard !key.isEmpty else {
            throw Failure(message: "there is no key in \(path)", status: .unusableData)
        }
        return key
    }

    private func announce(
        _ authority: Authority,
        _ path: String,
        _ access: Access,
        _ logger: Logger
    ) {
        logger.notice(
            "listening",
            metadata: [
                "address": "http://\(authority.text)", "port": "\(authority.port)",
                "database": "\(path)", "version": "\(Version.number)",
            ]
        )
        if case .readers = access {
            logger.warning(
                "writing takes a key: make one with dateline key create"
            )
        }
    }
}

extension Logger {
    /// Logs what happens inside the store, where a person should know of it.
    fileprivate func record(_ event: StoreEvent) {
        switch event {
        case .committed(let operations, let duration):
            debug("commit", metadata: ["operations": "\(operations)", "duration": "\(duration)"])
        case .writeFailed(let reason):
            error("writing failed", metadata: ["reason": "\(reason)"])
        case .writability(let state):
            warning("writability changed", metadata: ["state": "\(state)"])
        case .checkpointFailed(let reason):
            warning("checkpoint failed", metadata: ["reason": "\(reason)"])
        case .migrating(let step, let done, let total):
            debug("migration", metadata: ["step": "\(step)", "done": "\(done)", "of": "\(total)"])
        case .copied(let path): notice("copied before migrating", metadata: ["file": "\(path)"])
        case .migrated(0, _): break  // A new file.
        case .migrated(let from, let to):
            notice("migrated", metadata: ["from": "\(from)", "to": "\(to)"])
        case .reindexed(let articles):
            notice("index of words made anew", metadata: ["articles": "\(articles)"])
        }
    }
}
