extension Collection<UInt8> where SubSequence: Collection<UInt8>, Index == Int {
    /// Where `sequence` first stands at or after `start`; `nil` where it does not.
    ///
    /// Boyer and Moore's search as Horspool simplified it (Software: Practice and Experience 10,
    /// 1980): on usual text it looks at a part of the bytes only. It takes `count` times
    /// `sequence.count` steps at worst, so `sequence` must be bounded.
    func firstIndex(of sequence: [UInt8], from start: Int? = nil) -> Int? {
        guard let last = sequence.last, sequence.count <= count else { return nil }
        var shifts = [Int](repeating: sequence.count, count: 256)
        for (offset, byte) in sequence.dropLast().enumerated() {
            shifts[Int(byte)] = sequence.count - 1 - offset
        }
        var end = (start ?? startIndex) + sequence.count - 1
        while end < endIndex {
            let byte = self[end]
            if byte == last, self[(end - sequence.count + 1)...end].elementsEqual(sequence) {
                return end - sequence.count + 1
            }
            end += shifts[Int(byte)]
        }
        return nil
    }

    /// Whether `sequence` stands anywhere.
    func contains(sequence: [UInt8]) -> Bool {
        firstIndex(of: sequence) != nil
    }
}
