import Testing

@testable import ArticleStore

@Suite struct ListTests {
    @Test func `spellings of one value are counted together`() {
        let list = ValueList([("ap", 2), ("AP", 3), ("Reuters", 4), ("dpa", 1)], limit: 2)
        #expect(list.total == 3)
        #expect(
            list.values == [
                ValueList.Value(spellings: ["AP", "ap"], count: 5),
                ValueList.Value(spellings: ["Reuters"], count: 4),
            ]
        )
    }

    @Test func `values of articles that are there are counted`() throws {
        let fixture = try StoreFixture()
        try fixture.add("One", "First words of all.") {
            $0.source = "Reuters"
            $0.tags = ["storm", "coast"]
        }
        try fixture.add("Two", "Other words came.") {
            $0.source = "reuters"
            $0.tags = ["Storm"]
        }
        let third = try fixture.add("Three", "The last of them.") { $0.source = "dpa" }
        _ = try fixture.delete(third)
        let reader = try fixture.reader()
        let sources = try reader.values(of: .sources, limit: 10)
        #expect(sources.total == 1)
        #expect(sources.values == [.init(spellings: ["Reuters", "reuters"], count: 2)])
        let tags = try reader.values(of: .tags, limit: 1)
        #expect(tags.total == 2)
        #expect(tags.values.first?.count == 2)
        let statistics = try reader.statistics()
        #expect(statistics.articles == 2)
        #expect(statistics.removed == 1)
        #expect(statistics.originals == 3)
        #expect(statistics.fileBytes > 0)
    }
}
