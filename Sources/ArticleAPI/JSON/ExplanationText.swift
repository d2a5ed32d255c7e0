import Articles

/// An explanation as text for a person at a terminal.
enum ExplanationText {
    /// Lays an explanation out, ending in a newline: what was received, each field with its rule
    /// below it, what was left out.
    static func lines(_ explanation: JSONValue) -> String {
        var lines: [String] = []
        if let input = explanation["input"] { lines += self.input(input) }
        if case .object(let fields) = explanation["fields"] {
            for field in fields { lines += self.field(field.name, field.value) }
        }
        let removed = explanation["removed"]?.elements ?? []
        if !removed.isEmpty { lines += ["", "left out"] }
        for part in removed {
            let line = part["line"].map(digits) ?? "?"
            lines.append(row("line \(line)", shown(part["text"]?.string ?? "")))
            lines.append(row("", part["rule"]?.string ?? ""))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func input(_ input: JSONValue) -> [String] {
        let size = input["bytes"].map { digits($0) + " bytes" } ?? ""
        let form = [
            size, input["charset"]?.string,
            input["declared_type"]?.string.map {
                "declared " + shown($0)
            },
        ]
        return [
            row("received", form.compactMap { $0 }.joined(separator: ", ")),
            row("read as", input["treated_as"]?.string ?? ""),
            row("", input["why"]?.string ?? ""),
            "",
        ]
    }

    private static func field(_ name: String, _ field: JSONValue) -> [String] {
        guard let value = field["value"]?.string else {
            let tried = (field["tried"]?.elements ?? []).compactMap(\.string)
            let reason = tried.isEmpty ? "" : " (tried " + tried.joined(separator: ", ") + ")"
            return [row(name, "-" + reason)]
        }
        var notes = [field["rule"]?.string].compactMap { $0 }
        if case .number(let text) = field["confidence"], let sure = Double(text) {
            notes.append("\(Int((sure * 100).rounded())) % sure")
        }
        if let span = field["span"] { notes.append("at " + self.span(span)) }
        var lines = [row(name, shown(value)), row("", notes.joined(separator: ", "))]
        let evidence = (field["evidence"]?.elements ?? []).map { piece in
            "\"" + shown(piece["text"]?.string ?? "") + "\" at " + (piece["span"].map(span) ?? "?")
        }
        if !evidence.isEmpty { lines.append(row("", "seen " + evidence.joined(separator: ", "))) }
        let others = (field["alternatives"]?.elements ?? []).compactMap(\.string)
        if !others.isEmpty { lines.append(row("", "or " + others.joined(separator: ", "))) }
        return lines
    }

    private static func row(_ name: String, _ text: String) -> String {
        let width = max(0, 14 - name.utf8.count)
        return name + String(repeating: " ", count: width) + text
    }

    private static func span(_ span: JSONValue) -> String {
        span.elements.map(digits).joined(separator: "-")
    }

    private static func digits(_ value: JSONValue) -> String {
        guard case .number(let digits) = value else { return "?" }
        return digits
    }
}
