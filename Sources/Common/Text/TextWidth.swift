// How many columns a terminal gives to a text: "x²" takes two, "日本" four, escape codes none.

extension String {
    /// Columns of a terminal.
    public var displayWidth: Int {
        var width = 0
        var inEscape = false
        for character in self {
            if character == "\u{1B}" { inEscape = true }
            if !inEscape { width += character.displayWidth }
            if character == "m" { inEscape = false }
        }
        return width
    }

    /// Made `width` columns wide by spaces.
    public func padded(to width: Int, _ alignment: TextAlignment = .left) -> String {
        let missing = max(0, width - displayWidth)
        let before = alignment == .left ? 0 : alignment == .right ? missing : missing / 2
        return String(repeating: " ", count: before) + self + String(repeating: " ", count: missing - before)
    }

    /// At most `width` columns; what was cut off shows as "…".
    public func truncated(to width: Int) -> String {
        guard displayWidth > width else { return self }
        var result = ""
        for character in self where result.displayWidth + character.displayWidth < width { result.append(character) }
        return width > 0 ? result + "…" : ""
    }

    public var withoutTrailingSpaces: String {
        String(reversed().drop { $0 == " " }.reversed())
    }
}

/// Where a text is placed in its columns.
public enum TextAlignment: Sendable { case left, right, centre }

extension Character {
    fileprivate var displayWidth: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        if scalar.value < 0x300 { return 1 }
        if scalar.properties.isEmojiPresentation || unicodeScalars.contains("\u{FE0F}") { return 2 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
        }
    }
}

/// The blocks of East Asian scripts, which terminals draw two columns wide.
private let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD,
]
