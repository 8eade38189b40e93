import Figures
import Testing

@Suite struct `Computation graphs` {
    /// y = x · w + b, then z = max(y, 0): four values with gradients, and a bias that gets none.
    let graph = ComputationGraph(
        .init("x", "[1, 2]", gradient: "[6, -9]", by: "· wᵀ"),
        [
            .init(
                "linear", left: .init("w", "[2, -3]", gradient: "[3, 6]", by: "xᵀ ·"), right: .init("b", "0.5"),
                to: .init("y", "-3.5", gradient: "3", by: "where y > 0")),
            .init("relu", to: .init("z", "0", gradient: "1")),
        ], title: "A chain")

    @Test func `every value is a box, every operation a pill, and all names are written`() throws {
        let all = try #require(elements(graph.svg))
        #expect(all.filter { $0.name == "rect" }.count == 1 + 5 + 2, "the background, five values, two operations")
        let texts = all.filter { $0.name == "text" }.map(\.text)
        for text in ["A chain", "x  [1, 2]", "w  [2, −3]", "b  0.5", "y  −3.5", "z  0", "linear", "relu"] {
            #expect(texts.contains(text))
        }
    }

    @Test func `an arrow forward for every value that is used or made, one back for every gradient`() throws {
        let lines = try #require(elements(graph.svg)).filter { $0.name == "path" && $0.attributes["fill"] == "none" }
        let back = lines.filter { $0.attributes["stroke-dasharray"] != nil }
        // Into both operations, out of both, from w and b; and one in the legend.
        #expect(lines.count - back.count == 2 + 2 + 2 + 1)
        #expect(back.count == 2 + 2 + 1 + 1, "b has no gradient")
        let texts = try #require(elements(graph.svg)).filter { $0.name == "text" }.map(\.text)
        for text in ["∂ [6, −9]", "∂ [3, 6]", "∂ 3", "∂ 1", "· wᵀ", "xᵀ ·", "where y > 0"] {
            #expect(texts.filter { $0 == text }.count == 1)
        }
    }

    @Test func `forward points down, and back points up`() throws {
        let paths = try #require(elements(graph.svg)).filter { $0.name == "path" && $0.attributes["fill"] == "none" }
        let first = paths[0], second = paths[1]
        func ends(_ path: Element) -> (Double, Double) {
            let numbers = (path.attributes["d"] ?? "").split { "ML ".contains($0) }.compactMap { Double($0) }
            return (numbers[1], numbers[numbers.count - 1])
        }
        #expect(first.attributes["stroke-dasharray"] == nil && ends(first).0 < ends(first).1)
        #expect(second.attributes["stroke-dasharray"] != nil && ends(second).0 > ends(second).1)
    }

    @Test func `boxes are on the page and do not overlap`() throws {
        let rects = try #require(elements(graph.svg)).filter { $0.name == "rect" }
        let (page, boxes) = (rects[0], rects.dropFirst())
        for box in boxes {
            #expect(box.number("x") >= 15 && box.number("x") + box.number("width") <= page.number("width") - 15)
            #expect(box.number("y") >= 15 && box.number("y") + box.number("height") <= page.number("height") - 15)
        }
        for (index, box) in boxes.enumerated() {
            for other in boxes.dropFirst(index + 1) {
                let isBeside =
                    box.number("x") + box.number("width") < other.number("x")
                    || other.number("x") + other.number("width") < box.number("x")
                let isAbove =
                    box.number("y") + box.number("height") < other.number("y")
                    || other.number("y") + other.number("height") < box.number("y")
                #expect(isBeside || isAbove)
            }
        }
    }

    @Test func `a long value makes its box wider`() throws {
        func widest(_ text: String) throws -> Double {
            let graph = ComputationGraph(.init("x", text), [.init("f", to: .init("y"))])
            return try #require(elements(graph.svg)).filter { $0.name == "rect" }.dropFirst().map { $0.number("width") }
                .max()!
        }
        #expect(try widest("[[1, 2, 3], [4, 5, 6]]") > widest("[1]") + 20)
    }

    @Test func `in plain text every value and operation has a line`() {
        let text = graph.terminal(.plain)
        #expect(!text.hasEscapes)
        #expect(
            text.lines == [
                "A chain", "x  [1, 2]   <- [6, -9]   (· wᵀ)", "  | linear", "  |   w  [2, -3]   <- [3, 6]   (xᵀ ·)",
                "  |   b  0.5", "y  -3.5   <- 3   (where y > 0)", "  | relu", "z  0   <- 1",
            ])
        #expect(graph.terminal(trueColour).hasEscapes)
    }
}
