import HTTPServer

extension RequestHead {
    /// Whether the client would rather have a page than JSON, as browsers say; whoever takes both
    /// alike (`*/*`, no `Accept` at all) gets JSON.
    var prefersPage: Bool {
        guard let field = fields["Accept"], field != "*/*" else { return false }
        let preference = Preference(field)
        let page = preference.weight(ofMediaType: "text/html")
        return page > preference.weight(ofMediaType: "application/json")
            && page > preference.weight(ofMediaType: "application/vnd.dateline.v1+json")
    }
}
