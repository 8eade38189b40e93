import Common
import Foundation
import Tensors

/// How a convolution becomes a matrix product: every place of the kernel is a patch of the image, every patch becomes a
/// column, and the kernel, written as a row, is multiplied by all columns at once.
///
/// ```swift
/// PatchesAsColumns([[0, 1, 2], [3, 4, 5], [6, 7, 8]], kernel: [[1, 0], [0, -1]])
/// ```
/// Each patch has a colour, and its column and its result have the same. It is for small images, of at most 64 numbers:
/// seven places at most have colours of their own.
public struct PatchesAsColumns: Figure {
    let image, kernel: [[Double]]
    public let stride: Int
    public var title: String

    public init<Number: ChartNumber>(
        _ image: [[Number]], kernel: [[Number]], stride: Int = 1, title: String = ""
    ) {
        (self.image, self.kernel) = (image.map { $0.map(\.chartValue) }, kernel.map { $0.map(\.chartValue) })
        (self.stride, self.title) = (stride, title)
        let (height, width) = (image.count, image.first?.count ?? 0)
        let (kernelHeight, kernelWidth) = (kernel.count, kernel.first?.count ?? 0)
        let isRectangular = image.allSatisfy { $0.count == width } && kernel.allSatisfy { $0.count == kernelWidth }
        require(stride > 0, "PatchesAsColumns", "its stride is \(stride)", try: "a stride of 1 or more")
        require(
            isRectangular && width > 0 && kernelWidth > 0 && (1...max(1, height)).contains(kernelHeight)
                && (1...max(1, width)).contains(kernelWidth),
            "PatchesAsColumns",
            "a kernel of \(kernel.map(\.count)) does not fit into an image of \(image.map(\.count))",
            try: "rows of equal length, and a kernel that is not larger than the image")
        require(
            height * width <= 64, "PatchesAsColumns",
            "its image has \(height * width) numbers, too many to read",
            try: "an image of at most 64 numbers, 8 × 8")
    }

    /// The top left corner of every patch, from left to right and then down.
    var corners: [(row: Int, column: Int)] {
        Swift.stride(from: 0, through: image.count - kernel.count, by: stride).flatMap { row in
            Swift.stride(from: 0, through: image[0].count - kernel[0].count, by: stride).map { (row, $0) }
        }
    }

    /// The numbers of each patch, row after row: the columns of the matrix.
    var columns: [[Double]] {
        corners.map { corner in
            kernel.indices.flatMap { y in kernel[y].indices.map { image[corner.row + y][corner.column + $0] } }
        }
    }

    /// The kernel as a row.
    var row: [Double] { kernel.flatMap(\.self) }

    /// The row times each column.
    var results: [Double] { columns.map { zip(row, $0).reduce(0) { $0 + $1.0 * $1.1 } } }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    /// The image and the matrix side by side, and the product.
    public func terminal(_ style: TerminalStyle) -> String {
        let width = (image + columns).joined().map { $0.short(3).displayWidth }.max()! + 1
        func line(_ numbers: [Double]) -> String { numbers.map { $0.short(3).padded(to: width, .right) }.joined() }
        let leftWidth = max(16, image[0].count * width + 3)
        var lines = title.isEmpty ? [] : [style.paint(title, nil, bold: true), ""]
        lines.append("image".padded(to: leftWidth, .left) + " its patches")
        for index in 0..<max(image.count, row.count) {
            let left = index < image.count ? line(image[index]) : ""
            let right = index < row.count ? line(columns.map { $0[index] }) : ""
            lines.append(left.padded(to: leftWidth, .left) + right)
        }
        let list = { (numbers: [Double]) in numbers.map { $0.short(3) }.joined(separator: " ") }
        lines += ["", "kernel [\(list(row))] times each column: [\(list(results))]"]
        return lines.map(\.withoutTrailingSpaces).joined(separator: "\n")
    }
}

// MARK: The drawing

