import CPosix
import Dispatch
import Glibc
import Logging
import Synchronization

/// How loops reach each other: a mailbox, and how many connections the loop has.
final class LoopAddress: Sendable {
    let mailbox = Mailbox()
    let load = Atomic(0)
}

/// One serial queue, its epoll set, and the connections in it.
///
/// Its handler runs when the set is readable, drains it, and lingers a few milliseconds for more
/// before it gives the thread back: going through Dispatch for every batch costs more than
/// answering it.
///
/// `@unchecked Sendable`: every stored `var` is touched on `queue` only, but for the time before
/// `start`; the `let`s are Sendable or, as descriptors, immutable.
final class Loop: @unchecked Sendable {
    /// What all loops of a server share; a class, for it is read several times a request.
    final class Settings: Sendable {
        let limits: Limits
        let serverName: String
        let status: ServerStatus
        let logger: Logger
        let problem: @Sendable (RequestError) -> Response
        /// How long after an answer an idle connection is looked at.
        ///
        /// The answer may be in the system's buffer still, with a client that does not read it:
        /// that is seen to before the idle deadline is over.
        let idleMilliseconds: Int

        init(
            limits: Limits,
            serverName: String,
            status: ServerStatus,
            logger: Logger,
            problem: @escaping @Sendable (RequestError) -> Response
        ) {
            self.limits = limits
            self.serverName = serverName
            self.status = status
            self.logger = logger
            self.problem = problem
            idleMilliseconds = min(limits.idleDeadline, limits.sendDeadline / 4).milliseconds
        }
    }

    static let scratchBytes = 65_536
    private static let lingerMilliseconds: Int32 = 5
    private static let batch = 256
    /// How many descriptors beyond the limit of connections may carry a refusal at a time.
    private static let refusals = 64

    private enum Key {
        static let listener = UInt64.max
        static let mailbox = UInt64.max - 1
        static let timer = UInt64.max - 2
    }

    let settings: Settings
    let traffic: TrafficCounters
    let mailbox: Mailbox
    private let queue: DispatchQueue
    private let index: Int
    private let peers: [LoopAddress]
    private let set = epoll_create1(Int32(EPOLL_CLOEXEC))
    private let timer = timerfd_create(
        CLOCK_MONOTONIC,
        Int32(TFD_NONBLOCK | TFD_CLOEXEC)
    )
    private let tickMilliseconds: Int

