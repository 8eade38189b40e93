import Testing

@testable import Figures

@Suite struct `Axes` {
    @Test(arguments: [
        (0.0...1.0, 5, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (-2.0...2.0, 4, ["-2", "-1", "0", "1", "2"]),
        (0.1...0.3, 2, ["0.1", "0.2", "0.3"]),
        (-300.0...100.0, 4, ["-300", "-200", "-100", "0", "100"]),
        (0.0...5e-5, 5, ["0", "1e-5", "2e-5", "3e-5", "4e-5", "5e-5"]),
        (0.0...3e7, 3, ["0", "1e7", "2e7", "3e7"]),
    ])
    func `ticks are round numbers`(_ limits: ClosedRange<Double>, _ count: Int, _ labels: [String]) {
        #expect(Axis(limits).withTicks(about: count).labels == labels)
    }

    @Test(arguments: [1e-300, 1e-12, 0.3, 1, 7, 123_456, 1e12, 1e290])
    func `ticks lie inside the limits, evenly, and not too many`(_ size: Double) {
        for offset in [0, 1, -0.37, 100] {
            let axis = Axis(offset * size...(offset + 1) * size).withTicks(about: 5)
            #expect((2...9).contains(axis.ticks.count), "\(axis)")
            #expect(axis.ticks.allSatisfy { (-0.01...1.01).contains(axis.position($0)) })
            #expect(Set(axis.labels).count == axis.labels.count, "labels differ: \(axis.labels)")
        }
    }

    @Test func `epochs have no halves`() {
        #expect(Axis(0...2).withTicks(about: 8, whole: true).labels == ["0", "1", "2"])
    }

    @Test func `a logarithmic axis of few decades has twos and fives as well`() {
        let labels = { (limits: ClosedRange<Double>) in Axis(limits, scale: .logarithmic).withTicks(about: 5).labels }
        #expect(labels(0.003...0.03) == ["0.005", "0.01", "0.02"])
        #expect(labels(1...64) == ["1", "2", "5", "10", "20", "50"])
        #expect(labels(150...40_000) == ["200", "500", "1000", "2000", "5000", "10000", "20000"])
        #expect(labels(30_000...300_000) == ["50000", "1e5", "2e5"])
        #expect(labels(1e-7...1e-6) == ["1e-7", "2e-7", "5e-7", "1e-6"])
    }

    @Test func `a logarithmic axis counts in powers of ten`() {
        let axis = Axis(1e-4...1, scale: .logarithmic).withTicks(about: 5)
        #expect(axis.labels == ["1e-4", "0.001", "0.01", "0.1", "1"])
        #expect(Axis(1...1e6, scale: .logarithmic).withTicks(about: 8).labels.suffix(3) == ["10000", "1e5", "1e6"])
        #expect(abs(axis.position(0.01) - 0.5) < 1e-12)
        #expect(!axis.scale.canShow(0))
    }

    @Test(arguments: [0, 5, -0.3, .leastNonzeroMagnitude, 1e12] as [Double]) func `one number gets room on both sides`(
        _ value: Double
    ) {
        let axis = Axis(value...value).withTicks(about: 4)
        #expect(axis.limits.lowerBound < value && value < axis.limits.upperBound)
        #expect(!axis.ticks.isEmpty)
    }

    @Test func `numbers are short and never have noise digits`() {
        #expect((0.1 + 0.2).short(6) == "0.3" && 2.50.short(3) == "2.5")
        #expect(1.5e-7.scientific(3) == "1.5e-7" && 0.0.scientific(2) == "0" && 1e10.scientific(2) == "1e10")
        #expect(6131.0.significant(3) == "6131" && 0.98237.significant(3) == "0.982" && 1e9.significant(3) == "1e9")
    }

    @Test func `numbers in pictures have a minus sign and powers of ten`() {
        #expect(typeset("-0.5") == "−0.5" && typeset("1e5") == "10⁵" && typeset("2e-7") == "2·10⁻⁷")
        #expect(typeset("-1e12") == "−10¹²" && typeset("-1.5e10") == "−1.5·10¹⁰" && typeset("e5 - 1") == "e5 − 1")
    }

    @Test func `lines are cut at the edge of the plot`() throws {
        let (from, to) = try #require(clipped(Spot(x: -1, y: 0.5), Spot(x: 3, y: 0.5)))
        #expect(from == Spot(x: 0, y: 0.5) && to == Spot(x: 1, y: 0.5))
        #expect(clipped(Spot(x: -1, y: 2), Spot(x: 2, y: 2)) == nil)
        #expect(clipped(Spot(x: 0.2, y: 0.2), Spot(x: 0.3, y: 0.3))?.1 == Spot(x: 0.3, y: 0.3))
    }
}
