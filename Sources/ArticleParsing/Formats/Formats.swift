/// The forms of input that are understood: a new form is a line here and a file beside it.
enum Formats {
    /// All, in the order in which a text is tried for their signs.
    static let all: [InputFormat] = [
        .text,
        .html,
        .markdown,
        .ndjson,
        .json,
        .feed,
    ]
}
