// What the compiler says, taken apart by file, so that an error is shown to the reader of that file alone.

import Common
import Foundation

/// The errors in the output of a build.
struct CompilerMessages {
    /// Each file with errors, by its absolute path, and what is said about it, warnings and notes included.
    private(set) var errors: [String: String] = [:]

    init(_ output: String) {
        var (message, place): ([String], (file: String, isError: Bool)?) = ([], nil)
        var said: Set<String> = []
        func finished(_ errors: inout [String: String]) {
            let text = message.joined(separator: "\n").trimmingCharacters(in: .newlines)
            // The compiler is called several times for a module, and repeats itself.
            guard let place, place.isError, said.insert(text).inserted else { return }
            errors[place.file, default: ""] += text + "\n"
        }
        // A terminal ends its lines with "\r\n", which Swift counts as one Character.
        for line in lines(of: output) {
            let line = line.replacing(Self.movements, with: "")
            if let head = withoutColours(line).firstMatch(of: #/^(/[^:]+\.swift):\d+:\d+: (error|warning):/#)?.output {
                finished(&errors)
                (message, place) = ([String(line)], (String(head.1), head.2 == "error"))
            } else if line.firstMatch(of: Self.foreign) != nil {
                finished(&errors)
                (message, place) = ([], nil)
            } else {
                message.append(String(line))
            }
        }
        finished(&errors)
    }

    /// Carriage returns, and the codes that clear a line of a terminal.
    private static var movements: Regex<Substring> { /\r|\u{1B}\[2?K/ }
    /// Lines about the build, such as "error: emit-module command failed".
    private static var foreign: Regex<Substring> { /^(?:error: |warning: |remark: |\[\d+\/\d+\])(?:.*)/ }
}

/// A text without a terminal's colours.
func withoutColours(_ text: some StringProtocol) -> String { String(text).replacing(/\u{1B}\[[0-9;]*m/, with: "") }
