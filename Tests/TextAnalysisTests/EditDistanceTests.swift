import Testing
import TextAnalysis

@Suite struct EditDistanceTests {
    @Test(
        arguments: [
            ("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("form", "from", 1),
            ("ca", "abc", 3),
        ] as [(String, String, Int)]
    )
    func `counts slips, up to a limit`(first: String, second: String, wanted: Int) {
        let (one, other) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
        #expect(EditDistance.between(one, other, limit: 3) == wanted)
        #expect(EditDistance.between(other, one, limit: 3) == wanted)
        if wanted > 0 { #expect(EditDistance.between(one, other, limit: wanted - 1) == nil) }
    }
}
