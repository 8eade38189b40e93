// Is a figure's file a picture that someone could look at?

import Figures
import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The file of a figure.
public struct Picture: Sendable {
    public let name: String
    public let data: Data
    /// What is wrong with it, in words; empty for a picture of sensible size with something on it.
    public let problems: [String]

    init(_ file: URL) throws {
        (name, data) = (file.lastPathComponent, try Data(contentsOf: file))
        problems = file.pathExtension == "png" ? try problemsOfPNG(file) : problemsOfSVG(data)
    }
}

private let sensibleSizes = 16.0...4000

private func problemsOfPNG(_ file: URL) throws -> [String] {
    let raster = try Raster(png: file)
    let isOneColour = raster.pixels.allSatisfy { $0 == raster.pixels.first }
    return problems(width: Double(raster.width), height: Double(raster.height))
        + (isOneColour ? ["all of it is one colour"] : [])
}

private func problemsOfSVG(_ data: Data) -> [String] {
    let reader = SVGReader()
    let parser = XMLParser(data: data)
    parser.delegate = reader
    guard parser.parse(), let size = reader.size else { return ["not an SVG file"] }
    return problems(width: size.width, height: size.height)
        + (reader.shapes < 3 ? ["it draws \(reader.shapes) shapes"] : [])
        + (reader.emptySeries > 0 ? ["\(reader.emptySeries) of its series draw nothing"] : [])
        + reader.notNumbers.map { "\($0) is not a number" }
}

private func problems(width: Double, height: Double) -> [String] {
    [width, height].allSatisfy(sensibleSizes.contains) ? [] : ["\(width) × \(height) pixels"]
}

/// Counts what an SVG draws.
private final class SVGReader: NSObject, XMLParserDelegate {
    private(set) var size: (width: Double, height: Double)?
    private(set) var shapes = 0
    private(set) var notNumbers: [String] = []
    /// How many series of charts have no marks: axes, labels and a legend do not make a picture.
    private(set) var emptySeries = 0
    /// How many shapes there are so far in the series that is being read; nil outside of them.
    private var marks: Int?

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        let shapeNames: Set = ["path", "line", "rect", "circle", "polyline", "polygon", "text", "image"]
        if shapeNames.contains(name) {
            shapes += 1
            marks? += 1
        }
        if name == "g", attributes["class"] == "marks" { marks = 0 }
        if name == "svg", let width = attributes["width"].flatMap(Double.init),
            let height = attributes["height"].flatMap(Double.init)
        {
            size = (width, height)
        }
        notNumbers += attributes.filter { $0.value.contains(/\b(nan|inf)\b/) }.map { "\(name)'s \($0.key)" }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        guard name == "g", let count = marks else { return }
        if count == 0 { emptySeries += 1 }
        marks = nil
    }
}
