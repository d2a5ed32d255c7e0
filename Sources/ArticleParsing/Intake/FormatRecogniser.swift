import Articles

/// Tells what form of input a text is: stage 3.
///
/// The order: what the client says it is; the declared type, if it is a specific one and the first
/// bytes agree; what the first bytes look like; plain text.
struct FormatRecogniser {
    /// What a text was found to be.
    struct Recognition: Equatable {
        /// The form.
        var format: InputFormat
        /// Why, as a phrase for a person.
        var why: String
        /// What the declared type should have been but for the bytes; `nil` where they agree.
        var mismatch: String?
    }

    /// The form that the client says it is.
    let given: InputFormat?
    /// The declared media type without parameters.
    let declared: String?

    /// Recognises a text.
    func recognise(_ text: String) -> Recognition {
        if let given {
            return Recognition(format: given, why: "the parameter format says so")
        }
        let head = Head(text)
        if let declared, let wanted = InputFormat(declaredType: declared) {
            if wanted.signs.contains(where: { $0.holds(head) }) {
                return Recognition(format: wanted, why: "it is declared so and begins so")
            }
            var found = sniff(head)
            found.mismatch = mismatch(declared, found)
            return found
        }
        var found = sniff(head)
        if let declared, !Self.unspecificTypes.contains(declared) {
            let isText = declared == "text/plain" || declared == "text/x-log"
            if !isText || found.format != .text && found.format != .markdown {
                found.mismatch = mismatch(declared, found)
            }
        }
        return found
    }

    private func sniff(_ head: Head) -> Recognition {
        for format in Formats.all {
            for sign in format.signs where sign.isSufficient && sign.holds(head) {
                return Recognition(format: format, why: sign.why)
            }
        }
        return Recognition(format: .text, why: "no other form was recognised")
    }

    private func mismatch(_ declared: String, _ found: Recognition) -> String {
        "It is declared as \(declared.prefix(60)), but was read as"
            + " \(found.format.mediaType): \(found.why)."
    }

    /// What says nothing about a body: curl's default, and what clients send for want of a name.
    private static let unspecificTypes: Set<String> = [
        "application/x-www-form-urlencoded", "application/octet-stream", "binary/octet-stream",
        "application/gzip", "application/x-gzip", "application/unknown", "*/*",
    ]
}
