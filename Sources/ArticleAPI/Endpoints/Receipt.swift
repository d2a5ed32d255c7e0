import ArticleService
import ArticleStore
import Articles

/// What a client is told of what became of its upload.
struct Receipt {
    /// What became of it.
    let ingestion: Ingestion
    /// What is to be said of the parameters.
    let warnings: [ArticleWarning]
    /// The call, for hints.
    let call: Call
    /// The request's query, for hints.
    let query: QueryString

    /// The answer: of one article all there is, of several a line each.
    ///
    /// - Throws: That everything in the upload is there already, where that was to be an error.
    func answer() throws(Problem) -> Answer {
        var answer: Answer
        if ingestion.items.count == 1, case .success(let outcome) = ingestion.items[0].result {
            answer = try one(ingestion.items[0], outcome)
        } else {
            answer = try many()
        }
        answer.timings = [("parse", ingestion.parsing), ("store", ingestion.storing)]
        return answer
    }

    private func one(
        _ item: Ingestion.Item,
        _ outcome: InsertOutcome
    ) throws(Problem) -> Answer {
        let article = outcome.article
        let isMinimal = call.prefers("return=minimal")
        var writer = JSONWriter(isPretty: call.isPretty, reservingCapacity: 2_048)
        writer.beginObject()
        writer.member("status", outcome.word)
        writer.key("article")
        switch outcome {
        case .created, .updated:
            if isMinimal {
                writer.link(to: article.id, version: article.version)
            } else {
                writer.article(article, ArticleMember.withoutText)
                writer.warnings(item.warnings + warnings, command: command)
            }
        case .unchanged: writer.link(to: article.id, version: article.version)
        case .duplicate:
            writer.link(to: article.id, version: article.version)
            writer.member("match", "same_text")
        case .refused(_, let match): throw conflict(article, match.sentence)
        }
        writer.endObject()
        writer.endLine()
        var answer = Answer.json(writer.bytes)
        if case .created = outcome { answer.status = 201 }
        answer.entityTag = article.entityTag
        let path = address(of: article.id)
        answer.fields = [
            ("Location", path),
            (
                "Link",
                "<\(path)/explain>; rel=\"describedby\", </openapi.json>; rel=\"service-desc\""
            ),
        ]
        if isMinimal { answer.fields.append(("Preference-Applied", "return=minimal")) }
        return answer
    }

    private func many() throws(Problem) -> Answer {
        let items = ingestion.items
        let counts = Dictionary(grouping: items, by: \.word).mapValues(\.count)
        let isNoneStored = counts["failed"] == items.count
        let outcomes = items.compactMap { try? $0.result.get() }
        if isNoneStored, outcomes.count == items.count, let first = outcomes.first {
            throw conflict(first.article, "All \(items.count) articles are stored already.")
        }
        let isMinimal = call.prefers("return=minimal")
        var writer = JSONWriter(isPretty: call.isPretty, reservingCapacity: 128 * items.count)
        writer.beginObject()
        writer.key("summary")
        writer.beginObject()
        writer.member("received", items.count)
        for word in ["created", "updated", "unchanged", "duplicate", "failed"] {
            let isRare = word == "updated" || word == "unchanged"
            if let count = counts[word] ?? (isRare ? nil : 0) { writer.member(word, count) }
        }
        writer.endObject()
        if !isMinimal {
            writer.key("items")
            writer.beginArray()
            for (index, item) in items.enumerated() { write(item, at: index, to: &writer) }
            writer.endArray()
            if !warnings.isEmpty { writer.warnings(warnings, command: command) }
        }
        writer.endObject()
        writer.endLine()
        var answer = Answer.json(writer.bytes)
        if isNoneStored { answer.status = 422 }
        if isMinimal { answer.fields = [("Preference-Applied", "return=minimal")] }
        return answer
    }

    private func write(_ item: Ingestion.Item, at index: Int, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("index", index)
        if let line = item.line { writer.member("line", line) }
        if let name = item.name { writer.member("name", name) }
        writer.member("status", item.word)
        switch item.result {
        case .success(let outcome):
            let article = outcome.article
            writer.member("id", article.id)
            writer.member("url", address(of: article.id))
            switch outcome {
            case .duplicate: writer.member("match", "same_text")
            case .refused(_, let match): writer.problem(Problem(.duplicate, match.sentence))
            case .created, .updated:
                if !item.warnings.isEmpty { writer.warnings(item.warnings, command: command) }
            case .unchanged: break
            }
        case .failure(let error): writer.problem(Problem(error, to: call, query: query))
        }
        writer.endObject()
    }

    private func conflict(_ article: Article, _ detail: String) -> Problem {
        var problem = Problem(.duplicate, detail, parameter: "on_duplicate")
        problem.related = Problem.Related(id: article.id, version: article.version)
        problem.hint = .command(CurlCommand(path: address(of: article.id)))
        problem.fields = [("Location", address(of: article.id))]
        return problem
    }

    /// The command that sends a remedy.
    ///
    /// The text is stored by now, so that a parameter has to make
    /// a new version of it; sent alone it would only meet itself.
    private func command(_ remedy: ArticleWarning.Remedy) -> String {
        var command = call.command(sending: remedy, query: query)
        if case .parameter = remedy {
            command.query = command.query.setting("on_duplicate", to: "version")
        }
        return command.text(authority: call.authority)
    }
}

extension QueryString {
    /// The query with an item set, in place of any of that name.
    func setting(_ name: String, to value: String) -> QueryString {
        QueryString(items: items.filter { $0.name != name } + [Item(name: name, value: value)])
    }
}

extension Ingestion.Item {
    /// The word that answers call what became of it by.
    fileprivate var word: String {
        switch result {
        case .success(let outcome): outcome.word
        case .failure: "failed"
        }
    }
}

extension JSONWriter {
    /// Writes the member `problem` of one item among many: what it is, and what is wrong with it.
    mutating func problem(_ problem: Problem) {
        key("problem")
        beginObject()
        member("type", problem.type.address)
        member("title", problem.type.title)
        member("detail", problem.detail)
        endObject()
    }
}

extension InsertOutcome {
    /// The article that it is about.
    var article: Article {
        switch self {
        case .created(let article), .updated(let article), .unchanged(let article),
            .duplicate(let article), .refused(let article, _):
            article
        }
    }
}

extension InsertOutcome.Match {
    /// What is there already, as a sentence.
    var sentence: String {
        switch self {
        case .text: "The same text is stored already."
        case .url: "An article with this address is stored already, with another text."
        case .version: "The article has another version of this number."
        }
    }
}
