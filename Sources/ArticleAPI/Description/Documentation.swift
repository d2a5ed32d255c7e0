/// What `/openapi.json` says of the endpoints, in one place.

private let uploadForms: [EndpointDocumentation.Content] = [
    .other("text/plain"), .other("text/html"), .other("text/markdown"),
    .other("application/json"), .other("application/x-ndjson"), .other("application/rss+xml"),
    .other("application/octet-stream"),
]

extension SearchArticles {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Finds and lists articles.",
            .answer(
                "A page of articles.",
                .json("ArticleList"),
                .other("application/x-ndjson"),
                .other("text/csv"),
                .other("application/rss+xml"),
                .other("application/atom+xml"),
                .other("application/feed+json")
            ),
            problems: [400, 406]
        )
    }
}

extension IngestArticles {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Stores the articles in any text, page, feed or record.",
            body: uploadForms,
            .answer("They were there, were mended, or are many.", .json("Receipt")),
            .answer(201, "It is stored.", .json("Receipt")),
            .answer(422, "Nothing is stored.", .json("Receipt")),
            problems: [400, 409, 413, 415, 422, 507]
        )
    }
}

extension PreviewArticles {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Shows what would be stored, and how it was found; stores nothing.",
            body: uploadForms,
            .answer("What was found.", .json("Preview"), .other("text/plain")),
            problems: [400, 406, 413, 415, 422]
        )
    }
}

extension RemoveArticle {
    static var documentation: EndpointDocumentation {
        var documentation = EndpointDocumentation(
            "Removes an article; its number answers 410 from then on.",
            .answer(204, "It is removed."),
            problems: [404, 410, 412, 428]
        )
        documentation.headers = [IfMatch.documentation]
        return documentation
    }
}

extension ShowOriginal {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Gives the bytes that an article came from.",
            .answer("All of them.", .other("*/*")),
            .answer(206, "The part that the field Range asks for.", .other("*/*")),
            problems: [404, 410, 416]
        )
    }
}

extension ShowExplanation {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Says how each field of an article was found.",
            .answer("The explanation.", .json("Explanation"), .other("text/plain")),
            problems: [404, 406, 410]
        )
    }
}

extension ShowIndex {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Says what the server is and shows the commands to begin with.",
            .answer("The index.", .json("Object"), .other("text/html"))
        )
    }
}

extension ShowVersion {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation("Says which program this is.", .answer("It.", .json("Object")))
    }
}

extension ShowLiveness {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Answers while the process lives.",
            .answer("Yes.", .other("text/plain"))
        )
    }
}

extension ShowReadiness {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Says whether requests should be sent here.",
            .answer("Yes.", .other("text/plain")),
            .answer(404, "It shuts down, and was asked to say so thus.", .other("text/plain")),
            .answer(503, "No.", .other("text/plain"))
        )
    }
}

extension ShowHealth {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Says how the server fares, for people and dashboards.",
            .answer(
                "Well.",
                .json("Object"),
                .init(mediaType: "application/health+json", schema: "Object")
            ),
            .answer(
                503,
                "Not well.",
                .json("Object"),
                .init(mediaType: "application/health+json", schema: "Object")
            )
        )
    }
}

extension ShowProblem {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Explains a kind of problem.",
            .answer("Its page.", .other("text/plain"), .other("text/html")),
            problems: [404]
        )
    }
}

extension ListProblems {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Lists all kinds of problems.",
            .answer("The list.", .other("text/plain"))
        )
    }
}

extension ShowMetrics {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Gives what was counted, for Prometheus.",
            .answer("The metrics.", .other("text/plain"))
        )
    }
}

extension ShowDescription {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation("Gives this description.", .answer("It.", .json("Object")))
    }
}

extension ShowVersions {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Lists an article's versions, the newest first.",
            .answer("The versions.", .json("Object")),
            problems: [404, 410]
        )
    }
}

extension ShowArticleVersion {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Shows a version of an article, or what changed between two.",
            .answer("The version, or the changes.", .json("Object")),
            problems: [404, 410]
        )
    }
}

extension ShowSimilar {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Finds the articles that are like one.",
            .answer("The articles, with their similarity.", .json("Object")),
            problems: [404, 410]
        )
    }
}

extension DownloadBackup {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Gives a copy of the whole store, as of one moment.",
            .answer("The copy.", .other("*/*"))
        )
    }
}

extension MakeBackup {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Copies the whole store to a file beside it.",
            .answer(201, "The copy is there.", .json("Object"))
        )
    }
}

extension ShowAsset {
    static var documentation: EndpointDocumentation {
        EndpointDocumentation(
            "Gives a file that the pages need.",
            .answer("The file.", .other("*/*")),
            problems: [404]
        )
    }
}
