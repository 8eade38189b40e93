import Common
import Foundation
import Tensors

/// The numbers of an image, each on a background as dark as the number is large: you see the digit
/// and what it is made of at the same time.
public struct PixelTable: Figure {
    /// Rows of equal length.
    public let values: [[Double]]
    /// The numbers that are shown as white and as black.
    public var range: ClosedRange<Double>
    public var decimals: Int
    /// The index of the first row and column, for a part cut out of a larger image.
    public var rowsFrom: Int, columnsFrom: Int
    /// Above the numbers; empty for none.
    public var title: String
    /// From the colour of the low end to that of the high end.
    public var colours = ColourMap.ink

    /// - Parameter range: by default from the smallest to the largest number.
    public init<Number: ChartNumber>(
        _ rows: [[Number]], range: ClosedRange<Double>? = nil, decimals: Int = 0, rowsFrom: Int = 0,
        columnsFrom: Int = 0, title: String = ""
    ) {
        values = rows.map { $0.map(\.chartValue) }
        self.range = range ?? extent(values.joined()) ?? 0...1
        (self.decimals, self.rowsFrom, self.columnsFrom, self.title) = (decimals, rowsFrom, columnsFrom, title)
        guard Set(rows.map(\.count)).count <= 1 else {
            stop("PixelTable", "rows of different lengths: \(rows.map(\.count))")
        }
    }

    public var fileExtension: String { "png" }
    public func fileData() throws -> Data { try raster().pngData() }

    /// The table as an image.
    public func raster() -> Raster {
        let textHeight = 13
        let cellHeight = 30
        let texts = values.map { $0.map(text) }
        let widest = texts.joined().map { Raster.textWidth($0, height: textHeight) }.max() ?? 0
        let cellWidth = max(40, widest + 14)
        let columns = values.first?.count ?? 0
        let top = title.isEmpty ? 0 : textHeight + 15
        let titleWidth = Raster.textWidth(title, height: textHeight) + 24
        var page = Raster(
            width: max(40 + columns * cellWidth + 12, titleWidth), height: top + 32 + values.count * cellHeight + 12,
            fill: .white)
        page.draw(title, x: 12, y: 10, height: textHeight, colour: .black)
        func centred(_ text: String, _ column: Int, _ row: Int, _ colour: Colour) {
            // Row and column -1 are the narrow ones that hold the indices.
            let x = column < 0 ? 20 : 40 + column * cellWidth + cellWidth / 2
            let y = top + (row < 0 ? 17 : 32 + row * cellHeight + cellHeight / 2)
            let width = Raster.textWidth(text, height: textHeight)
            page.draw(text, x: x - width / 2, y: y - textHeight / 2, height: textHeight, colour: colour)
        }
        for column in 0..<columns { centred("\(columnsFrom + column)", column, -1, .grey) }
        for (row, numbers) in values.enumerated() {
            centred("\(rowsFrom + row)", -1, row, .grey)
            for (column, number) in numbers.enumerated() {
                let (x, y) = (40 + column * cellWidth, top + 32 + row * cellHeight)
                page.fill(x: x..<x + cellWidth, y: y..<y + cellHeight, colour(number))
                centred(texts[row][column], column, row, colour(number).readableInk)
            }
        }
        return page
    }

    /// The numbers on their shades of grey; in plain text just the numbers.
    public func terminal(_ style: TerminalStyle) -> String {
        let texts = values.map { $0.map(text) }
        let widest = texts.joined().map(\.displayWidth).max() ?? 1
        let head = title.isEmpty ? "" : style.paint(title, nil, bold: true) + "\n"
        return head
            + zip(values, texts).map { numbers, texts in
                zip(numbers, texts).map { number, text in
                    let cell = " " + text.padded(to: widest, .right)
                    return style.paint(cell, colour(number).readableInk, on: colour(number))
                }.joined()
            }.joined(separator: "\n")
    }

    private func text(_ number: Double) -> String { number.isFinite ? fixed(number, decimals) : "\(number)" }

    /// The background of a number.
    func colour(_ number: Double) -> Colour {
        let span = range.upperBound - range.lowerBound
        return colours(span > 0 ? (number - range.lowerBound) / span : 0)
    }
}
