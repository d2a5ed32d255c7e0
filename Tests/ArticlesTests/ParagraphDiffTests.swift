import Testing

@testable import Articles

@Suite struct ParagraphDiffTests {
    /// Texts by one letter a paragraph: the steps as `=a`, `-a`, `+b`, `~ab`.
    private func steps(_ old: [String], _ new: [String]) -> [String] {
        ParagraphDiff.steps(from: old, to: new).map { step in
            switch step {
            case .same(let position, _): "=" + old[position]
            case .changed(let before, let after): "~\(old[before])>\(new[after])"
            case .removed(let position): "-" + old[position]
            case .added(let position): "+" + new[position]
            }
        }
    }

    @Test(
        arguments: [
            ([], [], []),
            (["a"], ["a"], ["=a"]),
            ([], ["a", "b"], ["+a", "+b"]),
            (["a", "b"], [], ["-a", "-b"]),
            (["a", "b", "c"], ["a", "c"], ["=a", "-b", "=c"]),
            (["a", "c"], ["a", "b", "c"], ["=a", "+b", "=c"]),
            (["a", "b", "c"], ["c", "a", "b"], ["+c", "=a", "=b", "-c"]),
            (["a", "a", "b"], ["a", "b", "b"], ["=a", "-a", "+b", "=b"]),
            (["a", "b"], ["c", "d"], ["-a", "-b", "+c", "+d"]),
            (
                ["rain fell all night", "b"], ["rain fell all day", "b"],
                ["~rain fell all night>rain fell all day", "=b"]
            ),
            (
                ["a", "the ferry left at noon"], ["new", "a", "the ferry left at dawn", "end"],
                ["+new", "=a", "~the ferry left at noon>the ferry left at dawn", "+end"]
            ),
        ] as [([String], [String], [String])]
    )
    func `tells what stayed, went, came and changed`(old: [String], new: [String], wanted: [String])
    {
        #expect(steps(old, new) == wanted)
    }

    @Test func `any edit of any text is told so that the new one comes out`() {
        let seed = UInt64.random(in: 0 ... .max)
        var generator = SplitMix(state: seed)
        for size in [0, 1, 5, 40, 2_000] {
            let old = (0..<size).map { _ in "p\(Int.random(in: 0...(size / 2), using: &generator))"
            }
            var new = old
            for _ in 0..<(size / 4) where !new.isEmpty {
                let index = Int.random(in: 0..<new.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: new.remove(at: index)
                case 1: new.insert("n\(index)", at: index)
                default: new.swapAt(index, new.count - 1)
                }
            }
            var (oldNext, newNext) = (0, 0)
            for step in ParagraphDiff.steps(from: old, to: new) {
                switch step {
                case .same(let before, let after):
                    #expect(old[before] == new[after], "seed \(seed)")
                    #expect((before, after) == (oldNext, newNext), "seed \(seed)")
                    (oldNext, newNext) = (oldNext + 1, newNext + 1)
                case .changed(let before, let after):
                    #expect((before, after) == (oldNext, newNext), "seed \(seed)")
                    (oldNext, newNext) = (oldNext + 1, newNext + 1)
                case .removed(let before):
                    #expect(before == oldNext, "seed \(seed)")
                    oldNext += 1
                case .added(let after):
                    #expect(after == newNext, "seed \(seed)")
                    newNext += 1
                }
            }
            #expect((oldNext, newNext) == (old.count, new.count), "seed \(seed)")
        }
    }

    @Test(
        arguments: [
            ("", "", 1), ("a b", "a b", 1), ("a b", "c d", 0), ("a b c", "a b d", 2.0 / 3),
            ("a a b", "a b b", 2.0 / 3), ("Rain, fell.", "Rain fell", 1),
        ] as [(String, String, Double)]
    )
    func `likeness is the share of common words`(first: String, second: String, wanted: Double) {
        #expect(abs(ParagraphDiff.likeness(first, second) - wanted) < 1e-9)
    }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
