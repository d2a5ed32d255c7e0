/// The words in front of a report that say where and when it was written, and for whom.
///
/// `KABUL, Oct 15 (AP) —` has a place, a day and an agency; `Oct 15:` only a day.
public struct Dateline: Sendable, Hashable {
    /// The words as printed, with their closing mark: `Oct 15:`.
    public var raw: String
    /// The place with its region, without day and agency: `LA CROSSE, Wis.`.
    public var place: String?
    /// The day as printed, without the rest: `Oct 15`.
    public var date: String?
    /// The agency as printed: `AP`.
    public var agency: String?

    /// Makes a dateline.
    public init(raw: String, place: String? = nil, date: String? = nil, agency: String? = nil) {
        self.raw = raw
        self.place = place
        self.date = date
        self.agency = agency
    }
}
