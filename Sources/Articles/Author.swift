/// A person in a byline.
public struct Author: Sendable, Hashable {
    /// The name as printed.
    public var name: String
    /// What the byline says of the person's work: `National Security Writer`.
    public var role: String?
    /// Whom the byline says the person works for: `AP`.
    public var organisation: String?

    /// Makes an author.
    public init(name: String, role: String? = nil, organisation: String? = nil) {
        self.name = name
        self.role = role
        self.organisation = organisation
    }
}
