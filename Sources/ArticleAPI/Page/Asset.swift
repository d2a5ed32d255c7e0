import ArticleService

/// A file that the pages load: part of the program, its name bound to its content.
struct Asset: Sendable {
    /// The path, which names the content: `/assets/page.0a1b2c3d4e5f6071.css`.
    let path: String
    /// What it is.
    let mediaType: String
    /// The content.
    let bytes: [UInt8]
    /// The content in the coding gzip.
    let packed: [UInt8]?
    /// The validator of the content.
    let entityTag: EntityTag

    private init(_ name: String, _ suffix: String, _ mediaType: String, _ bytes: [UInt8]) {
        let digest = String(SHA256.hexadecimal(of: bytes).prefix(16))
        path = "/assets/\(name).\(digest).\(suffix)"
        self.mediaType = mediaType
        self.bytes = bytes
        packed = Gzip.compress(bytes, level: .best)
        entityTag = EntityTag(opaque: digest)
    }

    /// How the pages look.
    static let style = Asset("page", "css", "text/css; charset=utf-8", PackageResources.page_css)
    /// What the pages can do besides, where scripts run.
    static let script = Asset(
        "page",
        "js",
        "text/javascript; charset=utf-8",
        PackageResources.page_js
    )
    /// The mark in the browser's tab.
    static let icon = Asset("icon", "svg", "image/svg+xml", PackageResources.icon_svg)
    /// All of them.
    static let all = [style, script, icon]

    /// A name for this state of all of them, for the validators of pages.
    static let edition = String(
        SHA256.hexadecimal(of: all.flatMap { $0.path.utf8 }).prefix(8)
    )
}

/// `GET /assets/{file}`: a file that the pages load.
///
/// Its name changes with its content, so that it may be kept for ever.
struct ShowAsset: Endpoint {
    static let parameters = ParameterList.anything()

    private let path: String

    init(_ request: inout EndpointRequest) throws(Problem) {
        path = "/assets/" + request.variables[0]
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        guard let asset = Asset.all.first(where: { $0.path == path }) else {
            throw Problem(
                .notFound,
                "There is no file of that name; a page that was loaded anew names those there are.",
                hint: .command(CurlCommand(path: "/"))
            )
        }
        var answer = Answer(mediaType: asset.mediaType, body: asset.bytes, isCompressible: false)
        answer.cacheControl = "public, max-age=31536000, immutable"
        answer.entityTag = asset.entityTag
        answer.fields = [("Vary", "Accept-Encoding"), ("Content-Security-Policy", "sandbox")]
        if context.call.isUnchanged(tag: asset.entityTag, since: nil) {
            answer.status = 304
            answer.mediaType = nil
            answer.body = []
        } else if let packed = asset.packed, context.call.acceptsGzip {
            answer.body = packed
            answer.fields.append(("Content-Encoding", "gzip"))
            answer.entityTag?.isWeak = true
        }
        return answer
    }
}
