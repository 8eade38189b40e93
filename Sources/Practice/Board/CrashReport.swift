// What a crashed answer leaves behind: the runtime's message, the stack, and the question that was being answered.

import Foundation

/// Has the runtime write the stack of a crash, with files and lines, to standard error.
let backtrace =
    "enable=yes,interactive=no,color=no,threads=crashed,registers=none,images=none,limit=32,symbolicate=fast"

/// The message of a crash: its first line, with the indented ones that belong to it, the line of code that it happened
/// in, and the question. nil when nothing was said.
func crashReport(_ errors: String, root: URL) -> String? {
    let lines = errors.split(separator: "\n")
    let asked = lines.last { $0.hasPrefix("  asked: ") }
    guard let first = lines.first(where: { !$0.hasPrefix("***") && $0 != asked }) else { return nil }
    let details = lines.drop { $0 != first }.dropFirst().prefix { $0.hasPrefix("  ") && $0 != asked }
    let place = lines.lazy.compactMap { codeLine(in: $0, root: root) }.first.map { Substring("  in \($0)") }
    // The runtime's own file and line are of no use to a reader.
    let message = first.trimmingPrefix(#/Swift/\w+\.swift:\d+: /#)
    return ([message] + details + [place, asked].compactMap(\.self)).joined(separator: "\n")
}

/// "Exercises/04-DigitClassifier/4.19-Matmul.swift:14" for a frame of the stack whose code is outside the engine.
private func codeLine(in frame: Substring, root: URL) -> String? {
    guard let place = frame.firstMatch(of: #/\bat (/\S.*\.swift):(\d+)(?::\d+)?\s*$/#)?.output,
        !place.1.contains("/Sources/"), FileManager.default.fileExists(atPath: String(place.1))
    else { return nil }
    let file = place.1.trimmingPrefix(root.path + "/").replacing(copiedAnswers, with: "Exercises", maxReplacements: 1)
    return "\(file):\(place.2)"
}
