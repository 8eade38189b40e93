import Common
import Foundation
import Tensors

/// How often things of a class (row) were taken for one of another class (column).
///
/// The more often, the darker. The diagonal, where they were taken for what they are, has a colour of its own.
public struct ConfusionMatrix: Figure {
    /// As many rows, and numbers in each, as there are classes.
    public let counts: [[Int]]
    public let classes: [String]
    public var title: String

    public init(_ counts: [[Int]], classes: [String], title: String = "Confusion matrix") {
        require(
            counts.count == classes.count && counts.allSatisfy { $0.count == classes.count },
            "a ConfusionMatrix of \(counted(counts.count, "row")) for \(classes.count) classes",
            "it has a row and a column for each class")
        (self.counts, self.classes, self.title) = (counts, classes, title)
    }

    public var fileExtension: String { "svg" }
    public func fileData() throws -> Data { Data(svg.utf8) }

    /// Rows with their class, columns with the numbers of the rows; without room for that, how many are right in each.
    public func terminal(_ style: TerminalStyle) -> String {
        let head = style.paint(title, nil, bold: true)
        let names = classes.enumerated().map { "\($0) \($1)" }
        let widest = names.map(\.displayWidth).max() ?? 0
        let cell = max(3, (counts.joined().map { "\($0)".count }.max() ?? 1) + 1)
        guard widest + classes.count * cell <= style.width else {
            let rows = zip(names, counts).enumerated().map { place, row in
                row.0.padded(to: widest, .left) + "  \(row.1[place]) of \(row.1.reduce(0, +)) right"
            }
            return ([head] + rows).joined(separator: "\n")
        }
        let numbers = classes.indices.map { "\($0)".padded(to: cell, .right) }.joined()
        let rows = zip(names, counts).map { name, row in
            name.padded(to: widest, .left) + row.map { ($0 == 0 ? "·" : "\($0)").padded(to: cell, .right) }.joined()
        }
        return ([head, "".padded(to: widest, .left) + numbers] + rows).joined(separator: "\n")
    }

    public var svg: String {
        let layout = Layout(classes)
        var svg = SVG()
        svg.text(title, layout.width / 2, 26, size: Frame.titleSize, bold: true)
        for (row, name) in classes.enumerated() {
            svg.text(
                name, layout.left - 6, layout.top + (Double(row) + 0.5) * layout.cell + layout.text * 0.36,
                size: layout.text, anchor: "end")
            // A label that is turned ends at its column, below the matrix.
            let x = layout.left + (Double(row) + 0.5) * layout.cell
            svg.text(
                name, x + layout.text * 0.36, layout.bottom + 8, size: layout.text, anchor: "end", turned: -90)
        }
        let largest = (right: largest { $0 == $1 }, wrong: largest { $0 != $1 })
        for row in classes.indices {
            for column in classes.indices {
                svg.cell(counts[row][column], row, column, row == column ? largest.right : largest.wrong, layout)
            }
        }
        svg.text(
            "actual", 14, layout.top + layout.side / 2, size: 13, colour: Colour(grey: 60), bold: true, turned: -90)
        svg.text(
            "predicted", layout.left + layout.side / 2, layout.height - 10, size: 13, colour: Colour(grey: 60),
            bold: true)
        return svg.document(width: layout.width, height: layout.height, title: title)
    }

    /// The largest of some cells. What is right is usually much more than what is wrong; each has a scale of its own,
    /// so that what is rare can be seen.
    private func largest(_ isWanted: (Int, Int) -> Bool) -> Int {
        classes.indices.flatMap { row in
            classes.indices.filter { isWanted(row, $0) }.map { counts[row][$0] }
        }.max() ?? 0
    }
}

extension SVG {
    /// White for 0, and the largest number in the full colour.
    fileprivate mutating func cell(_ count: Int, _ row: Int, _ column: Int, _ largest: Int, _ layout: Layout) {
        let share = count == 0 ? 0 : 0.15 + 0.85 * Double(count) / Double(largest)
        let colour = Colour.white.mixed(with: row == column ? .blue : .vermilion, share)
        let (x, y) = (layout.left + Double(column) * layout.cell, layout.top + Double(row) * layout.cell)
        rect(x, y, layout.cell, layout.cell, "fill=\"\(colour.hex)\" stroke=\"#d2d2d2\" stroke-width=\"0.5\"")
        guard count > 0 else { return }
        text(
            "\(count)", x + layout.cell / 2, y + layout.cell / 2 + layout.text * 0.36, size: layout.text,
            colour: colour.readableInk)
    }
}

/// Where things are, in CSS pixels.
private struct Layout {
    let cell: Double, text: Double, left: Double, side: Double
    let top = 44.0
    let width: Double, height: Double
    var bottom: Double { top + side }

    init(_ classes: [String]) {
        let count = Double(max(classes.count, 1))
        cell = max(16, min(44, 560 / count))
        text = max(9, min(13, cell * 0.5))
        side = cell * count
        let names = classes.map { [text] in SVG.textWidth($0, size: text) }.max() ?? 0
        left = 30 + names
        width = left + side + 20
        height = top + side + names + 44
    }
}
