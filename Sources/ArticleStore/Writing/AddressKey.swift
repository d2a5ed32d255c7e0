import Articles

/// What recognises an article by its address on the web.
struct AddressKey: Sendable {
    /// A hash of the identity, as it is indexed; addresses that share one are told apart by the
    /// identity itself.
    let key: Int64
    /// What two addresses of one article have in common.
    let identity: String

    /// Makes the key of an address; `nil` for what names no article.
    init?(_ url: String) {
        guard let identity = WebAddress.identity(url) else { return nil }
        self.identity = identity
        key = Int64(bitPattern: FNV1a(identity.utf8).value)
    }
}
