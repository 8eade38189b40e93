import Common
import Foundation

/// How many colours a terminal shows.
public enum ColourDepth: Sendable {
    /// No colours and no escape codes at all.
    case none
    /// The fixed palette of 256 colours.
    case ansi256
    /// Any colour.
    case truecolour
}

/// What the terminal, file or pipe that text is printed to can show.
public struct TerminalStyle: Sendable, Equatable {
    /// Columns of text.
    public var width: Int
    public var colour: ColourDepth

    public init(width: Int = 80, colour: ColourDepth = .none) {
        (self.width, self.colour) = (max(20, width), colour)
    }

    /// Plain text: for files, pipes and terminals without colour.
    public static let plain = TerminalStyle()

    /// No escape codes: pictures are ASCII shades, charts are drawn with letters.
    public var isPlain: Bool { colour == .none }

    /// Looks at standard output and the environment.
    public static func detect() -> TerminalStyle {
        detect(
            isTerminal: isTerminal(STDOUT_FILENO), windowWidth: windowWidth(),
            environment: ProcessInfo.processInfo.environment)
    }

    /// The rules: colour needs a terminal that may be painted on, and a TERM that knows enough colours.
    static func detect(isTerminal: Bool, windowWidth: Int?, environment: [String: String]) -> TerminalStyle {
        let width = windowWidth ?? environment["COLUMNS"].flatMap { Int($0) } ?? 80
        let term = environment["TERM"] ?? ""
        let isMonochrome = ["", "linux"].contains(term) || term.hasPrefix("vt")
        guard Ink.isWelcome(isTerminal, environment), !isMonochrome else { return TerminalStyle(width: width) }
        let isTrue = ["truecolor", "24bit"].contains(environment["COLORTERM"]) || term.hasSuffix("-direct")
        return TerminalStyle(width: width, colour: isTrue ? .truecolour : .ansi256)
    }
}

// MARK: Escape codes

extension TerminalStyle {
    /// `text` in colours; unchanged when the style is plain.
    func paint(_ text: String, _ ink: Colour?, on ground: Colour? = nil, bold: Bool = false) -> String {
        let codes = [bold ? "1" : nil, ink.map { code($0, layer: 38) }, ground.map { code($0, layer: 48) }]
            .compactMap(\.self)
        return codes.isEmpty ? text : Ink(isPlain: isPlain).paint(text, codes.joined(separator: ";"))
    }

    /// Layer 38 is the ink, 48 the background.
    private func code(_ colour: Colour, layer: Int) -> String {
        colour256(colour).map { "\(layer);5;\($0)" } ?? "\(layer);2;\(colour.red);\(colour.green);\(colour.blue)"
    }

    /// The nearest of the 256: a ladder of 24 greys (and black and white), or a cube of 6 × 6 × 6 colours.
    private func colour256(_ colour: Colour) -> Int? {
        guard self.colour == .ansi256 else { return nil }
        let (r, g, b) = (Int(colour.red), Int(colour.green), Int(colour.blue))
        if max(r, g, b) - min(r, g, b) < 10 {
            let step = (g - 3) / 10
            return g < 4 ? 16 : g > 246 ? 231 : 232 + min(23, max(0, step))
        }
        // The cube's levels are 0, 95, 135, 175, 215, 255.
        func level(_ v: Int) -> Int { v < 48 ? 0 : v < 115 ? 1 : (v - 35) / 40 }
        return 16 + 36 * level(r) + 6 * level(g) + level(b)
    }
}
