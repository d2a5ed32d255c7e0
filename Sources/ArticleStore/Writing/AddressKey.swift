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
        // FNV-1a.
        let hash = identity.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        key = Int64(bitPattern: hash)
    }
}
