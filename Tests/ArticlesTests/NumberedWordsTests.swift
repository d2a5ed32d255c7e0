import Articles
import Testing

@Suite struct NumberedWordsTests {
    @Test func `words are numbered in their order, each once`() {
        var words = NumberedWords()
        var numbers: [String: Int] = [:]
        for index in 0..<9_000 {
            var word = "w" + String(index * index % 5_003, radix: 36)
            let number = word.withUTF8 { words.number(of: UnsafeRawBufferPointer($0)) }
            #expect(number == numbers[word, default: numbers.count])
            numbers[word] = number
        }
        #expect(words.count == numbers.count)
        for (word, number) in numbers { #expect(words[number].elementsEqual(word.utf8)) }
        #expect(words.bytes.count == numbers.keys.reduce(0) { $0 + $1.utf8.count + 1 })
    }

    @Test func `two words of one hash are two`() {
        var words = NumberedWords()
        let numbers = ["w1", "w2", "w1", "w"].map { text in
            var text = text
            return text.withUTF8 { words.number(of: UnsafeRawBufferPointer($0), 7) }
        }
        #expect(numbers == [0, 1, 0, 2])
    }
}
