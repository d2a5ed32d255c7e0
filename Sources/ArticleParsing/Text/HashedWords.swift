/// A set of words by their hashes, which are spread already: `Set` would hash them once more.
struct HashedWords: Sendable {
    /// Each hash in the slot of its low bits or one of those behind; 0 where there is none.
    private var slots: [UInt64] = []
    private var count = 0

    /// Makes a set without words.
    init() {}

    /// Whether it has no word.
    var isEmpty: Bool { count == 0 }

    /// Takes a word in.
    mutating func insert(_ hash: UInt64) {
        if (count + 1) * 2 > slots.count { grow() }
        let slot = slot(of: hash)
        if slots[slot] == 0 {
            slots[slot] = Self.kept(hash)
            count += 1
        }
    }

    /// Whether a word is in it.
    func contains(_ hash: UInt64) -> Bool { place(of: hash) != nil }

    /// Where a word is, in `0..<capacity`, until another is taken in; `nil` where it is not.
    func place(of hash: UInt64) -> Int? {
        guard count > 0 else { return nil }
        let slot = slot(of: hash)
        return slots[slot] == 0 ? nil : slot
    }

    /// How many places there are.
    var capacity: Int { slots.count }

    /// The slot that has a hash, or would.
    private func slot(of hash: UInt64) -> Int {
        let kept = Self.kept(hash)
        var slot = Int(truncatingIfNeeded: kept ^ kept >> 32) & (slots.count - 1)
        while slots[slot] != 0, slots[slot] != kept { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    /// The hash, never 0.
    private static func kept(_ hash: UInt64) -> UInt64 { max(hash, 1) }

    private mutating func grow() {
        let hashes = slots
        slots = [UInt64](repeating: 0, count: max(64, slots.count * 4))
        for hash in hashes where hash != 0 { slots[slot(of: hash)] = hash }
    }
}
