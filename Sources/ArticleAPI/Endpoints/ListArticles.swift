import HTTPServer

/// `GET /articles.csv` and its like: any search in another form.
///
/// It takes what `GET /articles` takes; the next page is in the field `Link`.
struct ListArticles<Kind: ListKind>: Endpoint {
    static var parameters: ParameterList { SearchArticles.parameters }

    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Any search as \(Kind.form.essence); the next page is in the field Link.",
            .answer("A page of articles.", .other(Kind.form.essence))
        )
    }

    private let search: SearchArticles

    init(_ request: inout EndpointRequest) throws(Problem) {
        search = try SearchArticles(&request)
    }

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        try search.answer(context, in: Kind.form)
    }
}

/// Names a form of a list in the route table.
protocol ListKind: Sendable {
    static var form: ListForm { get }
}

/// The forms of a list, for the route table.
enum Lists {
    enum NDJSON: ListKind { static let form = ListForm.ndjson }
    enum CSV: ListKind { static let form = ListForm.csv }
    enum RSS: ListKind { static let form = ListForm.rss }
    enum Atom: ListKind { static let form = ListForm.atom }
    enum JSONFeed: ListKind { static let form = ListForm.jsonFeed }
}
