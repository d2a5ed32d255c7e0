import Articles

/// An explanation as text for a person at a terminal.
struct ExplanationText {
    private let colours: TerminalColours

    /// Lays an explanation out, ending in a newline: what was received, each field with its rule
    /// below it, what was left out.
    static func lines(_ explanation: JSONValue, colours: TerminalColours = .none) -> String {
        ExplanationText(colours: colours).lines(explanation)
    }

    private func lines(_ explanation: JSONValue) -> String {
        var lines: [String] = []
        if let input = explanation["input"] { lines += self.input(input) }
        if case .object(let fields) = explanation["fields"] {
            for field in fields { lines += self.field(field.name, field.value) }
        }
        let removed = explanation["removed"]?.elements ?? []
        if !removed.isEmpty { lines += ["", colours.name("left out")] }
        for part in removed {
            let line = part["line"].map(digits) ?? "?"
            lines.append(row("line \(line)", colours.removed(shown(part["text"]?.string ?? ""))))
            var notes = [part["rule"]?.string ?? ""]
            if let span = part["span"] { notes.append("at " + self.span(span)) }
            lines.append(note(notes.joined(separator: ", ")))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func input(_ input: JSONValue) -> [String] {
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
            note(input["why"]?.string ?? ""),
            "",
        ]
    }

    private func field(_ name: String, _ field: JSONValue) -> [String] {
        guard let value = field["value"]?.string else {
            let tried = (field["tried"]?.elements ?? []).compactMap(\.string)
            let reason = tried.isEmpty ? "" : " (tried " + tried.joined(separator: ", ") + ")"
            return [row(name, "-" + colours.note(reason))]
        }
        var notes = [field["rule"]?.string].compactMap { $0 }
        if case .number(let text) = field["confidence"], let sure = Double(text) {
            let percent = Int((sure * 100).rounded())
            notes.append(colours.confidence("\(percent) % sure", percent: percent))
        }
        if let span = field["span"] { notes.append("at " + self.span(span)) }
        var lines = [row(name, shown(value)), note(notes.joined(separator: ", "))]
        let evidence = (field["evidence"]?.elements ?? []).map { piece in
            "\"" + shown(piece["text"]?.string ?? "") + "\" at " + (piece["span"].map(span) ?? "?")
        }
        if !evidence.isEmpty { lines.append(note("seen " + evidence.joined(separator: ", "))) }
        let others = (field["alternatives"]?.elements ?? []).compactMap(\.string)
        if !others.isEmpty { lines.append(note("or " + others.joined(separator: ", "))) }
        return lines
    }

    private func row(_ name: String, _ text: String) -> String {
        let width = max(0, Self.column - name.utf8.count)
        return colours.name(name) + String(repeating: " ", count: width) + text
    }

    /// A line below a value that says more of it.
    private func note(_ text: String) -> String {
        String(repeating: " ", count: Self.column) + colours.note(text)
    }

    /// Where values begin.
    private static let column = 14

    private func span(_ span: JSONValue) -> String {
        span.elements.map(digits).joined(separator: "-")
    }

    private func digits(_ value: JSONValue) -> String {
        guard case .number(let digits) = value else { return "?" }
        return digits
    }
}
