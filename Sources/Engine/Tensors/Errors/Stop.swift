// What happens when a reader's code asks for the impossible, say a sum of [3] and [4].
//
// Such a mistake is in the code, so there is nothing to catch: the program stops. But it says
// where, what, and what to try, in one message instead of a page of backtrace. If section 4.10 forgot to lay
// each image's rows end to end before it multiplied them by the weights, it would end with
//
//     Chapters/04-DigitClassifier/10-Loss.swift:77: matmul [12396, 28, 28] × [784, 1]: inner sizes differ (28 ≠ 784)
//       try: a second operand with 28 rows
//
// The messages about shapes that do not fit together are in ShapeErrors.swift.

import Foundation

#if canImport(Runtime)
    import Runtime
#endif

/// Ends the program with one message that names the line of the reader's code.
///
/// - Parameters:
///   - operation: what was asked for, with its operands' shapes: `"matmul [2, 3] × [4, 5]"`.
///   - problem: what is wrong with that.
///   - help: what to try instead.
@inlinable @inline(__always)
public func stop(_ operation: String, _ problem: String, try help: String? = nil) -> Never {
    // Inlined, so that every caller has an instruction after its call of `report`. A function may end with a call that
    // never returns, and the backtrace would then take the frame for that of the function that follows in memory.
    report(operation, problem, help)
    exit(EXIT_FAILURE)
}

/// Stops the program unless `condition` holds.
@inline(__always)
public func require(
    _ condition: Bool, _ operation: @autoclosure () -> String, _ problem: @autoclosure () -> String,
    try help: @autoclosure () -> String? = nil
) {
    if !condition { stop(operation(), problem(), try: help()) }
}

@usableFromInline @inline(never)
func report(_ operation: String, _ problem: String, _ help: String?) {
    var message = "\(callersLine() ?? "error"): \(operation): \(problem)\n"
    if let help { message += "  try: \(help)\n" }
    fflush(nil)
    try? FileHandle.standardError.write(contentsOf: Data(message.utf8))
}

/// `file:line` of the innermost frame outside the engine.
private func callersLine() -> String? {
    #if canImport(Runtime)
        // From the innermost frame outwards. A frame's name is cheap to look up and its line is not, so the line is
        // looked up only for frames whose names are not the engine's.
        for depth in 0..<64 {
            guard let name = frames(depth, []).first else { return nil }
            if let symbol = name.symbol, isEngines(symbol) { continue }
            guard let frame = frames(depth, [.showSourceLocations]).first else { return nil }
            if let line = readersLine(frame) { return line }
            // Engine code may have been inlined into a function of the reader's, whose own line is then the outer one.
            guard isEngines(frame.symbol?.sourceLocation) else { continue }
            let inlined = frames(depth, [.showSourceLocations, .showInlineFrames])
            if let line = inlined.lazy.compactMap(readersLine).first { return line }
        }
    #endif
    return nil
}

#if canImport(Runtime)
    /// The frame that is `depth` calls above the caller, and, if asked for, what was inlined into it.
    @inline(never)
    private func frames(
        _ depth: Int, _ options: Backtrace.SymbolicationOptions
    ) -> [SymbolicatedBacktrace.Frame] {
        // A limit of 2 is one frame, and a mark that there are more.
        let trace = try? Backtrace.capture(limit: 2, offset: depth + 1, top: 0)
        return Array(trace?.symbolicated(options: options.union(.useSymbolCache))?.frames.dropLast() ?? [])
    }

    private func readersLine(_ frame: SymbolicatedBacktrace.Frame) -> String? {
        guard let place = frame.symbol?.sourceLocation, isReadersFile(place.path), place.line > 0 else { return nil }
        return "\(place.path.trimmingPrefix(root)):\(place.line)"
    }

    private func isEngines(_ place: SymbolicatedBacktrace.SourceLocation?) -> Bool {
        place?.path.hasPrefix(engine) ?? false
    }

    /// Whether a function is the engine's by its mangled name, `$s7Tensors…`, and not an extension made elsewhere.
    private func isEngines(_ symbol: SymbolicatedBacktrace.Symbol) -> Bool {
        engineModules.contains { symbol.rawName.hasPrefix("$s\($0.count)\($0)") }
            && !symbol.name.contains("extension in")
    }

    private let engineModules = [
        "Kernels", "Tensors", "Safetensors", "Layers", "Training", "Datasets", "Notebook", "Vision", "Tabular",
        "Text",
    ]
#endif

/// The folder of the package, and the folder in it of everything that is not the reader's.
private let root = String(#filePath.prefix(upTo: #filePath.range(of: "Sources/", options: .backwards)!.lowerBound))
private let engine = root + "Sources/"

/// Whether a file exists (the compiler's and the standard library's do not), is outside the engine, and was not
/// made by a macro.
private func isReadersFile(_ path: String) -> Bool {
    path.hasPrefix("/") && !path.hasPrefix(engine) && !path.contains("/swift-generated-sources/")
        && FileManager.default.fileExists(atPath: path)
}
