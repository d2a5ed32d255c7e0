import Articles
import SQLite
import Testing

@testable import ArticleStore

/// Counts what another reader is asked for.
private final class CountingReader: OriginalSource {
    private let reader: any OriginalSource
    private(set) var largest = 0
    private(set) var total = 0

    init(_ reader: any OriginalSource) { self.reader = reader }

    func packedBytes(
        _ range: Range<Int>,
        of original: StoredOriginal
    ) throws(StoreError) -> [UInt8] {
        largest = max(largest, range.count)
        total += range.count
        return try reader.packedBytes(range, of: original)
    }
}

@Suite struct OriginalReaderTests {
    /// How well bytes can be packed.
    enum Kind: CaseIterable { case noise, words, zeros }

    static func bytes(_ kind: Kind, _ count: Int, using random: inout SeededGenerator) -> [UInt8] {
        switch kind {
        case .noise: (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        case .words: (0..<count).map { _ in UInt8(ascii: "a") + UInt8(random.next() >> 61) }
        case .zeros: [UInt8](repeating: 0, count: count)
        }
    }

    /// Stores bytes as the original of an article and looks them up.
    private func stored(_ bytes: [UInt8], in fixture: StoreFixture) throws -> StoredOriginal {
        _ = try fixture.insert(.of("A", "text", duplicates: .keep, original: bytes))
        let reader = try fixture.reader()
        let id = try #require(try reader.id(withSHA256: digest(bytes)))
        return try #require(try reader.storedOriginal(of: id).value)
    }

    @Test func `pieces of any size make the whole, and parts of it`() throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        let fixture = try StoreFixture()
        let readers = [try fixture.reader(), try fixture.reader()]
        for round in 0..<24 {
            let kind = Kind.allCases[round % 3]
            let count =
                [0, 1, 33, 32_768, 65_536, Int.random(in: 2...400_000, using: &random)]
                .randomElement(using: &random) ?? 0
            let bytes = Self.bytes(kind, count, using: &random)
            let original = try stored(bytes, in: fixture)
            let comment: Comment = "seed \(seed) round \(round): \(count) of \(kind)"
            #expect(original.length == count, comment)
            if count > 1_000 {
                #expect((original.packedLength < count) == (kind != .noise), comment)
            }
            let start = Int.random(in: 0...count, using: &random)
            for from in [0, start] {
                let piecewise = OriginalReader(original)
                try piecewise.skip(to: from, from: readers[0])
                var read: [UInt8] = []
                let most = Int.random(in: (1 + count / 50)...70_000, using: &random)
                // Through one connection and another, as workers come free.
                while let piece = try piecewise.next(
                    maximumBytes: most,
                    from: readers.randomElement(using: &random) ?? readers[0]
                ) {
                    #expect(piece.count == min(most, count - from - read.count), comment)
                    read += piece
                }
                #expect(read == Array(bytes[from...]), comment)
                #expect(piecewise.position == count, comment)
            }
        }
    }

    @Test(arguments: Kind.allCases)
    func `a piece takes no more from the store than it needs`(kind: Kind) throws {
        var random = SeededGenerator(seed: 1)
        let fixture = try StoreFixture()
        let original = try stored(Self.bytes(kind, 1_000_000, using: &random), in: fixture)
        let reader = CountingReader(try fixture.reader())
        let piecewise = OriginalReader(original)
        var pieces = 0
        while try piecewise.next(maximumBytes: 65_536, from: reader) != nil { pieces += 1 }
        #expect(pieces == 16)
        #expect(reader.largest <= 65_536)
        // What a piece leaves of the last 32 KB that it took is taken again.
        #expect(reader.total <= original.packedLength + pieces * 32_768)
    }

    @Test func `no snapshot is held between two pieces`() throws {
        var random = SeededGenerator(seed: 2)
        let fixture = try StoreFixture()
        let original = try stored(Self.bytes(.words, 300_000, using: &random), in: fixture)
        let reader = try fixture.reader()
        let piecewise = OriginalReader(original)
        #expect(try piecewise.next(maximumBytes: 1_000, from: reader)?.count == 1_000)
        try fixture.add("B", "more")
        // It would fail while a reader needs what is in the log.
        try Connection(path: fixture.path, busyMilliseconds: 0).truncateLog()
        #expect(try piecewise.next(maximumBytes: 1_000, from: reader)?.count == 1_000)
    }

    @Test func `an article removed in the middle is read to its end`() throws {
        var random = SeededGenerator(seed: 3)
        let fixture = try StoreFixture()
        let bytes = Self.bytes(.words, 100_000, using: &random)
        let original = try stored(bytes, in: fixture)
        let reader = try fixture.reader()
        let piecewise = OriginalReader(original)
        let first = try #require(try piecewise.next(maximumBytes: 5_000, from: reader))
        _ = try fixture.delete(1)
        #expect(try reader.storedOriginal(of: 1).word == "gone")
        let rest = try #require(try piecewise.next(maximumBytes: 100_000, from: reader))
        #expect(first + rest == bytes)
    }

    @Test(arguments: [false, true], Kind.allCases.dropLast())
    func `an original deleted in the middle ends`(isReplaced: Bool, kind: Kind) throws {
        var random = SeededGenerator(seed: 4)
        let fixture = try StoreFixture()
        let original = try stored(Self.bytes(kind, 100_000, using: &random), in: fixture)
        let reader = try fixture.reader()
        let piecewise = OriginalReader(original)
        #expect(try piecewise.next(maximumBytes: 5_000, from: reader)?.count == 5_000)
        let connection = try Connection(path: fixture.path)
        try connection.execute("DELETE FROM original")
        if isReplaced {
            // The number is given again.
            try connection.execute(
                "INSERT INTO original VALUES (\(original.row), x'00', NULL, 200000, zeroblob(200000))"
            )
        }
        #expect(throws: StoreError.deleted) {
            while try piecewise.next(maximumBytes: 65_536, from: reader) != nil {}
        }
    }

    @Test func `damage is an error, never more or fewer bytes`() throws {
        let seed = UInt64.random(in: .min ... .max)
        var random = SeededGenerator(seed: seed)
        let fixture = try StoreFixture()
        let length = 50_000
        let original = try stored(Self.bytes(.words, length, using: &random), in: fixture)
        let reader = try fixture.reader()
        let whole = try reader.packedBytes(0..<original.packedLength, of: original)
        let connection = try Connection(path: fixture.path)
        let lost = [1, 4, 5, 100, whole.count - 2, whole.count - 1]
        for round in 0..<60 {
            var packed = whole
            let bit: UInt8 = 1 << UInt8.random(in: 0...7, using: &random)
            switch round {
            case ..<6: packed.removeLast(lost[round])
            case ..<20: packed[packed.count - Int.random(in: 1...4, using: &random)] ^= bit
            default: packed[Int.random(in: 0..<packed.count, using: &random)] ^= bit
            }
            try connection.statement("UPDATE original SET bytes = :bytes")
                .run(["bytes": .blob(packed)])
            let damaged = try #require(try reader.storedOriginal(of: 1).value)
            let piecewise = OriginalReader(damaged)
            let comment: Comment = "seed \(seed) round \(round)"
            var count = 0
            do {
                while let piece = try piecewise.next(maximumBytes: 10_000, from: reader) {
                    count += piece.count
                }
                // A bit within the stream can change what its short checksum does not see; a byte
                // that is missing or a broken checksum is seen before the last piece is given.
                #expect(round >= 20 && count == length, comment)
            } catch {
                #expect(error == PieceInflater.damage && count < length, comment)
            }
        }
    }
}
