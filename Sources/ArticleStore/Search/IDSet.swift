/// A set of article numbers, one bit each up to the greatest.
struct IDSet {
    private var words: [UInt64] = []
    /// How many numbers are in it.
    private(set) var count = 0

    /// Makes a set of numbers from 0 up.
    init(_ ids: [Int64]) {
        words = Array(repeating: 0, count: Int((ids.max() ?? 0) >> 6) + 1)
        for id in ids {
            let bit: UInt64 = 1 << UInt64(id & 63)
            if words[Int(id >> 6)] & bit == 0 { count += 1 }
            words[Int(id >> 6)] |= bit
        }
    }

    /// Whether a number is in it.
    func contains(_ id: Int64) -> Bool {
        let word = Int(id >> 6)
        return word < words.count && words[word] >> UInt64(id & 63) & 1 == 1
    }
}
