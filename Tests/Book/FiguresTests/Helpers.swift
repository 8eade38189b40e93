import Figures
import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
}

/// An XML element without its children, and the text inside.
struct Element {
    var name: String, attributes: [String: String], text = ""
    func number(_ attribute: String) -> Double { attributes[attribute].flatMap(Double.init) ?? .nan }
}

/// All elements of an SVG in order, or nil when it is not well-formed XML.
func elements(_ svg: String) -> [Element]? {
    let reader = ElementReader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    guard parser.parse() else { return nil }
    return reader.elements.map { element in
        var element = element
        element.text = element.text.trimmingCharacters(in: .newlines)
        return element
    }
}

private final class ElementReader: NSObject, XMLParserDelegate {
    var elements: [Element] = []

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append(Element(name: name, attributes: attributes))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        elements[elements.count - 1].text += text
    }
}

extension String {
    var lines: [String] { components(separatedBy: "\n") }
    var hasEscapes: Bool { contains("\u{1B}") }
}

let trueColour = TerminalStyle(width: 80, colour: .truecolour)
