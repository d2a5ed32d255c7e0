/// A `curl` call that a person can paste into a shell.
struct CurlCommand: Sendable, Equatable {
    /// The options, each a word.
    var options: [String] = []
    /// The path, percent-encoded.
    var path: String
    /// The query.
    var query = QueryString(items: [])

    /// The command for a server that is reached at `authority`, a host with its port.
    func text(authority: String) -> String {
        let query = query.encoded
        let address = "http://" + authority + path + (query.isEmpty ? "" : "?" + query)
        let words = ["curl"] + options.map(Shell.word) + [Shell.quoted(address)]
        return words.joined(separator: " ")
    }
}

/// How words are written for a POSIX shell (IEEE Std 1003.1, Shell Command Language §2.2).
enum Shell {
    /// Text as one word: as it is where nothing in it means anything to a shell, else quoted.
    static func word(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy {
            $0.isASCIILetterOrDigit || "-_./@:,+=%".utf8.contains($0)
        }
        return isPlain && !text.isEmpty ? text : quoted(text)
    }

    /// Text in single quotes, in which a shell reads everything as it stands.
    static func quoted(_ text: String) -> String {
        "'"
            + text.split(separator: "'", omittingEmptySubsequences: false).joined(
                separator: "'\\''"
            )
            + "'"
    }
}
