import CStemmer

#if canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Snowball's stemmers (https://snowballstem.org), each made at its first use.
///
/// It belongs to one thread at a time. Texts repeat their words: the stems of the latest are kept.
final class Stemmer {
    /// Rules for a language, by Snowball's name.
    enum Algorithm: UInt8, Sendable, Hashable, CaseIterable {
        case english, arabic, armenian, basque, catalan, danish, dutch, finnish, french, german,
            greek, hindi, hungarian, indonesian, irish, italian, lithuanian, nepali, norwegian,
            portuguese, romanian, russian, serbian, spanish, swedish, tamil, turkish, yiddish
    }

    private var stemmers: [OpaquePointer?]
    private let slots: UnsafeMutablePointer<UInt8>

    /// A slot holds the rules, two lengths, a word and its stem.
    private static let slotSize = 64
    private static let slotCount = 16_384
    private static let longestKept = 30

    init() {
        stemmers = Array(repeating: nil, count: Algorithm.allCases.count)
        // A megabyte of zeros, of which memory is taken as it is written.
        guard let memory = calloc(Self.slotCount, Self.slotSize) else {
            preconditionFailure("no memory for stems")
        }
        slots = memory.bindMemory(to: UInt8.self, capacity: Self.slotSize * Self.slotCount)
    }

    deinit {
        for stemmer in stemmers { sb_stemmer_delete(stemmer) }
        free(slots)
    }

    /// The stem of a word in small letters; it is lent until the next call.
    func stem(
        _ word: UnsafeBufferPointer<UInt8>,
        _ algorithm: Algorithm
    ) -> UnsafeBufferPointer<UInt8> {
        guard let start = word.baseAddress, word.count > 2 else { return word }
        guard word.count <= Self.longestKept else { return computed(word, algorithm) }
        var hash: UInt32 = 0x811C_9DC5 ^ UInt32(algorithm.rawValue)
        for byte in word { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        let slot = slots + Int((hash ^ hash >> 15) & UInt32(Self.slotCount - 1)) * Self.slotSize
        let (kept, stem) = (slot + 4, slot + 4 + Self.longestKept)
        if slot[0] == algorithm.rawValue + 1, Int(slot[1]) == word.count,
            memcmp(kept, start, word.count) == 0
        {
            return UnsafeBufferPointer(start: stem, count: Int(slot[2]))
        }
        let found = computed(word, algorithm)
        guard found.count <= Self.longestKept, let stemStart = found.baseAddress else {
            return found
        }
        (slot[0], slot[1], slot[2]) = (
            algorithm.rawValue + 1, UInt8(word.count), UInt8(found.count)
        )
        kept.update(from: start, count: word.count)
        stem.update(from: stemStart, count: found.count)
        return UnsafeBufferPointer(start: stem, count: found.count)
    }

    private func computed(
        _ word: UnsafeBufferPointer<UInt8>,
        _ algorithm: Algorithm
    ) -> UnsafeBufferPointer<UInt8> {
        let index = Int(algorithm.rawValue)
        let stemmer: OpaquePointer
        if let made = stemmers[index] {
            stemmer = made
        } else {
            guard let made = sb_stemmer_new("\(algorithm)", "UTF_8") else {
                preconditionFailure("libstemmer has no rules for \(algorithm)")
            }
            stemmers[index] = made
            stemmer = made
        }
        // It answers nothing only where memory ran out.
        guard let stem = sb_stemmer_stem(stemmer, word.baseAddress, Int32(word.count)) else {
            return word
        }
        let count = Int(sb_stemmer_length(stemmer))
        // A word that is all ending stays as it is.
        return count == 0 ? word : UnsafeBufferPointer(start: stem, count: count)
    }
}
