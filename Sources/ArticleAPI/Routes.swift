import HTTPServer

extension Router {
    /// What the API offers: from this table come routing, `OPTIONS`, 405, the paths of
    /// `/openapi.json` and the labels of `/metrics`.
    static let dateline = Router([
        Route(.get, "/", .probe, ShowIndex.self),
        Route(.post, "/", .ingest, IngestArticles.self),

        Route(.get, "/articles", .read, SearchArticles.self),
        Route(.get, "/articles.ndjson", .read, ListArticles<Lists.NDJSON>.self),
        Route(.get, "/articles.csv", .read, ListArticles<Lists.CSV>.self),
        Route(.get, "/articles.rss", .read, ListArticles<Lists.RSS>.self),
        Route(.get, "/articles.atom", .read, ListArticles<Lists.Atom>.self),
        Route(.get, "/articles.feed.json", .read, ListArticles<Lists.JSONFeed>.self),
        Route(.post, "/articles", .ingest, IngestArticles.self),
        Route(.put, "/articles", .ingest, IngestArticles.self),
        Route(.get, "/articles/{id}", .read, ShowArticle.self),
        Route(.put, "/articles/{name}", .ingest, IngestArticles.self),
        Route(.patch, "/articles/{id}", .ingest, AmendArticle.self),
        Route(.delete, "/articles/{id}", .admin, RemoveArticle.self),
        Route(.get, "/articles/{id}/raw", .read, ShowOriginal.self),
        Route(.get, "/articles/{id}/explain", .read, ShowExplanation.self),
        Route(.get, "/articles/{id}/versions", .read, ShowVersions.self),
        Route(.get, "/articles/{id}/versions/{version}", .read, ShowArticleVersion.self),
        Route(.get, "/articles/{id}/similar", .read, ShowSimilar.self),
        Route(.post, "/articles/{id}/restore", .admin, ChangeArticle<Restoration>.self),
        Route(.post, "/articles/{id}/reparse", .admin, ChangeArticle<Rereading>.self),
        Route(.post, "/parse", .read, PreviewArticles.self),
        Route(.get, "/parse", .open, ShowPasteForm.self),
        Route(.get, "/export", .read, ExportArticles.self),
        Route(.get, "/timeline", .read, ShowTimeline.self),
        Route(.get, "/suggest", .read, SuggestQueries.self),
        Route(.get, "/sources", .read, ListValues<Values.Sources>.self),
        Route(.get, "/tags", .read, ListValues<Values.Tags>.self),
        Route(.get, "/stats", .read, ShowStatistics.self),
        Route(.get, "/backup", .admin, DownloadBackup.self),
        Route(.post, "/backup", .admin, MakeBackup.self),
        Route(.get, "/metrics", .read, ShowMetrics.self),

        Route(.get, "/assets/{file}", .open, ShowAsset.self),
        Route(.get, "/livez", .probe, ShowLiveness.self),
        Route(.get, "/healthz", .probe, ShowLiveness.self),
        Route(.get, "/readyz", .probe, ShowReadiness.self),
        Route(.get, "/health", .probe, ShowHealth.self),
        Route(.get, "/version", .open, ShowVersion.self),
        Route(.get, "/openapi.json", .open, ShowDescription.self),
        Route(.get, "/problems", .open, ListProblems.self),
        Route(.get, "/problems/{type}", .open, ShowProblem.self),
    ])
}
