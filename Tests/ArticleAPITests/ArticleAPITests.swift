import Testing

@testable import ArticleAPI
