import ArgumentParser
import ArticleService
import ArticleStore
import Glibc

/// The file that the commands below are about.
struct DatabaseOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The file that holds the articles (default: ./dateline.db).",
            valueName: "file"
        ),
        completion: .file()
    )
    var database: String?

    /// The path of the file, which need not be there.
    func name() throws -> String { try Self.name(database) }

    /// The path that an option gives, else the variable, else the one that all commands share.
    static func name(_ option: String?) throws -> String {
        try setting(option, named: "database", default: "./dateline.db")
    }

    /// The path of the file, which has to be there.
    func path() throws -> String {
        let path = try name()
        guard access(path, F_OK) == 0 else {
            throw Failure(message: "there is no file \(path)", status: .noInput).reported()
        }
        return path
    }
}

/// Copies the store to a file or to the standard output.
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the store to a file, while it is served or not.",
        discussion: """
            A checked copy, of one moment, in one file:

              dateline backup copy.db
              dateline backup - | zstd > copy.zst

            Exit status: 0; 65: the file is damaged; 66: it is not there; 73: there is a file of that \
            name already, it cannot be made, or the disk is full.
            """
    )

    @Argument(help: "The new file, or - for the standard output.", completion: .file())
    var file: String

    @OptionGroup var options: DatabaseOption

    func run() throws {
        let path = try options.path()
        let target = file == "-" ? "\(path).backup-\(getpid())" : file
        do throws(StoreError) {
            try SQLiteArticleStore.copy(path, to: target)
        } catch {
            // A copy is new: only what there is may be damaged or held.
            throw Failure(error, opening: error == .diskFull ? target : path).reported()
        }
        guard file == "-" else { return print("copied \(path) to \(file)") }
        let descriptor = open(target, O_RDONLY | O_CLOEXEC)
        unlink(target)
        guard descriptor >= 0 else {
            throw Failure(message: "cannot read \(target)", status: .noInput).reported()
        }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return }
            guard count > 0 || errno == EINTR else {
                throw Failure(message: "cannot read \(target)", status: .noInput).reported()
            }
            if count > 0 { writeAll(Array(buffer[..<count]), to: STDOUT_FILENO) }
        }
    }
}

/// Puts a copy in the store's place.
struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a copy in the store's place; the server has to be stopped.",
        discussion: """
            The copy is checked before it takes the place; the file that was there is kept beside it \
            as FILE.replaced:

              dateline restore copy.db
              dateline restore copy.db --database /srv/articles.db

            Exit status: 0; 65: the copy is damaged or none; 69: a process has the file open; 73: the \
            copy cannot be read, or the file not be written.
            """
    )

    @Argument(help: "The copy.", completion: .file())
    var copy: String

    @OptionGroup var options: DatabaseOption

    func run() throws {
        let path = try options.name()
        let restoration = StoreRestoration(of: copy, to: path)
        do throws(StoreError) {
            try restoration.run()
        } catch {
            throw Failure(error, opening: error == .busy ? path : copy).reported()
        }
        print("restored \(path) from \(copy)")
    }
}

/// Looks for faults in the store.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look for faults in the store; --repair mends what follows from the articles.",
        discussion: """
            Compares pages, index, counts and fingerprints with each other; the file may be served:

              dateline check
              dateline check --repair

            Exit status: 0: sound; 65: there are faults, a line each; 66: there is no such file; 69: \
            another process holds it.
            """
    )

    @Flag(help: "Build the index of words, the counts and the fingerprints anew.")
    var `repair` = false

    @OptionGroup var options: DatabaseOption

    func run() throws {
        let path = try options.path()
        do throws(StoreError) {
            let check = try StoreCheck(path: path)
            if `repair` { try check.repair() }
            let line = ProgressLine()
            defer { line.clear() }
            let faults = try check.faults { done, total in line.show("checked", done, total) }
            line.clear()
            for fault in faults { print(fault) }
            if faults.isEmpty { return print("\(path) is sound") }
        } catch {
            throw Failure(error, opening: path).reported()
        }
        throw ExitCode(Failure.Status.unusableData.rawValue)
    }
}

/// Reads the originals of all articles again.
struct Reparse: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read all originals again, as this version of the program understands them.",
        discussion: """
            What the client said with an article counts as it did. An article in which other fields \
            are found gets a new version; the one before is kept:

              dateline reparse

            Exit status: 0; 65: the file is damaged; 66: it is not there; 69: another process holds \
            it; 73: it cannot be written.
            """
    )

    @OptionGroup var options: DatabaseOption

    func run() throws {
        let path = try options.path()
        do {
            let service = ArticleService(store: try SQLiteArticleStore(path: path))
            defer { service.close() }
            let summary = try service.reparseAll { _ in }
            print(
                "\(summary.updated) updated, \(summary.unchanged) unchanged, "
                    + "\(summary.skipped) skipped, \(summary.failed.count) left as they are"
            )
        } catch let error as StoreError {
            throw Failure(error, opening: path).reported()
        } catch ServiceError.store(let error) {
            throw Failure(error, opening: path).reported()
        }
    }
}
