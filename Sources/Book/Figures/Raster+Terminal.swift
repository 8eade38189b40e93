import Common
import Foundation

extension Raster: Figure {
    public var fileExtension: String { "png" }

    /// A PNG large enough to look at: a small image is enlarged by a whole factor, to about 280 pixels.
    /// For the pixels as they are, take ``pngData()``.
    public func fileData() throws -> Data {
        try scaled(by: max(1, 280 / max(width, height))).pngData()
    }

    /// Two pixels per character, one above the other: the upper is the ink of a "▀", the lower its
    /// background. In plain text one of ten ASCII shades stands for both.
    public func terminal(_ style: TerminalStyle) -> String {
        terminalLines(style).map(\.withoutTrailingSpaces).joined(separator: "\n")
    }

    func terminalLines(_ style: TerminalStyle) -> [String] {
        if width > style.width {
            return resized(width: style.width, height: max(1, height * style.width / width)).terminalLines(style)
        }
        return style.isPlain ? shades() : halfBlocks(style)
    }

    private func halfBlocks(_ style: TerminalStyle) -> [String] {
        stride(from: 0, to: height, by: 2).map { y in
            // Neighbours that look the same share their escape codes.
            var line = ""
            var run = 0
            for x in 0..<width {
                run += 1
                if x + 1 < width, pair(x, y) == pair(x + 1, y) { continue }
                let colours = pair(x, y)
                line += style.paint(String(repeating: "▀", count: run), colours[0]!, on: colours[1])
                run = 0
            }
            return line
        }
    }

    /// The pixel and the one below it, which the last row may lack.
    private func pair(_ x: Int, _ y: Int) -> [Colour?] { [self[x, y], y + 1 < height ? self[x, y + 1] : nil] }

    /// The background, dark or light, stays empty: what differs from it gets the letters.
    private func shades() -> [String] {
        let ramp = Array(" .:-=+*#%@")
        let total = (0..<width * height).reduce(0) { $0 + Int(self[$1 % width, $1 / width].brightness) }
        let isLight = total > 127 * width * height
        return stride(from: 0, to: height, by: 2).map { y in
            String(
                (0..<width).map { x in
                    let column = pair(x, y).compactMap { $0.map { Int($0.brightness) } }
                    let brightness = column.reduce(0, +) / column.count
                    return ramp[(isLight ? 255 - brightness : brightness) * (ramp.count - 1) / 255]
                })
        }
    }
}
