// # Trees to look at

import Common
import Figures
import Foundation

extension DecisionTree {
    /// The questions in boxes: what is asked, the mean squared error, how many rows come there, and their mean. (The
    /// book's `draw_tree`.)
    /// - Parameter depth: how many questions one after the other are shown.
    public func diagram(depth: Int = 4, title: String = "") -> TreeDiagram {
        let shown = places(below: 0, depth)
        // In all boxes with as many decimals.
        let errors = alike(shown.map { nodes[$0].squaredError }), means = alike(shown.map { nodes[$0].mean }, digits: 4)
        let numbers = zip(errors, means).map { (error: $0, mean: $1) }
        return TreeDiagram(box(0, depth, Dictionary(uniqueKeysWithValues: zip(shown, numbers))), title: title)
    }

    /// The nodes that a diagram shows.
    private func places(below place: Int, _ depth: Int) -> [Int] {
        [place] + (depth > 0 ? nodes[place].children.flatMap { places(below: $0, depth - 1) } : [])
    }

    private func box(_ place: Int, _ depth: Int, _ numbers: [Int: (error: String, mean: String)]) -> TreeDiagram.Box {
        let (node, means) = (nodes[place], nodes.map(\.mean))
        let (low, high) = (means.min()!, means.max()!)
        let shade = low < high ? (node.mean - low) / (high - low) : 0
        let question = node.isLeaf ? [] : [question(node)]
        let texts = numbers[place]!
        let lines = question + ["mse \(texts.error)", counted(Int(node.rows), "row"), "mean \(texts.mean)"]
        guard depth > 0 || node.isLeaf else { return .init(lines + ["…"], shade: shade) }
        return .init(lines, shade: shade, children: node.children.map { box($0, depth - 1, numbers) })
    }

    private func question(_ node: Node) -> String {
        "\(names[Int(node.column)]) ≤ \(String(format: "%.6g", node.threshold))?"
    }

    /// The questions as pictures of the rows that come to them. (The book draws them with dtreeviz.)
    /// - Parameters:
    ///   - features: the rows to draw, some hundreds of them.
    ///   - target: what the targets are called.
    ///   - depth: how many questions one after the other are shown.
    public func splitPictures(
        _ features: Features, _ targets: [Double], target: String, depth: Int = 3, title: String = ""
    ) throws -> SplitPictures {
        try features.expectColumns(names)
        let rows = Array(zip(0..<features.count, targets).map(\.0))
        return SplitPictures(panel(0, rows, features, targets, depth), target: target, title: title)
    }

    private func panel(
        _ place: Int, _ rows: [Int], _ features: Features, _ targets: [Double], _ depth: Int
    ) -> SplitPictures.Panel {
        let (node, ys) = (nodes[place], rows.map { targets[$0] })
        guard !node.isLeaf, depth > 0 else { return .leaf(targets: ys, mean: node.mean, rows: Int(node.rows)) }
        let column = features.columns[Int(node.column)]
        let parts = [rows.filter { column[$0] <= node.threshold }, rows.filter { column[$0] > node.threshold }]
        return .question(
            names[Int(node.column)], values: rows.map { Double(column[$0]) }, targets: ys,
            threshold: Double(node.threshold), mean: node.mean, rows: Int(node.rows),
            children: zip(node.children, parts).map { panel($0, $1, features, targets, depth - 1) })
    }
}

extension [Importance] {
    /// A bar for each column. (The book's `plot_fi`.)
    public func bars(title: String = "What matters", label: String = "share") -> HorizontalBars {
        HorizontalBars(map(\.name), map(\.share), title: title, label: label)
    }
}

extension Contributions {
    /// What the columns do to one prediction, the largest first. (The book's waterfall chart.)
    /// - Parameter smallest: smaller changes are one bar together.
    public func waterfall(row: Int, smallest: Double = 0.08, title: String = "", label: String = "") -> Waterfall {
        Waterfall(
            ranked(row: row).map { (name: $0.name, change: $0.share) }, smallest: smallest, title: title, label: label)
    }
}
