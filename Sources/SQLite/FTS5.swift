import CSQLite

extension Connection {
    /// The table of functions through which FTS5 is extended (SQLite's "Extending FTS5").
    func fts5API() throws(SQLiteError) -> UnsafeMutablePointer<fts5_api> {
        var api: UnsafeMutablePointer<fts5_api>?
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        var code = sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &statement, nil)
        if code == SQLITE_OK {
            // SQLite keeps the type's address and reads it while it steps: a string that Swift lends
            // for one call would be gone by then.
            let type: StaticString = "fts5_api_ptr"
            code = withUnsafeMutablePointer(to: &api) { pointer in
                let bound = type.withUTF8Buffer { name in
                    name.withMemoryRebound(to: CChar.self) {
                        sqlite3_bind_pointer(statement, 1, pointer, $0.baseAddress, nil)
                    }
                }
                return bound == SQLITE_OK ? sqlite3_step(statement) : bound
            }
        }
        guard code == SQLITE_ROW || code == SQLITE_DONE, let api else {
            throw SQLiteError(extendedCode: code, database: handle, sql: "SELECT fts5(?1)")
        }
        return api
    }

    /// Makes a tokenizer that FTS5 knows, its own or a registered one.
    ///
    /// - Parameters:
    ///   - name: `unicode61`.
    ///   - arguments: `["remove_diacritics", "2"]`.
    /// - Returns: The tokenizer, for use beside the connection.
    /// - Throws: `SQLITE_ERROR` where no such tokenizer is known.
    public func fts5Tokenizer(
        _ name: String,
        arguments: [String] = []
    ) throws(SQLiteError) -> FTS5Tokenizer {
        let api = try fts5API()
        var context: UnsafeMutableRawPointer?
        var functions = fts5_tokenizer()
        let code = api.pointee.xFindTokenizer(api, name, &context, &functions)
        guard code == SQLITE_OK else { throw SQLiteError(extendedCode: code, database: nil) }
        return try FTS5Tokenizer(functions, context: context, arguments: arguments)
    }

    /// Adds a tokenizer of our own for this connection: `tokenize = 'name'`.
    ///
    /// A file whose tables use it can only be written and searched where it is registered.
    public func registerFTS5Tokenizer(
        _ name: String,
        _ tokenizer: any Tokenizer
    ) throws(SQLiteError) {
        let api = try fts5API()
        var functions = fts5_tokenizer(
            xCreate: { context, _, _, result in
                result?.pointee = context.map { OpaquePointer($0) }
                return SQLITE_OK
            },
            xDelete: { _ in },
            xTokenize: { box, sink, flags, text, count, xToken in
                guard let box, let xToken else { return SQLITE_MISUSE }
                let tokenizer = Unmanaged<TokenizerBox>.fromOpaque(UnsafeRawPointer(box))
                    .takeUnretainedValue().tokenizer
                var code = SQLITE_OK
                let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
                tokenizer.tokenize(bytes, isQuery: flags & FTS5_TOKENIZE_QUERY != 0) { token in
                    token.bytes.withMemoryRebound(to: CChar.self) { characters in
                        code = xToken(
                            sink,
                            token.isColocated ? FTS5_TOKEN_COLOCATED : 0,
                            characters.baseAddress,
                            Int32(characters.count),
                            Int32(token.range.lowerBound),
                            Int32(token.range.upperBound)
                        )
                    }
                    return code == SQLITE_OK
                }
                return code
            }
        )
        let box = Unmanaged.passRetained(TokenizerBox(tokenizer))
        let code = api.pointee.xCreateTokenizer(
            api,
            name,
            box.toOpaque(),
            &functions,
            { context in
                guard let context else { return }
                Unmanaged<TokenizerBox>.fromOpaque(context).release()
            }
        )
        guard code == SQLITE_OK else {
            box.release()
            throw SQLiteError(extendedCode: code, database: handle)
        }
    }

    /// Adds an auxiliary function for this connection: SQL calls it with the name of an FTS5 table
    /// and it is told of the row that the search stands on.
    ///
    /// The closure must not run statements of this connection, nor keep the match.
    public func registerFTS5Function(
        _ name: String,
        _ body: @escaping (borrowing FTS5Match) throws(SQLiteError) -> Value
    ) throws(SQLiteError) {
        let api = try fts5API()
        let box = Unmanaged.passRetained(FunctionBox(body))
        let code = api.pointee.xCreateFunction(
            api,
            name,
            box.toOpaque(),
            { functions, context, result, _, _ in
                guard let functions, let context,
                    let data = functions.pointee.xUserData(context)
                else { return }
                let body = Unmanaged<FunctionBox>.fromOpaque(data).takeUnretainedValue().body
                do throws(SQLiteError) {
                    let match = FTS5Match(functions: functions, context: context)
                    returnValue(try body(match), to: result)
                } catch {
                    sqlite3_result_error_code(result, error.extendedCode)
                }
            },
            { context in
                guard let context else { return }
                Unmanaged<FunctionBox>.fromOpaque(context).release()
            }
        )
        guard code == SQLITE_OK else {
            box.release()
            throw SQLiteError(extendedCode: code, database: handle)
        }
    }
}

/// Hands a function's result to SQLite.
private func returnValue(_ value: Value, to result: OpaquePointer?) {
    switch value {
    case .null: sqlite3_result_null(result)
    case .integer(let number): sqlite3_result_int64(result, number)
    case .real(let number): sqlite3_result_double(result, number)
    case .text(let text):
        sqlite3_result_text(result, text, Int32(clamping: text.utf8.count), transient)
    case .blob(let bytes):
        sqlite3_result_blob(result, bytes, Int32(clamping: bytes.count), transient)
    }
}

/// Keeps a tokenizer where C code can point to it.
private final class TokenizerBox {
    let tokenizer: any Tokenizer
    init(_ tokenizer: any Tokenizer) { self.tokenizer = tokenizer }
}

/// Keeps a function where C code can point to it.
private final class FunctionBox {
    let body: (borrowing FTS5Match) throws(SQLiteError) -> Value
    init(_ body: @escaping (borrowing FTS5Match) throws(SQLiteError) -> Value) { self.body = body }
}
