import Testing

@testable import ArticleParsing
