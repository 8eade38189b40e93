import Common
import Foundation

/// A vector picture under construction: shapes are appended, coordinates are CSS pixels with two decimals.
struct SVG {
    private(set) var body = ""

    /// Text is measured, not laid out, so widths are estimates for a wide sans-serif font, on the large side.
    static func textWidth(_ text: String, size: Double) -> Double {
        text.reduce(0) { $0 + Self.em($1) } * size
    }

    private static func em(_ character: Character) -> Double {
        switch character {
        case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!": 0.3
        case " ", "t", "f", "r", "(", ")", "[", "]", "-", "/": 0.38
        case "m", "w", "M", "W", "%", "@": 0.93
        case "A"..."Z": 0.69
        case "−", "=", "+", "<", ">": 0.84
        default: String(character).displayWidth > 1 ? 1.05 : 0.64
        }
    }

    /// Lines of at most `width`, broken at spaces.
    static func wrapped(_ text: String, size: Double, width: Double) -> [String] {
        broken(text) { textWidth($0, size: size) <= width }
    }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ attributes: String) {
        body += "<line x1=\"\(n(x1))\" y1=\"\(n(y1))\" x2=\"\(n(x2))\" y2=\"\(n(y2))\" \(attributes)/>\n"
    }

    mutating func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ attributes: String) {
        body += "<rect x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(width))\" height=\"\(n(height))\" \(attributes)/>\n"
    }

    mutating func circle(_ x: Double, _ y: Double, radius: Double, _ attributes: String) {
        body += "<circle cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(n(radius))\" \(attributes)/>\n"
    }

    mutating func path(_ data: String, _ attributes: String) {
        body += "<path d=\"\(data)\" \(attributes)/>\n"
    }

    /// `anchor` is where (x, y) lies on the baseline: start, middle or end.
    mutating func text(
        _ text: String, _ x: Double, _ y: Double, size: Double, anchor: String = "middle", colour: Colour = .black,
        bold: Bool = false, turned degrees: Double = 0
    ) {
        var attributes = "font-size=\"\(n(size))\" text-anchor=\"\(anchor)\" fill=\"\(colour.hex)\""
        if bold { attributes += " font-weight=\"600\"" }
        if degrees != 0 { attributes += " transform=\"rotate(\(n(degrees)) \(n(x)) \(n(y)))\"" }
        body += "<text x=\"\(n(x))\" y=\"\(n(y))\" \(attributes)>\(escaped(text))</text>\n"
    }

    mutating func group(x: Double, y: Double, _ inner: SVG) {
        body += "<g transform=\"translate(\(n(x)) \(n(y)))\">\n\(inner.body)</g>\n"
    }

    /// A group that can be found by its class.
    mutating func group(class name: String, _ inner: SVG) {
        body += "<g class=\"\(name)\">\n\(inner.body)</g>\n"
    }

    /// The whole file. The background is white with rounded corners, so it is readable on dark pages too.
    func document(width: Double, height: Double, title: String) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="\(n(width))" height="\(n(height))" \
        viewBox="0 0 \(n(width)) \(n(height))" role="img" font-family="Helvetica, Arial, 'DejaVu Sans', sans-serif">
        <title>\(escaped(title))</title>
        <rect width="\(n(width))" height="\(n(height))" rx="6" fill="#ffffff"/>
        \(body)</svg>

        """
    }
}

/// A coordinate.
func n(_ value: Double) -> String { value.short(2) }

/// For the inside of elements and attributes. Control characters are not allowed in XML at all.
func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "\n", "\t": result += " "
        case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
