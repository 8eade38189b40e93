import Common
import Foundation
import Tensors

/// How one cell of a matrix product is computed: A is to the left of C, B is above it, and the
/// row of A and the column of B that meet in the cell are highlighted.
///
/// ```swift
/// MatrixProduct(rows: 4, inner: 2, columns: 3, row: 1, column: 2)   // c₁₂ = a₁₁·b₁₂ + a₁₂·b₂₂
/// ```
/// Rows and columns count from 1 here, as they do in formulas.
public struct MatrixProduct: Figure {
    /// The texts of the cells.
    let a: [[String]], b: [[String]], c: [[String]]
    public let row: Int, column: Int
    public var title = ""

    /// A picture with letters: A is [rows, inner], B is [inner, columns].
    public init(
        rows: Int, inner: Int, columns: Int, row: Int, column: Int
    ) {
        let named = { (name: String, height: Int, width: Int) in
            (0..<max(0, height)).map { r in
                (0..<max(0, width)).map { "\(name)\(subscripted(r + 1))\(subscripted($0 + 1))" }
            }
        }
        self.init(
            named("a", rows, inner), named("b", inner, columns), named("c", rows, columns), row, column)
    }

    /// A picture with numbers: C = A · B is worked out.
    public init<Number: ChartNumber>(
        _ a: [[Number]], _ b: [[Number]], row: Int, column: Int
    ) {
        let x = a.map { $0.map(\.chartValue) }
        let y = b.map { $0.map(\.chartValue) }
        guard x.allSatisfy({ $0.count == y.count }), Set(y.map(\.count)).count == 1 else {
            stop(
                "MatrixProduct",
                "each row of A has \(x.map(\.count)) numbers, B has \(counted(y.count, "row")) of \(y.map(\.count))")
        }
        let product = x.map { row in
            (y.first ?? []).indices.map { column in zip(row, y).reduce(0) { $0 + $1.0 * $1.1[column] } }
        }
        let text = { (rows: [[Double]]) in rows.map { $0.map { $0.short(3) } } }
        self.init(text(x), text(y), text(product), row, column)
    }

    private init(
        _ a: [[String]], _ b: [[String]], _ c: [[String]], _ row: Int, _ column: Int
    ) {
        guard (1...max(1, a.count)).contains(row), (1...max(1, c.first?.count ?? 0)).contains(column), !b.isEmpty,
            !c.isEmpty
        else {
            stop(
                "MatrixProduct",
                "C is [\(a.count), \(c.first?.count ?? 0)] and has no cell (\(row), \(column)); rows and columns count from 1"
            )
        }
        (self.a, self.b, self.c, self.row, self.column) = (a, b, c, row, column)
    }

    /// `c₁₂ = a₁₁·b₁₂ + a₁₂·b₂₂`. A negative factor is in parentheses: `2·(-1.5)`.
    public var formula: String {
        let factor = { (text: String) in text.hasPrefix("-") ? "(\(text))" : text }
        let terms = zip(a[row - 1], b).map { "\(factor($0))·\(factor($1[column - 1]))" }
        return "\(cellName) = " + terms.joined(separator: " + ")
            + (c[row - 1][column - 1] == cellName ? "" : " = \(c[row - 1][column - 1])")
    }

