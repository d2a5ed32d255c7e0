/// Different words, none of which has a blank in it, in the order in which they came.
public struct WordList: Sendable, Equatable {
    /// The words in UTF-8, a blank before each and one at the end; nothing where there are none.
    public fileprivate(set) var bytes: [UInt8] = []

    /// The words one by one.
    public var strings: [String] {
        bytes.split(separator: WordListBuilder.separator).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}

/// Makes a list of words, each of which is kept once.
struct WordListBuilder {
    /// What stands between words.
    fileprivate static let separator: UInt8 = 0x20

    private struct Word {
        var hash: UInt32
        var start: UInt32
        var count: UInt32
    }

    private var bytes: [UInt8] = []
    private var words: [Word] = []
    /// By the low bits of its hash, or one of the slots behind: the number of a word, from 1.
    private var slots = [UInt32](repeating: 0, count: 512)

    /// The words so far.
    var list: WordList {
        var list = WordList(bytes: bytes)
        if !bytes.isEmpty { list.bytes.append(Self.separator) }
        return list
    }

    /// Takes a word in.
    mutating func insert(_ word: UnsafeBufferPointer<UInt8>) {
        var hash: UInt32 = 0x811C_9DC5
        for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        hash ^= hash >> 15
        var slot = Int(hash) & (slots.count - 1)
        while case let number = slots[slot], number > 0 {
            let other = words[Int(number) - 1]
            if other.hash == hash, isEqual(other, word) { return }
            slot = (slot + 1) & (slots.count - 1)
        }
        bytes.append(Self.separator)
        words.append(
            Word(hash: hash, start: UInt32(bytes.count), count: UInt32(word.count))
        )
        bytes.append(contentsOf: word)
        slots[slot] = UInt32(words.count)
        if words.count * 2 > slots.count { grow() }
    }

    private func isEqual(_ known: Word, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard known.count == word.count else { return false }
        for index in word.indices where bytes[Int(known.start) + index] != word[index] {
            return false
        }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 4)
        for (index, word) in words.enumerated() {
            var slot = Int(word.hash) & (slots.count - 1)
            while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(index + 1)
        }
    }
}
