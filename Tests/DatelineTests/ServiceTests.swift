import Foundation
import Testing

/// The program as a service of systemd, which a script plays.
@Suite struct ServiceTests {
    @Test func `a service manager is told, its sockets are taken, its units hold`() throws {
        let script = Shared.root.appendingPathComponent("Tests/Service/run").path
        let outcome = try runCommand(["python3", script, Program.path])
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    }

    @Test func `what is built is installed where it is looked for, and removed again`() throws {
        let folder = try TemporaryFolder()
        let make = [
            "make", "-s", "-C", Shared.root.path, "BINARY=\(Program.path)", "PREFIX=/usr",
            "DESTDIR=\(folder.path("root"))",
        ]
        let installed = try runCommand(make + ["install"])
        #expect(installed.status == 0, "\(installed)")
        let files = [
            "bin/dateline", "share/man/man1/dateline.1",
            "share/bash-completion/completions/dateline",
            "share/zsh/vendor-completions/_dateline",
            "share/fish/vendor_completions.d/dateline.fish",
            "lib/systemd/system/dateline.service", "lib/systemd/system/dateline.socket",
        ]
        for file in files {
            let path = folder.path("root/usr/" + file)
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
            #expect(size ?? 0 > 100, "\(file)")
        }
        let unit = folder.path("root/usr/lib/systemd/system/dateline.service")
        #expect(
            try String(contentsOfFile: unit, encoding: .utf8)
                .contains("ExecStart=/usr/bin/dateline serve\n")
        )
        #expect(try runCommand(make + ["uninstall"]).status == 0)
        let rest = try runCommand(["find", folder.path("root"), "-type", "f"])
        #expect(rest.output.isEmpty, "\(rest.output)")
    }
}
