/// How much intake takes and looks at: the bounds of stages 1 to 3 that a server may want to set.
struct IntakeLimits: Sendable {
    /// How long content may be once unpacked, in bytes.
    var unpackedBytes = 32 << 20
    /// How many times its packed size content may have, once it is longer than `ratioFreeBytes`.
    ///
    /// News text packs to a third; only padding packs to a hundredth.
    var inflationRatio = 200
    /// How long content may be before `inflationRatio` counts, in bytes.
    var ratioFreeBytes = 4 << 20
    /// How many content codings may lie on top of each other.
    var codingLayers = 4
    /// How many parts a multipart body may have: as many as articles may come in one body.
    var parts = JSONReader.mostItems
    /// How long the header of a part may be, in bytes.
    var partHeaderBytes = 8 << 10
    /// How many fields a form may have.
    var formFields = 200
    /// How much of a text is looked at to tell its charset, in bytes.
    var detectionBytes = 64 << 10

    /// The limits that a server has unless it is told otherwise.
    static let standard = IntakeLimits()
}
