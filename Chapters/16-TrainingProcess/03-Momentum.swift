// # Momentum
//
// Section 16.3 · After this page you can say what momentum does to gradients, and compute a moving average that can be
// trusted from its first value on.

import Figures
import Foundation
import Notebook
import Tensors

// Plain descent is like walking down a mountain in small steps, each in the direction that is steepest under your feet.
// It looks at nothing but this one place. Now let a ball roll down instead. It keeps its direction where the ground
// does, it gets faster on a long slope, and small bumps and hollows do not stop it, if it is heavy. A ping-pong ball
// would come to rest in each of them. This is *momentum*: a step follows not the latest gradient alone, but an average
// over the latest ones,
//
//     avg ← beta · avg + (1 − beta) · grad
//     w ← w − lr · avg
//
// There is one such average for each weight. With beta = 0 it is plain descent. With beta near 1 each step is mostly
// what the steps before were. The name of this kind of average is *exponentially weighted moving average*: a value that
// came n steps ago counts betaⁿ times as much as the newest.
//
// One thing is wrong with it at the beginning. It starts from 0, and until it has seen enough values it is too small.
// How much too small, the same average tells if it is taken of ones: after n values it is 1 − betaⁿ, the total of all
// weights so far. Divide by that, and the average is right from the first value on. This is called *bias correction*:

/// avg ← beta · avg + (1 − beta) · value, beginning with 0. → avg after each value
/// - Parameter isCorrected: whether it is divided by the total of the weights so far, 1 − betaⁿ.
public func movingAverages(_ values: [Double], beta: Double, isCorrected: Bool = false) -> [Double] {
    var (average, weights, averages) = (0.0, 0.0, [Double]())
    for value in values {
        average = beta * average + (1 - beta) * value
        weights = beta * weights + (1 - beta)
        averages.append(isCorrected ? average / weights : average)
    }
    return averages
}

extension TrainingProcess {
    func ballAndAverage() {
        // Three gradients, 1, 2 and 3, with beta 0.9. The first average is 0.9 · 0 + 0.1 · 1:
        show(
            list(movingAverages([1, 2, 3], beta: 0.9)), "beta 0.9, as it is",
            predict: .numbers(
                "Gradients 1, 2, 3 with beta 0.9, beginning with 0. What are the three averages?",
                movingAverages([1, 2, 3], beta: 0.9)))
        show(list(movingAverages([1, 1, 1], beta: 0.9)), "the same of ones: the total of the weights")
        show(list(movingAverages([1, 2, 3], beta: 0.9, isCorrected: true)), "the first divided by the second")
    }
}

// What is it good for? Gradients are noisy: each comes from a few items only. Suppose the true gradient of some weight
// follows a parabola while we train, and what we see of it is disturbed. The book draws 100 such points, with noise in
// both directions. (`noisyGradients` are the ones that all our pictures use.)

/// Points near the parabola 1 − (x/3)², x from −4 to 4, with normal noise of 0.1 in both directions, from left to
/// right.
public func noisyParabola(
    _ count: Int = 100, using random: inout SplitMix64
) -> (x: [Double], y: [Double]) {
    let exact = Tensor.linspace(-4, 4, count)
    let x = exact + 0.1 * Tensor.randn(count, using: &random)
    let y = 1 - (exact / 3).squared() + 0.1 * Tensor.randn(count, using: &random)
    let order = x.argsort().scalars
    return (order.map { Double(x[$0].item) }, order.map { Double(y[$0].item) })
}

extension TrainingProcess {
    /// The book's picture has one such set of points; so do all of ours.
    var noisyGradients: (x: [Double], y: [Double]) {
        var random = run.random
        return noisyParabola(using: &random)
    }

    func firstPicture() {
        let (x, y) = noisyGradients
        let averages = movingAverages(y, beta: 0.7, isCorrected: true)
        show(
            Chart("A moving average follows the trend, not each point", x: "x", y: "gradient") {
                Points(x, y, "noisy gradients", colour: .sky)
                Line.function(-4...4, "without noise", colour: .grey, dashed: true) { 1 - ($0 / 3) * ($0 / 3) }
                Line(x, averages, "average, beta 0.7", colour: .red)
            }, "Figure 16-1 of the book: momentum on a noisy gradient")

        // How restless is each of them? Take the mean distance from one value to the next:
        let (before, after) = (meanJump(y), meanJump(averages))
        show(
            "\(brief(before)) for the gradients, \(brief(after)) for their average",
            "mean jump from a value to the next",
            predict: .change("From gradients to averages: what happens to the mean jump?", from: before, to: after))
    }

    // MARK: Helpers

    private func brief(_ x: Double) -> String { String(format: "%.4g", x) }

    private func list(_ values: [Double]) -> String { values.map(brief).joined(separator: ", ") }

    private func meanJump(_ values: [Double]) -> Double {
        zip(values, values.dropFirst()).map { abs($1 - $0) }.reduce(0, +) / Double(values.count - 1)
    }
}
