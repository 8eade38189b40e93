// # When to take a step
//
// Section 21.10 · After this page you can name three schedules of updates, and draw the way that each of them takes.

import Figures
import Foundation
import Notebook
import Tensors

// After how many items should a step be taken? There are three answers, and they differ in where the step stands in the
// loop:
//
//     A  all of them            B  each one               C  a few at a time
//     for every epoch:          for every epoch:          for every epoch:
//         for every item:           for every item:           for every batch:
//             add its gradient          take its gradient         for every item in it:
//         step                          step                          add its gradient
//                                                                 step
//
// A takes the true slope of the whole loss, and one step an epoch. B takes as many steps as there are items, each in
// the direction of one of them. C is in between. To see it, a loss with two weights is small enough to draw: the items
// are points x with two numbers and a target y, the model is w₁x₁ + w₂x₂, and the loss is the mean squared error.

/// Every point of a walk downhill: x [n, 2], y [n], a step after every `size` items, in a new order each epoch.
public func walk(
    _ x: Tensor, _ y: Tensor, from start: Tensor, batchesOf size: Int, rate: Float, epochs: Int,
    using random: inout some RandomNumberGenerator
) -> [Tensor] {
    var path = [start]
    for _ in 0..<epochs {
        let order = random.permutation(y.count)
        for first in stride(from: 0, to: y.count, by: size) {
            let places = Array(order[first..<min(first + size, y.count)])
            let (some, targets) = (x.rows(places), y.rows(places))
            let errors = some.matmul(path.last!) - targets
            let gradient = 2 * some.T.matmul(errors) / Float(places.count)
            path.append(path.last! - rate * gradient)
        }
    }
    return path
}

extension BirdsAndAirplanes {
    func threeWaysDown() {
        // 64 noisy points whose best weights are near 1 and -0.5. All walks start at the same place. Walk A has 24
        // epochs of a step each; B has a single epoch of 64 steps; C has 3 epochs in batches of 8, which makes 24 steps
        // as well:
        var random = run.random
        let x = Tensor.randn(64, 2, using: &random) * Tensor([1, 0.6])
        let y = x.matmul(Tensor([1, -0.5])) + 0.6 * Tensor.randn(64, using: &random)
        let start = Tensor([-1.5, 1.5])
        let walks: [(title: String, path: [Tensor])] = [
            ("A: all 64 items", walk(x, y, from: start, batchesOf: 64, rate: 0.2, epochs: 24, using: &random)),
            ("B: one item", walk(x, y, from: start, batchesOf: 1, rate: 0.05, epochs: 1, using: &random)),
            ("C: batches of 8", walk(x, y, from: start, batchesOf: 8, rate: 0.2, epochs: 3, using: &random)),
        ]
        let (ellipses, turns) = (contours(x, y), walks.map { detour($0.path) })
        let kinds = ["a step for all items", "a step for each item", "a step for eight items"]
        show(
            ChartGrid(
                walks.map { walk in
                    Chart(walk.title, x: "first weight", y: "second weight", xLimits: -2...2, yLimits: -2...2) {
                        ellipses.lines
                        Line(
                            walk.path.map { $0[0].item }, walk.path.map { $0[1].item }, "the way", colour: .vermilion)
                        Points([start[0].item], [start[1].item], "start", colour: .black)
                        Points([ellipses.middle.0], [ellipses.middle.1], "lowest point", colour: .blue)
                    }
                }, columns: 3, title: "All items make a smooth way down, single items a jagged one"),
            "Three ways down the same loss; on a line of the landscape the loss is the same everywhere",
            predict: .choice(
                "Three walks down the same loss. Which is the most jagged?",
                kinds, answer: kinds[turns.firstIndex(of: turns.max()!)!]))

        // What did each of them cost? An item's gradient is one unit of work:
        var table = TextTable(
            ["schedule", "steps", "gradients of items", "length of the way", "loss at the end"], decimals: 3)
        let work = [24 * 64, 64, 3 * 64]
        for ((walk, turns), work) in zip(zip(walks, turns), work) {
            table.add(
                walk.title, walk.path.count - 1, work, turns, (x.matmul(walk.path.last!) - y).squared().mean().item)
        }
        show(table, "What a way down costs; its length is compared with that of the straight line between its ends")
        show(
            (x.matmul(start) - y).squared().mean().item, "loss at the start")

        // A works 24 times as much as B, and 8 times as much as C. Compare the losses at the end with that: far from
        // the bottom, any direction will do that is roughly right. Near the bottom, B goes on jumping about, and that
        // is why its learning rate has to be small.
        //
        // With 10,000 pictures, A would take one step an epoch. So everybody uses C. It is called *stochastic* gradient
        // descent, because chance decides which items make up a batch. The size of a batch and the learning rate are
        // not learned. They are *hyperparameters*, and have to be tried.
    }

    // MARK: Helpers

    /// How many times longer a walk is than the straight line between its ends.
    private func detour(_ path: [Tensor]) -> Float {
        let steps = zip(path, path.dropFirst()).map { ($1 - $0).norm().item }
        return steps.reduce(0, +) / (path.last! - path.first!).norm().item
    }

    /// Ellipses of equal loss around the best weights.
    private func contours(_ x: Tensor, _ y: Tensor) -> (middle: (Float, Float), lines: [Line]) {
        let n = Float(y.count)
        let (xx, xy) = (x.T.matmul(x) / n, x.T.matmul(y) / n)
        let (a, b, d) = (xx[0, 0].item, xx[0, 1].item, xx[1, 1].item)
        let determinant = a * d - b * b
        let middle = (
            (d * xy[0].item - b * xy[1].item) / determinant, (a * xy[1].item - b * xy[0].item) / determinant
        )
        // With xx = L·Lᵀ, the weights middle + r · L⁻ᵀ(cos t, sin t) have a loss r² above the lowest.
        let (l0, l1) = (a.squareRoot(), b / a.squareRoot())
        let l2 = (d - l1 * l1).squareRoot()
        let lines = [0.3, 0.8, 1.5, 2.3].map { (radius: Float) in
            let points = (0...60).map { step -> (Float, Float) in
                let angle = Float(step) / 60 * 2 * .pi
                let second = radius * sin(angle) / l2
                return (middle.0 + (radius * cos(angle) - l1 * second) / l0, middle.1 + second)
            }
            return Line(points.map(\.0), points.map(\.1), colour: Colour(grey: 190))
        }
        return (middle, lines)
    }
}
