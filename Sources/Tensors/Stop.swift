// What happens when a reader's code asks for the impossible, say a sum of [3] and [4].
//
// Such a mistake is in the code, so there is nothing to catch: the program stops. But it says
// where, what, and what to try, in one message instead of a page of backtrace:
//
//     Chapters/04-DigitClassifier/4-Loss.swift:41: matmul [64, 784] × [100, 10]: inner sizes differ (784 ≠ 100)
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
public func stop(_ operation: String, _ problem: String, try help: String? = nil) -> Never {
    var message = "\(callersLine() ?? "error"): \(operation): \(problem)\n"
    if let help { message += "  try: \(help)\n" }
    fflush(nil)
    FileHandle.standardError.write(Data(message.utf8))
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

/// `file:line` of the innermost frame that lies outside the engine.
private func callersLine() -> String? {
    #if canImport(Runtime)
    let engine = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let root = engine.deletingLastPathComponent().path + "/"
    guard let trace = try? Backtrace.capture(limit: 64).symbolicated() else { return nil }
    for frame in trace.frames {
        guard let place = frame.symbol?.sourceLocation, place.line > 0,
              place.path.hasPrefix("/"), !place.path.hasPrefix(engine.path + "/"),
              !place.path.contains("/swift-generated-sources/"),      // what a macro made: no place to look at
              FileManager.default.fileExists(atPath: place.path) else { continue }
        let path = place.path.hasPrefix(root) ? String(place.path.dropFirst(root.count)) : place.path
        return "\(path):\(place.line)"
    }
    #endif
    return nil
}
