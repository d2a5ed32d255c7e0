import Articles

/// Reads a date as JSON has it: a text, a number, or an object around one.
enum JSONDate {
    /// The date of a value; `nil` where it is none.
    static func date(_ value: JSON) -> PublicationDate? {
        if let text = value.string { return FieldDate.date(text) }
        if let number = value.number, let seconds = Double(number), seconds.magnitude < 9e18 {
            return FieldDate.date(number: Int(seconds.rounded(.towardZero)))
        }
        guard value.kind == .object else { return nil }
        // MongoDB's extended JSON, Firestore's timestamps, PHP's DateTime.
        if let inner = value["$date"] {
            return date(inner) ?? inner["$numberLong"]?.string.flatMap { FieldDate.date($0) }
        }
        if let seconds = value["seconds"] ?? value["_seconds"] { return date(seconds) }
        if let text = value["date"]?.string {
            let isInGreenwich = ["UTC", "+00:00", "GMT"].contains(value["timezone"]?.string)
            return (isInGreenwich ? FieldDate.date(text + "Z") : nil) ?? FieldDate.date(text)
        }
        return (value["iso"] ?? value["value"] ?? value["datetime"])?.string
            .flatMap { FieldDate.date($0) }
    }
}
