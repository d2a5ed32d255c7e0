import Articles

extension Parameter where Value == Bool {
    /// Whether JSON is indented for a person.
    static let pretty = Parameter("pretty", .flag, words: "Indents JSON for a person.")
}

extension Parameter where Value == [String] {
    /// Which members of an article are shown.
    static let fields = SearchArticles.fields
}

extension ParameterReader {
    /// The members of an article that a `fields` parameter names; `nil` where it is absent.
    mutating func members(_ parameter: Parameter<[String]>) -> [ArticleMember]? {
        value(
            Parameter<[ArticleMember]>(
                parameter.name,
                ParameterType(example: parameter.example) { text, now throws(ParameterFault) in
                    try ArticleMember.selection(parameter.type.read(text, now))
                },
                words: parameter.words
            )
        )
    }
}