    private var cellName: String { "c" + subscripted(row) + subscripted(column) }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    public var svg: String {
        let size = 15.0
        let gap = 34.0
        let height = 36.0
        let cell = max(46, ((a + b + c).joined().map { SVG.textWidth($0, size: size) }.max() ?? 0) + 18)
        let top = title.isEmpty ? 44.0 : 74
        let inner = b.count
        let columns = c[0].count
        let left = (x: 30.0, y: top + Double(inner) * height + gap)
        let above = (x: left.x + Double(inner) * cell + gap, y: top)
        let width = above.x + Double(columns) * cell + 30
        let bottom = left.y + Double(a.count) * height
        var svg = SVG()
        // Dotted guides lead from the row and from the column to the cell where they meet.
        let guide = "stroke=\"#999999\" stroke-width=\"1.4\" stroke-dasharray=\"2 4\""
        let meeting = (x: above.x + (Double(column) - 0.5) * cell, y: left.y + (Double(row) - 0.5) * height)
        svg.line(left.x + Double(inner) * cell, meeting.y, meeting.x, meeting.y, guide)
        svg.line(meeting.x, above.y + Double(inner) * height, meeting.x, meeting.y, guide)
        svg.matrix(a, "A", left, (cell, height), size, .blue) { r, _ in r == row - 1 }
        svg.matrix(b, "B", above, (cell, height), size, .orange) { _, c in c == column - 1 }
        svg.matrix(c, "C = A · B", (above.x, left.y), (cell, height), size, .green, isBelow: true) { r, c in
            r == row - 1 && c == column - 1
        }
        let room = max(width, SVG.textWidth(formula, size: size + 1) + 40)
        svg.text(typeset(formula), room / 2, bottom + 62, size: size + 1)
        if !title.isEmpty { svg.text(title, room / 2, 28, size: Frame.titleSize, bold: true) }
        return svg.document(width: room, height: bottom + 84, title: title.isEmpty ? "Matrix product" : title)
    }

    /// The same arrangement in letters: highlighted cells are in brackets, and in colour where there is any.
    public func terminal(_ style: TerminalStyle) -> String {
        let width = ((a + b + c).joined().map(\.displayWidth).max() ?? 1) + 2
        func line(_ cells: [String], _ colour: Colour, _ isMarked: (Int) -> Bool) -> String {
            cells.enumerated().map { i, text in
                let cell = text.padded(to: width - 2, .centre)
                return isMarked(i) ? style.paint("[\(cell)]", colour, bold: true) : " \(cell) "
            }.joined()
        }
        let indent = String(repeating: " ", count: width * b.count + 3)
        let upper = b.map { indent + line($0, .orange) { $0 == column - 1 } }
        let lower = zip(a, c).enumerated().map { r, rows in
            line(rows.0, .blue) { _ in r == row - 1 } + "   "
                + line(rows.1, .green) { r == row - 1 && $0 == column - 1 }
        }
        let head = title.isEmpty ? [] : [style.paint(title, nil, bold: true), ""]
        return (head + upper + [""] + lower + ["", formula]).map(\.withoutTrailingSpaces).joined(separator: "\n")
    }
}

extension SVG {
    fileprivate mutating func matrix(
        _ cells: [[String]], _ name: String, _ corner: (x: Double, y: Double), _ cell: (width: Double, height: Double),
        _ size: Double, _ colour: Colour, isBelow: Bool = false, isMarked: (Int, Int) -> Bool
    ) {
        for (r, texts) in cells.enumerated() {
            for (c, text) in texts.enumerated() {
                let x = corner.x + Double(c) * cell.width
                let y = corner.y + Double(r) * cell.height
                let fill = isMarked(r, c) ? colour.mixed(with: .white, 0.6) : Colour(grey: 250)
                rect(x, y, cell.width, cell.height, "fill=\"\(fill.hex)\" stroke=\"#8a8a8a\"")
                self.text(
                    typeset(text), x + cell.width / 2, y + cell.height / 2 + 5, size: size, bold: isMarked(r, c))
            }
        }
        let middle = corner.x + Double(cells[0].count) * cell.width / 2
        let y = isBelow ? corner.y + Double(cells.count) * cell.height + 22 : corner.y - 12
        text(name, middle, y, size: size, colour: Colour(grey: 60), bold: true)
    }
}

/// 12 → ₁₂
func subscripted(_ number: Int) -> String {
    String(String.UnicodeScalarView(String(number).unicodeScalars.map { Unicode.Scalar($0.value - 0x30 + 0x2080)! }))
}