    private(set) var encoder: ResponseEncoder
    /// Where sockets are read into.
    let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: Loop.scratchBytes)
    /// Memory for output, lent to the connection whose turn it is.
    var spareOutput = ByteQueue()
    /// What the last prober was answered.
    var repeated = RepeatedAnswer()
    /// The time of the batch at hand, in milliseconds of the monotonic clock.
    private(set) var now = 0

    private var handler: (any HTTPHandler)?
    private var listener: Listener?
    private var listens = false
    private var acceptsAgainAt = Int.max
    private var connections: ContiguousArray<Connection?> = []
    private var deadlines: ContiguousArray<Int> = []
    private var generations: ContiguousArray<UInt32> = []
    private var freeSlots: [Int] = []
    private var count = 0
    private var refused = 0
    private var ready: [UInt64] = []
    private var timerRuns = false
    private var isFinishing = false
    /// How many loops take no more connections, and so give none to this one.
    private var finishingPeers = 0
    private var isStopped = false
    private var source: (any DispatchSourceRead)?
    private var onClose: (@Sendable () -> Void)?

    init(index: Int, peers: [LoopAddress], listener: Listener, settings: Settings) {
        self.index = index
        self.peers = peers
        self.listener = listener
        self.settings = settings
        traffic = settings.status.counters(ofLoop: index)
        mailbox = peers[index].mailbox
        queue = DispatchQueue(label: "http.loop.\(index)")
        encoder = ResponseEncoder(serverName: settings.serverName)
        let limits = settings.limits
        let shortest = min(
            limits.headDeadline,
            limits.bodyDeadline,
            limits.idleDeadline,
            limits.sendDeadline,
            limits.lingerDeadline
        )
        tickMilliseconds = min(250, max(5, shortest.milliseconds / 8))
    }

    deinit {
        scratch.deallocate()
        close(set)
        close(timer)
    }

    /// Makes the handler and begins to listen, on the loop's queue.
    ///
    /// - Parameters:
    ///   - makeHandler: Makes the handler of the loop's requests.
    ///   - onClose: Called once, when the loop has closed its last connection for good.
    func start(
        makeHandler: @escaping @Sendable (ServerStatus) -> any HTTPHandler,
        onClose: @escaping @Sendable () -> Void
    ) {
        queue.async { [self] in
            self.onClose = onClose
            handler = makeHandler(settings.status)
            updateTime()
            _ = posix_epoll_set(
                set,
                EPOLL_CTL_ADD,
                mailbox.descriptor,
                EPOLLIN.rawValue,
                Key.mailbox
            )
            _ = posix_epoll_set(set, EPOLL_CTL_ADD, timer, EPOLLIN.rawValue, Key.timer)
            listen()
            let source = DispatchSource.makeReadSource(fileDescriptor: set, queue: queue)
            source.setEventHandler { [self] in run() }
            self.source = source
            source.resume()
        }
    }

    // MARK: Events

    private func run() {
        dispatchPrecondition(condition: .onQueue(queue))
        withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: Self.batch) { events in
            while !isStopped {
                for message in mailbox.take() { receive(message) }
                runReady()
                if isStopped { break }
                let sleeps = ready.isEmpty && mailbox.fallAsleep()
                let found = epoll_wait(
                    set,
                    events.baseAddress,
                    Int32(Self.batch),
                    sleeps ? Self.lingerMilliseconds : 0
                )
                // Nothing for a while: Dispatch wakes the loop, and a message does, too.
                if found <= 0, sleeps {
                    if found < 0, errno == EINTR { continue }
                    return
                }
                mailbox.wake()
                updateTime()
                for event in events.prefix(Int(max(0, found))) {
                    handle(event.data.u64, events: event.events)
                }
            }
        }
        if isStopped { finishStopping() }
    }

    private func handle(_ key: UInt64, events: UInt32) {
        switch key {
        case Key.listener: accept()
        case Key.mailbox: mailbox.clear()
        case Key.timer: tick()
        default: connection(key)?.handle(events)
        }
    }

    private func connection(_ key: UInt64) -> Connection? {
        let slot = Int(truncatingIfNeeded: key & 0xFFFF_FFFF)
        guard generations[slot] == UInt32(truncatingIfNeeded: key >> 32) else { return nil }
        return connections[slot]
    }

    private func receive(_ message: Message) {
        switch message {
        case .adopt(let descriptor, let address): open(descriptor, address)
        case .answer(let key, let serial, let response):
            guard let connection = connection(key) else {
                if case .stream(let source, _) = response.body { source.cancel() }
                return
            }
            connection.answer(response, to: serial)
        case .abandoned(let key, let serial): connection(key)?.abandon(serial)
        case .resume(let key, let serial): connection(key)?.resume(serial)
        case .piece(let key, let serial, let result): connection(key)?.take(result, of: serial)
        case .finish: finish()
        case .peerFinishes:
            finishingPeers += 1
            stopIfDone()
        case .stop: stop()
        }
    }

    private func runReady() {
        guard !ready.isEmpty else { return }
        let keys = ready
        ready.removeAll(keepingCapacity: true)
        for key in keys { connection(key)?.proceed() }
    }

    /// Has a connection go on after the others had their turn.
    func schedule(_ key: UInt64) {
        ready.append(key)
    }

    private func updateTime() {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
        now = time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
        clock_gettime(CLOCK_REALTIME_COARSE, &time)
        if encoder.setTime(time.tv_sec) { repeated.forget() }
    }

    // MARK: Handler

    func admit(_ head: RequestHead, in exchange: Exchange) -> BodyAdmission {
        guard let handler else { preconditionFailure("a connection outlived its loop") }
        return handler.admit(head, in: exchange)
    }

    func respond(to request: Request, in exchange: any Exchange) -> Response? {
        guard let handler else { preconditionFailure("a connection outlived its loop") }
        return handler.respond(to: request, in: exchange)
    }

    // MARK: Accepting

    private func listen() {
        guard let listener, !listens else { return }
        let events = EPOLLIN.rawValue | EPOLLEXCLUSIVE.rawValue
        listens =
            posix_epoll_set(set, EPOLL_CTL_ADD, listener.descriptor, events, Key.listener) == 0
        acceptsAgainAt = .max
    }

    private func pauseListening() {
        guard let listener, listens else { return }
        _ = epoll_ctl(set, EPOLL_CTL_DEL, listener.descriptor, nil)
        listens = false
        acceptsAgainAt = now + 100
        runTimer()
        settings.logger.debug("out of descriptors, accepting pauses")
    }

    /// Takes a connection that waits; whether there was one.
    ///
    /// One for each event: to find out that no more wait costs nearly as much as to take one, and
    /// the set tells it for nothing.
    @discardableResult
    private func accept() -> Bool {
        guard let listener else { return false }
        let (descriptor, address) = SocketAddress.accept(listener.descriptor)
        guard descriptor < 0 else {
            place(descriptor, address)
            return true
        }
        switch errno {
        case EMFILE, ENFILE, ENOBUFS, ENOMEM: pauseListening()
        // What ails one connection that was waiting is no matter of the listener's.
        case EINTR, ECONNABORTED, EPROTO: return true
        default: break
        }
        return false
    }

    /// Gives a connection to the loop that has the fewest, if this one has clearly more.
    ///
    /// Going to another loop costs more than answering a request, so that small differences, as
    /// short connections make them, are left.
    private func place(_ descriptor: Int32, _ address: SocketAddress) {
        guard !isFinishing else { return open(descriptor, address) }
        var best = index
        var least = count
        for peer in peers.indices where peer != index {
            let load = peers[peer].load.load(ordering: .relaxed)
            if load + load / 4 + 1 < least {
                least = load
                best = peer
            }
        }
        if best == index {
            open(descriptor, address)
        } else {
            peers[best].load.add(1, ordering: .relaxed)
            peers[best].mailbox.post(.adopt(descriptor: descriptor, address))
        }
    }

    private func open(_ descriptor: Int32, _ address: SocketAddress) {
        let isTooMany = settings.status.connectionOpened() > settings.limits.connections
        traffic.countAccepted()
        if isStopped || isTooMany && refused >= Self.refusals {
            close(descriptor)
            if !isStopped { traffic.countDropped() }
            settings.status.connectionClosed()
            publishLoad()
            return
        }
        let slot: Int
        if let free = freeSlots.popLast() {
            slot = free
        } else {
            slot = connections.count
            connections.append(nil)
            deadlines.append(.max)
            generations.append(0)
        }
        let key = UInt64(generations[slot]) << 32 | UInt64(slot)
        let connection = Connection(
            loop: self,
            descriptor: descriptor,
            key: key,
            address: address,
            isRefused: isTooMany
        )
        connections[slot] = connection
        count += 1
        publishLoad()
        if !timerRuns { runTimer() }
        if isTooMany { refused += 1 }
        connection.begin()
        // One that another loop gave away before it heard of the end.
        if isFinishing { connection.closeIfIdle() }
    }

    /// Closes a connection's descriptor and forgets it.
    func remove(_ connection: Connection) {
        let slot = Int(truncatingIfNeeded: connection.key & 0xFFFF_FFFF)
        guard connections[slot] === connection else { return }
        close(connection.descriptor)
        connections[slot] = nil
        deadlines[slot] = .max
        generations[slot] &+= 1
        // The greatest generation would make the keys of the loop's own descriptors.
        if generations[slot] == .max { generations[slot] = 0 }
        freeSlots.append(slot)
        count -= 1
        if connection.isRefused { refused -= 1 }
        publishLoad()
        settings.status.connectionClosed()
        if acceptsAgainAt != .max { listen() }
        stopIfDone()
    }

    private func publishLoad() {
        if peers.count > 1, !isFinishing { peers[index].load.store(count, ordering: .relaxed) }
    }

    /// Puts a connection into the set; whether the system had room for it.
    func add(_ connection: Connection, _ events: UInt32) -> Bool {
        posix_epoll_set(set, EPOLL_CTL_ADD, connection.descriptor, events, connection.key) == 0
    }

    func setInterest(of connection: Connection, _ events: UInt32) {
        _ = posix_epoll_set(
            set,
            EPOLL_CTL_MOD,
            connection.descriptor,
            events,
            connection.key
        )
    }

    // MARK: Deadlines

    /// Sets when a connection's `timeOut` is called, in milliseconds as `now`; `.max` for never.
    func setDeadline(of key: UInt64, at time: Int) {
        deadlines[Int(truncatingIfNeeded: key & 0xFFFF_FFFF)] = time
    }

    private func runTimer() {
        timerRuns = true
        setTimer(milliseconds: tickMilliseconds)
    }

    private func setTimer(milliseconds: Int) {
        let interval = timespec(
            tv_sec: milliseconds / 1_000,
            tv_nsec: milliseconds % 1_000 * 1_000_000
        )
        var time = itimerspec(it_interval: interval, it_value: interval)
        timerfd_settime(timer, 0, &time, nil)
    }

    private func tick() {
        var count: UInt64 = 0
        _ = read(timer, &count, 8)
        if acceptsAgainAt <= now { listen() }
        for slot in deadlines.indices where deadlines[slot] <= now {
            deadlines[slot] = .max
            connections[slot]?.timeOut()
        }
        if self.count == 0, acceptsAgainAt == .max {
            timerRuns = false
            setTimer(milliseconds: 0)
        }
    }

    // MARK: The end

    private func finish() {
        guard !isFinishing else { return }
        refuseMore()
        // Those who are in the queue get their answers; it is no longer than the backlog.
        for _ in 0..<4_096 where !accept() { break }
        dropListener()
        for connection in connections { connection?.closeIfIdle() }
        // Behind the connections that were given to others.
        for peer in peers { peer.mailbox.post(.peerFinishes) }
    }

    /// Stops where no connection is left, and none may be on its way from another loop.
    private func stopIfDone() {
        if isFinishing, count == 0, finishingPeers == peers.count { isStopped = true }
    }

    private func dropListener() {
        if let listener, listens { _ = epoll_ctl(set, EPOLL_CTL_DEL, listener.descriptor, nil) }
        listens = false
        acceptsAgainAt = .max
        listener = nil
    }

    /// Has other loops give this one no more connections.
    ///
    /// One that has read the load before may give one still: `peerFinishes` comes behind it.
    private func refuseMore() {
        isFinishing = true
        peers[index].load.store(.max / 4, ordering: .relaxed)
    }

    private func stop() {
        refuseMore()
        dropListener()
        for connection in connections { connection?.close() }
        isStopped = true
    }

    private func finishStopping() {
        guard let source else { return }
        self.source = nil
        handler = nil
        source.setCancelHandler { [self] in
            // What came in the meantime: descriptors on their way here are closed.
            for message in mailbox.take() { receive(message) }
            onClose?()
            onClose = nil
        }
        source.cancel()
    }
}
