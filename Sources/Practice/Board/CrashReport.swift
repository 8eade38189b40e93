// What a crashed answer leaves behind: the runtime's message, the stack, and the question that was being answered. What
// the answer itself wrote to standard error is in between, and is told apart.

import Foundation

/// Has the runtime write the stack of a crash, with files and lines, to standard error.
let backtrace =
    "enable=yes,interactive=no,color=no,threads=crashed,registers=none,images=none,limit=32,symbolicate=fast"

/// The standard error of a crashed answer, taken apart.
struct CrashReport {
    /// The message with the indented lines that belong to it, the line of code that it happened in, and the question.
    /// nil when nothing was said.
    let words: String?
    /// What the answer wrote to standard error before.
    let printed: String

    init(_ errors: String, signal: Int32? = nil, root: URL) {
        let lines = errors.split(separator: "\n")
        let asked = lines.last(where: isQuestion)
        let stack = lines.drop { !$0.hasPrefix("*** ") }
        let said = lines.prefix { !$0.hasPrefix("*** ") }.filter { !isQuestion($0) }
        let start =
            said.lastIndex { $0.contains(#/\b(?:Fatal error|Precondition failed|Assertion failed)\b/#) }
            ?? said.lastIndex { $0.contains(#/^(?:\S.*\.swift:\d+|error): /#) }
            ?? (signal == nil && !said.isEmpty ? said.startIndex : nil)
        let place = lines.lazy.compactMap { codeLine(in: $0, root: root) }.first.map { "  in \($0)" }
        var message: [String] = []
        if let start {
            let details = said[(start + 1)...].prefix { $0.hasPrefix("  ") }
            message = ([readable(said[start])] + details.map(String.init)).map { readersPath($0, root) }
        } else if let signal {
            message = [meaning(of: signal, stack)]
        }
        words =
            message.isEmpty
            ? nil
            : (message + [place, asked.map(String.init)].compactMap(\.self)).joined(
                separator: "\n")
        let before = said[..<(start ?? said.endIndex)].map { $0 + "\n" }.joined()
        printed = before + (start.map { unended(said[$0]) } ?? "")
    }
}

/// The line that `asking` reads out.
func isQuestion(_ line: Substring) -> Bool { line.hasPrefix("  asked: ") }

/// A place in the copies that are compiled beside an answer with an error is the same place in the reader's own file.
func readersPath(_ text: String, _ root: URL) -> String {
    text.replacing("\(root.path)/\(copiedAnswers)/", with: "\(root.path)/Exercises/")
        .replacing("\(copiedAnswers)/", with: "Exercises/")
}

/// The runtime's own file and line are of no use to a reader.
private var runtimesPlace: Regex<Substring> { #/Swift/\w+\.swift:\d+: /# }

private func readable(_ line: Substring) -> String {
    line.firstRange(of: runtimesPlace).map { String(line[$0.upperBound...]) } ?? String(line)
}

/// What the answer wrote before the runtime's message on the same line.
private func unended(_ line: Substring) -> String {
    line.firstRange(of: runtimesPlace).map { String(line[..<$0.lowerBound]) } ?? ""
}

/// What a signal says about an answer when the runtime said nothing.
private func meaning(of signal: Int32, _ stack: some Sequence<Substring>) -> String {
    switch signal {
    case SIGILL, SIGTRAP:
        "stopped by signal \(signal): a number too large for its type, an index out of range, or nil unwrapped with !"
    case SIGSEGV, SIGBUS:
        endless(stack).map { "stopped by signal \(signal): endless recursion? \($0) calls itself again and again" }
            ?? "stopped by signal \(signal): endless recursion, or an unsafe pointer?"
    case SIGFPE: "stopped by signal \(signal): a division that has no result"
    case SIGKILL: "stopped by signal \(signal): was there too little memory?"
    default: "stopped by signal \(signal)"
    }
}

/// The function that fills the stack.
private func endless(_ stack: some Sequence<Substring>) -> String? {
    let names = stack.compactMap { $0.firstMatch(of: #/ 0x[0-9a-f]+ (.+?) \+ \d+ in /#)?.output.1 }
    return Dictionary(grouping: names) { $0 }.first { $0.value.count >= 8 }.map { String($0.key) }
}

/// "Exercises/04-DigitClassifier/4.19-Matmul.swift:14" for a frame of the stack whose code is outside the engine.
private func codeLine(in frame: Substring, root: URL) -> String? {
    guard let place = frame.firstMatch(of: #/\bat (/\S.*\.swift):(\d+)(?::\d+)?\s*$/#)?.output,
        !place.1.contains("/Sources/"), FileManager.default.fileExists(atPath: String(place.1))
    else { return nil }
    return "\(readersPath(String(place.1), root).trimmingPrefix(root.path + "/")):\(place.2)"
}
