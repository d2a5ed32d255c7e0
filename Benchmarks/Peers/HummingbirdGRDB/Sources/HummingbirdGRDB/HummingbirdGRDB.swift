import ArgumentParser
import Hummingbird
import NIOPosix

/// The peer that Dateline is compared with: the same articles and the same answers, by Hummingbird
/// and GRDB as their documentation shows them.
@main
struct HummingbirdGRDB: AsyncParsableCommand {
    @Option(help: "The port on 127.0.0.1 to listen on.")
    var port: Int

    @Option(help: "The database's file; made where there is none.")
    var database: String

    @Option(help: "How many event loops share the connections.")
    var loops = 1

    func run() async throws {
        let router = Router()
        addRoutes(to: router, of: try ArticleDatabase(path: database))
        let application = Application(
            router: router,
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: port),
                backlog: 4096
            ),
            eventLoopGroupProvider: .shared(MultiThreadedEventLoopGroup(numberOfThreads: loops))
        )
        try await application.runService()
    }
}
