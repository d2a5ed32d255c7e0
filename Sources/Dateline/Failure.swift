import ArgumentParser
import Glibc

/// Why a command cannot do what it was asked to, for the person who asked.
struct Failure: Error {
    /// The statuses of `sysexits.h` that tell a script what kind of failure it was.
    enum Status: Int32 {
        /// The input holds nothing that can be used (EX_DATAERR).
        case unusableData = 65
        /// A file to be read is not there or cannot be read (EX_NOINPUT).
        case noInput = 66
        /// Something needed is not to be had: a port, a lock, room on the disk (EX_UNAVAILABLE).
        case unavailable = 69
        /// A file cannot be made or written (EX_CANTCREAT).
        case cannotWrite = 73
    }

    /// One line, without the program's name.
    var message: String
    /// The exit status.
    var status: Status

    /// Writes the line to the standard error.
    ///
    /// - Returns: What ends the program with the failure's status.
    func reported() -> ExitCode {
        writeAll(Array("dateline: \(message)\n".utf8), to: STDERR_FILENO)
        return ExitCode(status.rawValue)
    }
}
