/// Random numbers that a failed test can be repeated with.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// SplitMix64 (Steele, Lea, Flood 2014).
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension [UInt8] {
    /// Changes, adds or takes away up to four bytes, with a liking for those that delimit.
    mutating func mutate(using random: inout SeededGenerator) {
        let syntax = Array("\r\n :;,0aF/?*\t\0\u{7F}".utf8)
        for _ in 0..<Int.random(in: 0...4, using: &random) {
            let index = Int.random(in: 0..<count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: self[index] = UInt8.random(in: .min ... .max, using: &random)
            case 1: insert(syntax.randomElement(using: &random) ?? 0, at: index)
            case 2 where count > 1: remove(at: index)
            default: self[index] = syntax.randomElement(using: &random) ?? 0
            }
        }
    }
}
