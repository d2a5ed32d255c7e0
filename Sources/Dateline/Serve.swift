import ArgumentParser

struct Serve: ParsableCommand {
    @OptionGroup var log: LogOptions
    func run() throws { _ = try log.logger() }
}
