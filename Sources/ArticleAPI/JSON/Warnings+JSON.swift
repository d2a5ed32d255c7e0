import Articles

extension JSONWriter {
    /// Writes the member `warnings`; `command` makes the command by which a remedy would be sent.
    mutating func warnings(
        _ warnings: [ArticleWarning],
        command: (ArticleWarning.Remedy) -> String
    ) {
        key("warnings")
        beginArray()
        for warning in warnings {
            beginObject()
            write(warning, command: command)
            endObject()
        }
        endArray()
    }

    /// Writes a warning's members into the object that is open.
    mutating func write(_ warning: ArticleWarning, command: (ArticleWarning.Remedy) -> String) {
        member("code", warning.code.rawValue)
        if let field = warning.field { member("field", field.rawValue) }
        member("detail", warning.detail)
        if let remedy = warning.remedy { member("hint", command(remedy)) }
        guard !warning.removed.isEmpty else { return }
        key("removed")
        beginArray()
        for removed in warning.removed {
            beginObject()
            member("line", removed.line)
            member("text", removed.text)
            key("span")
            removed.span.write(to: &self)
            endObject()
        }
        endArray()
    }
}
