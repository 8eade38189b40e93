import Figures
import Foundation
import Tensors
import Testing

@Suite struct `Charts as SVG` {
    let parabola = Chart("f(x) = x²", x: "x", y: "y", xLimits: -2...2, yLimits: 0...4) {
        Line.function(-2...2) { $0 * $0 }
        Points([-1], [1], colour: .red)
    }

    @Test func `the red dot is where the axes say`() throws {
        let all = try #require(elements(parabola.svg))
        let dot = try #require(all.first { $0.name == "circle" && $0.attributes["fill"] == Colour.red.hex })
        // The labels show where the ticks of −1 and 1 are.
        let x = try #require(all.first { $0.text == "−1.0" && $0.attributes["text-anchor"] == "middle" })
        let y = try #require(all.first { $0.text == "1" && $0.attributes["text-anchor"] == "end" })
        #expect(abs(dot.number("cx") - x.number("x")) < 0.02)
        #expect(abs(dot.number("cy") - (y.number("y") - 4)) < 0.02)
    }

    @Test func `the curve runs from corner to corner through the middle of the bottom edge`() throws {
        let path = try #require(elements(parabola.svg)?.first { $0.name == "path" }?.attributes["d"])
        let points = path.dropFirst().split(separator: "L").map { $0.split(separator: " ").compactMap { Double($0) } }
        #expect(points.count == 201)
        #expect(points[0][1] == points[200][1] && points[100][1] > points[0][1])
        #expect(abs(points[100][0] - (points[0][0] + points[200][0]) / 2) < 0.02)
    }

