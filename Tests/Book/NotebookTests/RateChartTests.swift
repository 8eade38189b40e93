import Figures
import Testing
import Training

@testable import Notebook

@Suite struct `The chart of a learning-rate search` {
    /// Flat, a fall, and an explosion to 30.
    let curve = LearningRateCurve(
        rates: (0..<20).map { 1e-6 * Float(1 << $0) },
        losses: [3, 3, 3, 3, 3, 3, 2.9, 2.7, 2.4, 2, 1.7, 1.5, 1.4, 1.4, 1.5, 2, 3, 6, 12, 30])

    @Test func `the explosion is cut off`() throws {
        let svg = curve.chart("A search").svg
        let shown = curve.chart("A search").series[0]
        #expect(svg.contains("smoothed loss") && svg.contains("learning rate"))
        let expected: [Double] = curve.losses.prefix(17).map { Double($0) } + [Double(Float(3.6))]
        #expect(Mirror(reflecting: shown).descendant("ys") as? [Double] == expected)
    }

    @Test func `both suggestions are marked, unless they are not wanted`() {
        #expect(
            curve.chart("A search").series.map(\.label) == [
                nil, "a tenth of the rate of the minimum", "where it falls fastest",
            ])
        let chart = curve.chart("A search", showsSuggestions: false) { Rule(x: 1e-3, "the rate taken") }
        #expect(chart.series.map(\.label) == [nil, "the rate taken"])
    }

    @Test func `a search that ended at once has a chart`() {
        #expect(LearningRateCurve(rates: [], losses: []).chart("Nothing").svg.contains("no data"))
    }
}
