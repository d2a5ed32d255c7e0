/// The colours of an explanation at a terminal, as escape sequences (ECMA-48 §8.3.117, SGR).
package struct TerminalColours: Sendable {
    private let isOn: Bool

    /// Text without colours.
    package static let none = TerminalColours(isOn: false)
    /// Text with colours.
    package static let ansi = TerminalColours(isOn: true)

    private init(isOn: Bool) { self.isOn = isOn }

    /// The name of a field: bold.
    func name(_ text: String) -> String { set(text, "1") }

    /// What is said of a value: faint.
    func note(_ text: String) -> String { set(text, "2") }

    /// What was left out: red.
    func removed(_ text: String) -> String { set(text, "31") }

    /// How sure a rule is: green, yellow or red.
    func confidence(_ text: String, percent: Int) -> String {
        set(text, percent >= 90 ? "32" : percent >= 70 ? "33" : "31", thenBack: "2")
    }

    /// Text in a rendition, and what goes on in another behind it.
    private func set(_ text: String, _ rendition: String, thenBack outer: String? = nil) -> String {
        guard isOn, !text.isEmpty else { return text }
        return "\u{1B}[0;\(rendition)m\(text)\u{1B}[0\(outer.map { ";" + $0 } ?? "")m"
    }
}
