import Foundation
import Testing

@testable import ArticleParsing

/// The parser's lists of words, as they stand in its sources.
@Suite struct WordListTests {
    /// A row of a list: `en: Leave Comment | Follow us on …`.
    private struct Row {
        var place: String
        var entries: [String]
        var isOfWords: Bool
    }

    private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/ArticleParsing").standardizedFileURL

    private static let rows: [Row] = {
        let names = FileManager.default.subpaths(atPath: sources.path) ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().flatMap { name in
            (try? String(contentsOf: sources.appending(path: name), encoding: .utf8))
                .map { rows(in: $0, of: name) } ?? []
        }
    }()

    private static func rows(in source: String, of name: String) -> [Row] {
        var rows: [Row] = []
        var isOfWords: Bool?
        var table = ""
        for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let text = line.drop { $0 == " " }
            if text.hasPrefix("//") { continue }
            if text.contains("static let") { isOfWords = nil }
            if text.contains("PhraseTable(") { isOfWords = false }
            if text.contains("WordTable<") {
                isOfWords = true
                table = "\(name):\(index + 1)"
            }
            guard let isOfWords else { continue }
            let values = text.matches(of: /\("([^"]+)", [-0-9a-z]/).map { String($0.output.1) }
            if isOfWords, !values.isEmpty {
                if rows.last?.place != table {
                    rows.append(Row(place: table, entries: [], isOfWords: true))
                }
                rows[rows.count - 1].entries += values
                continue
            }
            // Short lists stand in one line, with `\n` between their rows.
            let literal = text.split(separator: "\"").max { $0.count < $1.count } ?? text
            for row in literal.split(separator: "\\n")
            where row.wholeMatch(of: /[a-z]{2,3}: .+/) != nil {
                let entries = PhraseTable.rows(of: String(row)).flatMap(\.phrases)
                let place = "\(name):\(index + 1)"
                rows.append(Row(place: place, entries: entries, isOfWords: isOfWords))
            }
        }
        return rows
    }

    private static func key(_ phrase: String) -> PhraseKey {
        let text = Manuscript(phrase)
        return PhraseKey(text, 0..<text.scalars.count)
    }

    private static func tokens(_ word: String) -> [Token] {
        let text = Manuscript(word)
        return text.tokens(in: 0..<text.scalars.count)
    }

    @Test func `the lists are found`() {
        #expect(Self.rows.count > 700)
        #expect(Self.rows.contains { $0.entries.contains("Leave Comment") })
        #expect(Self.rows.contains { $0.isOfWords && $0.entries.contains("updated") })
        #expect(Self.rows.contains { $0.isOfWords && $0.entries.contains("minutes") })
    }

    @Test func `no row of a list holds an entry twice`() {
        for row in Self.rows {
            var seen: [UInt64: String] = [:]
            for entry in row.entries {
                let hash = row.isOfWords ? Self.tokens(entry).first?.hash : Self.key(entry).whole
                guard let hash else { continue }
                let first = seen.updateValue(entry, forKey: hash)
                #expect(first == nil, "\(row.place): \(entry) and \(first ?? "")")
            }
        }
    }

    @Test func `every word of a list of words is one`() {
        for row in Self.rows where row.isOfWords {
            for entry in row.entries {
                let tokens = Self.tokens(entry)
                #expect(tokens.count == 1 && tokens[0].kind == .word, "\(row.place): \(entry)")
            }
        }
    }

    @Test func `every phrase that may go on is looked for`() {
        for row in Self.rows where !row.isOfWords {
            for entry in row.entries where entry.hasSuffix("…") {
                let key = Self.key(entry)
                #expect((1...PhraseKey.longest).contains(key.words), "\(row.place): \(entry)")
            }
        }
    }

    @Test func `every row of a list of markup is a word or two, and stands there once`() throws {
        let path = Self.sources.appending(path: "HTML/MarkupWords.swift")
        let source = try String(contentsOf: path, encoding: .utf8)
        let lists = source.split(separator: "\"\"\"").enumerated().filter { $0.offset % 2 == 1 }
        #expect(lists.count > 10)
        for (_, list) in lists {
            var seen: Set<[Substring]> = []
            for row in list.split(separator: ",") {
                let words = row.split(whereSeparator: \.isWhitespace)
                #expect((1...2).contains(words.count), "\(row)")
                #expect(words.allSatisfy { $0.utf8.allSatisfy(ASCII.isLetter) }, "\(row)")
                #expect(seen.insert(words).inserted, "\(row)")
            }
        }
    }
}
