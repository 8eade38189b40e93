import Common
import Foundation
import Tensors

/// Where the elements of a tensor are in memory: its storage as a row of cells, and below it the tensor as a table.
/// Each element has the colour and, in its corner, the number of the cell that it is read from.
///
/// ```swift
/// StorageMap([("c", c), ("c, expanded", c.expanded(as: m))])
/// ```
public struct StorageMap: Figure {
    /// A tensor of rank 1 or 2, as strides and offset into its storage.
    struct View: Sendable {
        let name: String, shape: [Int], strides: [Int], offset: Int, storage: [Float]

        var rows: Int { shape.count == 2 ? shape[0] : 1 }
        var columns: Int { shape.last! }
        var note: String { "shape \(shape), strides \(strides)" }

        /// The number of the cell that element (row, column) is read from.
        func cell(_ row: Int, _ column: Int) -> Int {
            offset + column * strides.last! + (shape.count == 2 ? row * strides[0] : 0)
        }
    }

    let views: [View]
    public var title: String

    /// - Precondition: each tensor has one or two axes, 1 to 100 numbers, and a storage of at most 24.
    public init(_ views: [(name: String, tensor: Tensor)], title: String = "") {
        self.title = title
        self.views = views.map { name, x in
            let storage = x.storage
            let (map, hint) = ("StorageMap of \"\(name)\", \(x.shape)", "a vector or a matrix with a few numbers")
            require((1...2).contains(x.rank), map, "it has rank \(x.rank)", try: hint)
            require((1...100).contains(x.count), map, "it has \(counted(x.count, "number"))", try: hint)
            require(storage.count <= 24, map, "its storage has \(storage.count) numbers", try: hint)
            return View(name: name, shape: x.shape, strides: x.strides, offset: x.offset, storage: storage)
        }
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    public func terminal(_ style: TerminalStyle) -> String {
        let blocks = views.map { view in
            let texts = view.storage.map { Double($0).short(3) }
            let width = texts.map(\.displayWidth).max() ?? 1
            func line(_ cells: [Int]) -> String {
                cells.map { cell in
                    let colour = Self.colour(cell, of: texts.count)
                    return style.paint(" " + texts[cell].padded(to: width, .right) + " ", .black, on: colour)
                }.joined()
            }
            let table = (0..<view.rows).map { row in line((0..<view.columns).map { view.cell(row, $0) }) }
            let lines = ["\(view.name): \(view.note)", "storage " + line(Array(texts.indices)), ""] + table
            return lines.map(\.withoutTrailingSpaces).joined(separator: "\n")
        }
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        return (head + blocks).joined(separator: "\n\n")
    }

    /// From blue over white to orange, so that neighbours differ and the order shows.
    private static func colour(_ cell: Int, of count: Int) -> Colour {
        let map = ColourMap(Colour.blue.mixed(with: .white, 0.45), .white, Colour.orange.mixed(with: .white, 0.2))
        return map(count > 1 ? Double(cell) / Double(count - 1) : 0.5)
    }
}

// MARK: The picture

extension StorageMap {
    private static let side = (width: 44.0, height: 32.0)

    public var svg: String {
        let top = title.isEmpty ? 8.0 : 42
        var (svg, x, bottom) = (SVG(), 24.0, 0.0)
        for view in views {
            let cells = max(view.storage.count, view.columns)
            let width = max(Double(cells) * Self.side.width, SVG.textWidth(view.note, size: 13) + 12)
            bottom = max(bottom, draw(view, (x + width / 2, top), &svg))
            x += width + 36
        }
        let width = max(x - 12, SVG.textWidth(title, size: 17) + 40)
        if !title.isEmpty { svg.text(title, width / 2, 28, size: Frame.titleSize, bold: true) }
        return svg.document(width: width, height: bottom + 20, title: title.isEmpty ? "Storage" : title)
    }

    /// Draws a view around a vertical line; returns where it ends.
    private func draw(_ view: View, _ place: (middle: Double, top: Double), _ svg: inout SVG) -> Double {
        let (middle, top) = place
        svg.text(view.name, middle, top + 22, size: 14, bold: true)
        svg.text("in memory", middle, top + 42, size: 12, colour: .grey)
        row(Array(view.storage.indices), view, (middle, top + 50), &svg)
        svg.text("seen as", middle, top + 104, size: 12, colour: .grey)
        for number in 0..<view.rows {
            let cells = (0..<view.columns).map { view.cell(number, $0) }
            row(cells, view, (middle, top + 112 + Double(number) * Self.side.height), &svg)
        }
        let bottom = top + 112 + Double(view.rows) * Self.side.height
        svg.text(view.note, middle, bottom + 22, size: 13, colour: Frame.ink)
        return bottom + 22
    }

    private func row(_ cells: [Int], _ view: View, _ place: (middle: Double, top: Double), _ svg: inout SVG) {
        let (width, height) = Self.side
        let left = place.middle - Double(cells.count) * width / 2
        for (number, cell) in cells.enumerated() {
            let x = left + Double(number) * width
            let fill = Self.colour(cell, of: view.storage.count).hex
            svg.rect(x, place.top, width, height, "fill=\"\(fill)\" stroke=\"#8a8a8a\"")
            svg.text(typeset(Double(view.storage[cell]).short(3)), x + width / 2, place.top + height / 2 + 6, size: 15)
            svg.text("\(cell)", x + 4, place.top + 11, size: 9, anchor: "start", colour: Frame.ink)
        }
    }
}
