import Articles

/// An upload, or a part of one, unpacked and decoded: what the readers of the formats start from.
struct DecodedText: Sendable {
    /// The text as Unicode, line ends as received; spans count its scalars from the first.
    ///
    /// It is what the bytes of the upload decode to, without a byte order mark, with two
    /// exceptions, each with a warning: where line ends that were lost are put back, and where
    /// text that had been decoded wrongly is repaired, spans count the mended text. Of a form
    /// or a part it is the value of the field.
    var text: String
    /// The form it is in.
    var format: InputFormat = .text
    /// What it was and how it was read.
    var description: InputDescription
    /// What the client said, in parameters or in form fields of the body.
    var given: GivenFields
    /// The day it was received.
    var receivedOn: CalendarDay
    /// The number of the first line.
    var firstLine = 1
    /// What the client should know of what was done so far.
    var warnings: [ArticleWarning]
}
