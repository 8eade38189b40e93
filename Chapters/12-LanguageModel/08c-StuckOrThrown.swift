// # Stuck, or thrown away
//
// Section 12.8 · After this page you can say what a vanishing gradient and an exploding one do to a weight.

import Common
import Figures
import Notebook
import Tensors

// Put both together, powers and floats, in the smallest recurrent net there is. Its state is one number, its only
// weight is a number w, and there is no nonlinearity. At each of 32 steps the state is multiplied by w. It begins with
// 1, so it ends with w³². It is to end with 0.5, so the loss is (w³² - 0.5)²; the engine finds its slope, back through
// 32 steps.

/// The loss of the one-number net after `steps` steps: w [] → []
public func lossOfOneNumber(_ w: Tensor, steps: Int = 32) -> Tensor {
    var state = Tensor(1)
    for _ in 0..<steps { state = state * w }
    return (state - 0.5).squared()
}

// Gradient descent is what it was in chapter 4: take a step against the slope.

/// The weight after each of `count` steps, and the slope before it.
public func descent(from start: Float, rate: Float, count: Int) -> (weights: [Float], slopes: [Float]) {
    var (weights, slopes): ([Float], [Float]) = ([start], [])
    for _ in 0..<count {
        let w = Tensor(weights.last!).requiringGrad()
        lossOfOneNumber(w).backward()
        slopes.append(w.grad!.item)
        weights.append(weights.last! - rate * slopes.last!)
    }
    return (weights, slopes)
}

extension LanguageModel {
    func stuckOrThrown() {
        // The answer is a weight of 0.5 to the power of 1/32, which is 0.9786. Start from five places, with a rate of
        // 0.001:
        let starts: [Float] = [0.3, 0.5, 0.9, 1.05, 2]
        let runs = starts.map { descent(from: $0, rate: 0.001, count: 1000) }
        var table = TextTable(["start", "first slope", "after 1 step", "after 1000 steps"], decimals: 4)
        for (start, run) in zip(starts, runs) {
            table.add("\(start)", run.slopes[0], run.weights[1], run.weights[1000])
        }
        let question = "The weight begins at 0.5, a thousand steps follow. Does it move at all?"
        show(
            table, "Gradient descent on one weight that is used 32 times",
            predict: .yesNo(question, runs[1].weights[1000] != 0.5))
        show(
            runs[1].weights.allSatisfy { $0 == 0.5 }, "from 0.5, the weight never moves")
        show(
            significant(runs[4].weights[1], 4), "from 2, the weight after a single step",
            predict: .choice(
                "The weight begins at 2. Where is it after one step?",
                ["near 1.9", "near 0.98", "farther away than a billion"], answer: "farther away than a billion"))

        // From 0.3 and 0.5 nothing happens. The slope is not 0. But it is so small that the step is lost in the sum,
        // and after a thousand steps the weight has the same bits as before: the gradient has *vanished*. From 2 the
        // gradient *explodes*. One step throws the weight so far away that its next power is infinite, and the weight
        // NaN. From 1.05, one step throws it across to where gradients vanish, and it stays there. Only the start at
        // 0.9 learns anything. The loss shows why:
        let ws = stride(from: 0.3, through: 1.1, by: 0.005).map { Float($0) }
        show(
            Chart(
                "Flat on the left, a wall on the right", x: "weight w", y: "loss (w³² - 0.5)²", yLimits: 0...1
            ) {
                Line(ws, ws.map { lossOfOneNumber(Tensor($0)).item }, "loss")
                Rule(x: 0.9786, "w = 0.9786", colour: .green)
            }, "The loss of a weight that is used 32 times")

        // A smaller rate does not help: it would be right for the wall, and far too small for the flat part. A larger
        // one, the other way round. In a net of many layers, gradients may be tiny in some and huge in others, and then
        // no single rate is right for all of them.
    }
}
