// Colour where it helps and nowhere else.

import Foundation

/// Colours for the terminal. Plain ink leaves a text as it is.
public struct Ink: Sendable {
    public let isPlain: Bool

    public init(isPlain: Bool) { self.isPlain = isPlain }

    public static let plain = Ink(isPlain: true)

    /// Plain when the output is no terminal, when `NO_COLOR` is set, and for terminals that cannot.
    public static func detect() -> Ink {
        let environment = ProcessInfo.processInfo.environment
        let wantsNone = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        return Ink(isPlain: isatty(STDOUT_FILENO) == 0 || wantsNone || environment["TERM"] == "dumb")
    }

    public func bold(_ text: String) -> String { paint(text, "1") }
    public func dim(_ text: String) -> String { paint(text, "2") }
    public func red(_ text: String) -> String { paint(text, "31") }
    public func green(_ text: String) -> String { paint(text, "32") }
    public func yellow(_ text: String) -> String { paint(text, "33") }

    /// What empties the screen; nothing for plain ink, where pages follow each other.
    public var newPage: String { isPlain ? "" : "\u{1B}[2J\u{1B}[H" }

    private func paint(_ text: String, _ code: String) -> String {
        isPlain ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }
}
