import ArgumentParser
import ArticleAPI
import ArticleParsing
import ArticleService
import Articles
import Glibc

/// Shows what a text becomes: a filter from the standard input to the standard output.
struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what a text becomes; nothing is stored.",
        discussion: """
            Prints the articles in the text as JSON, with how each field was found:

              dateline parse < article.txt
              dateline parse --explain --received 2023-10-16 article.txt

            Exit status: 0; 65: there is no article in it, the reason is on the standard error; 66: \
            the file cannot be read.
            """
    )

    @Argument(help: "The file to parse; none, or -, for the standard input.", completion: .file())
    var file: String = "-"

    @Option(help: "The day the text was received, as 2023-10-16; dates are read against it.")
    var received: CalendarDay?

    @Option(help: "The media type of the text, as text/plain; without it, it is recognised.")
    var type: String?

    @Option(help: "auto, none, all (of a page, not the main one alone), or the line to cut at.")
    var split: String = "auto"

    @Flag(help: "Print for a person how each field was found, not JSON.")
    var explain = false

    @Option(help: "Whether the explanation has colours; auto is at a terminal, but for NO_COLOR.")
    var color = ColorChoice.auto

    /// When to print colours.
    enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
        case auto, always, never
    }

    func run() throws {
        do {
            var upload = Upload(
                bytes: try bytes(),
                declaredType: type,
                receivedOn: received ?? Timestamp(secondsSince1970: Int64(time(nil))).day
            )
            _ = upload.given.assign(split, to: "split")
            let preview: Preview
            switch ParsedUpload.parsing(consume upload) {
            case .success(let parsed): preview = Preview(parsed)
            case .failure(.parsing(let error)):
                throw Failure(message: "no article: \(error.sentence)", status: .unusableData)
            case .failure(let error): throw error
            }
            let output =
                explain
                ? Array(preview.text(colours: colours).utf8)
                : preview.json(isPretty: isatty(STDOUT_FILENO) == 1, command: command)
            writeAll(output, to: STDOUT_FILENO)
        } catch let failure as Failure {
            throw failure.reported()
        }
    }

    /// The colours that the standard output can show and the reader wants (https://no-color.org).
    private var colours: TerminalColours {
        switch color {
        case .always: return .ansi
        case .never: return .none
        case .auto:
            func isSet(_ name: String) -> Bool { getenv(name).map { $0.pointee != 0 } ?? false }
            let isDumb = getenv("TERM").map { strcmp($0, "dumb") == 0 } ?? true
            return isatty(STDOUT_FILENO) == 1 && !isSet("NO_COLOR") && !isDumb ? .ansi : .none
        }
    }

    /// The command by which a warning would be settled.
    private func command(_ remedy: ArticleWarning.Remedy) -> String {
        let url = "http://localhost:8080/articles"
        return switch remedy {
        case .parameter(let name, let value):
            "curl --data-binary @article.txt '\(url)?\(name)=\(value)'"
        case .sendBinary: "curl --data-binary @article.txt \(url)"
        case .sendFiles: "curl -F file=@article.txt -F file=@second.txt \(url)"
        }
    }

    private func bytes() throws(Failure) -> [UInt8] {
        let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable() }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count > 0 {
                guard bytes.count + count <= Self.maximumBytes else {
                    throw Failure(
                        message: "\(file) has more than \(Self.maximumBytes) bytes",
                        status: .unusableData
                    )
                }
                bytes.append(contentsOf: buffer[..<count])
            } else if errno != EINTR {
                throw unreadable()
            }
        }
    }

    /// The longest input that is read into memory.
    private static let maximumBytes = 64 * 1_024 * 1_024

    private func unreadable() -> Failure {
        Failure(
            message: "cannot read \(file): \(String(cString: strerror(errno)))",
            status: .noInput
        )
    }
}

extension CalendarDay: ExpressibleByArgument {
    /// Reads `2023-10-16`.
    public init?(argument: String) {
        let parts = argument.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
