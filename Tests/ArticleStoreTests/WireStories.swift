import Articles

/// Makes stories of one day and the copies that papers print of them, from a seed.
struct WireStories {
    var generator: SeededGenerator
    private let vocabulary: [String]

    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var words: [String] = []
        for _ in 0..<4_000 {
            let syllables = Int.random(in: 1...3, using: &generator)
            let parts = (0..<syllables).map { _ in
                ["ba", "kel", "mi", "tor", "san", "rup", "ne", "lo", "di", "ver", "gat", "ush"]
                    .randomElement(using: &generator) ?? ""
            }
            words.append(parts.joined())
        }
        vocabulary = words
        self.generator = generator
    }

    /// A word by Zipf's law: the hundredth is a hundredth as frequent as the first.
    private mutating func word() -> String {
        let share = Double.random(in: 0..<1, using: &generator)
        return vocabulary[
            min(vocabulary.count - 1, Int(power(Double(vocabulary.count), share)) - 1)
        ]
    }

    mutating func sentence(_ length: Int) -> String {
        (0..<length).map { _ in word() }.joined(separator: " ") + "."
    }

    mutating func paragraph() -> String {
        (0..<Int.random(in: 1...3, using: &generator)).map { _ in
            sentence(Int.random(in: 8...22, using: &generator))
        }.joined(separator: " ")
    }

    mutating func story() -> [String] {
        (0..<Int.random(in: 5...14, using: &generator)).map { _ in paragraph() }
    }

    /// What another paper makes of a story: cut from the end by up to half, one paragraph or two
    /// written anew, words changed here and there, furniture around it.
    mutating func copy(of story: [String]) -> [String] {
        var copy = story
        let kept = Int(Double(copy.count) * Double.random(in: 0.5...1, using: &generator) + 0.999)
        copy = Array(copy.prefix(max(3, kept)))
        if Bool.random(using: &generator) {
            copy[Int.random(in: 0..<copy.count, using: &generator)] = paragraph()
        }
        for index in copy.indices where Int.random(in: 0..<3, using: &generator) == 0 {
            var words = copy[index].split(separator: " ").map(String.init)
            words[Int.random(in: 0..<words.count, using: &generator)] = word()
            copy[index] = words.joined(separator: " ")
        }
        if Bool.random(using: &generator) { copy.insert("Share this story", at: 0) }
        if Bool.random(using: &generator) { copy.append("Read more: \(sentence(6))") }
        return copy
    }

    /// Another story of the same event: it has the background and a quotation in common with the first.
    mutating func sibling(of story: [String]) -> [String] {
        var other = self.story()
        other.append(story[story.count - 1])
        other.insert(story[1], at: 2)
        return other
    }

    /// `base` to the power of a number from 0 to 1, well enough for a distribution.
    private func power(_ base: Double, _ exponent: Double) -> Double {
        var (result, root, rest) = (1.0, base, exponent)
        for _ in 0..<20 {
            root = root.squareRoot()
            rest *= 2
            if rest >= 1 {
                result *= root
                rest -= 1
            }
        }
        return result
    }
}
