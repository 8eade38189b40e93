import Foundation
import TestSupport
import Testing

@testable import Figures

@Suite struct `Figures of trees` {
    private let tree = TreeDiagram(
        .init(
            ["size ≤ 3?", "mean 8"], shade: 0.5,
            children: [.init(["7"]), .init(["age ≤ 1?"], children: [.init(["9"], shade: 1), .init(["8"])])]),
        title: "Prices")

    @Test func `a tree has its leaves at the bottom`() {
        let boxes = tree.svg.matches(of: /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/).map {
            Double($0.output.2)!
        }
        #expect(boxes.count == 5)
        // The leaf of the first question is as low as those of the second.
        #expect(Set(boxes.sorted().suffix(3)).count == 1 && Set(boxes).count == 3)
    }

    @Test func `a tree is indented text in the terminal`() {
        #expect(
            tree.terminal(.plain) == """
                Prices
                size ≤ 3?, mean 8
                  yes: 7
                  no: age ≤ 1?
                      yes: 9
                      no: 8
                """)
    }

    @Test func `a dendrogram lists its labels so that no lines cross`() {
        let merges = [Merge(0, 2, distance: 0.1, size: 2), Merge(1, 3, distance: 0.5, size: 3)]
        let figure = Dendrogram(merges: merges, labels: ["a", "b", "c"], title: "Alike", near: 0.2)
        #expect(figure.order == [1, 0, 2])
        #expect(figure.terminal(.plain) == "Alike\n0.100  a + c\n0.500  b + a, c")
        let colours = figure.svg.matches(of: /<path [^>]*stroke="(#\w+)"/).map { String($0.output.1) }
        #expect(colours == [Colour.vermilion.hex, Colour.blue.hex])
    }

    @Test func `a waterfall pools what is small, and ends with all together`() {
        let figure = Waterfall([("a", 3), ("b", -1), ("c", 0.1), ("d", -0.3)], smallest: 0.5)
        #expect(figure.steps.map(\.name) == ["a", "b", "2 others"])
        #expect(abs(figure.net - 1.8) < 1e-12)
        let bars = figure.svg.matches(of: /<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="18"/)
        let ends = bars.map { (Double($0.output.1)!, Double($0.output.1)! + Double($0.output.2)!) }
        #expect(ends.count == 4)
        // The second bar goes back from where the first has ended; the last one is as long as the sum.
        #expect(abs(ends[1].1 - ends[0].1) < 0.02 && abs(ends[3].1 - ends[2].0) < 0.02)
        #expect(ends[3].0 == ends[0].0)
        #expect(figure.terminal(.plain).hasSuffix("net       +1.8"))
    }

    @Test func `bars to the right are as long as their numbers`() {
        let figure = HorizontalBars(["a", "long name"], [2, -1], title: "t", label: "share")
        let widths = figure.svg.matches(of: /width="([\d.]+)" height="16"/).map { Double($0.output.1)! }
        #expect(widths.count == 2 && abs(widths[0] - 2 * widths[1]) < 0.05)
        let rows = figure.terminal(.plain).split(separator: "\n")
        #expect(rows[1].count { $0 == "#" } == 40 && rows[2].count { $0 == "#" } == 20)
        #expect(HorizontalBars([], []).svg.hasPrefix("<svg") && HorizontalBars(["a"], [0]).svg.hasPrefix("<svg"))
    }

    @Test func `bars have the same number of decimals, as few as will do`() {
        func texts(_ values: Double...) -> [String] {
            HorizontalBars(values.map { "\($0)" }, values).terminal(.plain).split(separator: "\n").map {
                String($0.split(separator: " ")[1])
            }
        }
        #expect(texts(36.41, 30, 9.06) == ["36.4", "30.0", "9.1"] && texts(44, 30) == ["44", "30"])
        #expect(texts(0.3424, 0.0611, 0.1) == ["0.342", "0.061", "0.100"])
        #expect(texts(1.1, 0.0042) == ["1.100", "0.004"] && texts(0.9999, 0.00001) == ["0.9999", "0.0000"])
        #expect(texts(0.5, 0) == ["0.5", "0.0"] && texts(2.5e7, 1) == ["2.5e7", "1"])
    }

    @Test func `questions are charts that lead to each other`() {
        let leaves = [
            SplitPictures.Panel.leaf(targets: [1, 2], mean: 1.5, rows: 2), .leaf(targets: [5], mean: 5, rows: 1),
        ]
        let figure = SplitPictures(
            .question(
                "size", values: [1, 2, 3], targets: [1, 2, 5], threshold: 2.5, mean: 2.67, rows: 3, children: leaves),
            target: "price", title: "Why")
        #expect(figure.svg.matches(of: /<circle/).count == 6)
        #expect(figure.svg.contains("size ≤ 2.5?") && figure.svg.contains("1 row<"))
        #expect(
            figure.terminal(.plain) == """
                Why
                size ≤ 2.5?  mean 2.67, 3 rows
                  yes: price  mean 1.50, 2 rows
                  no: price  mean 5.00, 1 row
                """)
    }
}
