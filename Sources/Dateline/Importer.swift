import ArticleParsing
import ArticleService
import ArticleStore
import Articles
import Dispatch
import Glibc

/// Stores the articles of file after file, and keeps count.
struct Importer {
    private let store: any ArticleStore
    private let receivedAt: Timestamp
    private var progress: ImportProgress

    /// Makes an importer of `files`, which are to be added one by one.
    init(store: any ArticleStore, receivedAt: Timestamp, files: [SourceFile]) {
        self.store = store
        self.receivedAt = receivedAt
        progress = ImportProgress(of: files)
    }

    /// Stores what is in a file.
    ///
    /// - Throws: That it cannot be read, or that the store cannot be written; what is wrong with its
    ///   articles is only counted and listed.
    mutating func add(_ file: SourceFile) throws(Failure) {
        let bytes = try file.open()
        defer { progress.end(of: file) }
        let head = try bytes.read(atMost: Self.pieceBytes)
        if file.holdsLines(head) {
            try addLines(head, rest: bytes, of: file)
        } else {
            try addWhole(head, rest: bytes, of: file)
        }
    }

    /// Prints what became of all.
    ///
    /// - Returns: Whether any failed.
    func finish() -> Bool { progress.finish() }

    private static let pieceBytes = 256 << 10
    /// How much is written in one transaction: SQLite merges the words of a transaction's articles with
    /// those before them, and writes each page of the file that changes, once for each.
    private static let chunkBytes = 4 << 20
    /// The longest file that is read as a whole, unpacked.
    private static let longestFile = 64 << 20

    private func upload(_ bytes: [UInt8]) -> Upload {
        Upload(bytes: bytes, receivedOn: receivedAt.day)
    }

    private mutating func addLines(
        _ head: [UInt8],
        rest: UnpackedFile,
        of file: SourceFile
    ) throws(Failure) {
        let lines = LineIngest(
            store: store,
            upload: upload([]),
            receivedAt: receivedAt,
            duplicates: .return
        )
        let room = DispatchSemaphore(value: 0)
        var cutter = LineCutter(chunkBytes: Self.chunkBytes, longestLine: Self.longestFile)
        func take(_ steps: [LineCutter.Step]) {
            for step in steps {
                switch step {
                case .chunk(let chunk, let line):
                    if !lines.add(chunk, firstLine: line, whenRoom: { room.signal() }) {
                        room.wait()
                    }
                case .tooLong(let line):
                    lines.addFailure(line: line, .tooLarge(limit: Self.longestFile))
                }
            }
        }
        var piece = head
        while !piece.isEmpty {
            take(cutter.take(piece[...]))
            progress.show(adding: lines.report, at: rest.position)
            piece = try rest.read(atMost: Self.pieceBytes)
        }
        take(cutter.finish())
        let done = DispatchSemaphore(value: 0)
        lines.finish { _ in done.signal() }
        done.wait()
        let report = lines.report
        progress.add(report, of: file.path)
        if let stop = report.stop {
            throw Failure(
                message: "\(file.path), line \(stop.line): not stored, nor what follows: "
                    + "\(stop.reason)",
                status: .cannotWrite
            )
        }
    }

    private mutating func addWhole(
        _ head: [UInt8],
        rest: UnpackedFile,
        of file: SourceFile
    ) throws(Failure) {
        var bytes = head
        while true {
            let piece = try rest.read(atMost: Self.pieceBytes)
            if piece.isEmpty { break }
            bytes += piece
            guard bytes.count <= Self.longestFile else {
                return progress.fail(file.path, "more than \(Self.longestFile) bytes")
            }
        }
        let parsed: ParsedUpload
        switch ParsedUpload.parsing(upload(bytes)) {
        case .success(let value): parsed = value
        case .failure(let error):
            let reason = if case .parsing(let error) = error { error.sentence } else { "\(error)" }
            return progress.fail(file.path, reason)
        }
        let done = DispatchSemaphore(value: 0)
        let outcome = Locked<Result<Ingestion, ServiceError>>(.failure(.busy))
        parsed.store(
            in: store,
            Original(bytes: bytes, declaredType: nil),
            receivedAt: receivedAt
        ) { result in
            outcome.withLock { $0 = result }
            done.signal()
        }
        done.wait()
        do throws(ServiceError) {
            progress.add(try outcome.withLock { $0 }.get(), of: file.path)
        } catch {
            throw Failure(message: "\(file.path): not stored: \(error)", status: .cannotWrite)
        }
        progress.show(adding: nil, at: rest.position)
    }
}
