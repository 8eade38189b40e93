// Colour where it helps and nowhere else.

import Foundation

/// Colours for the terminal. Plain ink leaves a text as it is.
public struct Ink: Sendable {
    public let isPlain: Bool

    public init(isPlain: Bool) { self.isPlain = isPlain }

    public static let plain = Ink(isPlain: true)

    /// Plain unless standard output is a terminal that takes colours.
    public static func detect() -> Ink {
        Ink(isPlain: !isWelcome(isatty(STDOUT_FILENO) == 1, ProcessInfo.processInfo.environment))
    }

    /// The rule: a terminal that understands escape codes, and no NO_COLOR (https://no-color.org).
    public static func isWelcome(_ isTerminal: Bool, _ environment: [String: String]) -> Bool {
        isTerminal && environment["TERM"] != "dumb" && (environment["NO_COLOR"] ?? "").isEmpty
    }

    public func bold(_ text: String) -> String { paint(text, "1") }
    public func dim(_ text: String) -> String { paint(text, "2") }
    public func red(_ text: String) -> String { paint(text, "31") }
    public func green(_ text: String) -> String { paint(text, "32") }
    public func yellow(_ text: String) -> String { paint(text, "33") }

    /// The codes that clear the screen; empty for plain ink, where pages follow each other.
    public var newPage: String { isPlain ? "" : "\u{1B}[2J\u{1B}[H" }

    /// A text with these SGR codes, such as "1" or "38;5;196" (ECMA-48).
    public func paint(_ text: String, _ codes: String...) -> String {
        isPlain || codes.isEmpty ? text : "\u{1B}[\(codes.joined(separator: ";"))m\(text)\u{1B}[0m"
    }
}

/// Puts the cursor at the beginning of its line and clears the line, for a line that is written again and again.
public let clearLine = "\r\u{1B}[K"

/// Whether this is a terminal that understands escape codes.
public func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
}

/// How many columns the terminal's window has; nil when standard output is not a terminal.
public func windowWidth() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
}
