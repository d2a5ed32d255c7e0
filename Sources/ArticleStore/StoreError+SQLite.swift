import SQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension StoreError {
    /// What a failure of SQLite's means for the store.
    init(_ error: SQLiteError) {
        self =
            switch (error.code, error.systemCode) {
            case (ResultCode.full, _), (ResultCode.ioError, ENOSPC), (ResultCode.ioError, EDQUOT):
                .diskFull
            case (ResultCode.readOnly, _), (ResultCode.ioError, EROFS): .readOnly
            case (ResultCode.busy, _), (ResultCode.locked, _): .busy
            case (ResultCode.corrupt, _), (ResultCode.notADatabase, _):
                .corrupt(detail: error.message)
            default: .database(code: error.extendedCode, detail: String(describing: error))
            }
    }
}

extension SQLiteError {
    /// Whether the file is at fault, and not the moment, the disk or the statement.
    var isDamage: Bool { code == ResultCode.corrupt || code == ResultCode.notADatabase }
}

extension Writability {
    /// What a failed write says of the next one; `nil` where it says nothing.
    init?(after error: StoreError) {
        switch error {
        case .diskFull: self = .diskFull
        case .readOnly: self = .readOnly
        case .fileGone: self = .fileGone
        default: return nil
        }
    }
}

/// SQLite's primary result codes (<https://www.sqlite.org/rescode.html>).
enum ResultCode {
    static let busy: Int32 = 5
    static let locked: Int32 = 6
    static let noMemory: Int32 = 7
    static let readOnly: Int32 = 8
    static let interrupted: Int32 = 9
    static let ioError: Int32 = 10
    static let corrupt: Int32 = 11
    static let full: Int32 = 13
    static let cannotOpen: Int32 = 14
    static let tooBig: Int32 = 18
    static let constraint: Int32 = 19
    static let mismatch: Int32 = 20
    static let range: Int32 = 25
    static let notADatabase: Int32 = 26
}
