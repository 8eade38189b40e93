import Common
import Foundation
import Tensors

/// Text, some of whose pieces are on a colour: the parts that were filled in, the words that a model looks at.
///
/// ```swift
/// ColouredText("Two letters, one form", [[.init("Close"), .init("the library", colour: .orange)]])
/// ```
/// Each paragraph begins a line, and is broken where it is wider than the picture.
public struct ColouredText: Figure {
    /// Some words in one colour.
    public struct Piece: Sendable, Equatable {
        public let text: String
        public let colour: Colour?

        public init(_ text: String, colour: Colour? = nil) { (self.text, self.colour) = (text, colour) }
    }

    public var title: String
    public let paragraphs: [[Piece]]
    /// Of the picture, in points.
    public var width: Double

    public init(_ title: String, _ paragraphs: [[Piece]], width: Double = 720) {
        (self.title, self.paragraphs, self.width) = (title, paragraphs, width)
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    /// A light tone of a colour, so that black words can be read on it.
    private func tone(_ colour: Colour) -> Colour {
        func light(_ part: UInt8) -> UInt8 { UInt8(255 - (255 - Int(part)) * 9 / 20) }
        return Colour(light(colour.red), light(colour.green), light(colour.blue))
    }

    public var svg: String {
        let (size, line, margin) = (14.0, 25.0, 20.0)
        var svg = SVG()
        var y = title.isEmpty ? 34.0 : 66
        if !title.isEmpty { svg.text(title, width / 2, 28, size: Frame.titleSize, bold: true) }
        for paragraph in paragraphs {
            var x = margin
            for piece in paragraph {
                // A piece that does not fit goes on in the next line: each of its lines is one text on one colour.
                for (number, words) in lines(of: piece.text, from: x, size: size, margin: margin).enumerated() {
                    if number > 0 { (x, y) = (margin, y + line) }
                    guard !words.isEmpty else { continue }
                    let room = SVG.textWidth(words, size: size)
                    if let colour = piece.colour {
                        svg.rect(x - 3, y - 16, room + 4, 21, "rx=\"3\" fill=\"\(tone(colour).hex)\"")
                    }
                    svg.text(words, x + room / 2, y, size: size)
                    x += room + 8
                }
            }
            y += line + 10
        }
        return svg.document(width: width, height: y - 16, title: title.isEmpty ? "Text" : title)
    }

    /// The words of a piece in lines, of which the first begins at x; it is empty if not even one word fits.
    private func lines(of text: String, from x: Double, size: Double, margin: Double) -> [String] {
        var (lines, place) = ([""], x)
        for word in text.split(separator: " ") {
            let room = SVG.textWidth(word + " ", size: size)
            if place + room > width - margin, place > margin {
                lines.append("")
                place = margin
            }
            lines[lines.count - 1] += (lines.last!.isEmpty ? "" : " ") + word
            place += room
        }
        return lines
    }

    /// Without colours, coloured pieces stand between brackets.
    public func terminal(_ style: TerminalStyle) -> String {
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        let lines = paragraphs.flatMap { paragraph in
            var (lines, width) = ([[String]()], 0)
            for piece in paragraph {
                let words = piece.text.split(separator: " ").map(String.init)
                for (place, word) in words.enumerated() {
                    let isMarked = piece.colour != nil && style.isPlain
                    let isLast = place == words.count - 1
                    let text = (isMarked && place == 0 ? "[" : "") + word + (isMarked && isLast ? "]" : "")
                    if width > 0, width + 1 + text.displayWidth > style.width { (width, lines) = (0, lines + [[]]) }
                    width += text.displayWidth + (width > 0 ? 1 : 0)
                    lines[lines.count - 1].append(
                        piece.colour.map { style.isPlain ? text : style.paint(text, .black, on: tone($0)) } ?? text)
                }
            }
            return lines.map { $0.joined(separator: " ") }
        }
        return (head + lines).joined(separator: "\n")
    }
}
