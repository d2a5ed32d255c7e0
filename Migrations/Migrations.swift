/// The steps that make a store's file, in order; the file's `user_version` counts those applied.
public enum Migrations {
    /// One numbered `.sql` file of this folder.
    public struct Migration: Sendable {
        /// Its number, from 1.
        public let number: Int
        /// Its file's name: `0001_articles.sql`.
        public let name: String
        /// Its text.
        public let sql: String
    }

    /// All of them.
    public static let all: [Migration] = [
        Migration(
            number: 1,
            name: "0001_articles.sql",
            sql: String(decoding: PackageResources._001_articles_sql, as: UTF8.self)
        ),
        Migration(
            number: 2,
            name: "0002_keeping.sql",
            sql: String(decoding: PackageResources._002_keeping_sql, as: UTF8.self)
        ),
        Migration(
            number: 3,
            name: "0003_search.sql",
            sql: String(decoding: PackageResources._003_search_sql, as: UTF8.self)
        ),
        Migration(
            number: 4,
            name: "0004_keys.sql",
            sql: String(decoding: PackageResources._004_keys_sql, as: UTF8.self)
        ),
        Migration(
            number: 5,
            name: "0005_near_members.sql",
            sql: String(decoding: PackageResources._005_near_members_sql, as: UTF8.self)
        ),
        Migration(
            number: 6,
            name: "0006_packed_text.sql",
            sql: String(decoding: PackageResources._006_packed_text_sql, as: UTF8.self)
        ),
        Migration(
            number: 7,
            name: "0007_waiting_words.sql",
            sql: String(decoding: PackageResources._007_waiting_words_sql, as: UTF8.self)
        ),
        Migration(
            number: 8,
            name: "0008_updated.sql",
            sql: String(decoding: PackageResources._008_updated_sql, as: UTF8.self)
        ),
    ]
}
