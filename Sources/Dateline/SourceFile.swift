import CZlib
import Glibc

/// A file to be imported.
struct SourceFile {
    /// Its path; `-` for the standard input.
    var path: String

    /// The files that paths name: a folder stands for those in it and in its folders, in the order of
    /// their names, less hidden ones.
    static func list(_ paths: [String]) throws(Failure) -> [SourceFile] {
        var files: [SourceFile] = []
        for path in paths {
            if path == "-" { files.append(SourceFile(path: path)); continue }
            var pending = [(path: path, depth: 0)]
            while let (path, depth) = pending.popLast() {
                var status = stat()
                guard stat(path, &status) == 0 else { throw unreadable(path) }
                guard status.st_mode & S_IFMT == S_IFDIR else {
                    files.append(SourceFile(path: path))
                    continue
                }
                // Links may lead in circles.
                guard depth < 32 else { continue }
                for name in try names(in: path).sorted().reversed() where !name.hasPrefix(".") {
                    pending.append((path + "/" + name, depth + 1))
                }
            }
        }
        return files
    }

    private static func names(in folder: String) throws(Failure) -> [String] {
        guard let stream = opendir(folder) else { throw unreadable(folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            names.append(name)
        }
        return names
    }

    /// How many bytes it has; `nil` for what comes through a pipe.
    var size: Int? {
        var status = stat()
        guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        return Int(status.st_size)
    }

    /// Opens it; what is packed with gzip is read unpacked.
    func open() throws(Failure) -> UnpackedFile {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.unreadable(path) }
        guard let stream = gzdopen(descriptor, "r") else {
            close(descriptor)
            throw Self.unreadable(path)
        }
        return UnpackedFile(path: path, stream: stream)
    }

    /// Whether a file that begins so holds an article on each line.
    func holdsLines(_ head: [UInt8]) -> Bool {
        let name = path.hasSuffix(".gz") ? String(path.dropLast(3)) : path
        if name.hasSuffix(".ndjson") || name.hasSuffix(".jsonl") { return true }
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0D, 0x0A]
        let text = head.drop { blanks.contains($0) }
        if text.starts(with: Array(#"{"dateline_export":"#.utf8)) { return true }
        guard text.first == UInt8(ascii: "{"), let end = text.firstIndex(of: 0x0A),
            text[..<end].last(where: { !blanks.contains($0) }) == UInt8(ascii: "}")
        else { return false }
        return text[end...].first { !blanks.contains($0) } == UInt8(ascii: "{")
    }

    static func unreadable(_ path: String) -> Failure {
        Failure(
            message: "cannot read \(path): \(String(cString: strerror(errno)))",
            status: .noInput
        )
    }
}

/// The bytes of a file, unpacked where it is gzip.
final class UnpackedFile {
    private let path: String
    private let stream: gzFile

    init(path: String, stream: gzFile) {
        self.path = path
        self.stream = stream
    }

    deinit { gzclose_r(stream) }

    /// How many bytes of the file, packed as it is, have been read.
    var position: Int { max(0, Int(gzoffset(stream))) }

    /// The next bytes; none at the end.
    func read(atMost count: Int) throws(Failure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let got = gzread(stream, &bytes, UInt32(count))
        var code: Int32 = 0
        guard got >= 0, got > 0 || gzerror(stream, &code) != nil && code >= 0 else {
            throw Failure(
                message: "cannot unpack \(path): its gzip is damaged",
                status: .unusableData
            )
        }
        return Array(bytes[..<Int(got)])
    }
}