    @Test func `title, labels and legend are text, and special characters survive`() throws {
        let chart = Chart("a < b & \"c\"", x: "x\u{1}", y: "µ > 0") { Line([1, 2], "<model>") }
        let texts = try #require(elements(chart.svg)).map(\.text)
        for text in ["a < b & \"c\"", "x\u{FFFD}", "µ > 0", "<model>"] { #expect(texts.contains(text)) }
    }

    @Test func `series get different colours from the palette`() throws {
        let chart = Chart { for k in 1...4 { Line([0, k], "line \(k)") } }
        let strokes = try #require(elements(chart.svg)).filter { $0.name == "path" }.map { $0.attributes["stroke"] }
        #expect(strokes == Colour.palette.prefix(4).map(\.hex))
    }

    @Test func `the same data give the same bytes`() throws {
        #expect(parabola.svg == parabola.svg)
        #expect(try parabola.fileData() == Data(parabola.svg.utf8))
    }

    @Test func `points outside the limits are left out and lines are cut`() throws {
        let chart = Chart(xLimits: 0...10, yLimits: 0...1) {
            Points([5, 20], [0.5, 0.5])
            Line([-1e6, 1e6], [0.5, 0.5])
        }
        let all = try #require(elements(chart.svg))
        #expect(all.filter { $0.name == "circle" }.count == 1)
        let frame = all.filter { $0.name == "line" }.last!
        let path = all.first { $0.name == "path" }!.attributes["d"]!
        #expect(path.hasPrefix("M\(frame.attributes["x1"]!) "))
    }

    @Test func `arrows show the way along a path, on segments that are long enough`() throws {
        func heads(_ arrows: Bool) throws -> [String] {
            let chart = Chart(xLimits: 0...10, yLimits: 0...1) { Line([9, 1, 1.1], [0.5, 0.5, 0.5], arrows: arrows) }
            return try #require(elements(chart.svg)).filter { $0.name == "path" && $0.attributes["fill"] != "none" }
                .map { $0.attributes["d"]! }
        }
        #expect(try heads(false) == [])
        let head = try #require(heads(true).first)
        let corners = head.dropFirst().dropLast().split(separator: "L").map { Double($0.split(separator: " ")[0])! }
        #expect(try heads(true).count == 1 && corners[0] < corners[1], "from 9 to 1 is to the left")
    }

    @Test func `NaN and infinity leave a gap`() throws {
        let chart = Chart { Line([1, 2, .nan, 3, 4, .infinity, 5]) }
        let all = try #require(elements(chart.svg))
        #expect(all.filter { $0.name == "path" }.count == 2)
        #expect(all.filter { $0.name == "circle" }.count == 1, "the lonely 5 is a dot")
        #expect(!chart.svg.lowercased().contains("nan") && !chart.svg.contains("inf"))
    }

    @Test(arguments: [[], [1], [2, 2, 2], [1e-300, 2e-300], [1e299, -1e299], [.nan, .nan], [1e308, -1e308]])
    func `odd data still make a chart`(_ ys: [Double]) throws {
        for scale in [Scale.linear, .logarithmic] {
            let chart = Chart("odd", yScale: scale) {
                Line(ys, "line")
                Points(ys, ys)
                Histogram(ys)
                Bars(ys.map { "\($0)" }, ys)
                Rule(y: ys.first ?? 0)
            }
            #expect(elements(chart.svg) != nil)
            #expect(!chart.svg.contains("\"nan") && !chart.svg.contains("\"inf"))
            #expect(!chart.terminal(.plain).isEmpty && !chart.terminal(trueColour).isEmpty)
        }
    }

    @Test func `bars are as high as their numbers`() throws {
        let chart = Chart(yLimits: 0...4) { Bars(["a", "b"], [1, 4]) }
        let bars = try #require(elements(chart.svg)).filter { $0.name == "rect" }.dropFirst()
        #expect(bars.count == 2)
        #expect(abs(bars.last!.number("height") - 4 * bars.first!.number("height")) < 0.05)
    }

    @Test func `of many bars with numbers for names, only some have theirs written; other names are all there`() throws {
        let texts = { (names: [String]) in
            elements(Chart { Bars(names, names.map { _ in 1 }) }.svg)!.filter { $0.name == "text" }
                .filter { Set(names).contains($0.text) }.count
        }
        #expect(texts((10..<18).map { "\($0)" }) == 8)
        #expect((7...16).contains(texts((10..<42).map { "\($0)" })))
        #expect((5...16).contains(texts((10..<310).map { "\($0)" })))
        #expect(texts((0..<32).map { "n\($0)" }) == 32)
    }

    @Test func `a histogram counts every value once, the largest too`() {
        let histogram = Histogram([0, 0.1, 0.9, 1, 1, .nan], bins: 2).series
        #expect(Chart { histogram }.series[0].label == nil)
        let svg = Chart { Histogram([0, 0.1, 0.9, 1, 1, .nan], bins: 2) }.svg
        let heights = elements(svg)!.filter { $0.name == "rect" }.dropFirst().map { $0.number("height") }
        #expect(abs(heights[1] / heights[0] - 1.5) < 0.01)
    }

    @Test func `tensors, integers and floats are all numbers`() {
        let tensor = Tensor(shape: [3], [0, 1, 4])
        let marks = Chart {
            Line(tensor, tensor)
            Line([0, 1, 2], [Float(0), 1, 4])
            Line(0..<3, [0, 1, 4])
        }
        #expect(marks.series.count == 3)
        let curve = Line.function(-1...1, samples: 3) { $0.squared() }
        #expect(Chart { curve }.svg == Chart { Line([-1, 0, 1], [1, 0, 1]) }.svg)
    }

    @Test func `lists of different lengths stop the program`() async {
        await #expect(processExitsWith: .failure) { _ = Line([1, 2, 3], [1, 2]) }
    }
}

@Suite struct `Charts side by side` {
    let charts = [1.0, 10].map { top in Chart("to \(top)", x: "t", y: "y") { Line([0, top], "curve") } }

    @Test func `all share the limits of the widest and one legend`() throws {
        let all = try #require(elements(ChartGrid(charts).svg))
        let paths = all.filter { $0.name == "path" }.map { $0.attributes["d"]! }
        let heights = paths.map { path in path.split(separator: "L").map { Double($0.split(separator: " ").last!)! } }
        #expect(heights[0][0] == heights[1][0], "zero is at the same height")
        #expect(abs((heights[1][0] - heights[1][1]) / (heights[0][0] - heights[0][1]) - 10) < 0.1)
        #expect(all.filter { $0.text == "curve" }.count == 1)
    }

    @Test func `in a terminal they are side by side, or one below the other in a narrow window`() {
        #expect(ChartGrid(charts).terminal(.plain).lines.contains { $0.contains("to 1.0") && $0.contains("to 10.0") })
        #expect(
            !ChartGrid(charts).terminal(TerminalStyle(width: 40)).lines.contains {
                $0.contains("to 1.0") && $0.contains("to 10.0")
            })
    }

    @Test func `no charts make an empty picture`() {
        #expect(elements(ChartGrid([]).svg) != nil)
    }
}
