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
        let top: Float = 3 + 0.3 * (3 - 1.4)
        let expected: [Double] = curve.losses.prefix(17).map { Double($0) } + [Double(top)]
        #expect(Mirror(reflecting: shown).descendant("ys") as? [Double] == expected)
    }

    /// After a net has been trained, there is little to fall. The first loss is that of one batch.
    @Test func `a small fall is not crushed by what comes after it`() throws {
        let (flat, rise) = ([0.33, 0.34, 0.33] + Array(repeating: 0.3, count: 10), [0.34, 0.5, 1, 2, 5])
        let losses: [Float] = ([0.2, 0.4] + flat + rise).map { Float($0) }
        let small = LearningRateCurve(rates: curve.rates, losses: losses)
        let ys = try #require(Mirror(reflecting: small.chart("A search").series[0]).descendant("ys") as? [Double])
        #expect(ys.count == 17)
        #expect(ys.prefix(16).map { Float($0) } == Array(losses.prefix(16)), "the beginning is as it is")
        #expect(ys[16] < 0.36, "the fall is 0.04")
    }

    @Test func `both suggestions are marked, unless they are not wanted`() {
        #expect(
            curve.chart("A search").series.map(\.label) == [
                nil, "a tenth of the rate of the minimum", "where it falls fastest",
            ])
        let chart = curve.chart("A search", showsSuggestions: false) { Rule(x: 1e-3, "the rate taken") }
        #expect(chart.series.map(\.label) == [nil, "the rate taken"])
    }

    @Test func `the headline says what the search shows`() {
        func headline(_ losses: [Float]) -> String {
            LearningRateCurve(rates: losses.indices.map { 1e-6 * Float(1 << $0) }, losses: losses).headline
        }
        let found = "The loss falls, and then the steps are too long"
        #expect(curve.headline == found && headline([3, 3, 3, 3, 2, 1, 1, 3]) == found)
        let nothing = "No clear fall and rise of the loss in this search"
        #expect(headline([3, 3, 3, 3, 2, 1, 1, 1]) == nothing, "no rise")
        #expect(headline([3, 3, 3, 3, 2.9, 2.8, 3, 9]) == nothing, "hardly a fall")
        #expect(headline([1, 2, 3, 4, 5, 6, 7, 8]) == nothing, "lowest at the beginning")
        #expect(headline([]) == nothing && headline([1, .nan]) == nothing)
    }

    @Test func `a search that ended at once has a chart`() {
        #expect(LearningRateCurve(rates: [], losses: []).chart("Nothing").svg.contains("no data"))
    }
}
