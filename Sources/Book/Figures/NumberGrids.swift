import Common
import Foundation
import Tensors

/// Grids of numbers side by side, drawn equally large unless one asks for less, with outlines around some of their
/// cells: a small image, the map that a layer has made of it, and what belongs together in both.
///
/// ```swift
/// NumberGrids([.init("image", image), .init("map", map, outlines: [.init(1..<2, 3..<4, .vermilion)])])
/// ```
/// Cells that are large enough have their number written in them.
public struct NumberGrids: Figure {
    /// A block of cells that is outlined in a colour.
    public struct Outline: Sendable {
        public let rows, columns: Range<Int>
        public let colour: Colour

        public init(_ rows: Range<Int>, _ columns: Range<Int>, _ colour: Colour) {
            (self.rows, self.columns, self.colour) = (rows, columns, colour)
        }
    }

    /// One of the grids.
    public struct Grid: Sendable {
        public let title: String
        let values: [[Double]]
        public let decimals: Int
        public let outlines: [Outline]
        /// The colour of the largest number.
        let dark: Colour
        /// How wide and high it is, as a share of the others.
        public let share: Double

        /// - Parameters:
        ///   - values: [h, w]. White is 0, the largest number is dark, and numbers below 0 are grey.
        ///   - decimals: of the numbers in the cells.
        ///   - dark: the colour of the largest number.
        ///   - share: how wide and high it is drawn, as a share of the figure's `side`: for a small kernel beside maps.
        public init(
            _ title: String, _ values: Tensor, decimals: Int = 2, outlines: [Outline] = [],
            dark: Colour = Colour(0, 60, 110), share: Double = 1
        ) {
            require(
                share > 0 && share <= 1, "a grid of numbers with a share of \(share)",
                "it has to be more than 0 and at most 1")
            require(
                values.rank == 2 && values.count > 0, "a grid of numbers \(values.shape)", "it has no rows and columns",
                try: "[h, w]")
            let (numbers, width) = (values.scalars.map(Double.init), values.shape[1])
            self.values = (0..<values.shape[0]).map { Array(numbers[$0 * width..<($0 + 1) * width]) }
            (self.title, self.decimals, self.outlines) = (title, decimals, outlines)
            (self.dark, self.share) = (dark, share)
            for outline in outlines {
                let isInside =
                    outline.rows.lowerBound >= 0 && outline.rows.upperBound <= values.shape[0]
                    && outline.columns.lowerBound >= 0 && outline.columns.upperBound <= width
                require(
                    isInside, "an outline of rows \(outline.rows) and columns \(outline.columns)",
                    "the grid is \(values.shape)", try: "rows and columns of the grid")
            }
        }

        /// White for 0, dark for the largest number, grey for its opposite.
        fileprivate func colour(_ number: Double) -> Colour {
            let largest = values.joined().filter(\.isPlottable).map(\.magnitude).max() ?? 0
            guard number.isPlottable, largest > 0 else { return .white }
            return Colour.white.mixed(with: number > 0 ? dark : Colour(grey: 130), number.magnitude / largest)
        }
    }

    public var grids: [Grid]
    public var title: String
    /// How wide and high a grid is, in CSS pixels.
    public var side: Double

    public init(_ grids: [Grid], title: String = "", side: Double = 308) {
        (self.grids, self.title, self.side) = (grids, title, side)
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    /// Where the outlines are, and the numbers in the first of each grid, or all of a small grid's.
    public func terminal(_ style: TerminalStyle) -> String {
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true)]
        let blocks = grids.map { grid in
            let places = grid.outlines.map { outline in
                func span(_ range: Range<Int>) -> String {
                    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound - 1)"
                }
                return "  outlined: rows \(span(outline.rows)), columns \(span(outline.columns))"
            }
            let (rows, columns) = (0..<grid.values.count, 0..<grid.values[0].count)
            let isSmall = rows.count <= 5 && columns.count <= 5
            guard let first = isSmall ? Outline(rows, columns, .black) : grid.outlines.first else { return grid.title }
            let numbers = first.rows.map { row in
                "  " + first.columns.map { fixed(grid.values[row][$0], grid.decimals).padded(to: 7, .right) }.joined()
            }
            return ([grid.title] + places + numbers).joined(separator: "\n")
        }
        return (head + blocks).joined(separator: "\n")
    }

    public var svg: String {
        let (gap, margin) = (26.0, 16.0)
        let top = title.isEmpty ? 40.0 : 72
        let shares = grids.isEmpty ? [1] : grids.map(\.share)
        let width = 2 * margin + shares.reduce(0) { $0 + $1 * side + gap } - gap
        var svg = SVG()
        if !title.isEmpty { svg.text(title, width / 2, 28, size: Frame.titleSize, bold: true) }
        var x = margin
        for grid in grids {
            let (own, y) = (side * grid.share, top + side * (1 - grid.share) / 2)
            svg.text(grid.title, x + own / 2, y - 10, size: 13, colour: Colour(grey: 60), bold: true)
            svg.draw(grid, at: (x, y), side: own)
            x += own + gap
        }
        return svg.document(
            width: width, height: top + side + margin, title: title.isEmpty ? "Grids of numbers" : title)
    }
}

extension SVG {
    fileprivate mutating func draw(_ grid: NumberGrids.Grid, at corner: (x: Double, y: Double), side: Double) {
        let cell = side / Double(max(grid.values.count, grid.values[0].count))
        for (r, row) in grid.values.enumerated() {
            for (c, number) in row.enumerated() {
                let (x, y) = (corner.x + Double(c) * cell, corner.y + Double(r) * cell)
                let colour = grid.colour(number)
                rect(x, y, cell, cell, "fill=\"\(colour.hex)\" stroke=\"#b4b4b4\" stroke-width=\"0.5\"")
                let size = min(13, cell * 0.44)
                guard size >= 8 else { continue }
                text(
                    typeset(fixed(number, grid.decimals)), x + cell / 2, y + cell / 2 + size * 0.36, size: size,
                    colour: colour.readableInk)
            }
        }
        for outline in grid.outlines {
            rect(
                corner.x + Double(outline.columns.lowerBound) * cell, corner.y + Double(outline.rows.lowerBound) * cell,
                Double(outline.columns.count) * cell, Double(outline.rows.count) * cell,
                "fill=\"none\" stroke=\"\(outline.colour.hex)\" stroke-width=\"3\"")
        }
    }
}
