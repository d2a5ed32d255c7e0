import ArgumentParser
import ArticleAPI
import ArticleStore
import Articles
import Glibc

/// Finds articles in a file, without a server.
struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find articles in the file, served or not; nothing in it changes.",
        discussion: """
            What is typed is read as the server reads it, and the options are its parameters:

              dateline search ferry storm
              dateline search 'headline:ferry -storm "the old pier"' --from 2024-03
              dateline search --source 'Coast News,Westhaven Courier' --sort newest
              dateline search ferry --format ndjson --fields '*' | jq .headline

            A terminal gets text, a pipe an article a line as JSON. A server elsewhere is asked \
            with curl 'http://HOST:8080/articles?q=ferry'.

            Exit status: 0, also where nothing is found; 64: an option cannot be read; 65, 66: the \
            file is not usable, or not there.
            """
    )

    /// How what was found is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case auto, text, json, ndjson, csv
    }

    @Argument(help: "Words; \"a phrase\", -without, this OR that, begin*, headline: by: source:.")
    var words: [String] = []

    @Option(help: "The first day that counts: 2024-03-03, 2024-03, -7d.")
    var from: String?

    @Option(help: "The last day that counts.")
    var to: String?

    @Option(help: "Which date these are about: published, received or updated.")
    var dateField: String?

    @Option(help: "The time zone whose days count, as Europe/Berlin (default: UTC).")
    var tz: String?

    @Option(help: "Where it comes from; commas mean or, - in front means not; so for those below.")
    var source: [String] = []

    @Option(help: "Its language, as en or pt-BR.")
    var language: [String] = []

    @Option(help: "A word that was put on it.")
    var tag: [String] = []

    @Option(help: "The place in its dateline.")
    var place: [String] = []

    @Option(help: "Its section.")
    var section: [String] = []

    @Option(help: "The order: relevance, newest, oldest or received.")
    var sort: String?

    @Option(help: "How many of the words an article must have: auto, all or any.")
    var match: String?

    @Option(help: "How many articles at the most, up to 200 (default: 20).")
    var limit: String?

    @Option(help: "Where the page before ended: its next.")
    var cursor: String?

    @Option(help: "Which members are written, with commas between; * takes in the text.")
    var fields: String?

    @Option(help: "How they are written; auto: text on a terminal, else ndjson (default: auto).")
    var format: Format = .auto

    @OptionGroup var options: DatabaseOption

    func run() throws {
        let path = try options.path()
        let search: StoreSearch
        do throws(StoreSearch.Refusal) {
            let now = Timestamp(secondsSince1970: Int64(time(nil)))
            search = try StoreSearch(parameters, now: now)
        } catch {
            throw ValidationError(error.faults.joined(separator: "\n"))
        }
        do throws(StoreError) {
            let output = try search.run(
                SQLiteArticleStore.reader(of: path),
                as: form,
                isPretty: isTerminal,
                emphasis: isTerminal ? ("\u{1B}[1m", "\u{1B}[0m") : ("", ""),
                more: { "the same with --cursor \($0)" }
            )
            writeAll(output, to: STDOUT_FILENO)
        } catch {
            guard error != .invalidCursor else {
                throw ValidationError(
                    "--cursor takes what another page of this search had as next."
                )
            }
            throw Failure(error, opening: path).reported()
        }
    }

    private var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    private var form: StoreSearch.Form {
        StoreSearch.Form(rawValue: format.rawValue) ?? (isTerminal ? .text : .ndjson)
    }

    /// The parameters of `GET /articles` that the options are.
    private var parameters: [(name: String, value: String)] {
        let single: [(String, String?)] = [
            ("q", words.joined(separator: " ")), ("from", from), ("to", to),
            ("date_field", dateField), ("tz", tz), ("sort", sort), ("match", match),
            ("limit", limit), ("cursor", cursor), ("fields", fields),
        ]
        let several: [(String, [String])] = [
            ("source", source), ("language", language), ("tag", tag), ("place", place),
            ("section", section),
        ]
        return single.compactMap { name, value in value.map { (name, $0) } }
            + several.flatMap { name, values in values.map { (name, $0) } }
    }
}
