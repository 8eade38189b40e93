// What happens when a reader's code asks for the impossible, say a sum of [3] and [4].
//
// Such a mistake is in the code, so there is nothing to catch: the program stops. But it says
// where, what, and what to try, in one message instead of a page of backtrace:
//
//     Chapters/04-DigitClassifier/04-Loss.swift:41: matmul [64, 784] × [100, 10]: inner sizes differ (784 ≠ 100)
//       try: a second operand with 784 rows

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
    // Inlined, so that every caller has something to return to from `report`: behind a call
    // that never returns, a function may end, and its frame would be taken for its neighbour's.
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
    FileHandle.standardError.write(Data(message.utf8))
}

/// `file:line` of the innermost frame that lies outside the engine.
private func callersLine() -> String? {
    #if canImport(Runtime)
        // A few frames more at a time: the outermost ones, of the system, may not be walkable.
        for limit in [8, 16, 32, 64] {
            guard let trace = try? Backtrace.capture(limit: limit, top: 0).symbolicated() else { return nil }
            let places = trace.frames.compactMap { $0.symbol?.sourceLocation }
            if let place = places.first(where: { isReadersFile($0.path) && $0.line > 0 }) {
                return "\(place.path.trimmingPrefix(root)):\(place.line)"
            }
        }
    #endif
    return nil
}

/// The folder of the package, and the one of everything that isn't a reader's within it.
private let root =
    (1...4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }.path + "/"
private let engine = root + "Sources/"

/// A file that exists (so not the compiler's, nor the standard library's), is not the engine's
/// and was not made by a macro.
private func isReadersFile(_ path: String) -> Bool {
    path.hasPrefix("/") && !path.hasPrefix(engine) && !path.contains("/swift-generated-sources/")
        && FileManager.default.fileExists(atPath: path)
}
