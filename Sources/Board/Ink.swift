// Colour where it helps and nowhere else.

import Foundation

/// Colours for the terminal. Plain ink leaves a text as it is.
public struct Ink: Sendable {
    let isPlain: Bool

    public static let plain = Ink(isPlain: true)

    /// Plain when the output is no terminal, when `NO_COLOR` is set, and for terminals that cannot.
    public static func detect() -> Ink {
        let environment = ProcessInfo.processInfo.environment
        let wantsNone = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        return Ink(isPlain: isatty(STDOUT_FILENO) == 0 || wantsNone || environment["TERM"] == "dumb")
    }

    func bold(_ text: String) -> String { paint(text, "1") }
    func dim(_ text: String) -> String { paint(text, "2") }
    func red(_ text: String) -> String { paint(text, "31") }
    func green(_ text: String) -> String { paint(text, "32") }
    func yellow(_ text: String) -> String { paint(text, "33") }

    private func paint(_ text: String, _ code: String) -> String {
        isPlain ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}

/// Every line of a text moved to the right.
func indented(_ text: String, by columns: Int) -> String {
    let margin = String(repeating: " ", count: columns)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
}
