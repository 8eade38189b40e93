// # Watching a model
//
// Section 20.3 · After this page you can notice that a model has become worse, and say what that costs in false alarms.

import Figures
import Notebook
import Tensors

// A model is trained once, and the world goes on. Prices rise, cameras are replaced, people talk of other things. So
// the checklist asks how you notice. Each week, some of a model's answers are compared with what turned out to be true:
// that gives an accuracy, which jumps up and down by chance. The question is when a low one is more than chance.
//
// `ModelMonitor` keeps one number. Each week, it adds by how much the accuracy is below what is usual, less a little
// that is forgiven; and it never lets the number fall below zero. A single bad week is soon forgotten. Several in a row
// add up, until the number is above a limit, and the alarm rings. (E. S. Page, "Continuous Inspection Schemes", 1954;
// the number is called a cumulative sum, CUSUM.)

/// Watches the accuracy of a model in use.
public struct ModelMonitor: Sendable {
    /// The accuracy that is usual, how much below it is forgiven each week, and the sum at which the alarm rings.
    public let usual: Double, forgiven: Double, limit: Double
    /// What has added up so far.
    public private(set) var sum = 0.0

    public init(usual: Double, forgiven: Double = 0.01, limit: Double = 0.16) {
        (self.usual, self.forgiven, self.limit) = (usual, forgiven, limit)
    }

    /// Takes the accuracy of a week.
    /// - Returns: whether the alarm rings.
    public mutating func sees(_ accuracy: Double) -> Bool {
        sum = max(0, sum + usual - accuracy - forgiven)
        return sum > limit
    }
}

// There is also what can be watched before anybody knows what is true: what goes in. If the mean of an input moves, the
// model sees something that it has not learned from. `inputShift` is how far it has moved, in standard errors of a
// week's mean:

/// How far the mean of a week's inputs is from that of the training data, in standard errors.
public func inputShift(_ values: [Float], trainingMean: Double, trainingDeviation: Double) -> Double {
    let mean = values.reduce(0) { $0 + Double($1) } / Double(max(values.count, 1))
    return abs(mean - trainingMean) / (trainingDeviation / Double(max(values.count, 1)).squareRoot())
}

// A stream to try both on: a model that says yes if an input is above 0. In week 30 the world changes, and the right
// limit is 0.5 from then on; the inputs move up as well. `stream` makes the weeks.

/// A week of a model in use: its inputs, and what turned out to be true of each.
public struct WeekOfUse: Sendable {
    public let inputs: [Float], truths: [Bool]

    /// How many answers are right if the model says yes above a limit.
    public func right(above limit: Float) -> Int { zip(inputs, truths).count { ($0 > limit) == $1 } }
    public func accuracy(above limit: Float) -> Double { Double(right(above: limit)) / Double(max(inputs.count, 1)) }
    /// The accuracy of the model that is in use, whose limit is 0.
    public var accuracy: Double { accuracy(above: 0) }
}

/// Weeks of a model in use. From a certain week on, the world has changed; never if that is nil.
public func stream(weeks: Int, cases: Int, changeAt change: Int?, using random: inout SplitMix64) -> [WeekOfUse] {
    (0..<weeks).map { week in
        let hasChanged = change.map { week >= $0 } ?? false
        let inputs = Tensor.randn(cases, using: &random).scalars.map { hasChanged ? $0 + 0.2 : $0 }
        let noise = Tensor.randn(cases, using: &random).scalars
        return WeekOfUse(inputs: inputs, truths: zip(inputs, noise).map { $0 + 0.4 * $1 > (hasChanged ? 0.5 : 0) })
    }
}

extension WhatNext {
    func weeksOfUse() {
        var random = run.random
        let weeks = stream(weeks: 60, cases: 200, changeAt: 30, using: &random)
        let usual = weeks.prefix(10).reduce(0) { $0 + $1.accuracy } / 10
        var monitor = ModelMonitor(usual: usual)
        var (sums, alarm) = ([Double](), Int?.none)
        for (week, one) in weeks.enumerated() {
            if monitor.sees(one.accuracy), alarm == nil { alarm = week }
            sums.append(monitor.sum)
        }
        let shifts = weeks.map { inputShift($0.inputs, trainingMean: 0, trainingDeviation: 1) }
        show(
            ChartGrid(
                [
                    Chart("Accuracy", x: "week", y: "accuracy", yLimits: 0.5...1) {
                        Line(weeks.map(\.accuracy))
                        Rule(x: 30, "change")
                    },
                    Chart("What has added up", x: "week", y: "sum", yLimits: 0...0.5) {
                        Line(sums.map { min($0, 0.5) }, colour: .vermilion)
                        Rule(x: 30)
                        Rule(y: monitor.limit, "limit")
                    },
                    Chart("How far the inputs have moved", x: "week", y: "standard errors") {
                        Line(shifts, colour: .green)
                        Rule(x: 30)
                    },
                ], columns: 3, title: "A model in use for sixty weeks", sharedYLimits: false),
            "The world changes in week 30")
        show(
            alarm.map { "week \($0)" } ?? "never", "the alarm rings",
            predict: .choice(
                "The change comes in week 30. When does the alarm ring?",
                ["before it", "within a few weeks after it", "never"],
                answer: alarm.map { $0 < 30 ? "before it" : "within a few weeks after it" } ?? "never"))
        // The inputs moved visibly too, and they need no labels. But inputs can move and do no harm, and the truth can
        // change while inputs stay. So watch both, and rebuild on the accuracy. (The next page says how soon either
        // rings.)
    }
}
