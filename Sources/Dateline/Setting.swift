import ArgumentParser
import Glibc

/// Finds a setting's value: the flag, else the variable, else the default.
///
/// The variable is named after the flag: `--drain-delay` is `DATELINE_DRAIN_DELAY`. An empty
/// variable counts as none.
///
/// - Throws: `ValidationError` where the variable's text is not of the type.
func setting<Value: ExpressibleByArgument>(
    _ flag: Value?,
    named name: String,
    default fallback: Value
) throws -> Value {
    if let flag { return flag }
    let variable = variableName(for: name)
    guard let text = getenv(variable).map({ String(cString: $0) }), !text.isEmpty else {
        return fallback
    }
    guard let value = Value(argument: text) else {
        throw ValidationError("\(variable) cannot be '\(text)'.")
    }
    return value
}

/// Finds a number's value as above, within a range.
///
/// - Throws: `ValidationError` where it lies outside.
func setting(
    _ flag: Int?,
    named name: String,
    default fallback: Int,
    in range: ClosedRange<Int>
) throws -> Int {
    let value = try setting(flag, named: name, default: fallback)
    guard range.contains(value) else {
        let source = flag == nil ? variableName(for: name) : "--\(name)"
        throw ValidationError(
            "\(source) has to be from \(range.lowerBound) to \(range.upperBound), not \(value)."
        )
    }
    return value
}

/// The environment variable that stands for a flag.
func variableName(for flag: String) -> String {
    "DATELINE_" + flag.uppercased().map { $0 == "-" ? "_" : String($0) }.joined()
}
