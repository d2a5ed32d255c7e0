/// Different words, numbered from 0 in the order in which they came.
///
/// Words come from uploads: where a word is looked for depends on a number that this process alone knows, so
/// that nobody can send words that all lie in one place.
package struct NumberedWords: Sendable {
    private struct Word {
        var hash: UInt64
        var start: Int
        var count: Int
    }

    /// The words, a blank before each.
    package private(set) var bytes: [UInt8] = []
    private var words: [Word] = []
    /// In the slot that its hash names or one of those behind: the number of a word, and 1.
    private var slots: [UInt32]
    private static let seed = UInt64.random(in: 0 ... .max)

    /// Makes a list for about as many words without growing.
    package init(capacity: Int = 256) {
        var count = 512
        while count < 2 * capacity { count *= 2 }
        slots = [UInt32](repeating: 0, count: count)
    }

    /// How many there are.
    package var count: Int { words.count }

    /// The bytes of a word.
    package subscript(number: Int) -> ArraySlice<UInt8> {
        bytes[words[number].start..<words[number].start + words[number].count]
    }

    /// The hash of a word, as `FNV1a` has it and spread.
    package func hash(_ number: Int) -> UInt64 { words[number].hash }

    /// The number of a word, which is taken in if it has none.
    @discardableResult
    package mutating func number(of word: UnsafeRawBufferPointer) -> Int {
        number(of: word, Self.hash(word))
    }

    /// The same of a word whose hash is known.
    package mutating func number(of word: UnsafeRawBufferPointer, _ hash: UInt64) -> Int {
        var slot = firstSlot(hash)
        while slots[slot] > 0 {
            let number = Int(slots[slot]) - 1
            if words[number].hash == hash, isEqual(words[number], word) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        bytes.append(0x20)
        words.append(Word(hash: hash, start: bytes.count, count: word.count))
        bytes.append(contentsOf: word)
        slots[slot] = UInt32(words.count)
        if words.count * 2 > slots.count { grow() }
        return words.count - 1
    }

    /// The hash of a word.
    package static func hash(_ word: UnsafeRawBufferPointer) -> UInt64 {
        var hash = FNV1a()
        for byte in word { hash.add(byte) }
        return FNV1a.spread(hash.value)
    }

    private func firstSlot(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: FNV1a.spread(hash ^ Self.seed)) & (slots.count - 1)
    }

    private func isEqual(_ known: Word, _ word: UnsafeRawBufferPointer) -> Bool {
        guard known.count == word.count else { return false }
        for index in 0..<known.count where bytes[known.start + index] != word[index] {
            return false
        }
        return true
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 4)
        for (number, word) in words.enumerated() {
            var slot = firstSlot(word.hash)
            while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }
}
