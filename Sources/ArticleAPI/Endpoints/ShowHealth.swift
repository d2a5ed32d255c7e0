import ArticleStore
import Articles
import HTTPServer

#if canImport(Glibc)
    import Glibc
#endif

/// `GET /health`: the server's state for people and dashboards
/// (draft-inadarei-api-health-check-06).
struct ShowHealth: Endpoint {
    static let parameters = ParameterList.anything(and: Parameter.pretty)

    /// How well something is; the worst of all is the server's.
    private enum Grade: Int {
        case pass, warn, fail

        var word: String { "\(self)" }
    }

    private struct Check {
        var name: String
        var componentType: String
        var value: String
        var unit: String?
        var grade: Grade
        var output: String?
    }

    init(_ request: inout EndpointRequest) throws(Problem) {}

    func answer(_ context: EndpointContext) throws(Problem) -> Answer? {
        let api = context.api
        var checks = [store(api)]
        if let path = api.settings.storePath, let disk = disk(path) { checks.append(disk) }
        checks.append(
            Check(
                name: "connections",
                componentType: "component",
                value: "\(api.status.connectionCount)",
                grade: .pass
            )
        )
        let uptime = api.started.duration(to: .now).components.seconds
        checks.append(
            Check(
                name: "uptime",
                componentType: "system",
                value: "\(uptime)",
                unit: "s",
                grade: .pass
            )
        )
        var grade = checks.map(\.grade).max { $0.rawValue < $1.rawValue } ?? .pass
        if api.status.isDraining { grade = .fail }
        let accept = context.call.head.fields["Accept"] ?? "*/*"
        let type = Preference(accept).best(of: ["application/json", "application/health+json"])
        var answer = Answer.json(
            json(checks, grade, context),
            status: grade == .fail ? 503 : 200
        )
        answer.mediaType = type ?? "application/json"
        answer.variesByAccept = true
        answer.isCompressible = false
        answer.cacheControl = "no-store"
        if grade == .fail { answer.fields = [("Retry-After", "1")] }
        return answer
    }

    private func store(_ api: ArticleAPI) -> Check {
        let began = ContinuousClock.now
        var check = Check(
            name: "store:responseTime",
            componentType: "datastore",
            value: "",
            grade: .pass
        )
        do throws(StoreError) {
            try api.withReader { reader throws(StoreError) in try reader.check() }
            switch api.service.writability {
            case .writable: break
            case .diskFull: (check.grade, check.output) = (.warn, "the disk is full")
            case .readOnly: (check.grade, check.output) = (.warn, "the file is read-only")
            case .fileGone: (check.grade, check.output) = (.fail, "the file is gone")
            }
        } catch {
            (check.grade, check.output) = (.fail, "the store cannot be read")
        }
        check.value = Call.milliseconds(began.duration(to: .now))
        check.unit = "ms"
        return check
    }

    private func disk(_ path: String) -> Check? {
        var facts = statvfs()
        guard statvfs(path, &facts) == 0, facts.f_blocks > 0 else { return nil }
        let used = 100 - Int(facts.f_bavail * 100 / facts.f_blocks)
        return Check(
            name: "disk:utilization",
            componentType: "system",
            value: "\(used)",
            unit: "percent",
            grade: used >= 95 ? .warn : .pass
        )
    }

    private func json(_ checks: [Check], _ grade: Grade, _ context: EndpointContext) -> [UInt8] {
        var writer = JSONWriter(isPretty: context.call.isPretty)
        writer.beginObject()
        writer.member("status", grade.word)
        writer.member("version", "1")
        writer.member("releaseId", context.api.settings.version)
        writer.member("description", "article server")
        if context.api.status.isDraining { writer.member("output", "draining") }
        writer.key("checks")
        writer.beginObject()
        for check in checks {
            writer.key(check.name)
            writer.beginArray()
            writer.beginObject()
            writer.member("componentType", check.componentType)
            writer.key("observedValue")
            writer.raw(check.value.utf8)
            if let unit = check.unit { writer.member("observedUnit", unit) }
            writer.member("status", check.grade.word)
            if let output = check.output { writer.member("output", output) }
            if check.componentType == "datastore" {
                writer.member("time", context.call.now.rfc3339)
            }
            writer.endObject()
            writer.endArray()
        }
        writer.endObject()
        writer.key("links")
        writer.beginObject()
        writer.member("self", "/health")
        writer.member("about", "/version")
        writer.endObject()
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }
}
