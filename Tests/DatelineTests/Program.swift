import Foundation

/// The program under test, as it was built beside the tests.
enum Program {
    /// Where the binary is: beside the tests, or where the variable `TESTED_BINARY` says, for one
    /// that was built with a sanitizer.
    static let path: String = {
        if let path = ProcessInfo.processInfo.environment["TESTED_BINARY"] { return path }
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appendingPathComponent("dateline").path
    }()

    /// What a finished process left.
    struct Outcome: Sendable {
        var status: Int32
        var output: String
        var error: String
    }

    /// Whether another program that a test takes is there; what is missing is said where a test is
    /// left out.
    static func isInstalled(_ name: String) -> Bool {
        (try? runCommand(["which", name]).status) == 0
    }

    /// Runs the program to its end.
    static func run(
        _ arguments: [String],
        input: [UInt8] = [],
        environment: [String: String] = [:]
    ) throws -> Outcome {
        try runCommand([path] + arguments, input: input, environment: environment)
    }
}

/// Runs a command to its end; the first word is its path, or a name looked up on the PATH.
func runCommand(
    _ words: [String],
    input: [UInt8] = [],
    environment: [String: String] = [:]
) throws -> Program.Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    // Files and not pipes: nothing blocks, however much is written on either side.
    let folder = try TemporaryFolder()
    let names = try ["input", "output", "error"].map { name in
        let path = folder.path(name)
        try Data(name == "input" ? input : []).write(to: URL(fileURLWithPath: path))
        return path
    }
    process.standardInput = FileHandle(forReadingAtPath: names[0])
    process.standardOutput = FileHandle(forWritingAtPath: names[1])
    process.standardError = FileHandle(forWritingAtPath: names[2])
    try process.run()
    process.waitUntilExit()
    return Program.Outcome(
        status: process.terminationStatus,
        output: try String(contentsOfFile: names[1], encoding: .utf8),
        error: try String(contentsOfFile: names[2], encoding: .utf8)
    )
}

/// A folder of its own, which goes when its owner does.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("dateline-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String {
        url.appendingPathComponent(name).path
    }

    deinit {
        // Left to the system's cleaning where it cannot be removed.
        try? FileManager.default.removeItem(at: url)
    }
}

/// The folder of measuring sticks beside the project, where there is one.
enum Shared {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The path of a file or folder in it; `nil` where that is not there.
    static func path(_ relative: String) -> String? {
        let path = root.appendingPathComponent("../shared/" + relative).standardizedFileURL.path
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
