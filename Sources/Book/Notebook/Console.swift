// Where the run's words go. Whether that is a terminal is decided once, at the start: a terminal gets bold headings,
// coloured pictures and a moving progress bar; a file or a pipe gets plain text, without one escape code or carriage
// return.

import Common
import Figures
import Foundation
import Synchronization

/// The reader's side of a run: prints lines, and keeps a progress bar below them in a terminal.
public final class Console: Sendable {
    /// How figures are drawn here: the width in characters, and the colours.
    public let style: TerminalStyle

    let drawsBars: Bool
    private let output: @Sendable (String) -> Void
    private let errors: @Sendable (String) -> Void
    private let barIsShown = Mutex(false)

    init(
        style: TerminalStyle, drawsBars: Bool,
        output: @escaping @Sendable (String) -> Void, errors: @escaping @Sendable (String) -> Void
    ) {
        (self.style, self.drawsBars) = (style, drawsBars)
        (self.output, self.errors) = (output, errors)
    }

    /// Standard output and standard error of this process.
    public static let standard = Console(
        style: isTerminal(STDOUT_FILENO) ? .detect() : plainStyle,
        drawsBars: isTerminal(STDERR_FILENO),
        output: { emit($0, to: STDOUT_FILENO) },
        errors: { emit($0, to: STDERR_FILENO) })

    /// Plain text into `output`.
    public static func plain(_ output: @escaping @Sendable (String) -> Void) -> Console {
        Console(style: plainStyle, drawsBars: false, output: output, errors: { _ in })
    }

    /// Prints nothing.
    public static let silent = plain { _ in }

    static let plainStyle = TerminalStyle(width: 100, colour: .none)
}

// MARK: Lines

extension Console {
    /// Prints `text` as a line, or as several; a progress bar is erased first.
    public func say(_ text: String = "") {
        eraseBar()
        output(text + "\n")
    }

    /// Prints `text` and stays on the line.
    func prompt(_ text: String) {
        eraseBar()
        output(text)
    }

    /// A heading: a blank line, the title in bold where that is possible, a rule.
    func heading(_ title: String) {
        say("\n" + bold(title) + "\n" + faint(String(repeating: "─", count: title.count)))
    }

    func bold(_ text: String) -> String { ink.bold(text) }

    func faint(_ text: String) -> String { ink.dim(text) }

    private var ink: Ink { Ink(isPlain: style.isPlain) }

    /// `text` in lines that fit, broken between words; its own line breaks stay.
    func wrapped(_ text: String) -> String { Common.wrapped(text, to: max(20, min(style.width, 100))) }
}

// MARK: The bar

extension Console {
    /// Draws `text` over the bar that is there. Does nothing unless bars are drawn here.
    func draw(bar text: String) {
        guard drawsBars else { return }
        barIsShown.withLock { isShown in
            errors("\r\(text)\u{1B}[K")
            isShown = true
        }
    }

    func eraseBar() {
        barIsShown.withLock { isShown in
            if isShown { errors(clearLine) }
            isShown = false
        }
    }
}