extension PatchesAsColumns {
    private func colour(_ patch: Int) -> Colour {
        Colour.palette[patch % Colour.palette.count].mixed(with: .white, 0.55)
    }

    public var svg: String {
        let (cell, wide, gap) = (26.0, 38.0, 26.0)
        let top = title.isEmpty ? 44.0 : 72
        let (copyWidth, copyHeight) = (Double(image[0].count) * cell, Double(image.count) * cell)
        let copies = Double(corners.count) * (copyWidth + gap) - gap
        let (kernelWidth, matrixWidth) = (Double(row.count) * wide, Double(columns.count) * wide)
        let width = 60 + max(copies, kernelWidth + 40 + matrixWidth)
        let matrix = (x: 30 + kernelWidth + 40, y: top + copyHeight + 74)
        let below = matrix.y + Double(row.count) * cell + 22
        var svg = SVG()
        if !title.isEmpty { svg.text(title, width / 2, 28, size: Frame.titleSize, bold: true) }
        for (patch, corner) in corners.enumerated() {
            let x = (width - copies) / 2 + Double(patch) * (copyWidth + gap)
            svg.text("patch \(patch + 1)", x + copyWidth / 2, top - 10, size: 13, colour: Colour(grey: 60))
            svg.cells(image, (x, top), (cell, cell)) { r, c in
                let isInside =
                    (corner.row..<corner.row + kernel.count).contains(r)
                    && (corner.column..<corner.column + kernel[0].count).contains(c)
                return isInside ? colour(patch) : Colour(grey: 250)
            }
            let target = matrix.x + (Double(patch) + 0.5) * wide
            svg.arrow(
                [(x + copyWidth / 2, top + copyHeight + 4), (target, matrix.y - 28)],
                Colour.palette[patch % Colour.palette.count])
        }
        svg.text(
            "patches as columns", matrix.x + matrixWidth / 2, matrix.y - 8, size: 13, colour: Colour(grey: 60),
            bold: true)
        let rows = row.indices.map { index in columns.map { $0[index] } }
        svg.cells(rows, matrix, (wide, cell)) { _, column in colour(column) }
        svg.cells([row], (30, below), (wide, cell)) { _, _ in Colour(grey: 225) }
        svg.cells([results], (matrix.x, below), (wide, cell)) { _, column in colour(column) }
        let square = (x: 30 + (kernelWidth - Double(kernel[0].count) * cell) / 2, y: matrix.y)
        svg.cells(kernel, square, (cell, cell)) { _, _ in Colour(grey: 225) }
        let middle = 30 + kernelWidth / 2
        svg.text("kernel", middle, square.y - 8, size: 13, colour: Colour(grey: 60), bold: true)
        svg.arrow([(middle, square.y + Double(kernel.count) * cell + 6), (middle, below - 6)], Colour(grey: 118))
        svg.text("=", matrix.x - 20, below + cell / 2 + 6, size: 18, bold: true)
        svg.text(
            "kernel as a row, times each column", middle, below + cell + 18, size: 13, colour: Colour(grey: 60),
            bold: true)
        svg.text(
            "result", matrix.x + matrixWidth / 2, below + cell + 18, size: 13, colour: Colour(grey: 60), bold: true)
        return svg.document(
            width: width, height: below + cell + 36, title: title.isEmpty ? "Patches as columns" : title)
    }
}

extension SVG {
    /// A table of numbers on colours.
    fileprivate mutating func cells(
        _ numbers: [[Double]], _ corner: (x: Double, y: Double), _ cell: (width: Double, height: Double),
        fill: (Int, Int) -> Colour
    ) {
        for (r, row) in numbers.enumerated() {
            for (c, number) in row.enumerated() {
                let x = corner.x + Double(c) * cell.width
                let y = corner.y + Double(r) * cell.height
                rect(x, y, cell.width, cell.height, "fill=\"\(fill(r, c).hex)\" stroke=\"#8a8a8a\"")
                text(typeset(number.short(3)), x + cell.width / 2, y + cell.height / 2 + 5, size: 13)
            }
        }
    }
}
