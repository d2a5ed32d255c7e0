import Articles

/// An upload that has been unpacked and decoded: what the text stages start from.
struct DecodedText: Sendable {
    /// The text as Unicode, line ends as received; spans count its scalars from the first.
    var text: String
    /// What it was and how it was read.
    var description: InputDescription
    /// What the client said, in parameters or in form fields of the body.
    var given: GivenFields
    /// The day it was received.
    var receivedOn: CalendarDay
    /// What the client should know of what was done so far.
    var warnings: [ArticleWarning]
}
