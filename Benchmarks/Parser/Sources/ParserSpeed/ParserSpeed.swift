import ArticleParsing
import Articles
import Glibc

/// Parses texts over and over on one thread and prints what that took, as a line of JSON.
///
///     ParserSpeed SECONDS FILE...
///
/// `articles_per_s` counts the articles found in a second of the processor's time, `ms` is the least
/// that one round through all files took, `rss_mb` the most memory that the process has had.
@main
enum ParserSpeed {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst()
        guard let seconds = arguments.first.flatMap(Double.init), arguments.count > 1 else {
            fatalError("usage: ParserSpeed SECONDS FILE...")
        }
        let texts = arguments.dropFirst().map(bytes)
        var least = Double.infinity
        var articles = 0
        let start = processorSeconds()
        var end = start
        repeat {
            let before = end
            for text in texts { articles += found(in: text) }
            end = processorSeconds()
            least = min(least, end - before)
        } while end - start < seconds
        let rate = Double(articles) / (end - start)
        print(
            """
            {"articles": \(articles), "articles_per_s": \(rate), "ms": \(least * 1_000), \
            "rss_mb": \(peakMegabytes())}
            """
        )
    }

    /// How many articles a text holds; none where it is said why there is none.
    private static func found(in bytes: [UInt8]) -> Int {
        let upload = Upload(
            bytes: bytes,
            declaredType: "text/plain; charset=utf-8",
            receivedOn: CalendarDay(daysSince1970: 20_000)
        )
        return (try? ArticleParser().parse(upload))?.count ?? 0
    }

    private static func bytes(of path: String) -> [UInt8] {
        guard let file = fopen(path, "r") else { fatalError("cannot open \(path)") }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        var bytes = [UInt8](repeating: 0, count: ftell(file))
        rewind(file)
        guard fread(&bytes, 1, bytes.count, file) == bytes.count else {
            fatalError("cannot read \(path)")
        }
        return bytes
    }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func peakMegabytes() -> Double {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return Double(usage.ru_maxrss) * 1_024 / 1e6
    }
}
