// # One cycle
//
// Section 13.12 · After this page you can write the schedule of 1cycle training with all its settings, and read its two
// curves.

import Common
import Figures
import Foundation
import Layers
import Notebook
import Tensors
import Training

// The weights at the start are random numbers that have nothing to do with the task. The gradients are large, and point
// somewhere else after every step. Long steps in such a place lead far away, and that is how the net was lost. At the
// end, long steps are wrong too, because they jump over the minimum. In between they are good. So Leslie Smith (2017,
// 2018) proposed to begin with a low rate, to raise it to a high one (the *warm-up*), and to lower it to almost nothing
// (the *annealing*): *1cycle training*. In place of one rate there is a schedule.
//
// Momentum, the share of its earlier direction that a step keeps, goes the other way round: low where the rate is high,
// so that a step is not long for two reasons at once; high again at the end. That is *cyclical momentum*.
//
// Smith's schedule is made of straight lines (exercise 13.21 builds it). The library of the book takes half waves of a
// cosine, which begin and end gently (*cosine annealing*). Both are in `OneCycle`; the names in brackets are the
// book's.

/// What the learning rate and momentum are when a share t of all batches is done, t from 0 to 1.
public struct OneCycle: Sendable {
    /// The highest rate (`lr_max`).
    public var peak: Double
    /// The rate begins at peak / startDivisor (`div`) and ends at peak / endDivisor (`div_final`).
    public var startDivisor = 25.0, endDivisor = 1e5
    /// The share of the batches in which the rate rises (`pct_start`).
    public var rise = 0.25
    /// At the start, at the peak of the rate, and at the end (`moms`).
    public var momenta = (start: 0.95, middle: 0.85, end: 0.95)
    /// Straight lines in place of cosine annealing.
    public var isLinear = false

    public init(peak: Double) { self.peak = peak }

    public func rate(_ t: Double) -> Double { value(t, peak / startDivisor, peak, peak / endDivisor) }
    public func momentum(_ t: Double) -> Double { value(t, momenta.start, momenta.middle, momenta.end) }

    /// From `start` to `middle` while the rate rises, then to `end`.
    private func value(_ t: Double, _ start: Double, _ middle: Double, _ end: Double) -> Double {
        let t = min(max(t, 0), 1)
        if t < rise { return between(start, middle, t / rise) }
        return between(middle, end, rise < 1 ? (t - rise) / (1 - rise) : 1)
    }

    private func between(_ a: Double, _ b: Double, _ share: Double) -> Double {
        a + (isLinear ? share : (1 - cos(.pi * share)) / 2) * (b - a)
    }
}

extension ConvolutionalNets {
    func theSchedule() {
        // With the highest rate of the last two sections, and the library's usual settings:
        let cycle = OneCycle(peak: 0.06)
        var table = TextTable(["share of the batches", "learning rate", "momentum"], decimals: 4)
        for t in [0, 0.25, 0.5, 1] { table.add("\(t)", cycle.rate(t), cycle.momentum(t)) }
        show(
            table, "one cycle up to 0.06",
            predict: .number("The rate begins at a 25th of its highest, 0.06. Where is that?", cycle.rate(0)))

        // At half of the time the way down has only just begun: a third of it is over, and a cosine begins gently. The
        // engine has the same schedule:
        let (rate, momentum) = (Schedule.oneCycle(0.06), Schedule.oneCycleMomentum())
        let times = (0...200).map { Double($0) / 200 }
        show(times.map { abs(cycle.rate($0) - Double(rate($0))) }.max()! < 1e-8, "the same rates as the engine's")
        show(
            times.map { abs(cycle.momentum($0) - Double(momentum($0))) }.max()! < 1e-7,
            "the same momenta as the engine's")

        // Straight lines and half waves:
        var linear = cycle
        linear.isLinear = true
        show(
            Chart("Straight lines or half waves", x: "share of the batches", y: "learning rate") {
                Line(times, times.map(linear.rate), "straight lines", colour: .orange, dashed: true)
                Line(times, times.map(cycle.rate), "half waves of a cosine", colour: .blue)
            }, "Two ways to draw a cycle")

        // The highest rate need not be the same for all layers. (The book's library takes several for `lr_max`, or a
        // `slice` from the lowest to the highest.) In the engine, a group of parameters has a share of the optimizer's
        // rate, and so all groups go through the same cycle, each up to a peak of its own:
        let groups = ParameterGroup.spread([[Parameter(.zeros(1))], [Parameter(.zeros(1))]], lowest: 0.1)
        let peaks = groups.map { fixed(cycle.peak * Double($0.learningRateScale), 3) }
        show(peaks.joined(separator: " and "), "the highest rates of two groups, the first with a tenth")
    }
}

// A learner with `fitOneCycle` sets rate and momentum before every batch, and its recorder notes what they were. So
// `plotSched` can draw what has really been done:

/// Rate and momentum of every batch. (The book's `recorder.plot_sched`.)
public func plotSched(_ recorder: Recorder) -> ChartGrid {
    ChartGrid(
        [
            Chart("Learning rate", x: "batch", y: "rate") { Line(recorder.learningRates) },
            Chart("Momentum", x: "batch", y: "momentum") { Line(recorder.momenta, colour: .orange) },
        ], columns: 2, title: "One cycle", sharedYLimits: false)
}
