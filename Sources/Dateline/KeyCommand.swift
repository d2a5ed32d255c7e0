import ArgumentParser
import ArticleService
import ArticleStore
import Articles
import Glibc

/// Makes, lists and revokes keys.
struct KeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: "Make, list and revoke keys.",
        discussion: """
            The file keeps a digest of each key and never the key. A server that runs on the same \
            file sees every change at once:

              dateline key create --name scraper --scopes ingest
              dateline key list
              dateline key revoke 3

            Exit status: 0; 64: an option cannot be read; 65: there is no such key; 69, 73: the file \
            is held by another process, or cannot be written.
            """,
        subcommands: [Create.self, List.self, Revoke.self]
    )

    /// Where the keys are.
    struct File: ParsableArguments {
        @OptionGroup var options: DatabaseOption

        func open() throws -> KeyStore {
            let path = try options.name()
            do throws(StoreError) {
                return try KeyStore(path: path)
            } catch {
                throw Failure(error, opening: path).reported()
            }
        }
    }

    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a key and print it; it cannot be shown again.",
            discussion: """
                read: reading, where the server says --readers keys; ingest: storing and mending; \
                admin: removing, restoring, keeping the store.

                  dateline key create --name scraper --scopes ingest
                  dateline key create --name backup --scopes admin

                Exit status: 0; 64: an option cannot be read; 69, 73: the file is held by another \
                process, or cannot be written.
                """
        )

        @OptionGroup var file: File

        @Option(help: "What to call it, as scraper.")
        var name: String

        @Option(help: "What it allows, of read, ingest and admin, with commas between.")
        var scopes: String = "read,ingest"

        func run() throws {
            let names = scopes.split(separator: ",").map(String.init)
            let scopes = names.compactMap(KeyScope.init)
            guard !scopes.isEmpty, scopes.count == names.count else {
                throw ValidationError(
                    "--scopes takes read, ingest and admin, not '\(self.scopes)'."
                )
            }
            guard (1...200).contains(name.utf8.count), !name.contains(where: \.isNewline) else {
                throw ValidationError("--name takes a line of 1 to 200 bytes.")
            }
            let key = Self.randomKey()
            let store = try file.open()
            _ = try store.add(
                digest: SHA256.digest(of: Array(key.utf8)),
                name: name,
                scopes: Set(scopes),
                at: Timestamp(secondsSince1970: Int64(time(nil)))
            )
            print(key)
        }

        /// 256 bits from the system, in 64 hexadecimal digits.
        private static func randomKey() -> String {
            var random = SystemRandomNumberGenerator()
            let words = (0..<4).map { _ in String(random.next(), radix: 16) }
            return "dl_"
                + words.map { String(repeating: "0", count: 16 - $0.utf8.count) + $0 }.joined()
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the keys: number, scopes, date, name.",
            discussion: """
                  dateline key list
                  dateline key list --database /srv/articles.db

                Exit status: 0; 69, 73: the file is held by another process, or cannot be written.
                """
        )

        @OptionGroup var file: File

        func run() throws {
            for key in try file.open().all() {
                let scopes = key.scopes.map(\.rawValue).sorted().joined(separator: ",")
                let end = key.revokedAt.map { "  revoked \($0.rfc3339)" } ?? ""
                print("\(key.id)  \(scopes)  \(key.createdAt.rfc3339)  \(key.name)\(end)")
            }
        }
    }

    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Revoke a key by its number.",
            discussion: """
                A running server refuses it from the next request on:

                  dateline key revoke 3

                Exit status: 0; 65: there is no such key that counts.
                """
        )

        @OptionGroup var file: File

        @Argument(help: "The key's number, as list shows it.")
        var id: Int64

        func run() throws {
            let moment = Timestamp(secondsSince1970: Int64(time(nil)))
            guard try file.open().revoke(id, at: moment) else {
                throw Failure(
                    message: "there is no key \(id) that counts; dateline key list shows all",
                    status: .unusableData
                ).reported()
            }
        }
    }
}
